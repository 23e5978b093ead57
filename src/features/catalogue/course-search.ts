import { compare, type Day, daysBetween, weekday } from '../../core/calendar/day';
import { derived } from '../../core/derived';
import {
  type Application,
  canApply,
  noSeatTaken,
  type OfferingNow,
  offeringNow,
  type SeatsTaken,
} from './application';
import { type CatalogueData, type Course, isSelfPaced, type Offering } from './course';
import type { CourseScores } from './course-match';
import { type CourseQuery, type DateFilter, everything } from './course-query';

/** A wish that can be given up when nothing fits them all. */
export type Filter =
  | 'place'
  | 'weekday'
  | 'timeOfDay'
  | 'days'
  | 'length'
  | 'free'
  | 'format'
  | 'entry'
  | 'open'
  | 'dates'
  | 'kind'
  | 'audience';

export interface FoundCourse {
  readonly course: Course;
  /** Those that fit, soonest first. Empty where a course on the subject is not held again this 年度. */
  readonly offerings: readonly OfferingNow[];
}

export interface CourseSearch {
  readonly found: readonly FoundCourse[];
  /** Wishes that were given up, since nothing fitted all. */
  readonly dropped: readonly Filter[];
}

export interface SearchTools {
  /** What `CourseMatch` found for the words of the query. */
  readonly scores: CourseScores;
  readonly seatsTaken: SeatsTaken;
}

/** Given up in this order: what matters least first. */
const GIVEN_UP: readonly Filter[] = [
  'place',
  'weekday',
  'timeOfDay',
  'days',
  'length',
  'free',
  'format',
  'entry',
  'open',
  'dates',
  'kind',
  'audience',
];

/** A course that only shares the field of the subject counts less than one that names it. */
const SAME_FIELD = 0.4;
/** Courses scoring less than this part of the best are about something else. Scores count as parts of the best. */
const NEAR_BEST = 0.55;
/** Scores this close are equal, and the sooner course comes first. */
const SAME_RANK = 0.1;
/** Longer ones are looked for by the day they begin. */
const SHORT_OFFERING_DAYS = 14;

/**
 * The courses that fit, best first: by subject where one is asked for, then by audience, then soonest. Where nothing
 * fits, wishes are given up one at a time (the subject never), and `dropped` says which.
 */
export function searchCourses(
  query: CourseQuery,
  data: Pick<CatalogueData, 'courses' | 'offerings'>,
  today: Day,
  tools: SearchTools,
): CourseSearch {
  const candidates = candidatesFor(query, data, today, tools);
  const wanted = GIVEN_UP.filter((filter) => isWanted(query, filter));
  const attempts: (readonly Filter[])[] = [
    [],
    ...wanted.map((filter) => [filter]),
    ...wanted.map((_, at) => wanted.slice(0, at + 1)).slice(1),
  ];
  for (const dropped of attempts) {
    const kept = wanted.filter((filter) => !dropped.includes(filter));
    const found = candidates.flatMap((candidate) => fitting(candidate, query, kept, today) ?? []);
    if (found.length > 0) return { found: inOrder(found, query, today), dropped };
  }
  return { found: [], dropped: [] };
}

/** Every course with what is to come of it, soonest first, as if no seat were taken. */
export const everythingToCome = (
  data: Pick<CatalogueData, 'courses' | 'offerings'>,
  today: Day,
): readonly FoundCourse[] =>
  searchCourses(everything, data, today, { scores: new Map(), seatsTaken: noSeatTaken }).found;

interface Candidate {
  readonly course: Course;
  readonly offerings: readonly OfferingNow[];
  readonly score: number;
}

const hasSubject = (query: CourseQuery): boolean => query.words !== '' || query.field !== null;

/** By course, soonest first. */
const standingOf = derived((offerings: CatalogueData['offerings'], today: Day, seatsTaken: SeatsTaken) =>
  Map.groupBy(
    offerings
      .toSorted((a, b) => compare(a.startsOn, b.startsOn))
      .map((offering) => offeringNow(offering, today, seatsTaken)),
    ({ offering }) => offering.courseId,
  ),
);

const NO_OFFERINGS: readonly OfferingNow[] = [];

function candidatesFor(
  query: CourseQuery,
  data: Pick<CatalogueData, 'courses' | 'offerings'>,
  today: Day,
  tools: SearchTools,
): Candidate[] {
  const scores = subjectScores(query, data.courses, tools.scores);
  const standing = standingOf(data.offerings, today, tools.seatsTaken);
  return data.courses.flatMap((course) => {
    const score = hasSubject(query) ? scores.get(course.id) : 0;
    if (score === undefined) return [];
    return [{ course, score, offerings: standing.get(course.id) ?? NO_OFFERINGS }];
  });
}

function subjectScores(query: CourseQuery, courses: readonly Course[], found: CourseScores): CourseScores {
  const scores = new Map<string, number>(query.words === '' ? [] : found);
  const best = Math.max(0, ...scores.values());
  for (const [id, score] of scores) {
    if (score < best * NEAR_BEST) scores.delete(id);
    else scores.set(id, score / best);
  }
  for (const { id, field } of courses) {
    if (field !== null && field === query.field) scores.set(id, Math.max(scores.get(id) ?? 0, SAME_FIELD));
  }
  return scores;
}

function isWanted(query: CourseQuery, filter: Filter): boolean {
  switch (filter) {
    case 'place':
      return query.inHouse || query.place !== '';
    case 'weekday':
      return query.weekdays.length > 0;
    case 'timeOfDay':
      return query.timeOfDay !== null;
    case 'days':
      return query.days !== null;
    case 'entry':
      return query.entries.length > 0;
    case 'length':
      return query.maxHours !== null;
    case 'free':
      return query.freeOnly;
    case 'format':
      return query.formats.length > 0;
    case 'open':
      return query.openOnly;
    case 'dates':
      return query.dates !== null;
    case 'kind':
      return query.kinds.length > 0;
    case 'audience':
      return query.audience !== null;
    default:
      return filter satisfies never;
  }
}

/** What an offering has and a course has not. */
const OF_OFFERINGS: ReadonlySet<Filter> = new Set(['place', 'weekday', 'timeOfDay', 'days', 'open', 'dates']);

/** The candidate with the offerings that fit, or null where it does not fit. */
function fitting(
  candidate: Candidate,
  query: CourseQuery,
  kept: readonly Filter[],
  today: Day,
): Candidate | null {
  const { course } = candidate;
  if (!kept.every((filter) => courseFits(course, query, filter))) return null;
  const offerings = candidate.offerings.filter(
    (now) =>
      kept.every((filter) => offeringFits(course, now, query, filter, today)) &&
      (kept.includes('dates') || isToCome(now, today)),
  );
  const byOffering = kept.some((filter) => OF_OFFERINGS.has(filter));
  if (offerings.length === 0 && (byOffering || !hasSubject(query))) return null;
  return { ...candidate, offerings };
}

/** Not begun yet, or still open to those who come late. */
export const isToCome = ({ offering, application }: OfferingNow, today: Day): boolean =>
  offering.startsOn >= today || application.state === 'open' || application.state === 'before';

function courseFits(course: Course, query: CourseQuery, filter: Filter): boolean {
  switch (filter) {
    case 'length':
      return course.hours !== null && query.maxHours !== null && course.hours <= query.maxHours;
    case 'free':
      return course.costYen === null || course.costYen === 0;
    case 'format':
      return query.formats.includes(course.format);
    case 'kind':
      return query.kinds.includes(course.kind);
    case 'audience':
      return isForAudience(course, query);
    case 'entry':
      return query.entries.includes(course.entry);
    case 'place':
    case 'weekday':
    case 'timeOfDay':
    case 'days':
    case 'open':
    case 'dates':
      return true;
    default:
      return filter satisfies never;
  }
}

function isForAudience(course: Course, { audience }: CourseQuery): boolean {
  if (audience === null) return true;
  const { levels, jobTypes } = course;
  const inYears = reach(course.yearsFrom, course.yearsTo, spanOf(audience.years));
  const inAges = reach(course.ageFrom, course.ageTo, audience.ages);
  const isNamed =
    overlap(levels, audience.levels) ||
    overlap(jobTypes, audience.jobTypes) ||
    inYears === 'named' ||
    inAges === 'named';
  if (audience.only) return isNamed;
  if (inYears === 'outside' || inAges === 'outside') return false;
  const levelFits = levels.length === 0 || audience.levels.length === 0 || overlap(levels, audience.levels);
  const jobFits =
    jobTypes.length === 0 || audience.jobTypes.length === 0 || overlap(jobTypes, audience.jobTypes);
  return levelFits && jobFits;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (years: number | null): Span | null => (years === null ? null : { from: years, to: years });

/** Whether a course that is meant for some years or ages names those that are asked for, leaves them out, or says nothing of them. */
function reach(from: number | null, to: number | null, asked: Span | null): 'named' | 'outside' | 'open' {
  if (asked === null || (from === null && to === null)) return 'open';
  return asked.to >= (from ?? 0) && asked.from <= (to ?? Number.POSITIVE_INFINITY) ? 'named' : 'outside';
}

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item));

function offeringFits(
  course: Course,
  now: OfferingNow,
  query: CourseQuery,
  filter: Filter,
  today: Day,
): boolean {
  switch (filter) {
    case 'place':
      return now.offering.place?.includes(query.inHouse ? CITY_HALL : query.place) ?? false;
    case 'weekday':
      return isSelfPaced(course) || query.weekdays.includes(weekday(now.offering.startsOn));
    case 'timeOfDay':
      return query.timeOfDay === null || isAtTime(now.offering, query.timeOfDay);
    case 'days':
      return daysBetween(now.offering.startsOn, now.offering.endsOn) + 1 === query.days;
    case 'open':
      return canApply(course, now);
    case 'dates':
      return query.dates === null || isWithin(now, query.dates, today);
    case 'length':
    case 'free':
    case 'format':
    case 'entry':
    case 'kind':
    case 'audience':
      return true;
    default:
      return filter satisfies never;
  }
}

/** As offerings name the city's own buildings. */
const CITY_HALL = '市役所';
const NOON = '12:00';

/** What has no time of day is no evening course. */
function isAtTime({ startTime, endTime }: Offering, wanted: NonNullable<CourseQuery['timeOfDay']>): boolean {
  if (startTime === null) return false;
  switch (wanted) {
    case 'morning':
      return startTime < NOON && endTime !== null && endTime <= '12:30';
    case 'afternoon':
      return startTime >= NOON;
    case 'evening':
      return startTime >= '16:00';
    default:
      return wanted satisfies never;
  }
}

function isWithin(now: OfferingNow, dates: DateFilter, today: Day): boolean {
  const { startsOn, endsOn, applyFrom, applyUntil } = now.offering;
  switch (dates.of) {
    case 'deadline':
      return applyUntil !== null && applyUntil >= dates.from && applyUntil <= dates.to;
    case 'application':
      return (applyFrom ?? today) <= dates.to && (applyUntil ?? startsOn) >= dates.from;
    case 'event': {
      // Of a period that is not over yet (今月, 今年度), the rest is what one can still attend.
      const from = dates.from <= today && today <= dates.to ? today : dates.from;
      const isShort = startsOn === endsOn || daysBetween(startsOn, endsOn) <= SHORT_OFFERING_DAYS;
      const lastDay = isShort ? endsOn : startsOn;
      return startsOn <= dates.to && lastDay >= from;
    }
    default:
      return dates.of satisfies never;
  }
}

/** The date to speak of: the first on which one can still come in, else the first of all. */
export const leading = ({ course, offerings }: FoundCourse): OfferingNow | null =>
  offerings.find((now) => canApply(course, now)) ?? offerings[0] ?? null;

function inOrder(found: readonly Candidate[], query: CourseQuery, today: Day): FoundCourse[] {
  const best = Math.max(0, ...found.map(({ score }) => score));
  const keys = new Map(found.map((candidate) => [candidate, sortKey(candidate, query, best, today)]));
  return found
    .toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []))
    .map(({ course, offerings }) => ({ course, offerings: query.next ? offerings.slice(0, 1) : offerings }));
}

function sortKey(candidate: Candidate, query: CourseQuery, best: number, today: Day): (string | number)[] {
  const { course, offerings, score } = candidate;
  const starts = leading(candidate)?.offering.startsOn ?? NEVER;
  return [
    Math.floor((best - score) / SAME_RANK),
    audienceDistance(course, query),
    ...(isBySeats(query) ? [seatsKey(candidate, query)] : []),
    query.order === 'deadline' ? nextDeadline(offerings) : starts < today ? today : starts,
    course.id,
  ];
}

const isBySeats = ({ order }: CourseQuery): boolean => order === 'fewest-seats' || order === 'most-seats';

/** Whoever asks by seats means those still to be had; what has no limit comes last. */
function seatsKey({ offerings }: Candidate, { order }: CourseQuery): number {
  const left = offerings.flatMap(({ seatsLeft }) => (seatsLeft === null ? [] : [seatsLeft]));
  if (left.length === 0) return Number.MAX_SAFE_INTEGER;
  return order === 'fewest-seats' ? Math.min(...left) : -Math.max(...left);
}

const NEVER = '9999-12-31';

const nextDeadline = (offerings: readonly OfferingNow[]): string =>
  offerings.flatMap(({ application }) => deadlineOf(application) ?? []).toSorted()[0] ?? NEVER;

const deadlineOf = (application: Application): Day | null =>
  application.state === 'open' ? application.until : null;

/** Courses made for few levels come first for them: 階層別 before what everyone may attend. */
function audienceDistance(course: Course, { audience }: CourseQuery): number {
  const { levels, jobTypes } = course;
  if (audience === null || overlap(jobTypes, audience.jobTypes)) return 0;
  const isForThose =
    reach(course.yearsFrom, course.yearsTo, spanOf(audience.years)) === 'named' ||
    reach(course.ageFrom, course.ageTo, audience.ages) === 'named';
  // A course for one or two years comes before one for everybody from then on.
  if (isForThose) return course.yearsTo === null && course.ageTo === null ? 1 : 0;
  return overlap(levels, audience.levels) ? levels.length : 10;
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const [left, right] = [a[at] ?? 0, b[at] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
