import { addDays, addMonths, type Day, dayOf } from '../../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../../core/calendar/fiscal-year';
import { lastDay, type Pair, readerSide, type Side } from './pair';

const YEARS_OF_PAIRS = 5;
/** A leaver's texts stay so long, in days: a roster that was imported wrongly can be put right. */
export const LEAVER_DAYS = 30;

/** What is kept until the end of the 年度 after a day is kept as long as that day is not before this one. */
export const sinceLastYear = (today: Day): Day => fiscalYearStart(fiscalYearOf(today) - 1);

/** What is kept for five years after a day is kept as long as that day is not before this one. */
export const sinceFiveYears = (today: Day): Day => addMonths(today, -12 * YEARS_OF_PAIRS);

/** When each of the two left the organisation; null for who is there, or of whom nobody knows when they left. */
export type LeftAt = Readonly<Record<Side, Date | null>>;

/**
 * What goes of the texts of a pair because somebody has left: everything once nobody is left to read it, before that what
 * was the leaver's alone (drafts, private fields, earlier wordings, what was never shared).
 */
export function leaversTexts(pair: Pair, leftAt: LeftAt, today: Day): 'all' | readonly Side[] {
  const isGone = (side: Side): boolean => {
    const at = leftAt[side];
    return at !== null && addDays(dayOf(at), LEAVER_DAYS) < today;
  };
  const mentorReads = !isGone('mentor') && readerSide(pair, pair.mentor, today) !== null;
  if (isGone('mentee') && !mentorReads) return 'all';
  return (['mentee', 'mentor'] as const).filter(isGone);
}

/** Over since before a day. */
export const isOverSince = (pair: Pick<Pair, 'until' | 'status'>, day: Day): boolean => lastDay(pair) < day;
