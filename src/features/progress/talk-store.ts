import { type Day, day } from '../../core/calendar/day';
import { type CampaignId, type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';

/** That a 所属長 spoke to their section about a campaign in a week (声をかけました). */
export interface Talk {
  readonly section: string;
  /** The day of its Monday. */
  readonly week: Day;
  readonly by: EmployeeId;
  readonly at: Date;
}

/** The first in a week stays, whoever says it again. */
export async function saveTalk(tx: Writer, campaign: CampaignId, talk: Talk): Promise<void> {
  await tx
    .insertInto('section_talks')
    .values({
      campaign_id: campaign,
      section: talk.section,
      week: talk.week,
      spoken_by: talk.by,
      spoken_at: talk.at.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'section', 'week']).doNothing())
    .execute();
}

/** Takes back one's own word of that week. */
export async function removeTalks(
  tx: Writer,
  campaign: CampaignId,
  { by, week }: Pick<Talk, 'by' | 'week'>,
): Promise<void> {
  await tx
    .deleteFrom('section_talks')
    .where('campaign_id', '=', campaign)
    .where('week', '=', week)
    .where('spoken_by', '=', by)
    .execute();
}

/** By section; of a week. */
export async function talksOf(
  reader: Reader,
  campaign: CampaignId,
  week: Day,
): Promise<ReadonlyMap<string, Talk>> {
  const rows = await reader
    .selectFrom('section_talks')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('week', '=', week)
    .orderBy('section')
    .execute();
  return new Map(
    rows.map((row) => [
      row.section,
      {
        section: row.section,
        week: day.parse(row.week),
        by: employeeId.parse(row.spoken_by),
        at: new Date(row.spoken_at),
      },
    ]),
  );
}
