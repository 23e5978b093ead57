import { type CampaignId, campaignId } from '../../core/ids';
import { partedThings, type ThingKey } from '../reminders';
import type { Policy } from './templates';

/** `own`: what a person owes themself. `evaluator`: the interviews that a person holds. */
export type ThingPart = 'own' | 'evaluator';

/** Names of the two reminder sources: even that somebody was written to about a stress check tells something. */
export const SOURCE_NAMES = { hr: 'campaign', stress_admin: 'stress-check' } as const satisfies Record<
  Policy['runBy'],
  string
>;

const things = {
  hr: partedThings(SOURCE_NAMES.hr, campaignId, 'evaluator'),
  stress_admin: partedThings(SOURCE_NAMES.stress_admin, campaignId, 'evaluator'),
};

export const thingOf = (runBy: Policy['runBy'], campaign: CampaignId, part: ThingPart = 'own'): ThingKey =>
  things[runBy].thingOf(campaign, part);

/** Of either source; null for a thing of no campaign. */
export const { readThing } = things.hr;
