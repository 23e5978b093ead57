import type { Message } from '../../core/turn';
import {
  type AnswersReplies,
  type Entry,
  type FollowUp,
  type Knowledge,
  parseAnswersAction,
  pointsOnly,
  titleOf,
  withoutCourtesy,
} from '../answers';
import {
  type Catalogue,
  type CatalogueAction,
  COURSE_NOUN,
  COURSES_A_PAGE,
  type CourseQuery,
  compact,
  has,
  parseCatalogueAction,
} from '../catalogue';
import type { Scene } from '../directory';
import type { Enrolments } from '../enrolment';
import { chatTexts } from './chat-texts';
import { createLastShown, type Shown, type ShownCourses } from './last-shown';
import { saidBy } from './menu-card';
import type { Understood } from './understood';

interface Needs {
  readonly knowledge: () => Promise<Knowledge>;
  readonly answers: AnswersReplies;
  readonly catalogue: Catalogue;
  readonly enrolments: Pick<Enrolments, 'answer'>;
}

/** What texts mean that point at what was shown last, in a chat of one's own. */
export function createFollowUps({ knowledge, answers, catalogue, enrolments }: Needs) {
  const last = createLastShown();
  const lastOf = ({ person, now, turn }: Scene): Shown | null =>
    turn.personal ? last.of(person.id, now) : null;
  const hint = ({ locale }: Scene, key: 'namesNothing' | 'whichCourse' | 'noMore'): Message => ({
    kind: 'text',
    text: chatTexts(locale)[key],
  });

  async function answer(scene: Scene, text: string, followUp: FollowUp): Promise<Message> {
    const shown = lastOf(scene);
    switch (shown?.kind) {
      case undefined:
        return hint(scene, 'namesNothing');
      case 'courses':
        return ofCourses(scene, shown, followUp);
      case 'course':
        if (followUp.kind === 'details')
          return (await catalogue.course(scene, shown.id)) ?? hint(scene, 'namesNothing');
        return shown.list === null ? hint(scene, 'namesNothing') : ofCourses(scene, shown.list, followUp);
      case 'entries':
        return ofEntries(scene, text, shown, followUp);
      default:
        return shown satisfies never;
    }
  }

  async function ofCourses(scene: Scene, list: ShownCourses, followUp: FollowUp): Promise<Message> {
    const { query, page } = list;
    const { courses } = await catalogue.answer(scene, query, page);
    const onPage = courses.slice(page * COURSES_A_PAGE, (page + 1) * COURSES_A_PAGE);
    switch (followUp.kind) {
      case 'more':
        if (courses.length <= (page + 1) * COURSES_A_PAGE) return hint(scene, 'noMore');
        note(scene, { kind: 'courses', query, page: page + 1 });
        return (await catalogue.answer(scene, query, page + 1)).message;
      case 'one':
        return courseOf(scene, list, followUp.place === 'last' ? onPage.at(-1) : onPage[followUp.place - 1]);
      case 'details':
        return courseOf(scene, list, onPage.length === 1 ? onPage[0] : undefined);
      case 'nothing':
        return hint(scene, 'namesNothing');
      default:
        return followUp satisfies never;
    }
  }

  async function courseOf(
    scene: Scene,
    list: ShownCourses,
    meant: Awaited<ReturnType<Catalogue['answer']>>['courses'][number] | undefined,
  ): Promise<Message> {
    if (meant === undefined) return hint(scene, 'whichCourse');
    note(scene, { kind: 'course', id: meant.id, list });
    return (await catalogue.course(scene, meant.id)) ?? hint(scene, 'whichCourse');
  }

  async function ofEntries(
    scene: Scene,
    text: string,
    { ids, isAnswered }: Extract<Shown, { kind: 'entries' }>,
    followUp: FollowUp,
  ): Promise<Message> {
    const { entries } = await knowledge();
    const found = ids.flatMap((id) => entries.get(id) ?? []);
    const others = isAnswered ? found.slice(1) : found;
    switch (followUp.kind) {
      case 'one': {
        const meant = followUp.place === 'last' ? others.at(-1) : others[followUp.place - 1];
        if (meant === undefined) return hint(scene, 'namesNothing');
        note(scene, { kind: 'entries', ids: [meant.id], isAnswered: true });
        return answers.answer(scene, text, [meant]);
      }
      case 'details': {
        const [first] = found;
        const more = first === undefined ? [] : await moreAbout(first, text);
        if (more.length === 0)
          return ofEntries(scene, text, { kind: 'entries', ids, isAnswered }, { kind: 'more' });
        note(scene, { kind: 'entries', ids: more.map(({ id }) => id), isAnswered: true });
        return answers.answer(scene, text, more);
      }
      case 'more':
        if (others.length === 0) return hint(scene, 'namesNothing');
        note(scene, { kind: 'entries', ids: others.map(({ id }) => id), isAnswered: false });
        return answers.candidates(scene, text, others);
      case 'nothing':
        return hint(scene, 'namesNothing');
      default:
        return followUp satisfies never;
    }
  }

  /** Of the same matter, what answers いくらまで？ best; the words of the entry stand for what the question leaves out. */
  async function moreAbout(first: Entry, text: string): Promise<readonly Entry[]> {
    const { entries, search } = await knowledge();
    const asked = `${titleOf(first, 'ja')} ${text}`;
    const { hits } = await search(asked, { limit: MOST_HITS, private: true });
    return hits
      .flatMap(({ id }) => entries.get(id) ?? [])
      .filter(
        ({ id, initiatives }) =>
          id !== first.id && initiatives.some((one) => first.initiatives.includes(one)),
      );
  }

  /** じゃあ1月は？, オンラインは？: the same courses with another wish. Null where the text says more, or no courses were shown. */
  function narrowed(scene: Scene, said: string): CourseQuery | null {
    const shown = lastOf(scene);
    const text = withoutCourtesy(saidBy(said));
    if (shown?.kind !== 'courses' || [...text].length > LONGEST_WISH || has(text, COURSE_NOUN)) return null;
    const wish = catalogue.coursesWished(text, scene);
    const filters = compact(wish);
    return wish.words !== '' || Object.keys(filters).length === 0 ? null : { ...shown.query, ...filters };
  }

  /** What the person sees from now on. */
  function noteAnswer(scene: Scene, answered: Understood): void {
    const shown = shownBy(answered);
    if (shown !== 'as before') note(scene, shown);
  }

  /** A tap that opens a course, a page or an entry. */
  function noteTap(scene: Scene, verb: string, data: unknown): void {
    const ofCatalogue = parseCatalogueAction(verb, data);
    if (ofCatalogue?.verb === 'catalogue.course') {
      const { id, back } = ofCatalogue;
      note(scene, { kind: 'course', id, list: back === null ? null : listOf(back) });
    }
    if (ofCatalogue?.verb === 'catalogue.list' || ofCatalogue?.verb === 'catalogue.recommend') {
      note(scene, listOf(ofCatalogue));
    }
    const ofAnswers = parseAnswersAction(verb, data);
    if (ofAnswers?.verb === 'answers.show')
      note(scene, { kind: 'entries', ids: [ofAnswers.id], isAnswered: true });
  }

  /** これに申し込みたい: of the one course that is on the screen. Null where none is, or the text names one. */
  async function apply(scene: Scene, about: string): Promise<Message | null> {
    const shown = lastOf(scene);
    if (shown === null || shown.kind === 'entries' || !pointsOnly(about)) return null;
    const meant =
      shown.kind === 'course' ? await catalogue.titleOf(shown.id) : await onlyOne(scene, shown.query);
    return meant === null ? null : enrolments.answer(scene, { kind: 'apply', about: meant, named: true });
  }

  async function onlyOne(scene: Scene, query: CourseQuery): Promise<string | null> {
    const { courses } = await catalogue.answer(scene, query);
    const [only, ...others] = courses;
    return only === undefined || others.length > 0 ? null : catalogue.titleOf(only.id);
  }

  const note = ({ person, now, turn }: Scene, shown: Shown | null): void => {
    if (turn.personal) last.note(person.id, shown, now);
  };

  return {
    answer,
    /** Whether a text that points can only mean what was just shown, and no message that came by itself. */
    isFresh: ({ person, now, turn }: Scene): boolean => turn.personal && last.isFresh(person.id, now),
    narrowed,
    noteAnswer,
    noteTap,
    apply,
  };
}

const listOf = ({ verb, query, page }: ListAction): ShownCourses => ({
  kind: 'courses',
  query: { ...query, forMe: verb === 'catalogue.recommend' },
  page,
});
type ListAction = Pick<Extract<CatalogueAction, { query: CourseQuery }>, 'verb' | 'query' | 'page'>;

const MOST_HITS = 8;
const LONGEST_WISH = 24;
const MOST_SHOWN = 3;

/** What an answer leaves on the screen to point at; null: nothing. */
function shownBy(answered: Understood): Shown | null | 'as before' {
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
