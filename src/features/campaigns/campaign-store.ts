import type { Insertable } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../core/calendar/day';
import { type CampaignId, campaignId, type EmployeeId, employeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { CampaignRow } from '../../db/schema';
import {
  type Campaign,
  type CampaignSettings,
  type CampaignState,
  type CampaignStatus,
  campaignSettings,
} from './campaign';

/** Inserts once: a dialog that is sent twice finds the campaign of the first. */
export async function insertCampaign(
  tx: Writer,
  campaign: Pick<Campaign, 'id' | 'createdBy' | 'copiedFrom'> & CampaignSettings,
  at: Date,
): Promise<{ readonly inserted: boolean }> {
  const result = await tx
    .insertInto('campaigns')
    .values({
      id: campaign.id,
      state: 'draft',
      ...columnsOf(campaign),
      copied_from: campaign.copiedFrom,
      created_by: campaign.createdBy,
      created_at: at.toISOString(),
      started_by: null,
      started_at: null,
      opened_at: null,
      ended_by: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return { inserted: Number(result.numInsertedOrUpdatedRows ?? 0) === 1 };
}

export async function findCampaign(reader: Reader, id: CampaignId): Promise<Campaign | null> {
  const row = await reader.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : campaignFrom(row);
}

/** As `findCampaign`, held until the transaction ends: what decides by the campaign's state reads it so. */
export async function lockCampaign(tx: Writer, id: CampaignId): Promise<Campaign | null> {
  await lockRows(tx, 'campaigns', { id });
  return findCampaign(tx, id);
}

/** By opening day, the latest first. */
export async function listCampaigns(
  reader: Reader,
  states: readonly CampaignState[],
): Promise<readonly Campaign[]> {
  if (states.length === 0) return [];
  const rows = await reader
    .selectFrom('campaigns')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(campaignFrom);
}

export async function saveSettings(tx: Writer, id: CampaignId, settings: CampaignSettings): Promise<void> {
  await tx.updateTable('campaigns').set(columnsOf(settings)).where('id', '=', id).execute();
}

export async function saveDueDay(tx: Writer, id: CampaignId, dueOn: Day): Promise<void> {
  await tx.updateTable('campaigns').set({ due_on: dueOn }).where('id', '=', id).execute();
}

export async function saveStatus(tx: Writer, id: CampaignId, status: CampaignStatus): Promise<void> {
  await tx.updateTable('campaigns').set(statusColumns(status)).where('id', '=', id).execute();
}

/** A draft goes without a trace; anything that people have heard of stays. */
export async function removeDraft(tx: Writer, id: CampaignId): Promise<void> {
  await tx.deleteFrom('campaign_awaited_files').where('campaign_id', '=', id).execute();
  await tx.deleteFrom('campaigns').where('id', '=', id).where('state', '=', 'draft').execute();
}

const columnsOf = (settings: CampaignSettings) => ({
  template: settings.specific.template,
  title: settings.title,
  fiscal_year: settings.fiscalYear,
  audience: JSON.stringify(settings.audience),
  opens_on: settings.opensOn,
  due_on: settings.dueOn,
  link: settings.link,
  cadence: JSON.stringify(settings.cadence),
  texts: JSON.stringify(settings.texts),
  manager_view: settings.managerView,
  escalate_after: settings.escalateAfter,
  specific: JSON.stringify(settings.specific),
});

function statusColumns(status: CampaignStatus): Partial<Insertable<CampaignRow>> {
  switch (status.kind) {
    case 'draft':
      return { state: 'draft', started_by: null, started_at: null, opened_at: null };
    case 'scheduled':
      return { state: status.kind, started_by: status.startedBy, started_at: status.startedAt.toISOString() };
    case 'running':
    case 'paused':
      return {
        state: status.kind,
        started_by: status.startedBy,
        started_at: status.startedAt.toISOString(),
        opened_at: status.openedAt.toISOString(),
      };
    case 'ended':
      return { state: 'ended', ended_by: status.endedBy, ended_at: status.endedAt.toISOString() };
    default:
      return status satisfies never;
  }
}

function campaignFrom(row: CampaignRow): Campaign {
  const settings = campaignSettings.parse({
    title: row.title,
    fiscalYear: row.fiscal_year,
    audience: JSON.parse(row.audience),
    opensOn: row.opens_on,
    dueOn: row.due_on,
    link: row.link,
    cadence: JSON.parse(row.cadence),
    texts: JSON.parse(row.texts),
    managerView: row.manager_view,
    escalateAfter: row.escalate_after,
    specific: JSON.parse(row.specific),
  });
  return {
    ...settings,
    id: campaignId.parse(row.id),
    status: statusFrom(row),
    createdBy: employeeId.parse(row.created_by),
    copiedFrom: row.copied_from === null ? null : campaignId.parse(row.copied_from),
  };
}

const instant = z.string().transform((text) => new Date(text));

/** Throws (a bug) when a row lacks what its state needs. */
function statusFrom(row: CampaignRow): CampaignStatus {
  const started = (): { startedBy: EmployeeId; startedAt: Date } => ({
    startedBy: employeeId.parse(row.started_by),
    startedAt: instant.parse(row.started_at),
  });
  switch (row.state) {
    case 'draft':
      return { kind: 'draft' };
    case 'scheduled':
      return { kind: 'scheduled', ...started() };
    case 'running':
    case 'paused':
      return { kind: row.state, ...started(), openedAt: instant.parse(row.opened_at) };
    case 'ended':
      return { kind: 'ended', endedBy: employeeId.parse(row.ended_by), endedAt: instant.parse(row.ended_at) };
    default:
      throw new Error(row.state satisfies never);
  }
}
