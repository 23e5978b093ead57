import { parseAnswersAction } from '../answers';
import { type CatalogueAction, type CourseQuery, parseCatalogueAction } from '../catalogue';
import type { Shown, ShownCourses } from './last-shown';
import type { Understood } from './understood';

const MOST_SHOWN = 3;

/** What an answer leaves on the screen to point at; null: nothing. */
export function shownBy(answered: Understood): Shown | null | 'as before' {
  switch (answered.kind) {
    case 'courses':
      return { kind: 'courses', query: answered.query, page: 0 };
    case 'course':
      return { kind: 'course', id: answered.id, list: null };
    case 'answer':
    case 'candidates': {
      const ids = answered.entries.slice(0, MOST_SHOWN).map(({ id }) => id);
      return { kind: 'entries', ids, isAnswered: answered.kind === 'answer' };
    }
    case 'follow-up':
    case 'smalltalk':
    case 'help':
    case 'empty':
      return 'as before';
    case 'unknown':
    case 'sensitive':
    case 'action':
    case 'personal':
    case 'enrolment':
    case 'mentoring':
      return null;
    default:
      return answered satisfies never;
  }
}

/** A tap that opens a course, a page of courses or an entry; null for any other. */
export function shownByTap(verb: string, data: unknown): Shown | null {
  const ofCatalogue = parseCatalogueAction(verb, data);
  switch (ofCatalogue?.verb) {
    case 'catalogue.course': {
      const { id, back } = ofCatalogue;
      return { kind: 'course', id, list: back === null ? null : listOf(back) };
    }
    case 'catalogue.list':
    case 'catalogue.recommend':
      return listOf(ofCatalogue);
    case 'catalogue.history':
      return null;
    case undefined: {
      const ofAnswers = parseAnswersAction(verb, data);
      return ofAnswers?.verb === 'answers.show'
        ? { kind: 'entries', ids: [ofAnswers.id], isAnswered: true }
        : null;
    }
    default:
      return ofCatalogue satisfies never;
  }
}

const listOf = ({ verb, query, page }: ListAction): ShownCourses => ({
  kind: 'courses',
  query: { ...query, forMe: verb === 'catalogue.recommend' },
  page,
});
type ListAction = Pick<Extract<CatalogueAction, { query: CourseQuery }>, 'verb' | 'query' | 'page'>;
