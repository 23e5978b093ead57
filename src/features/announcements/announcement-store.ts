import type { Insertable, Updateable } from 'kysely';
import { z } from 'zod';
import { type AnnouncementId, announcementId, employeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { AnnouncementRow } from '../../db/schema';
import {
  type Announcement,
  type AnnouncementContent,
  type AnnouncementSettings,
  type AnnouncementState,
  type AnnouncementStatus,
  announcementContent,
  announcementSettings,
} from './announcement';

type New = Pick<Announcement, 'id' | 'createdBy' | 'issue'> & AnnouncementSettings;

/** Inserts once: a dialog that is sent twice, or the same issue made by two sweeps, finds the first. */
export async function insertAnnouncement(
  tx: Writer,
  announcement: New,
  at: Date,
): Promise<{ readonly inserted: boolean }> {
  const { id, createdBy, issue } = announcement;
  const row: Insertable<AnnouncementRow> = {
    id,
    ...settingsColumns(announcement),
    ...NOT_SCHEDULED,
    state: 'draft',
    series: issue?.series ?? null,
    issue: issue?.month ?? null,
    created_by: createdBy,
    created_at: at.toISOString(),
    edited_by: createdBy,
    edited_at: at.toISOString(),
    started_at: null,
    ended_by: null,
    ended_at: null,
    correction: null,
    correction_by: null,
    corrections: 0,
    corrected_at: null,
  };
  const result = await tx
    .insertInto('announcements')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return { inserted: Number(result.numInsertedOrUpdatedRows ?? 0) === 1 };
}

export async function findAnnouncement(reader: Reader, id: AnnouncementId): Promise<Announcement | null> {
  const row = await reader.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : announcementFrom(row);
}

/** As `findAnnouncement`, held until the transaction ends: what decides by the state reads it so. */
export async function lockAnnouncement(tx: Writer, id: AnnouncementId): Promise<Announcement | null> {
  await lockRows(tx, 'announcements', { id });
  return findAnnouncement(tx, id);
}

/** The newest first. */
export async function listAnnouncements(
  reader: Reader,
  states: readonly AnnouncementState[],
): Promise<readonly Announcement[]> {
  const rows = await reader
    .selectFrom('announcements')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(announcementFrom);
}

export async function saveSettings(
  tx: Writer,
  id: AnnouncementId,
  settings: AnnouncementSettings,
  edited: { readonly by: string; readonly at: Date },
): Promise<void> {
  await update(tx, id, {
    ...settingsColumns(settings),
    edited_by: edited.by,
    edited_at: edited.at.toISOString(),
  });
}

export const saveStatus = (tx: Writer, id: AnnouncementId, status: AnnouncementStatus): Promise<void> =>
  update(tx, id, statusColumns(status));

/** Makes it an issue of a series. */
export const saveIssue = (
  tx: Writer,
  id: AnnouncementId,
  issue: NonNullable<Announcement['issue']>,
): Promise<void> => update(tx, id, { series: issue.series, issue: issue.month });

export const saveCorrectionRequest = (
  tx: Writer,
  id: AnnouncementId,
  correction: Announcement['correction'],
): Promise<void> =>
  update(tx, id, {
    correction: correction === null ? null : JSON.stringify(correction.content),
    correction_by: correction?.by ?? null,
  });

export const saveCorrection = (
  tx: Writer,
  id: AnnouncementId,
  corrected: { readonly content: AnnouncementContent; readonly corrections: number; readonly at: Date },
): Promise<void> =>
  update(tx, id, {
    content: JSON.stringify(corrected.content),
    corrections: corrected.corrections,
    corrected_at: corrected.at.toISOString(),
    correction: null,
    correction_by: null,
  });

/** A draft goes without a trace; anything that people have heard of stays. */
export async function removeDraft(tx: Writer, id: AnnouncementId): Promise<void> {
  await tx.deleteFrom('announcements').where('id', '=', id).where('state', '=', 'draft').execute();
}

async function update(tx: Writer, id: AnnouncementId, columns: Updateable<AnnouncementRow>): Promise<void> {
  await tx.updateTable('announcements').set(columns).where('id', '=', id).execute();
}

const settingsColumns = ({ content, audience, plan }: AnnouncementSettings) => ({
  content: JSON.stringify(content),
  audience: JSON.stringify(audience),
  plan: JSON.stringify(plan),
});

const NOT_SCHEDULED = {
  requested_by: null,
  requested_at: null,
  approved_by: null,
  scheduled_by: null,
  starts_at: null,
} as const;

function statusColumns(status: AnnouncementStatus): Updateable<AnnouncementRow> {
  switch (status.kind) {
    case 'draft':
      return { ...NOT_SCHEDULED, state: 'draft' };
    case 'requested':
      return {
        ...NOT_SCHEDULED,
        state: 'requested',
        requested_by: status.by,
        requested_at: status.at.toISOString(),
      };
    case 'scheduled':
      return {
        state: 'scheduled',
        requested_by: status.requestedBy,
        approved_by: status.approvedBy,
        scheduled_by: status.scheduledBy,
        starts_at: status.startsAt.toISOString(),
      };
    case 'sending':
    case 'paused':
      return { state: status.kind, started_at: status.startedAt.toISOString() };
    case 'finished':
      return { state: 'finished', ended_at: status.endedAt.toISOString() };
    case 'cancelled':
    case 'withdrawn':
      return { state: status.kind, ended_by: status.endedBy, ended_at: status.endedAt.toISOString() };
    default:
      return status satisfies never;
  }
}

const instant = z.string().transform((text) => new Date(text));

function announcementFrom(row: AnnouncementRow): Announcement {
  const settings = announcementSettings.parse({
    content: JSON.parse(row.content),
    audience: JSON.parse(row.audience),
    plan: JSON.parse(row.plan),
  });
  return {
    ...settings,
    id: announcementId.parse(row.id),
    status: statusFrom(row),
    createdBy: employeeId.parse(row.created_by),
    editedBy: employeeId.parse(row.edited_by),
    issue:
      row.series === null
        ? null
        : { series: announcementId.parse(row.series), month: z.string().parse(row.issue) },
    corrections: row.corrections,
    correctedAt: row.corrected_at === null ? null : new Date(row.corrected_at),
    correction:
      row.correction === null
        ? null
        : {
            content: announcementContent.parse(JSON.parse(row.correction)),
            by: employeeId.parse(row.correction_by),
          },
  };
}

/** Throws (a bug) when a row lacks what its state needs. */
function statusFrom(row: AnnouncementRow): AnnouncementStatus {
  const scheduled = () => ({
    requestedBy: employeeId.nullable().parse(row.requested_by),
    approvedBy: employeeId.nullable().parse(row.approved_by),
    scheduledBy: employeeId.parse(row.scheduled_by),
    startsAt: instant.parse(row.starts_at),
  });
  const started = () => ({ ...scheduled(), startedAt: instant.parse(row.started_at) });
  switch (row.state) {
    case 'draft':
      return { kind: 'draft' };
    case 'requested':
      return {
        kind: 'requested',
        by: employeeId.parse(row.requested_by),
        at: instant.parse(row.requested_at),
      };
    case 'scheduled':
      return { kind: 'scheduled', ...scheduled() };
    case 'sending':
    case 'paused':
      return { kind: row.state, ...started() };
    case 'finished':
      return { kind: 'finished', ...started(), endedAt: instant.parse(row.ended_at) };
    case 'cancelled':
    case 'withdrawn':
      return {
        kind: row.state,
        ...started(),
        endedAt: instant.parse(row.ended_at),
        endedBy: employeeId.parse(row.ended_by),
      };
    default:
      throw new Error(row.state satisfies never);
  }
}
