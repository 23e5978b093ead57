import { z } from 'zod';
import { err, ok, type Result } from '../../core/result';
import type { Reader, Writer } from '../../db/open';
import type { Person } from '../directory';
import type { DetailName } from './detail-texts';

/** What can have been done. Grows with the features; each one has a text in `audit-texts.ts`. */
export const AUDIT_ACTIONS = [
  'records-changed',
  'records-confirmed',
  'records-confirmation-withdrawn',
  'records-read',
  'records-exported',
  'inquiry-answered',
  'campaign-changed',
  'campaign-members-read',
  'campaign-recorded',
  'stress-check-changed',
  'stress-check-read',
  'mentoring-changed',
  'mentoring-read',
  'role-proposed',
  'role-granted',
  'role-ended',
  'announcement-changed',
  'announcement-recipients-read',
  'poll-changed',
  'poll-answers-read',
  'survey-changed',
  'thanks-reported',
  'launched',
  'unpublished',
  'launch-changed',
  'messages-forgotten',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an entry may tell, by name: each has its words in `detail-texts.ts`, or HR would read a code. */
export type AuditDetail = Readonly<Partial<Record<DetailName, string | number>>>;

export interface AuditEntry {
  readonly at: Date;
  /** Employee id, or `system` / `cli`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Id or dataset of what it was done to. */
  readonly subject: string;
  /** Ids, counts and codes. */
  readonly detail: AuditDetail;
}

export interface Audit {
  /**
   * Adds an entry in the transaction of what it tells of; the database refuses to change or remove one. Throws when
   * actor, subject or detail hold anything but ids: never a message's text, a name or a mail address.
   */
  record(tx: Writer, entry: AuditEntry): Promise<void>;
}

/** Letters, digits and a few signs, without blanks: ids fit, sentences, Japanese names and mail addresses do not. */
const idText = z.string().regex(/^[\w.:/|+-]{1,100}$/);
const detail = z.record(idText, z.union([idText, z.number()]));

export function createAudit(): Audit {
  return {
    async record(tx, { at, actor, action, subject, detail: given }) {
      await tx
        .insertInto('audit_log')
        .values({
          at: at.toISOString(),
          actor: idText.parse(actor),
          action,
          subject: idText.parse(subject),
          detail: JSON.stringify(detail.parse(given)),
        })
        .execute();
    },
  };
}

/** An entry as it stands in the log. `action` is text, since an older or newer program may have written it. */
export interface LoggedEntry extends Omit<AuditEntry, 'action' | 'detail'> {
  readonly seq: number;
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly LoggedEntry[];
  /** What to ask for the next, older page with; null on the last one. */
  readonly before: number | null;
}

/** What only a stress_admin reads in full: anybody else sees that something was done, not by whom, to what or how much. */
const CONFIDENTIAL: readonly AuditAction[] = ['stress-check-changed', 'stress-check-read'];
/** Who did it, for those who may not know. */
export const WITHHELD = 'withheld';

const readsAll = ({ roles }: Pick<Person, 'roles'>): boolean => roles.has('auditor') || roles.has('hr_admin');
const readsConfidential = (viewer: Pick<Person, 'roles'>): boolean =>
  viewer.roles.has('stress_admin') && !readsAll(viewer);

export const mayReadAudit = (viewer: Pick<Person, 'roles'>): boolean =>
  readsAll(viewer) || readsConfidential(viewer);

/**
 * A page of the log, newest first, from below `before` (null: from the newest). For auditors and HR administrators, without
 * what is confidential of the stress check; for a stress_admin that alone.
 */
export async function readAudit(
  reader: Reader,
  viewer: Pick<Person, 'roles'>,
  before: number | null,
  count: number,
): Promise<Result<AuditPage, 'forbidden'>> {
  if (!mayReadAudit(viewer)) return err('forbidden');
  const rows = await reader
    .selectFrom('audit_log')
    .selectAll()
    .$if(before !== null, (query) => query.where('seq', '<', before))
    .$if(readsConfidential(viewer), (query) => query.where('action', 'in', [...CONFIDENTIAL]))
    .orderBy('seq', 'desc')
    .limit(count + 1)
    .execute();
  const entries = rows.slice(0, count).map((row) => ({
    seq: row.seq,
    at: new Date(row.at),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    detail: detail.parse(JSON.parse(row.detail)),
    ...(isWithheld(row.action, viewer) ? { actor: WITHHELD, subject: WITHHELD, detail: {} } : {}),
  }));
  return ok({ entries, before: rows.length > count ? (entries.at(-1)?.seq ?? null) : null });
}

const isWithheld = (action: string, viewer: Pick<Person, 'roles'>): boolean =>
  CONFIDENTIAL.some((one) => one === action) && !readsConfidential(viewer);
