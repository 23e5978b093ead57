import type { Day } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { isSelfPaced, offeringNow, type TargetMiss, targetMisses } from '../catalogue';
import type { Person } from '../directory';
import type { Course, Offering } from '../records';
import { overlap } from './enrolment';

/** Why one cannot apply. */
export type Refusal =
  | { readonly kind: 'not-yet'; readonly from: Day }
  | { readonly kind: 'closed'; readonly until: Day | null }
  | { readonly kind: 'begun' }
  /** 指名: HR names who takes part. */
  | { readonly kind: 'by-nomination' }
  | { readonly kind: 'not-in-target'; readonly misses: readonly TargetMiss[] }
  | { readonly kind: 'already' }
  | { readonly kind: 'on-leave'; readonly to: Day | null }
  | { readonly kind: 'full' };

/** What one should know, though one can apply. */
export type Warning =
  | { readonly kind: 'same-day'; readonly with: string }
  | { readonly kind: 'same-course'; readonly on: Day }
  /** 推薦: the manager must put one forward. */
  | { readonly kind: 'needs-recommendation' };

export type Verdict =
  | { readonly ok: true; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** An offering in which the person has a seat. */
export interface OwnSeat {
  readonly course: Course;
  readonly offering: Offering;
}

export interface CheckInput {
  readonly person: Pick<Person, 'level' | 'jobType' | 'birthDate' | 'hiredOn' | 'leave'>;
  readonly course: Course;
  readonly offering: Offering;
  readonly today: Day;
  readonly own: readonly OwnSeat[];
  readonly seatsTaken: number;
  /** Undoes a withdrawal of today: the window may have closed meanwhile, not the door. */
  readonly undoing?: boolean;
}

/** Whether a person can apply for an offering, as the data stands. The first reason of this order counts. */
export function checkApplication(input: CheckInput): Verdict {
  const { person, course, offering, own } = input;
  const refusal =
    windowRefusal(input) ??
    (course.entry === 'nomination' ? { kind: 'by-nomination' as const } : null) ??
    targetRefusal(input) ??
    (own.some((seat) => seat.offering.id === offering.id) ? { kind: 'already' as const } : null) ??
    (person.leave === null ? null : { kind: 'on-leave' as const, to: person.leave.to }) ??
    (offering.capacity !== null && input.seatsTaken >= offering.capacity ? { kind: 'full' as const } : null);
  return refusal === null ? { ok: true, warnings: warningsOf(input) } : { ok: false, refusal };
}

/** Where nobody applies (指名) the window is HR's own and tells nobody anything; that it has begun does. */
function windowRefusal({ course, offering, today, undoing }: CheckInput): Refusal | null {
  const { application } = offeringNow(offering, today, () => 0);
  if (course.entry === 'nomination' && application.state !== 'begun') return null;
  switch (application.state) {
    case 'before':
      return { kind: 'not-yet', from: application.from };
    case 'closed':
      return undoing === true ? null : { kind: 'closed', until: offering.applyUntil };
    case 'begun':
      return { kind: 'begun' };
    case 'open':
    case 'full':
      return null;
    default:
      return application satisfies never;
  }
}

/** Age and years are those of the 年度 in which the offering begins. */
function targetRefusal({ course, person, offering }: CheckInput): Refusal | null {
  const misses = targetMisses(course, person, fiscalYearOf(offering.startsOn));
  return misses.length === 0 ? null : { kind: 'not-in-target', misses };
}

function warningsOf({ course, offering, own }: CheckInput): readonly Warning[] {
  const sameCourse = own.find((seat) => seat.course.id === course.id);
  const sameDay = isSelfPaced(course)
    ? undefined
    : own.find((seat) => !isSelfPaced(seat.course) && overlap(seat.offering, offering));
  return [
    ...(course.entry === 'recommendation' ? [{ kind: 'needs-recommendation' as const }] : []),
    ...(sameDay === undefined ? [] : [{ kind: 'same-day' as const, with: sameDay.course.title }]),
    ...(sameCourse === undefined ? [] : [{ kind: 'same-course' as const, on: sameCourse.offering.startsOn }]),
  ];
}

/** One can withdraw until the first day is over; what follows the cut-off (変更期限) is told to HR as well. */
export const canWithdraw = (offering: Pick<Offering, 'startsOn'>, today: Day): boolean =>
  today <= offering.startsOn;
export const isLate = ({ cutOffOn }: Pick<Offering, 'cutOffOn'>, today: Day): boolean =>
  cutOffOn !== null && today > cutOffOn;
