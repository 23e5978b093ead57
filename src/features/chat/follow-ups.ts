import type { CourseId } from '../../core/ids';
import type { Message } from '../../core/turn';
import {
  type AnswersReplies,
  type Entry,
  type FollowUp,
  isElliptical,
  type Knowledge,
  pointsOnly,
  titleOf,
  withoutCourtesy,
} from '../answers';
import {
  type Catalogue,
  COURSE_NOUN,
  COURSES_A_PAGE,
  type CourseQuery,
  compact,
  type FoundCourse,
  has,
} from '../catalogue';
import type { Scene } from '../directory';
import type { Enrolments } from '../enrolment';
import { chatTexts } from './chat-texts';
import { createLastShown, type Shown, type ShownCourses } from './last-shown';
import { saidBy } from './menu-card';
import { shownBy, shownByTap } from './shown-by';
import { isQuestion, type Understood } from './understood';

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
  const t = ({ locale }: Scene) => chatTexts(locale);
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
        if (followUp.kind === 'details') return ofCourse(scene, text, shown.id);
        return shown.list === null ? hint(scene, 'namesNothing') : ofCourses(scene, shown.list, followUp);
      case 'entries':
        return ofEntries(scene, text, shown, followUp);
      default:
        return shown satisfies never;
    }
  }

  /** What does not stand on its card (持ち物は？) goes to HR with the name of the course. */
  async function ofCourse(scene: Scene, text: string, id: CourseId): Promise<Message> {
    const card = await catalogue.course(scene, id);
    if (card === null) return hint(scene, 'namesNothing');
    const title = (await catalogue.titleOf(id)) ?? '';
    return NOT_ON_CARD.test(text) ? answers.unknown(scene, t(scene).about(title, text), []) : card;
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
    meant: FoundCourse | undefined,
  ): Promise<Message> {
    if (meant === undefined) return hint(scene, 'whichCourse');
    const { id } = meant.course;
    note(scene, { kind: 'course', id, list });
    return (await catalogue.course(scene, id)) ?? hint(scene, 'whichCourse');
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
        if (first === undefined) return hint(scene, 'namesNothing');
        const { more, isSure } = await moreAbout(first, text);
        if (more.length === 0)
          return answers.unknown(scene, t(scene).about(titleOf(first, scene.locale), text), []);
        note(scene, { kind: 'entries', ids: more.map(({ id }) => id), isAnswered: isSure });
        return isSure ? answers.answer(scene, text, more) : answers.candidates(scene, text, more);
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
  async function moreAbout(
    first: Entry,
    text: string,
  ): Promise<{ readonly more: readonly Entry[]; readonly isSure: boolean }> {
    const { entries, search } = await knowledge();
    const found = async (words: string): Promise<readonly Entry[]> => {
      const { hits } = await search(words, { limit: MOST_HITS, private: true });
      return hits.flatMap(({ id }) => entries.get(id) ?? []);
    };
    const more = (await found(`${titleOf(first, 'ja')} ${text}`)).filter((other) => isOfSame(first, other));
    // What the question finds by itself as well answers it; the rest shares the subject alone.
    const plain = new Set((await found(text)).map(({ id }) => id));
    const sure = more.filter(({ id }) => plain.has(id));
    return sure.length > 0 ? { more: sure, isSure: true } : { more, isSure: false };
  }

  /** じゃあ1月は？, オンラインは？: wishes for courses and nothing else; null where the text says more. */
  function wishIn(scene: Scene, said: string): Partial<CourseQuery> | null {
    const text = withoutCourtesy(saidBy(said));
    if ([...text].length > LONGEST_WISH || has(text, COURSE_NOUN)) return null;
    const wish = catalogue.coursesWished(text, scene);
    const filters = compact(wish);
    return wish.words !== '' || Object.keys(filters).length === 0 ? null : filters;
  }

  /** What a text means after what was shown last; as it was read where it stands by itself. */
  function inContext(scene: Scene, text: string, read: Understood): Understood {
    if (!isQuestion(read) && read.kind !== 'courses') return read;
    const shown = lastOf(scene);
    if (shown === null) return read;
    const wish = shown.kind === 'entries' ? null : wishIn(scene, text);
    if (wish !== null && shown.kind === 'course') return { kind: 'course', id: shown.id };
    if (wish !== null && shown.kind === 'courses')
      return { kind: 'courses', query: { ...shown.query, ...wish } };
    const leavesOut = read.kind !== 'courses' && isElliptical(withoutCourtesy(text));
    return leavesOut ? { kind: 'follow-up', followUp: { kind: 'details' } } : read;
  }

  /** What the person sees from now on. */
  function noteAnswer(scene: Scene, answered: Understood): void {
    const shown = shownBy(answered);
    if (shown !== 'as before') note(scene, shown);
  }

  function noteTap(scene: Scene, verb: string, data: unknown): void {
    const shown = shownByTap(verb, data);
    if (shown !== null) note(scene, shown);
  }

  /** これに申し込みたい: of the one course that is on the screen, else of any. Null where the text names one. */
  async function apply(scene: Scene, about: string): Promise<Message | null> {
    const shown = lastOf(scene);
    if (!pointsOnly(about)) return null;
    if (shown === null || shown.kind === 'entries')
      return enrolments.answer(scene, { kind: 'apply', about: '', named: true });
    const meant =
      shown.kind === 'course' ? await catalogue.titleOf(shown.id) : await onlyOne(scene, shown.query);
    return enrolments.answer(scene, { kind: 'apply', about: meant ?? '', named: true });
  }

  async function onlyOne(scene: Scene, query: CourseQuery): Promise<string | null> {
    const { courses } = await catalogue.answer(scene, query);
    const [only, ...others] = courses;
    return only === undefined || others.length > 0 ? null : catalogue.titleOf(only.course.id);
  }

  const note = ({ person, now, turn }: Scene, shown: Shown | null): void => {
    if (turn.personal) last.note(person.id, shown, now);
  };

  return {
    answer,
    /** Whether a text that points can only mean what was just shown, and no message that came by itself. */
    isFresh: ({ person, now, turn }: Scene): boolean => turn.personal && last.isFresh(person.id, now),
    inContext,
    noteAnswer,
    noteTap,
    apply,
  };
}

/** What people ask of a course and no card of one tells. */
const NOT_ON_CARD =
  /持ち物|服装|準備|様式|書式|用紙|申請書|書類|謝礼|報酬|旅費|交通費|倍率|資料|テキスト|マニュアル|結果|許可|断れ|連絡先|電話|試験|手当/;

const MOST_HITS = 8;
const LONGEST_WISH = 24;

/** Of the same initiative; of everyday matters, those that name the same thing (復命書). */
function isOfSame(first: Entry, other: Entry): boolean {
  if (other.id === first.id) return false;
  if (first.initiatives.length > 0) return other.initiatives.some((id) => first.initiatives.includes(id));
  return other.initiatives.length === 0 && shareName(titleOf(first, 'ja'), titleOf(other, 'ja'));
}

const NAMES = /[一-龠々ァ-ヴー]{3,}/gu;
const shareName = (a: string, b: string): boolean => (a.match(NAMES) ?? []).some((name) => b.includes(name));
