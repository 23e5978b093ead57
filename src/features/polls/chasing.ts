import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dayOf } from '../../core/calendar/day';

/** Nobody is asked again for what is that old, in open days. */
const GIVEN_UP_AFTER = 20;

/** The step of the cadence `after` (open days since somebody was asked) that is due now, or null. */
export function chaseStep(
  askedAt: Date,
  now: Date,
  after: readonly number[],
  calendar: BusinessCalendar,
): string | null {
  const open = calendar.openDaysBetween(dayOf(askedAt), dayOf(now));
  const step = after.findLastIndex((days) => days <= open);
  return step < 0 || open > GIVEN_UP_AFTER ? null : `chase-${step + 1}`;
}
