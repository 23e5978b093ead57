import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../../core/calendar/fiscal-year';
import type { EmployeeId } from '../../core/ids';
import type { Person } from '../directory';
import type { Pair } from './pair';

export const exchangeId = z.uuid().brand<'ExchangeId'>();
/** Id of a メンター情報交換会. */
export type ExchangeId = z.infer<typeof exchangeId>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What HR sets. Times are of Tokyo, `HH:MM`. */
export const exchangePlan = z
  .object({
    on: day,
    starts: time,
    ends: time,
    place: z.string().trim().min(1).max(60),
    seats: z.number().int().min(1).max(500),
  })
  .refine(({ starts, ends }) => starts < ends);
export type ExchangePlan = z.infer<typeof exchangePlan>;

export interface Exchange extends ExchangePlan {
  readonly id: ExchangeId;
  readonly state: 'open' | 'cancelled';
  /** How often when and where have changed. */
  readonly version: number;
  /** Null while they have not. */
  readonly changedAt: Date | null;
}

export const MOST_TOPICS = 30;
export const MOST_TOPIC_CHARACTERS = 100;

/** Mentors of this 年度 and of the last one, and whom the roster names. */
export function mentorsOn(
  people: readonly Person[],
  pairs: readonly Pair[],
  today: Day,
): ReadonlySet<EmployeeId> {
  const since = fiscalYearStart(fiscalYearOf(today) - 1);
  const fromPairs = pairs
    .filter(
      ({ from, until, status }) => from <= today && (status.kind === 'ended' ? status.on : until) >= since,
    )
    .map(({ mentor }) => mentor);
  const named = people.filter(({ roles }) => roles.has('mentor')).map(({ id }) => id);
  return new Set([...fromPairs, ...named]);
}
