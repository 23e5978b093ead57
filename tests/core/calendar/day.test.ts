import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compare,
  day,
  dayFrom,
  dayIfReal,
  dayOf,
  daysBetween,
  firstOfMonth,
  instantAt,
  lastOfMonth,
  minuteOfDay,
  mondayOf,
  partsOf,
  weekday,
} from '../../../src/core/calendar/day';
import { anyDay } from './any-day';

describe('a day', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29'])('%s is one', (text) => {
    expect(day.safeParse(text).success).toBe(true);
  });
  test.each(['2026-02-29', '2100-02-29', '2026-13-01', '2026-1-1', '2026-11-22T00:00', '', ' 2026-11-22'])(
    '%s is none',
    (text) => {
      expect(day.safeParse(text).success).toBe(false);
    },
  );
  test('that does not exist is null where asked for gently, an error otherwise', () => {
    expect(dayIfReal(2026, 2, 29)).toBeNull();
    expect(dayIfReal(2026, 0, 1)).toBeNull();
    expect(dayIfReal(99, 1, 1)).toBeNull();
    expect(dayIfReal(2028, 2, 29)).toBe('2028-02-29');
    expect(() => dayFrom(2026, 2, 29)).toThrow();
  });
});

describe('Tokyo', () => {
  test.each([
    ['2026-11-21T14:59:59.999Z', '2026-11-21', 23 * 60 + 59],
    ['2026-11-21T15:00:00.000Z', '2026-11-22', 0],
    ['2026-12-31T15:00:00.000Z', '2027-01-01', 0],
    ['2026-11-22T00:00:00.000Z', '2026-11-22', 9 * 60],
  ])('at %s it is %s, minute %i', (instant, expected, minute) => {
    expect(dayOf(new Date(instant))).toBe(expected);
    expect(minuteOfDay(new Date(instant))).toBe(minute);
  });

  test('8:30 there is 23:30 UTC of the day before', () => {
    expect(instantAt(day.parse('2026-11-22'), '08:30').toISOString()).toBe('2026-11-21T23:30:00.000Z');
  });

  test.each(['24:00', '8:30', '08:60', '', '08:30:00'])('%s is no time of day', (time) => {
    expect(() => instantAt(day.parse('2026-11-22'), time)).toThrow(RangeError);
  });

  test('every minute of a day belongs to that day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const instant = instantAt(on, time);
        expect([dayOf(instant), minuteOfDay(instant)]).toEqual([on, minute]);
      }),
    );
  });
});

describe('arithmetic', () => {
  test('days added are days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9999, max: 9999 }), (on, n) => {
        const other = addDays(on, n);
        expect(daysBetween(on, other)).toBe(n);
        expect(addDays(other, -n)).toBe(on);
        expect(Math.sign(compare(other, on))).toBe(Math.sign(n));
        expect(weekday(other)).toBe((((weekday(on) + n) % 7) + 7) % 7);
      }),
    );
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day.parse(from), months)).toBe(expected);
  });

  test('a month counted beyond its year lies in the next or the last one', () => {
    expect(firstOfMonth(2026, 13)).toBe('2027-01-01');
    expect(firstOfMonth(2026, 0)).toBe('2025-12-01');
    expect(firstOfMonth(2026, -11)).toBe('2025-01-01');
    expect(lastOfMonth(2026, 14)).toBe('2027-02-28');
    expect(lastOfMonth(2027, 0)).toBe('2026-12-31');
  });

  test('a month ends the day before the next begins', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const { year, month } = partsOf(on);
        expect(addDays(lastOfMonth(year, month), 1)).toBe(firstOfMonth(year, month + 1));
        expect(firstOfMonth(year, month) <= on && on <= lastOfMonth(year, month)).toBe(true);
      }),
    );
  });

  test('a week begins on its Monday', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const monday = mondayOf(on);
        expect(weekday(monday)).toBe(1);
        expect(monday <= on && on < addDays(monday, 7)).toBe(true);
      }),
    );
  });

  test('2026-11-22 is a Sunday', () => {
    expect(weekday(day.parse('2026-11-22'))).toBe(0);
  });
});
