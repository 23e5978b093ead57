import type { EnrolmentId } from '../../core/ids';
import type { OfferingNow } from './application';
import type { Course } from './course';

/** What the viewer of a course card can do about one of its offerings. */
export type OwnSeat =
  | { readonly kind: 'none' }
  | { readonly kind: 'may-apply' }
  /** `why` says what stands against it. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'applied'; readonly enrolment: EnrolmentId; readonly mayWithdraw: boolean };

export type OwnSeats = (course: Course, now: OfferingNow) => OwnSeat;

export const nothingOwn: OwnSeats = () => ({ kind: 'none' });
