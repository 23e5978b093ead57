import fc from 'fast-check';
import { addDays, type Day, day } from '../../../src/core/calendar/day';

const FIRST = day.parse('2000-01-01');

/** Days from 2000 to 2099. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => addDays(FIRST, days));

/** Instants from 2000 to 2099, to the millisecond. */
export const anyInstant: fc.Arbitrary<Date> = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-01T00:00:00Z'),
  noInvalidDate: true,
});
