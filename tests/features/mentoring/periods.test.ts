import * as fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, addMonths, type Day, day, daysBetween } from '../../../src/core/calendar/day';
import {
  lastDayOf,
  PACES,
  type Period,
  periodOn,
  periodStep,
  periodsOf,
  type Term,
} from '../../../src/features/mentoring/periods';

const calendar = createBusinessCalendar([]);
const on = (text: string): Day => day.parse(text);
const shownAs = (periods: readonly Period[]): readonly string[] =>
  periods.map(({ from, to }) => `${from.slice(5)}–${to.slice(5)}`);

const start = on('2026-01-01');
const days = fc.integer({ min: 0, max: 1_000 }).map((count) => addDays(start, count));
const terms = fc
  .tuple(days, fc.integer({ min: 0, max: 500 }))
  .map(([from, length]): Term => ({ from, until: addDays(from, length) }));
const paces = fc.constantFrom(...PACES);

describe('periods of a term', () => {
  test('follow each other without a gap from the first day to the last', () => {
    fc.assert(
      fc.property(terms, paces, (term, early) => {
        const periods = periodsOf(term, early);
        expect(periods[0]?.from).toBe(term.from);
        expect(periods.at(-1)?.to).toBe(term.until);
        periods.forEach(({ from, to }, index) => {
          expect(from <= to).toBe(true);
          const next = periods[index + 1];
          if (next !== undefined) expect(next.from).toBe(addDays(to, 1));
        });
      }),
    );
  });

  test('put every day of the term into one period, and no other day', () => {
    fc.assert(
      fc.property(terms, paces, days, (term, early, today) => {
        const found = periodOn(periodsOf(term, early), today);
        expect(found !== null).toBe(term.from <= today && today <= term.until);
      }),
    );
  });

  test('are weekly or fortnightly for three months only, and never too short to talk in', () => {
    fc.assert(
      fc.property(terms, paces, (term, early) => {
        const periods = periodsOf(term, early);
        const closeUntil = addMonths(term.from, 3);
        for (const period of periods) {
          if (period.pace !== 'monthly') expect(period.to < closeUntil).toBe(true);
          if (early === 'monthly' || period.from >= closeUntil) expect(period.pace).toBe('monthly');
          const length = daysBetween(period.from, period.to) + 1;
          const most = { weekly: 10, fortnightly: 20, monthly: 49 }[period.pace];
          expect(length).toBeLessThanOrEqual(most);
          if (daysBetween(term.from, term.until) >= 30) expect(length).toBeGreaterThanOrEqual(1);
        }
        const short = periods.filter(({ from, to }) => daysBetween(from, to) + 1 < 4);
        // Only where a part of the term holds nothing more.
        if (daysBetween(term.from, closeUntil) < daysBetween(term.from, term.until) - 10)
          expect(short).toEqual([]);
      }),
    );
  });

  test('stay as they were when the term gets longer, but for the last of each pace', () => {
    fc.assert(
      fc.property(terms, paces, fc.integer({ min: 1, max: 300 }), (term, early, more) => {
        const before = periodsOf(term, early);
        const after = periodsOf({ ...term, until: addDays(term.until, more) }, early);
        // The last is cut off by the end, or has taken in the piece before the end.
        expect(after.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
      }),
    );
  });

  test.each([
    ['monthly', ['04-01–04-30', '05-01–05-31', '06-01–06-30', '07-01–07-31']],
    [
      'fortnightly',
      [
        '04-01–04-14',
        '04-15–04-28',
        '04-29–05-12',
        '05-13–05-26',
        '05-27–06-09',
        '06-10–06-23',
        '06-24–06-30',
        '07-01–07-31',
      ],
    ],
  ] as const)('from hiring: %s', (early, expected) => {
    expect(shownAs(periodsOf({ from: on('2026-04-01'), until: on('2026-07-31') }, early))).toEqual(expected);
  });

  test('a start late in a month belongs to the next one', () => {
    expect(shownAs(periodsOf({ from: on('2026-11-24'), until: on('2027-01-05') }, 'monthly'))).toEqual([
      '11-24–01-05',
    ]);
  });
});

describe('steps of a period', () => {
  const november: Period = { from: on('2026-11-01'), to: on('2026-11-30'), pace: 'monthly' };

  test.each([
    ['2026-11-06', null],
    ['2026-11-09', 'opening'],
    ['2026-11-19', 'opening'],
    ['2026-11-20', 'before'],
    ['2026-11-30', 'before'],
    ['2026-12-01', 'missed'],
    ['2026-12-07', 'missed'],
    ['2026-12-08', null],
  ] as const)('on %s: %s', (today, expected) => {
    expect(periodStep(november, on(today), calendar)).toBe(expected);
  });

  test('go forward only, begin on an open day, and end when nothing can be submitted any more', () => {
    const order = [null, 'opening', 'before', 'missed'] as const;
    fc.assert(
      fc.property(terms, paces, (term, early) => {
        for (const period of periodsOf(term, early).slice(0, 4)) {
          let last = 0;
          for (let today = period.from; today <= addDays(lastDayOf(period), 1); today = addDays(today, 1)) {
            const step = periodStep(period, today, calendar);
            if (today > lastDayOf(period)) expect(step).toBeNull();
            else {
              const rank = order.indexOf(step);
              expect(rank).toBeGreaterThanOrEqual(last);
              if (rank > last) expect(calendar.isOpenDay(today)).toBe(true);
              last = rank;
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
