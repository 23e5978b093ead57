import type { Day } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { JobType, Level } from '../records';
import { canApply, type OfferingNow } from './application';
import type { Course, TrainingRecord } from './course';
import type { FoundCourse } from './course-search';
import { type Learner, targetMisses } from './target';

/** Why a course is recommended, the weightiest first. */
export type Reason =
  /** A milestone of the career (30代, 40歳, 50代後半), or from an age on. */
  | { readonly kind: 'age'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'job'; readonly jobType: JobType }
  | { readonly kind: 'years'; readonly from: number | null; readonly to: number | null }
  /** Every 年度, and not yet in this one. */
  | { readonly kind: 'not-this-year' }
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'for-everyone' };

export interface Recommendation extends FoundCourse {
  readonly reasons: readonly Reason[];
  /** Nobody applies: HR names who takes part. */
  readonly byNomination: boolean;
}

/** More than anyone reads; the list of courses has the rest. */
const MOST_RECOMMENDED = 18;

/**
 * The courses that fit a person and are still to be had, best first. Age is that of the 年度, years of service are
 * counted by 年度 (0 in the first). Nobody is told of a course that they completed, unless it comes every 年度.
 */
export function recommend(
  person: Learner,
  history: readonly Pick<TrainingRecord, 'courseId' | 'completedOn'>[],
  candidates: readonly FoundCourse[],
  today: Day,
): Recommendation[] {
  return candidates
    .flatMap(({ course, offerings }) => {
      const open = offerings.filter((now) => isToBeHad(course, now, today));
      const reasons = open.length === 0 ? null : reasonsFor(course, person, history, today);
      const byNomination = course.entry === 'nomination';
      return reasons === null ? [] : [{ course, offerings: open, reasons, byNomination }];
    })
    .toSorted(
      (a, b) =>
        weight(b) - weight(a) ||
        compareText(firstDay(a), firstDay(b)) ||
        compareText(a.course.id, b.course.id),
    )
    .slice(0, MOST_RECOMMENDED);
}

/** Everybody is named for these every 年度 (倫理, 情報セキュリティ): having taken one last year does not count. */
const isYearly = (course: Course): boolean => course.entry === 'nomination' && isForEveryone(course);

const isForEveryone = ({ levels, jobTypes, ageFrom, ageTo, yearsFrom, yearsTo }: Course): boolean =>
  levels.length === 0 &&
  jobTypes.length === 0 &&
  [ageFrom, ageTo, yearsFrom, yearsTo].every((limit) => limit === null);

function isToBeHad(course: Course, now: OfferingNow, today: Day): boolean {
  if (course.entry === 'nomination') return now.offering.startsOn > today;
  return canApply(course, now) || now.application.state === 'before';
}

/** Null when the course does not fit the person. */
function reasonsFor(
  course: Course,
  person: Learner,
  history: readonly Pick<TrainingRecord, 'courseId' | 'completedOn'>[],
  today: Day,
): Reason[] | null {
  const fiscalYear = fiscalYearOf(today);
  const taken = history.filter(({ courseId }) => courseId === course.id);
  const counts = isYearly(course)
    ? taken.filter(({ completedOn }) => fiscalYearOf(completedOn) === fiscalYear)
    : taken;
  if (counts.length > 0) return null;

  const { levels, jobTypes, ageFrom, ageTo, yearsFrom, yearsTo } = course;
  const job = jobTypes.find((jobType) => jobType === person.jobType);
  if (targetMisses(course, person, fiscalYear).length > 0) return null;

  const reasons: Reason[] = [];
  if (ageFrom !== null || ageTo !== null) reasons.push({ kind: 'age', from: ageFrom, to: ageTo });
  if (levels.length > 0) reasons.push({ kind: 'level', level: person.level });
  if (job !== undefined) reasons.push({ kind: 'job', jobType: job });
  if (yearsFrom !== null || yearsTo !== null) reasons.push({ kind: 'years', from: yearsFrom, to: yearsTo });
  if (isForEveryone(course)) reasons.push({ kind: 'for-everyone' });
  reasons.push({ kind: isYearly(course) ? 'not-this-year' : 'not-taken' });
  return reasons;
}

/** Most employees are clerical, so being for them says little. */
const COMMON_JOB: JobType = 'clerical';

/** 55歳以上 is no milestone. */
const OPEN_ENDED_AGE = 30;

const WEIGHTS: Readonly<Record<Reason['kind'], number>> = {
  age: 80,
  level: 40,
  job: 35,
  years: 20,
  'not-this-year': 15,
  'not-taken': 0,
  'for-everyone': 0,
};

/** What is made for few fits better; months of 派遣研修 are no everyday advice. */
function weight({ course, offerings, reasons }: Recommendation): number {
  const fit = reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
  const breadth = 6 * Math.max(0, course.levels.length - 1);
  const away = course.kind === 'secondment' ? 60 : course.kind === 'special' ? 25 : 0;
  const open = offerings.some((now) => canApply(course, now)) ? 10 : 0;
  return fit - breadth - away + open;
}

function weightOf(reason: Reason): number {
  if (reason.kind === 'job' && reason.jobType === COMMON_JOB) return 0;
  if (reason.kind === 'age' && reason.to === null) return OPEN_ENDED_AGE;
  return WEIGHTS[reason.kind];
}

const firstDay = ({ offerings }: Recommendation): string => offerings[0]?.offering.startsOn ?? '';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
