import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../src/core/calendar/day';
import { aadObjectId, employeeId, enrolmentId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import type { CatalogueData, Course, Offering, TrainingRecord } from '../../../src/features/catalogue/course';
import type { Person, Scene } from '../../../src/features/directory';
import { createEnrolments, type Enrolments } from '../../../src/features/enrolment';
import type { EnrolmentNeeds } from '../../../src/features/enrolment/enrolment-needs';
import { createSeats, type Seats } from '../../../src/features/enrolment/seats';
import { aPerson, calendar } from '../catalogue/builders';

export interface Rig {
  readonly enrolments: Enrolments;
  readonly seats: Seats;
  /** Changed by a test as HR would change it. */
  data: { courses: Course[]; offerings: Offering[]; records: TrainingRecord[] };
  people: Person[];
  scene(person: Person, instant?: string): Scene;
}

/** The enrolment on a store of its own, with courses and people that a test makes up. */
export function enrolmentRig(store: Store, given: CatalogueData, people: readonly Person[]): Rig {
  const rig: Omit<Rig, 'enrolments' | 'seats'> = {
    data: { courses: [...given.courses], offerings: [...given.offerings], records: [...given.records] },
    people: [...people],
    scene: (person, instant = '2026-11-24T01:00:00Z') => {
      const now = new Date(instant);
      return {
        person,
        now,
        today: dayOf(now),
        locale: 'ja',
        turn: { activityId: 'a', conversationId: 'c', personal: true },
      };
    },
  };
  const needs: EnrolmentNeeds = {
    store,
    directory: { everybody: async () => rig.people },
    data: async () => ({ ...rig.data }),
    offered: async () => ({ ...rig.data }),
    catalogue: { find: async () => [], findNamed: async () => [] },
    calendar: () => calendar,
    publicUrl: () => 'http://127.0.0.1:3978',
    newId: () => enrolmentId.parse(randomUUID()),
  };
  return Object.assign(rig, { enrolments: createEnrolments(needs), seats: createSeats(needs) });
}

export const person = (number: number, changes: Partial<Person> = {}): Person =>
  aPerson({
    id: employeeId.parse(String(200_000 + number)),
    aadObjectId: aadObjectId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    name: `職員 ${number}`,
    ...changes,
  });
