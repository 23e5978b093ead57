import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type CadenceStep, stepDue, stepsOf } from '../../core/calendar/cadence';
import { type Day, later } from '../../core/calendar/day';
import { type Campaign, policyOf } from './campaign';

type Timed = Pick<Campaign, 'specific' | 'cadence' | 'opensOn' | 'dueOn'>;

/**
 * The steps of a campaign for who joined on a day: who comes late gets an opening of their own, and none of what was before.
 *
 * Where the policy limits reminders, steps are named by their place (`invitation-1`): the limited number of names is the
 * limit, since nothing is told twice, whatever is extended or changed meanwhile. Elsewhere a step but the opening bears the
 * due day it counts from, so that an extension reminds anew.
 */
export function campaignSteps(
  campaign: Timed,
  joinedOn: Day,
  calendar: BusinessCalendar,
): readonly CadenceStep[] {
  const term = { opensOn: later(campaign.opensOn, joinedOn), dueOn: campaign.dueOn };
  const steps = stepsOf(campaign.cadence, term, calendar);
  const { mostAfterOpening } = policyOf(campaign);
  if (mostAfterOpening === null)
    return steps.map(({ id, on }) => ({ id: id === 'opening' ? id : `${id}.${campaign.dueOn}`, on }));
  // Counted from the end, so that who joins late and has fewer steps is still within the same names.
  const reminders = steps.filter(({ id }) => id !== 'opening');
  return steps.flatMap(({ id, on }) => {
    if (id === 'opening') return [{ id, on }];
    const place = reminders.length - reminders.findIndex((step) => step.id === id);
    return place > mostAfterOpening ? [] : [{ id: `invitation-${place}`, on }];
  });
}

export const campaignStepDue = (
  campaign: Timed,
  joinedOn: Day,
  today: Day,
  calendar: BusinessCalendar,
): CadenceStep | null => stepDue(campaignSteps(campaign, joinedOn, calendar), today);
