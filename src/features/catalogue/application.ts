import type { Day } from '../../core/calendar/day';
import type { OfferingId } from '../../core/ids';
import type { Course, Offering } from './course';

/** How many seats of an offering are taken. */
export type SeatsTaken = (offering: OfferingId) => number;

export const noSeatTaken: SeatsTaken = () => 0;

/** Where the application for an offering stands on a given day. */
export type Application =
  | { readonly state: 'before'; readonly from: Day; readonly until: Day | null }
  | { readonly state: 'open'; readonly until: Day | null }
  | { readonly state: 'full' }
  | { readonly state: 'closed' }
  | { readonly state: 'begun'; readonly isOver: boolean };

export interface OfferingNow {
  readonly offering: Offering;
  readonly application: Application;
  /** Null where there is no limit. */
  readonly seatsLeft: number | null;
}

/** Both ends of the window belong to it; without a last day one can apply until the offering begins. */
export function offeringNow(offering: Offering, today: Day, seatsTaken: SeatsTaken): OfferingNow {
  const { capacity } = offering;
  const seatsLeft = capacity === null ? null : Math.max(0, capacity - seatsTaken(offering.id));
  return { offering, seatsLeft, application: applicationOn(offering, today, seatsLeft) };
}

function applicationOn(offering: Offering, today: Day, seatsLeft: number | null): Application {
  const { applyFrom, applyUntil, startsOn, endsOn } = offering;
  if (endsOn < today) return { state: 'begun', isOver: true };
  if (applyUntil === null ? startsOn <= today : applyUntil < today) {
    return startsOn <= today ? { state: 'begun', isOver: false } : { state: 'closed' };
  }
  if (applyFrom !== null && today < applyFrom) return { state: 'before', from: applyFrom, until: applyUntil };
  return seatsLeft === 0 ? { state: 'full' } : { state: 'open', until: applyUntil };
}

/** Open to everybody who asks for it; who is nominated is chosen by HR. */
export const canApply = (course: Course, { application }: OfferingNow): boolean =>
  course.entry !== 'nomination' && application.state === 'open';
