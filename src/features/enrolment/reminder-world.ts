import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, type Day, dayOf } from '../../core/calendar/day';
import type { Reader } from '../../db/store';
import type { CatalogueData } from '../catalogue';
import type { Person } from '../directory';
import type { EnrolmentNeeds } from './enrolment-needs';
import { enrolmentsToTellOf, rememberedOfferings } from './enrolment-store';
import { catalogued, type Placed, place } from './own-enrolments';

/** All that a sweep looks at, read once. */
export interface World {
  readonly now: Date;
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  readonly everybody: readonly Person[];
  readonly data: CatalogueData;
  /** What may be offered of it. */
  readonly offered: CatalogueData;
  /** Everybody's seats, and what changed within the last month. */
  readonly placed: readonly Placed[];
}

/** A manager is told of what happened within so many days. */
const LOOK_BACK_DAYS = 31;

export async function readWorld(reader: Reader, needs: EnrolmentNeeds, now: Date): Promise<World> {
  const today = dayOf(now);
  const data = await needs.data(reader);
  const known = await rememberedOfferings(reader);
  const inData = catalogued(data);
  const since = new Date(`${addDays(today, -LOOK_BACK_DAYS)}T00:00:00Z`);
  const enrolments = await enrolmentsToTellOf(reader, since);
  return {
    now,
    today,
    calendar: needs.calendar(),
    everybody: await needs.directory.everybody(reader, today),
    data,
    offered: await needs.offered(reader),
    placed: enrolments.flatMap((enrolment) => {
      const remembered = known.get(enrolment.offering);
      return remembered === undefined ? [] : [place(enrolment, remembered, inData)];
    }),
  };
}
