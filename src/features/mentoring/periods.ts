import { z } from 'zod';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type Cadence, stepDue, stepsOf } from '../../core/calendar/cadence';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  earlier,
  lastOfMonth,
  partsOf,
} from '../../core/calendar/day';

/** How often a pair meets in its first three months; monthly from then on. */
export const PACES = ['monthly', 'fortnightly', 'weekly'] as const;
export const pace = z.enum(PACES);
export type Pace = z.infer<typeof pace>;

/** How long a pair belongs together, both days included. */
export interface Term {
  readonly from: Day;
  readonly until: Day;
}

/** A stretch of days with one check-in; `from` names it for good. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly pace: Pace;
}

const CLOSER_MONTHS = 3;
/** A piece shorter than this many days is no period of its own. */
const LEAST_DAYS = { weekly: 4, fortnightly: 7, monthly: 10 } as const satisfies Record<Pace, number>;

/**
 * The periods of a term, in order, without a gap: months of the calendar, in the first three months weeks or fortnights
 * from the first day where `early` says so. A piece that is too short at either end is added to its neighbour.
 */
export function periodsOf(term: Term, early: Pace): readonly Period[] {
  const { from, until } = term;
  if (until < from) return [];
  if (early === 'monthly') return joined(months(from, until));
  const closerUntil = earlier(until, addDays(addMonths(from, CLOSER_MONTHS), -1));
  const rest = addDays(closerUntil, 1);
  return [...joined(weeks(from, closerUntil, early)), ...(rest > until ? [] : joined(months(rest, until)))];
}

function months(from: Day, until: Day): readonly Period[] {
  const { year, month } = partsOf(from);
  const periods: Period[] = [];
  for (let on = from, count = 0; on <= until; count += 1) {
    const to = earlier(until, lastOfMonth(year, month + count));
    periods.push({ from: on, to, pace: 'monthly' });
    on = addDays(to, 1);
  }
  return periods;
}

function weeks(from: Day, until: Day, each: 'weekly' | 'fortnightly'): readonly Period[] {
  const length = each === 'weekly' ? 7 : 14;
  const count = Math.ceil((daysBetween(from, until) + 1) / length);
  return Array.from({ length: count }, (_, index) => {
    const on = addDays(from, index * length);
    return { from: on, to: earlier(until, addDays(on, length - 1)), pace: each };
  });
}

const isShort = ({ from, to, pace: each }: Period): boolean => daysBetween(from, to) + 1 < LEAST_DAYS[each];

function joined(pieces: readonly Period[]): readonly Period[] {
  const [first, second, ...rest] = pieces;
  if (first === undefined || second === undefined) return pieces;
  if (isShort(first)) return joined([{ ...second, from: first.from }, ...rest]);
  const last = pieces.at(-1);
  const before = pieces.at(-2);
  if (last === undefined || before === undefined || !isShort(last)) return pieces;
  return [...pieces.slice(0, -2), { ...before, to: last.to }];
}

/** The period that a day belongs to; null outside of the term. */
export const periodOn = (periods: readonly Period[], day: Day): Period | null =>
  periods.find(({ from, to }) => from <= day && day <= to) ?? null;

/** How a pace reminds: it opens, and looks back once before the end; monthly also once after it. Days are open days. */
const RHYTHMS = {
  weekly: { opensAfter: 0, before: 1, daysLate: 0 },
  fortnightly: { opensAfter: 0, before: 3, daysLate: 0 },
  monthly: { opensAfter: 5, before: 5, daysLate: 7 },
} as const satisfies Record<Pace, { opensAfter: number; before: number; daysLate: number }>;

/** The last day on which what was never submitted may still be; a correction ends with the period. */
export const lastDayOf = ({ to, pace: each }: Period): Day => addDays(to, RHYTHMS[each].daysLate);

export type Step = 'opening' | 'before' | 'missed';

/** The step that is due on `today`; null before the first, and once nothing can be submitted any more. */
export function periodStep(period: Period, today: Day, calendar: BusinessCalendar): Step | null {
  if (today > lastDayOf(period)) return null;
  const { opensAfter, before, daysLate } = RHYTHMS[period.pace];
  const opensOn = earlier(calendar.addOpenDays(period.from, opensAfter), period.to);
  const cadence: Cadence = {
    opening: true,
    before: [before],
    onDueDay: false,
    overdue: daysLate === 0 ? null : { everyDays: 1, most: 1 },
  };
  const step = stepDue(stepsOf(cadence, { opensOn, dueOn: period.to }, calendar), today);
  if (step === null) return null;
  if (step.id === 'opening') return 'opening';
  return step.id.startsWith('before') ? 'before' : 'missed';
}
