import type { Generated } from 'kysely';

export interface RecordsTables {
  records: RecordRow;
  employees: EmployeeIndexRow;
  change_sets: ChangeSetRow;
  changes: ChangeRow;
  confirmations: ConfirmationRow;
  dataset_revisions: DatasetRevisionRow;
  column_mappings: ColumnMappingRow;
  uploads: UploadRow;
}

/** One row of a dataset (course, FAQ, contact, employee …) as validated cell text, keyed by dataset and id. */
export interface RecordRow {
  dataset: string;
  id: string;
  position: number;
  /** JSON object: column name → cell text. */
  cells: string;
  /** SHA-256 of the cells: what a confirmation refers to. */
  content_hash: string;
}

/** Looked up on every turn, so kept as columns beside the employee's record, by the same transaction. */
export interface EmployeeIndexRow {
  id: string;
  aad_object_id: string | null;
  mail: string;
  section: string;
}

export interface ChangeSetRow {
  id: string;
  at: string;
  actor: string;
  dataset: string;
  source: string;
  undone_at: string | null;
  undone_by: string | null;
}

/** One record's change: `before` null = added, `after` null = removed. */
export interface ChangeRow {
  seq: Generated<number>;
  change_set_id: string;
  record_id: string;
  before: string | null;
  after: string | null;
}

/** HR has read this very content and stands behind it. */
export interface ConfirmationRow {
  dataset: string;
  record_id: string;
  content_hash: string;
  confirmed_by: string;
  confirmed_at: string;
}

/** Raised in the same transaction as any change: what in-memory indexes are rebuilt by. */
export interface DatasetRevisionRow {
  dataset: string;
  revision: number;
}

/** Which heading of the organisation's own file feeds which column; remembered per dataset and set of headings. */
export interface ColumnMappingRow {
  dataset: string;
  headings_hash: string;
  mapping: string;
  updated_by: string;
  updated_at: string;
}

/** A file given in chat, waiting for its mapping or its apply. Deleted when applied or after a day. */
export interface UploadRow {
  id: string;
  owner: string;
  name: string;
  dataset: string | null;
  /** JSON: headings and rows as text. */
  content: string;
  created_at: string;
}
