import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, type Day, dayOf, mondayOf } from '../../core/calendar/day';
import { acceptsNow, type Campaign, policyOf } from '../campaigns';

/** The day from which a campaign stands on the managers' and HR's lists; null: never. */
export const escalatesOn = (campaign: Campaign, calendar: BusinessCalendar): Day | null =>
  campaign.escalateAfter === null || !policyOf(campaign).escalates
    ? null
    : calendar.addOpenDays(campaign.dueOn, campaign.escalateAfter);

/** Managers hear of it so long after the due day, or after it came to stand on the list; what comes then is HR's business. */
const WEEKS_AFTER = 4;

/**
 * Whether managers hear of a campaign in a day's week: not in that in which it opened, when everybody has just been told, unless
 * it is also due in it.
 */
export function isToldToManagers(campaign: Campaign, today: Day, calendar: BusinessCalendar): boolean {
  const { status, dueOn } = campaign;
  if (status.kind !== 'running' || !acceptsNow(campaign, today)) return false;
  const week = mondayOf(today);
  const from = escalatesOn(campaign, calendar) ?? dueOn;
  if (week > addDays(mondayOf(from), 7 * WEEKS_AFTER)) return false;
  return mondayOf(dayOf(status.openedAt)) < week || mondayOf(dueOn) <= week;
}

export const isEscalated = (campaign: Campaign, today: Day, calendar: BusinessCalendar): boolean => {
  const from = escalatesOn(campaign, calendar);
  return campaign.status.kind === 'running' && from !== null && from <= today;
};

/**
 * The step of a manager's weekly digest, told once each. In the week in which a campaign comes to stand on the list, that day
 * is a step of its own, so that they hear of it a second time.
 */
export function weeklyStep(campaign: Campaign, today: Day, calendar: BusinessCalendar): string {
  const from = escalatesOn(campaign, calendar);
  const week = mondayOf(today);
  const becameSo = from !== null && from <= today && mondayOf(from) === week;
  return becameSo ? `escalated.${campaign.dueOn}` : `week-${week}`;
}
