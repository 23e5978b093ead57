import { compare, type Day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/store';
import type { CatalogueData } from '../catalogue';
import type { Course, Offering } from '../records';
import { type Enrolment, holdsSeat, type Remembered, remember, type Schedule, scheduleOf } from './enrolment';
import type { OwnSeat } from './enrolment-checks';
import { enrolmentsOf, rememberedOffering } from './enrolment-store';

/** An enrolment with what it is for, as it stands now. */
export interface Placed {
  readonly enrolment: Enrolment;
  /** Null where HR has removed it. */
  readonly course: Course | null;
  readonly offering: Offering | null;
  readonly when: Schedule;
  /** When and where it was before the last change; null where it never changed. */
  readonly previous: Schedule | null;
  /** How often when and where have changed. */
  readonly version: number;
}

export interface Catalogued {
  readonly courses: ReadonlyMap<string, Course>;
  readonly offerings: ReadonlyMap<string, Offering>;
}

export const catalogued = ({ courses, offerings }: CatalogueData): Catalogued => ({
  courses: new Map(courses.map((course) => [course.id, course])),
  offerings: new Map(offerings.map((offering) => [offering.id, offering])),
});

/** When and where as HR's data says now; null where the offering or its course is gone. */
export function scheduleIn({ courses, offerings }: Catalogued, id: string): Schedule | null {
  const offering = offerings.get(id);
  const course = offering === undefined ? undefined : courses.get(offering.courseId);
  return offering === undefined || course === undefined ? null : scheduleOf(offering, course.title);
}

export function place(enrolment: Enrolment, known: Remembered, data: Catalogued): Placed {
  const offering = data.offerings.get(enrolment.offering) ?? null;
  const now = remember(known, scheduleIn(data, enrolment.offering));
  return {
    enrolment,
    course: offering === null ? null : (data.courses.get(offering.courseId) ?? null),
    offering,
    when: now.schedule,
    previous: now.previous,
    version: now.version,
  };
}

/** All of one person, soonest first. */
export async function placedOf(
  reader: Reader,
  employee: EmployeeId,
  data: CatalogueData,
): Promise<readonly Placed[]> {
  const known = catalogued(data);
  const placed: Placed[] = [];
  for (const enrolment of await enrolmentsOf(reader, employee)) {
    const remembered = await rememberedOffering(reader, enrolment.offering);
    if (remembered !== null) placed.push(place(enrolment, remembered, known));
  }
  return placed.toSorted((a, b) => compare(a.when.startsOn, b.when.startsOn));
}

export const isSeated = ({ enrolment }: Placed): boolean => holdsSeat(enrolment.state);

/** Still to come, or going on. */
export const isAhead = ({ when }: Placed, today: Day): boolean => when.endsOn >= today;

/** The seats that a new application could collide with. */
export const seatsOf = (placed: readonly Placed[]): readonly OwnSeat[] =>
  placed
    .filter(isSeated)
    .flatMap(({ course, offering }) => (course === null || offering === null ? [] : [{ course, offering }]));
