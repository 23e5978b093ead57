import * as fc from 'fast-check';
import { addDays, addMonths, day } from '../../../src/core/calendar/day';
import { fiscalYearEnd, fiscalYearOf } from '../../../src/core/calendar/fiscal-year';
import { sinceFiveYears, sinceLastYear } from '../../../src/features/mentoring/retention';

const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays(day.parse('2024-04-01'), count));

test('what is kept to the end of the next 年度 is kept on its last day and on no day after it', () => {
  fc.assert(
    fc.property(days, days, (on, today) => {
      const until = fiscalYearEnd(fiscalYearOf(on) + 1);
      expect(on >= sinceLastYear(today)).toBe(today <= until);
    }),
  );
});

test('what is kept for five years is kept at least so long, and at most a day longer', () => {
  fc.assert(
    fc.property(days, days, (on, today) => {
      const until = addMonths(on, 60);
      if (today <= until) expect(on >= sinceFiveYears(today)).toBe(true);
      if (today > addDays(until, 1)) expect(on >= sinceFiveYears(today)).toBe(false);
    }),
  );
});
