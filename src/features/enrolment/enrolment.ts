import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import type { EmployeeId, EnrolmentId, OfferingId } from '../../core/ids';
import type { Offering } from '../records';

/** In which an enrolment can be. Grows with approval, selection and the waiting list; `holdsSeat` decides for each. */
export const ENROLMENT_STATES = ['applied', 'withdrawn'] as const;
export const enrolmentState = z.enum(ENROLMENT_STATES);
export type EnrolmentState = z.infer<typeof enrolmentState>;

export function holdsSeat(state: EnrolmentState): boolean {
  switch (state) {
    case 'applied':
      return true;
    case 'withdrawn':
      return false;
    default:
      return state satisfies never;
  }
}

/** One person's application (申込み) for one offering. */
export interface Enrolment {
  readonly id: EnrolmentId;
  readonly offering: OfferingId;
  readonly employee: EmployeeId;
  readonly state: EnrolmentState;
  /** When the person applied, the last time. */
  readonly appliedAt: Date;
  /** Since when it is in its state. */
  readonly stateAt: Date;
  /** Version of the schedule when the person applied. */
  readonly seenVersion: number;
  /** The state that a manager has confirmed to know; null before the first. */
  readonly managerKnows: EnrolmentState | null;
}

/** When and where an offering is held: what those enrolled must be told of when it changes. */
export const schedule = z.object({
  startsOn: day,
  endsOn: day,
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  place: z.string().nullable(),
  /** What it was called, for the time when HR has removed it. */
  course: z.string(),
  title: z.string().nullable(),
  removed: z.boolean(),
});
export type Schedule = z.infer<typeof schedule>;

export const scheduleOf = (offering: Offering, courseTitle: string): Schedule => ({
  startsOn: offering.startsOn,
  endsOn: offering.endsOn,
  startTime: offering.startTime,
  endTime: offering.endTime,
  place: offering.place,
  course: courseTitle,
  title: offering.title,
  removed: false,
});

/** A new name is no change of when and where. */
export const isSameSchedule = (a: Schedule, b: Schedule): boolean =>
  a.startsOn === b.startsOn &&
  a.endsOn === b.endsOn &&
  a.startTime === b.startTime &&
  a.endTime === b.endTime &&
  a.place === b.place &&
  a.removed === b.removed;

/** The schedule that the store remembers of an offering, and how often it changed. */
export interface Remembered {
  readonly offering: OfferingId;
  readonly schedule: Schedule;
  readonly previous: Schedule | null;
  readonly version: number;
}

/** `current` is null where HR has removed the offering. The same object where nothing has changed. */
export function remember(known: Remembered, current: Schedule | null): Remembered {
  const now = current ?? { ...known.schedule, removed: true };
  if (isSameSchedule(known.schedule, now)) return known;
  return { ...known, schedule: now, previous: known.schedule, version: known.version + 1 };
}

/** Whether two offerings take place on a common day. */
export const overlap = (
  a: { readonly startsOn: Day; readonly endsOn: Day },
  b: { readonly startsOn: Day; readonly endsOn: Day },
): boolean => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
