import type { Day } from '../../core/calendar/day';
import { derived } from '../../core/derived';
import type { Reader } from '../../db/store';
import { everythingToCome, type FoundCourse, recommend } from '../catalogue';
import type { Person } from '../directory';
import type { Course, Offering, TrainingRecord } from '../records';
import { checkApplication } from './enrolment-checks';
import type { EnrolmentNeeds } from './enrolment-needs';
import { seatsByOffering } from './enrolment-store';
import { isSeated, placedOf, seatsOf } from './own-enrolments';
import { type Choice, choiceOf } from './seat-views';

/** What a person could apply for. A sweep asks for everybody, so what is the same for all is worked out once. */
export function createOpenings(needs: Pick<EnrolmentNeeds, 'data' | 'offered'>) {
  const toComeByDay = derived((courses: readonly Course[], offerings: readonly Offering[]) => {
    let last: { readonly today: Day; readonly found: readonly FoundCourse[] } | null = null;
    return (today: Day): readonly FoundCourse[] => {
      if (last?.today !== today) last = { today, found: everythingToCome({ courses, offerings }, today) };
      return last.found;
    };
  });
  const recordsByPerson = derived((records: readonly TrainingRecord[]) =>
    Map.groupBy(records, ({ employeeId }) => employeeId),
  );

  /** One offering of each course that fits this person and can be applied for, best first. */
  async function openFor(reader: Reader, person: Person, today: Day): Promise<readonly Choice[]> {
    const data = await needs.data(reader);
    const placed = (await placedOf(reader, person.id, data)).filter(isSeated);
    const own = seatsOf(placed);
    const taken = await seatsByOffering(reader);
    const mine = new Set(own.map(({ course }) => course.id));
    const history = recordsByPerson(data.records).get(person.id) ?? [];
    const { courses, offerings } = await needs.offered(reader);
    const fitting = recommend(person, history, toComeByDay(courses, offerings)(today), today);
    return fitting.flatMap(({ course, offerings }) => {
      if (mine.has(course.id)) return [];
      const open = offerings.find(({ offering }) => {
        const seatsTaken = taken.get(offering.id) ?? 0;
        return checkApplication({ person, course, offering, today, own, seatsTaken }).ok;
      });
      return open === undefined ? [] : [choiceOf(course, open.offering, taken.get(open.offering.id) ?? 0)];
    });
  }

  return { openFor };
}

export type Openings = ReturnType<typeof createOpenings>;
