import { z } from 'zod';
import { type CampaignId, campaignId } from '../../core/ids';
import { lockName } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import { LEAST_GROUP, type Publication } from './rates';

const rate = z.object({ kind: z.enum(['below', 'about', 'from']), percent: z.number() });
const groups = z.array(
  z.object({
    level: z.enum(['city', 'department', 'section']),
    department: z.string(),
    name: z.string(),
    size: z.number(),
    rate,
  }),
);
const regions = z.array(z.array(z.string()));

export interface StoredPublication extends Publication {
  readonly campaign: CampaignId;
  readonly at: Date;
  readonly least: number;
}

/** One publication at a time: each looks at those before it. */
export const lockPublications = (tx: Writer): Promise<void> => lockName(tx, 'stress-check-publications');

/** Once a campaign: false when it was published before. */
export async function insertPublication(
  tx: Writer,
  publication: Omit<StoredPublication, 'at'>,
  by: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .insertInto('stress_check_publications')
    .values({
      campaign_id: publication.campaign,
      at: at.toISOString(),
      published_by: by,
      least: Math.max(publication.least, LEAST_GROUP),
      groups: JSON.stringify(publication.groups),
      regions: JSON.stringify(publication.regions),
    })
    .onConflict((conflict) => conflict.column('campaign_id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** The latest first. */
export async function publications(reader: Reader): Promise<readonly StoredPublication[]> {
  const rows = await reader
    .selectFrom('stress_check_publications')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('campaign_id')
    .execute();
  return rows.map((row) => ({
    campaign: campaignId.parse(row.campaign_id),
    at: new Date(row.at),
    least: row.least,
    groups: groups.parse(JSON.parse(row.groups)),
    regions: regions.parse(JSON.parse(row.regions)),
  }));
}

/** Once a campaign: false when it was sent before. */
export async function insertNotice(tx: Writer, campaign: CampaignId, by: string, at: Date): Promise<boolean> {
  const result = await tx
    .insertInto('stress_check_notices')
    .values({ campaign_id: campaign, at: at.toISOString(), sent_by: by })
    .onConflict((conflict) => conflict.column('campaign_id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
}

export interface Notice {
  readonly campaign: CampaignId;
  readonly at: Date;
}

export async function notices(reader: Reader): Promise<readonly Notice[]> {
  const rows = await reader.selectFrom('stress_check_notices').select(['campaign_id', 'at']).execute();
  return rows.map((row) => ({ campaign: campaignId.parse(row.campaign_id), at: new Date(row.at) }));
}
