import { type CampaignId, campaignId } from '../../core/ids';
import { type ThingKey, thingKey } from '../reminders';
import type { Policy } from './templates';

/** Names of the two reminder sources: even that somebody was written to about a stress check tells something. */
export const SOURCE_NAMES = { hr: 'campaign', stress_admin: 'stress-check' } as const satisfies Record<
  Policy['runBy'],
  string
>;

/** `own`: what a person owes themself. `evaluator`: the interviews that a person holds. */
export type ThingPart = 'own' | 'evaluator';

export const thingOf = (runBy: Policy['runBy'], campaign: CampaignId, part: ThingPart = 'own'): ThingKey =>
  thingKey.parse(`${SOURCE_NAMES[runBy]}:${campaign}${part === 'evaluator' ? ':evaluator' : ''}`);

/** Null for a thing of no campaign. */
export function readThing(
  thing: ThingKey,
): { readonly campaign: CampaignId; readonly part: ThingPart } | null {
  const [, id, part, ...rest] = thing.split(':');
  const campaign = campaignId.safeParse(id);
  if (!campaign.success || rest.length > 0 || (part !== undefined && part !== 'evaluator')) return null;
  return { campaign: campaign.data, part: part === 'evaluator' ? 'evaluator' : 'own' };
}
