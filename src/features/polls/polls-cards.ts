import { defineCard } from '../../cards/define-card';
import type { ListView, ManageView, PeopleView, QuestionView } from './card-views';
import { pollsExamples } from './polls-examples';

export const pollsCards = {
  question: defineCard<QuestionView>({ name: 'polls/question', examples: pollsExamples.question }),
  manage: defineCard<ManageView>({ name: 'polls/manage', examples: pollsExamples.manage }),
  people: defineCard<PeopleView>({ name: 'polls/people', examples: pollsExamples.people }),
  list: defineCard<ListView>({ name: 'polls/list', examples: pollsExamples.list }),
};
