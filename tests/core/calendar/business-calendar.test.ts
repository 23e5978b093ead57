import fc from 'fast-check';
import {
  type BusinessCalendar,
  calendarOverride,
  createBusinessCalendar,
} from '../../../src/core/calendar/business-calendar';
import { addDays, day, dayOf, instantAt } from '../../../src/core/calendar/day';
import { anyDay, anyInstant } from './any-day';

const usual = createBusinessCalendar([]);
const withOverrides = createBusinessCalendar([
  { date: day.parse('2026-12-01'), kind: 'closed' },
  { date: day.parse('2026-11-28'), kind: 'open' },
  { date: day.parse('2026-12-29'), kind: 'open' },
]);
const calendars: readonly [string, BusinessCalendar][] = [
  ['the usual calendar', usual],
  ['a calendar of its own', withOverrides],
];

describe('open days', () => {
  test.each([
    ['2026-11-20', true], // Friday
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', false], // 勤労感謝の日
    ['2026-11-24', true],
    ['2026-12-28', true],
    ['2026-12-29', false],
    ['2027-01-03', false],
    ['2027-01-04', true],
    ['2026-09-22', false], // 国民の休日
  ])('%s: %s', (on, open) => {
    expect(usual.isOpenDay(day.parse(on))).toBe(open);
  });

  test('the city closes and opens days of its own', () => {
    expect(withOverrides.isOpenDay(day.parse('2026-12-01'))).toBe(false);
    expect(withOverrides.isOpenDay(day.parse('2026-11-28'))).toBe(true);
    expect(withOverrides.isOpenDay(day.parse('2026-12-29'))).toBe(true);
    expect(withOverrides.isOpenDay(day.parse('2026-12-30'))).toBe(false);
  });

  test('of two overrides for a day the last counts', () => {
    const date = day.parse('2026-12-01');
    const calendar = createBusinessCalendar([
      { date, kind: 'closed' },
      { date, kind: 'open' },
    ]);
    expect(calendar.isOpenDay(date)).toBe(true);
  });

  test('an override is a real day and one of two kinds', () => {
    expect(calendarOverride.safeParse({ date: '2026-12-01', kind: 'closed' }).success).toBe(true);
    expect(calendarOverride.safeParse({ date: '2026-02-30', kind: 'closed' }).success).toBe(false);
    expect(calendarOverride.safeParse({ date: '2026-12-01', kind: 'shut' }).success).toBe(false);
  });
});

describe.each(calendars)('%s', (_, calendar) => {
  const anyOpenDay = anyDay.map((on) => calendar.nextOpenDay(on));
  const aFew = fc.integer({ min: -40, max: 40 });

  test('going some open days and back ends where it began', () => {
    fc.assert(
      fc.property(anyOpenDay, aFew, (on, n) => {
        const other = calendar.addOpenDays(on, n);
        expect(calendar.isOpenDay(other)).toBe(true);
        expect(calendar.addOpenDays(other, -n)).toBe(on);
        expect(calendar.openDaysBetween(on, other)).toBe(n);
      }),
    );
  });

  test('open days between add up, whichever way', () => {
    fc.assert(
      fc.property(anyDay, aFew, aFew, (from, there, further) => {
        const [middle, to] = [addDays(from, there), addDays(from, further)];
        const sum = calendar.openDaysBetween(from, middle) + calendar.openDaysBetween(middle, to);
        expect(calendar.openDaysBetween(from, to)).toBe(sum);
      }),
    );
  });

  test('the next open day is open, not before the day, and the first such', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const next = calendar.nextOpenDay(on);
        expect(next >= on && calendar.isOpenDay(next)).toBe(true);
        expect(calendar.openDaysBetween(addDays(on, -1), next)).toBe(1);
      }),
    );
  });

  test('a message waits for an open moment, never goes out early, and waits once only', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const moment = calendar.nextOpenMoment(instant);
        expect(moment.getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(calendar.isOpenMoment(moment)).toBe(true);
        expect(calendar.nextOpenMoment(moment)).toEqual(moment);
        expect(calendar.isOpenMoment(instant)).toBe(moment.getTime() === instant.getTime());
      }),
    );
  });

  test('what is due later does not go out earlier', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 10 * 86_400_000 }), (instant, wait) => {
        const later = new Date(instant.getTime() + wait);
        expect(calendar.nextOpenMoment(later).getTime()).toBeGreaterThanOrEqual(
          calendar.nextOpenMoment(instant).getTime(),
        );
      }),
    );
  });

  test('messages go out between 8:30 and 17:15 of the day the clock in Tokyo shows', () => {
    fc.assert(
      fc.property(anyOpenDay, (on) => {
        expect(calendar.isOpenMoment(instantAt(on, '08:29'))).toBe(false);
        expect(calendar.isOpenMoment(instantAt(on, '08:30'))).toBe(true);
        expect(calendar.isOpenMoment(instantAt(on, '17:14'))).toBe(true);
        expect(calendar.isOpenMoment(instantAt(on, '17:15'))).toBe(false);
        expect(dayOf(calendar.nextOpenMoment(instantAt(on, '17:15')))).toBe(calendar.addOpenDays(on, 1));
      }),
    );
  });
});

test.each([
  ['a Friday evening', '2026-11-20T17:15', '2026-11-24T08:30'],
  ['a Friday at noon', '2026-11-20T12:34', '2026-11-20T12:34'],
  ['an early morning', '2026-11-24T00:00', '2026-11-24T08:30'],
  ['a Sunday', '2026-11-22T10:00', '2026-11-24T08:30'],
  ['the last evening of the year', '2026-12-28T18:00', '2027-01-04T08:30'],
])('what is due on %s (%s) goes out at %s', (_, due, goesOut) => {
  const inTokyo = (text: string): Date => new Date(`${text}:00+09:00`);
  expect(usual.nextOpenMoment(inTokyo(due))).toEqual(inTokyo(goesOut));
});

test('no open days from a closed day leave it where it is', () => {
  const sunday = day.parse('2026-11-22');
  expect(usual.addOpenDays(sunday, 0)).toBe(sunday);
  expect(usual.addOpenDays(sunday, 1)).toBe('2026-11-24');
  expect(usual.addOpenDays(sunday, -1)).toBe('2026-11-20');
});
