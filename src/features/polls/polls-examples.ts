import { day } from '../../core/calendar/day';
import { employeeId, pollId, surveyId } from '../../core/ids';
import { EVERYBODY } from '../audience';
import { ballotView } from './ballot-view';
import { type ListView, opener } from './card-views';
import { pollPeopleView } from './people-view';
import type { Poll, PollMember } from './poll';
import { pollManageView } from './poll-views';
import { pollsTexts } from './polls-texts';
import { questionView } from './question-view';
import type { Survey } from './survey';
import { resultsOf } from './survey-results';
import { surveyManageView } from './survey-views';

const ID = '00000000-0000-4000-8000-000000000001';
const t = pollsTexts('ja');

const poll: Poll = {
  id: pollId.parse(ID),
  state: 'open',
  question: t.defaultQuestion,
  choices: t.defaultChoices,
  urgency: 'emergency',
  audience: EVERYBODY,
  rounds: 0,
  createdBy: employeeId.parse('100062'),
  startedAt: null,
};
const survey: Survey = {
  id: surveyId.parse(ID),
  state: 'closed',
  question: t.defaultSurvey,
  choices: t.defaultScale,
  audience: EVERYBODY,
  createdBy: employeeId.parse('100066'),
  asked: 240,
  closesOn: day.parse('2026-12-08'),
};
const member = (section: string, choice: number | null, gap: PollMember['gap'] = null): PollMember => ({
  employee: employeeId.parse('100001'),
  section,
  gap,
  answer: choice === null ? null : { choice, comment: null },
});
const members = [
  ...Array.from({ length: 24 }, () => member('市民課', 0)),
  ...Array.from({ length: 6 }, () => member('保育課', 1)),
  member('保育課', 2),
  ...Array.from({ length: 12 }, () => member('保育課', null)),
  ...Array.from({ length: 5 }, () => member('市民課', null, 'not-in-teams')),
];
const official = 'https://www.example.jp/sanshu';
const later = { count: 8, until: day.parse('2026-12-01') };
const shown = { audience: [], members, later: null, page: 0, note: null, asks: null };
const votes = [101, 75, 40, 15, 5].map((count, choice) => ({ group: '', choice, votes: count }));

export const pollsExamples = {
  question: {
    safety: questionView(poll, { answer: null, leads: false }, official, 'ja'),
    answered: questionView(
      poll,
      { answer: { choice: 0, comment: '橋が通れず、30分ほど遅れます。' }, leads: true },
      official,
      'ja',
    ),
    closed: questionView({ ...poll, state: 'closed' }, { answer: null, leads: false }, official, 'ja'),
    other: questionView(
      {
        ...poll,
        urgency: 'other',
        question: '来週の防災訓練に参加できますか。',
        choices: ['参加できる', '参加できない'],
      },
      { answer: null, leads: false },
      null,
      'en',
    ),
    survey: ballotView({ ...survey, state: 'open' }, false, 'ja'),
    voted: ballotView({ ...survey, state: 'open' }, true, 'ja'),
  },
  manage: {
    draft: pollManageView({ ...poll, state: 'draft' }, { ...shown, members: [] }, 'ja'),
    open: pollManageView({ ...poll, urgency: 'safety' }, { ...shown, later }, 'ja'),
    closing: pollManageView(poll, { ...shown, asks: 'close' }, 'ja'),
    results: surveyManageView(
      survey,
      {
        reached: 240,
        later: null,
        took: 236,
        results: resultsOf(survey.choices, votes),
        comments: 12,
        page: 0,
        note: null,
        asks: null,
        closesSoon: false,
      },
      'ja',
    ),
  },
  people: {
    missing: pollPeopleView(
      poll,
      {
        rows: [
          { member: member('市民課', null), name: '見本田 さくら' },
          { member: member('保育課', null, 'not-in-teams'), name: '例山 健太' },
        ],
        filter: 'missing',
        heading: t.peopleHeading.missing,
        page: 0,
        back: 'polls.show',
      },
      'ja',
    ),
  },
  list: {
    some: {
      lang: 'ja',
      fallback: t.listHeading,
      heading: t.listHeading,
      hasDone: false,
      done: '',
      hasEmpty: false,
      empty: '',
      groups: [
        {
          heading: t.groups.asked,
          rows: [
            { name: poll.question, state: t.yours.waiting, open: t.open.answer, verb: 'polls.own', id: ID },
          ],
        },
        {
          heading: t.groups.led,
          rows: [
            { name: poll.question, state: t.led(3, 20), open: t.open.names, verb: 'polls.section', id: ID },
          ],
        },
      ],
      dialogs: [
        opener(t.newSafety, 'polls.new'),
        opener(t.newSurvey, 'pulse.new'),
        opener(t.settings, 'polls.settings'),
      ],
    } satisfies ListView,
  },
} as const;
