import type { Generated } from 'kysely';

export interface AuditTables {
  audit_log: AuditRow;
}

/** Append-only (a trigger refuses change): who did what to which thing. Never holds a message's text. */
export interface AuditRow {
  seq: Generated<number>;
  at: string;
  /** Employee id, or `system` / `cli`. */
  actor: string;
  action: string;
  subject: string;
  /** JSON of ids and counts. */
  detail: string;
}
