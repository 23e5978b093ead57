import { type CampaignId, campaignId, type EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { CampaignImportRow } from '../../db/schema';

export async function insertImport(
  tx: Writer,
  of: { readonly id: string; readonly campaign: CampaignId; readonly by: EmployeeId },
  recorded: number,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('campaign_imports')
    .values({
      id: of.id,
      campaign_id: of.campaign,
      at: at.toISOString(),
      imported_by: of.by,
      recorded,
      undone_at: null,
    })
    .execute();
}

export async function findImport(
  reader: Reader,
  campaign: CampaignId,
  id: string,
): Promise<Pick<CampaignImportRow, 'recorded' | 'undone_at'> | null> {
  const row = await reader
    .selectFrom('campaign_imports')
    .select(['recorded', 'undone_at'])
    .where('campaign_id', '=', campaign)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Those whom the import made done are open again. False when it was undone already. */
export async function undoImport(tx: Writer, campaign: CampaignId, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('campaign_imports')
    .set({ undone_at: at.toISOString() })
    .where('campaign_id', '=', campaign)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  await tx
    .updateTable('campaign_members')
    .set({ state: 'open', done_by: null, done_at: null, recorded_by: null, import_id: null })
    .where('campaign_id', '=', campaign)
    .where('import_id', '=', id)
    .where('done_by', '=', 'import')
    .execute();
  return true;
}

const AWAITED_FOR_MS = 10 * 60_000;

/** The next file that this person attaches is meant for the campaign, for ten minutes. */
export async function awaitFile(
  tx: Writer,
  person: EmployeeId,
  campaign: CampaignId,
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + AWAITED_FOR_MS).toISOString();
  await tx.deleteFrom('campaign_awaited_files').where('until', '<', now.toISOString()).execute();
  await tx
    .insertInto('campaign_awaited_files')
    .values({ person, campaign_id: campaign, until })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ campaign_id: campaign, until }))
    .execute();
}

export async function awaitedFile(reader: Reader, person: EmployeeId, now: Date): Promise<CampaignId | null> {
  const row = await reader
    .selectFrom('campaign_awaited_files')
    .select('campaign_id')
    .where('person', '=', person)
    .where('until', '>=', now.toISOString())
    .executeTakeFirst();
  return row === undefined ? null : campaignId.parse(row.campaign_id);
}

export async function dropAwaitedFile(tx: Writer, person: EmployeeId): Promise<void> {
  await tx.deleteFrom('campaign_awaited_files').where('person', '=', person).execute();
}
