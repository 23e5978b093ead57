import fc from 'fast-check';
import { day } from '../../../src/core/calendar/day';
import { fiscalYearLabel } from '../../../src/core/calendar/fiscal-year';
import { formatShort, formatWareki } from '../../../src/core/calendar/wareki';
import { fiscalYearIn, longDay, monthOf, shortDay, weekdayIn } from '../../../src/core/calendar/written-days';
import { anyDay } from './any-day';

test.each([
  ['2026-11-24', 'Tue 24 Nov', 'Tue 24 November 2026'],
  ['2027-03-31', 'Wed 31 Mar', 'Wed 31 March 2027'],
  ['2028-02-29', 'Tue 29 Feb', 'Tue 29 February 2028'],
  ['2026-05-01', 'Fri 1 May', 'Fri 1 May 2026'],
])('%s is %s or %s in English', (text, short, long) => {
  const on = day.parse(text);
  expect([shortDay(on, 'en'), longDay(on, 'en')]).toEqual([short, long]);
});

test('months, years and weekdays in both languages', () => {
  const on = day.parse('2027-03-31');
  expect([monthOf(on, 'ja'), monthOf(on, 'en')]).toEqual(['3月', 'March']);
  expect([fiscalYearIn(2026, 'ja'), fiscalYearIn(2026, 'en')]).toEqual(['令和8年度', 'FY2026']);
  expect([weekdayIn(0, 'ja'), weekdayIn(6, 'en')]).toEqual(['日', 'Sat']);
});

test('Japanese stays as it was, and English holds none of it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1900, max: 2200 }), (on, year) => {
      expect([shortDay(on, 'ja'), longDay(on, 'ja'), fiscalYearIn(year, 'ja')]).toEqual([
        formatShort(on),
        formatWareki(on),
        fiscalYearLabel(year),
      ]);
      const english = [shortDay(on, 'en'), longDay(on, 'en'), monthOf(on, 'en'), fiscalYearIn(year, 'en')];
      expect(english.join(' ')).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});
