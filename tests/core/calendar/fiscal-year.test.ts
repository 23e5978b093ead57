import fc from 'fast-check';
import { ageInFiscalYear, ageOn } from '../../../src/core/calendar/age';
import { addDays, addMonths, day, daysBetween } from '../../../src/core/calendar/day';
import {
  fiscalYearEnd,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearRange,
  fiscalYearStart,
  halfYearLabel,
  halfYearOf,
  halfYearRange,
  quarterRange,
} from '../../../src/core/calendar/fiscal-year';
import { anyDay } from './any-day';

describe('年度', () => {
  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-03-31', 2026],
    ['2027-04-01', 2027],
  ])('%s belongs to %i', (on, fiscalYear) => {
    expect(fiscalYearOf(day.parse(on))).toBe(fiscalYear);
  });

  test('every day lies in its own 年度, and the next begins the day after it ends', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const fiscalYear = fiscalYearOf(on);
        expect(fiscalYearStart(fiscalYear) <= on && on <= fiscalYearEnd(fiscalYear)).toBe(true);
        expect(addDays(fiscalYearEnd(fiscalYear), 1)).toBe(fiscalYearStart(fiscalYear + 1));
      }),
    );
  });

  test.each([
    [2026, '令和8年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('%i is %s', (fiscalYear, label) => {
    expect(fiscalYearLabel(fiscalYear)).toBe(label);
  });

  test('上半期 and 下半期, and the quarters', () => {
    expect(halfYearRange(2026, 'first')).toEqual({ from: '2026-04-01', to: '2026-09-30' });
    expect(halfYearRange(2026, 'second')).toEqual({ from: '2026-10-01', to: '2027-03-31' });
    expect(quarterRange(2026, 1)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(quarterRange(2026, 3)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(quarterRange(2026, 4)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect([halfYearLabel('first'), halfYearLabel('second')]).toEqual(['上半期', '下半期']);
  });

  test('the half a day is in holds it, and both make the whole', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const fiscalYear = fiscalYearOf(on);
        const half = halfYearRange(fiscalYear, halfYearOf(on));
        expect(half.from <= on && on <= half.to).toBe(true);
        expect(addDays(halfYearRange(fiscalYear, 'first').to, 1)).toBe(
          halfYearRange(fiscalYear, 'second').from,
        );
        expect(fiscalYearRange(fiscalYear)).toEqual({
          from: halfYearRange(fiscalYear, 'first').from,
          to: halfYearRange(fiscalYear, 'second').to,
        });
      }),
    );
  });
});

describe('age (年齢計算ニ関スル法律)', () => {
  test.each([
    ['1966-11-22', '2026-11-20', 59],
    ['1966-11-22', '2026-11-21', 60], // attained the day before the birthday
    ['1966-11-22', '2026-11-22', 60],
    ['2004-02-29', '2026-02-27', 21],
    ['2004-02-29', '2026-02-28', 22],
    ['2004-02-29', '2028-02-27', 23],
    ['2004-02-29', '2028-02-28', 24],
    ['1967-01-01', '2026-12-31', 60],
    ['1967-01-01', '2026-12-30', 59],
  ])('one born on %s is on %s %i', (birth, on, age) => {
    expect(ageOn(day.parse(birth), day.parse(on))).toBe(age);
  });

  test.each([
    ['1967-03-31', 60],
    ['1967-04-01', 60], // turns 60 at the end of 3/31
    ['1967-04-02', 59],
    ['1966-04-02', 60],
    ['1966-04-01', 61],
  ])('one born on %s reaches %i in 令和8年度', (birth, age) => {
    expect(ageInFiscalYear(day.parse(birth), 2026)).toBe(age);
  });

  test('one is a year older exactly from the day before each birthday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 70 }), (birth, years) => {
        fc.pre(!birth.endsWith('02-29'));
        const birthday = addMonths(birth, years * 12);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(years);
        expect(ageOn(birth, addDays(birthday, -2))).toBe(years - 1);
      }),
    );
  });

  test('age never falls as days go by', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birth, on) => {
        fc.pre(daysBetween(birth, on) >= 0);
        const step = ageOn(birth, addDays(on, 1)) - ageOn(birth, on);
        expect(step === 0 || step === 1).toBe(true);
      }),
    );
  });
});
