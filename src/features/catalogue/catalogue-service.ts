import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dayOf } from '../../core/calendar/day';
import { derived } from '../../core/derived';
import type { CourseId } from '../../core/ids';
import { type CardJson, type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Scene } from '../directory';
import { noSeatTaken, offeringNow, type SeatsTaken } from './application';
import { parseCatalogueAction } from './catalogue-actions';
import { courseCard, coursesCard, historyCard, sharedCourseCard } from './catalogue-cards';
import { lineText } from './catalogue-phrases';
import { catalogueTexts } from './catalogue-texts';
import { type CatalogueData, courseTitle } from './course';
import type { CourseMatch, CourseScores } from './course-match';
import { createCourseNames } from './course-name';
import { type CourseQuery, everything } from './course-query';
import { type CourseReading, readAsCourses, readAsList, readCourseQuery } from './course-reader';
import { type FoundCourse, isToCome, searchCourses } from './course-search';
import { courseView, sharedCourseView } from './course-view';
import { recommend } from './courses-for-me';
import { coursesView, recommendationsView } from './courses-view';
import { historyView } from './history-view';
import { nothingOwn, type OwnSeats } from './own-seats';
import type { PersonalQuery } from './personal-query';
import { readAsHistory, readPersonalQuery } from './personal-reader';
import { type CompletedCourse, completedBy } from './training-history';
import type { Origin } from './view-parts';

export interface CatalogueNeeds {
  readonly data: () => Promise<CatalogueData>;
  /** What may be shown of it; all of it where this is left out. */
  readonly offered?: () => Promise<CatalogueData>;
  readonly match: CourseMatch;
  /** By which the dates of a question are counted. */
  readonly calendar: () => BusinessCalendar;
  /** As it is now. No seat is taken where this is left out. */
  readonly seatsTaken?: () => Promise<SeatsTaken>;
  /** What the viewer can do about each offering; nothing where this is left out. */
  readonly ownSeats?: (scene: Scene) => Promise<OwnSeats>;
  /** Opens the bot's own chat from a course that was shared elsewhere. */
  readonly botLink?: string;
}

export interface CatalogueAnswer {
  /** `nothing`: no course fits, not even with wishes given up. */
  readonly kind: 'courses' | 'recommendations' | 'nothing';
  /** Best first. */
  readonly courses: readonly FoundCourse[];
  readonly message: CardMessage;
}

export interface PersonalAnswer {
  readonly completed: readonly CompletedCourse[];
  readonly message: CardMessage;
}

type CardMessage = Extract<Message, { kind: 'card' }>;
type Reading = Pick<Scene, 'now'>;

const NO_SCORES: CourseScores = new Map();

/** Questions about courses, their dates and one's own training history, answered from the data as it stands. */
export function createCatalogue(needs: CatalogueNeeds) {
  const offered = needs.offered ?? needs.data;
  const seatsNow = needs.seatsTaken ?? (async () => noSeatTaken);
  const ownSeatsOf = needs.ownSeats ?? (async () => nothingOwn);
  const courseNames = derived(createCourseNames);
  const named = async (text: string) => courseNames((await offered()).courses)(text);
  const scoresOf = async (words: string): Promise<CourseScores> =>
    words === '' ? NO_SCORES : needs.match(words);

  async function search(query: CourseQuery, scene: Pick<Scene, 'today'>) {
    const tools = { scores: await scoresOf(query.words), seatsTaken: await seatsNow() };
    return searchCourses(query, await offered(), scene.today, tools);
  }

  async function list(scene: Scene, query: CourseQuery, page: number): Promise<CatalogueAnswer> {
    const result = await search(query, scene);
    const view = coursesView(query, result, page, scene.locale);
    const kind = result.found.length === 0 ? 'nothing' : 'courses';
    return { kind, courses: result.found, message: messageOf(coursesCard, view) };
  }

  async function recommended(scene: Scene, query: CourseQuery, page: number): Promise<CatalogueAnswer> {
    const result = await search(query, scene);
    const history = (await needs.data()).records.filter(({ employeeId }) => employeeId === scene.person.id);
    const recommendations = recommend(scene.person, history, result.found, scene.today);
    const view = recommendationsView(
      query,
      { found: recommendations, dropped: result.dropped },
      page,
      scene.locale,
    );
    const kind = recommendations.length === 0 ? 'nothing' : 'recommendations';
    return { kind, courses: recommendations, message: messageOf(coursesCard, view) };
  }

  async function history(scene: Scene, query: PersonalQuery, page: number): Promise<PersonalAnswer> {
    const scores = await scoresOf(query.words);
    const completed = completedBy(scene.person.id, query, await needs.data(), scores);
    return { completed, message: messageOf(historyCard, historyView(query, completed, page, scene.locale)) };
  }

  async function course(scene: Scene, id: CourseId, origin: Origin | null): Promise<CardMessage | null> {
    const found = await findCourse(id, scene);
    if (found === null) return null;
    return messageOf(courseCard, courseView(found, origin, await ownSeatsOf(scene), scene.locale));
  }

  async function findCourse(id: CourseId, { today }: Pick<Scene, 'today'>): Promise<FoundCourse | null> {
    const { courses, offerings } = await offered();
    const seatsTaken = await seatsNow();
    const wanted = courses.find((each) => each.id === id);
    if (wanted === undefined) return null;
    const toCome = offerings
      .filter(({ courseId }) => courseId === id)
      .map((offering) => offeringNow(offering, today, seatsTaken))
      .filter((now) => isToCome(now, today))
      .toSorted((a, b) => (a.offering.startsOn < b.offering.startsOn ? -1 : 1));
    return { course: wanted, offerings: toCome };
  }

  async function answer(scene: Scene, query: CourseQuery, page = 0): Promise<CatalogueAnswer> {
    const found = await (query.forMe ? recommended : list)(scene, query, page);
    if (!query.forMe && !query.advice) return found;
    // Words of a story (4月に入ったばかりです。何から始めれば) are no subject where no course is on it.
    return found.kind === 'nothing' ? recommended(scene, { ...everything, forMe: true }, page) : found;
  }

  /** The courses that someone means by a few words (DX研修, 契約事務のやつ), best first: those that speak of them. */
  async function find(scene: Pick<Scene, 'now' | 'today'>, words: string): Promise<readonly FoundCourse[]> {
    const reading = readCourses(`${words} ${COURSE_WORD}`, scene);
    const query = { ...(reading?.query ?? { ...everything, words }), forMe: false, openOnly: false };
    return (await search(query, scene)).found;
  }

  /** The courses whose very name stands in a text. */
  async function findNamed(scene: Pick<Scene, 'today'>, text: string): Promise<readonly FoundCourse[]> {
    const courses = await Promise.all(((await named(text))?.ids ?? []).map((id) => findCourse(id, scene)));
    return courses.filter((each) => each !== null);
  }

  /** A tap on one of the cards; an old card or forged data gets a polite note. */
  async function handle(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const t = catalogueTexts(scene.locale);
    const action = parseCatalogueAction(verb, data);
    if (action === null) return replyToInvoke({ kind: 'notice', text: t.oldCard });
    switch (action.verb) {
      case 'catalogue.list':
        return asCard((await list(scene, action.query, action.page)).message);
      case 'catalogue.recommend':
        return asCard((await recommended(scene, action.query, action.page)).message);
      case 'catalogue.history':
        return asCard((await history(scene, action.query, action.page)).message);
      case 'catalogue.course': {
        const message = await course(scene, action.id, action.back);
        return message === null ? replyToInvoke({ kind: 'notice', text: t.gone }) : asCard(message);
      }
      default:
        return action satisfies never;
    }
  }

  /** Results of the message extension; without a text the soonest courses. `count` is cut to 25. */
  async function searchForSharing(
    scene: Pick<Scene, 'now' | 'today' | 'locale'>,
    text: string,
    skip: number,
    count: number,
  ): Promise<Reply> {
    const words = text.trim().slice(0, 200);
    // Whoever searches here means courses without saying so.
    const reading = words === '' ? null : readCourses(`${words} 研修`, scene);
    const query = reading?.query ?? { ...everything, words };
    const { found } = await search({ ...query, forMe: false }, scene);
    const results = found.slice(skip, skip + Math.min(count, MOST_SHARED)).map((each) => ({
      card: sharedCourseCard.render(sharedCourseView(each, needs.botLink ?? null, scene.locale)),
      title: courseTitle(each.course, scene.locale),
      text: lineText(each, scene.locale),
    }));
    return replyToInvoke({ kind: 'search-results', results });
  }

  const readCourses = (text: string, { now }: Reading): CourseReading | null =>
    readCourseQuery(text, dayOf(now), needs.calendar());

  return {
    /** Whether, and how surely, a text asks for courses, and for which. */
    readCourses,
    /** Whether there is a course on the subject that a text names; true as well where it names none. */
    finds: async (query: CourseQuery, { now }: Reading): Promise<boolean> =>
      query.words === '' ||
      query.dates !== null ||
      query.weekdays.length > 0 ||
      (await search(query, { today: dayOf(now) })).found.length > 0,
    /** What a text asks about courses that it names: 政策法務研修の定員は？; null where it names none. */
    named,
    /** The courses that a single word stands in the title of; null where there is none. */
    titled: async (word: string): Promise<CourseQuery | null> => {
      const { courses } = await offered();
      return courses.some(({ title }) => title.includes(word)) ? { ...everything, words: word } : null;
    },
    /** Whether a text asks for the asker's own training history. */
    readPersonal: (text: string, { now }: Reading): PersonalQuery | null =>
      readPersonalQuery(text, dayOf(now), needs.calendar()),
    /** What a text looks for that is known to look for courses, in whatever words. */
    coursesWished: (text: string, { now }: Reading): CourseQuery =>
      readAsCourses(text, dayOf(now), needs.calendar()).query,
    /** The same for a list; null where the text speaks of what no list of courses says (年間予定はどこかに出てますか). */
    listWished: (text: string, { now }: Reading): CourseQuery | null =>
      readAsList(text, dayOf(now), needs.calendar()),
    /** What a text looks for that is known to ask for the asker's own training history. */
    historyWished: (text: string, { now }: Reading): PersonalQuery | null =>
      readAsHistory(text, dayOf(now), needs.calendar()),
    answer,
    personal: (scene: Scene, query: PersonalQuery): Promise<PersonalAnswer> => history(scene, query, 0),
    recommendFor: (scene: Scene): Promise<CatalogueAnswer> =>
      recommended(scene, { ...everything, forMe: true }, 0),
    find,
    findNamed,
    /** The card of a course as it now stands; null where it is gone. */
    course: (scene: Scene, id: CourseId): Promise<CardMessage | null> => course(scene, id, null),
    /** As HR wrote it; null where the course is gone. */
    titleOf: async (id: CourseId): Promise<string | null> =>
      (await offered()).courses.find((each) => each.id === id)?.title ?? null,
    handle,
    searchForSharing,
  };
}

export type Catalogue = ReturnType<typeof createCatalogue>;

const MOST_SHARED = 25;
/** Said for people who leave it out. */
const COURSE_WORD = '研修';

const asCard = ({ card }: CardMessage): Reply => replyToInvoke({ kind: 'card', card });

const messageOf = <View extends { readonly fallback: string }>(
  card: { render(view: View): CardJson },
  view: View,
): CardMessage => ({ kind: 'card', card: card.render(view), summary: view.fallback });
