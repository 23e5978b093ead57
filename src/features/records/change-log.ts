import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import type { Reader, Writer } from '../../db/open';
import type { Cells, Dataset } from './dataset';
import { employees } from './datasets/employees';
import { indexEmployees } from './employee-index';
import { contentHash, inChunks, raiseRevision, type Snapshot } from './stored-records';

/** The part of the audit log that is used here; it is written in the transaction of what it tells of. */
export interface AuditTrail {
  record(
    tx: Writer,
    entry: {
      readonly at: Date;
      readonly actor: string;
      readonly action: string;
      /** Name of the dataset. */
      readonly subject: string;
      /** Ids and counts only. */
      readonly detail: Readonly<Record<string, string | number>>;
    },
  ): Promise<void>;
}

/** Who changes data, and by what. */
export interface Author {
  /** Employee id, or `system` / `cli`. */
  readonly actor: string;
  /** As history shows it: `file roster.xlsx`, `form`. */
  readonly source: string;
  readonly clock: Clock;
  readonly audit: AuditTrail;
}

export interface RecordChange {
  readonly id: string;
  /** Null when it is added. */
  readonly before: Snapshot | null;
  /** Null when it is removed. */
  readonly after: Snapshot | null;
}

/**
 * Writes changes that were found free of problems, with all that goes along: the change set for history and undo, the
 * employee index, the dataset's revision and the audit log. Answers the id of the change set; changes must not be empty.
 */
export async function commitChanges(
  tx: Writer,
  dataset: Dataset,
  changes: readonly RecordChange[],
  by: Author,
): Promise<string> {
  const at = by.clock.now();
  const changeSet = randomUUID();
  await tx
    .insertInto('change_sets')
    .values({
      id: changeSet,
      at: at.toISOString(),
      actor: by.actor,
      dataset: dataset.name,
      source: by.source,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  for (const chunk of inChunks(changes)) {
    await tx
      .insertInto('changes')
      .values(
        chunk.map(({ id, before, after }) => ({
          change_set_id: changeSet,
          record_id: id,
          before: before === null ? null : JSON.stringify(before),
          after: after === null ? null : JSON.stringify(after),
        })),
      )
      .execute();
  }
  await writeRecords(tx, dataset.name, changes);
  if (dataset.name === employees.name) await indexEmployees(tx, changes);
  await raiseRevision(tx, dataset.name);
  await by.audit.record(tx, {
    at,
    actor: by.actor,
    action: 'records-changed',
    subject: dataset.name,
    detail: { changeSet, ...countsOf(changes) },
  });
  return changeSet;
}

async function writeRecords(tx: Writer, dataset: string, changes: readonly RecordChange[]): Promise<void> {
  const gone = changes.filter(({ after }) => after === null);
  for (const chunk of inChunks(gone)) {
    await tx
      .deleteFrom('records')
      .where('dataset', '=', dataset)
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute();
  }
  const rows = changes.flatMap(({ id, after }) =>
    after === null
      ? []
      : [
          {
            dataset,
            id,
            position: after.position,
            cells: JSON.stringify(after.cells),
            content_hash: contentHash(after.cells),
          },
        ],
  );
  for (const chunk of inChunks(rows)) {
    await tx
      .insertInto('records')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['dataset', 'id']).doUpdateSet((eb) => ({
          position: eb.ref('excluded.position'),
          cells: eb.ref('excluded.cells'),
          content_hash: eb.ref('excluded.content_hash'),
        })),
      )
      .execute();
  }
}

export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export function countsOf(changes: readonly RecordChange[]): ChangeCounts {
  const added = changes.filter(({ before }) => before === null).length;
  const removed = changes.filter(({ after }) => after === null).length;
  return { added, changed: changes.length - added - removed, removed };
}

const snapshot = z.object({ position: z.number(), cells: z.record(z.string(), z.string()) });
const snapshotFrom = (json: string | null): Snapshot | null =>
  json === null ? null : snapshot.parse(JSON.parse(json));

/** The changes of a change set in the order they were made. */
export async function changesOf(reader: Reader, changeSet: string): Promise<readonly RecordChange[]> {
  const rows = await reader
    .selectFrom('changes')
    .selectAll()
    .where('change_set_id', '=', changeSet)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.record_id,
    before: snapshotFrom(row.before),
    after: snapshotFrom(row.after),
  }));
}

export interface HistoryEntry {
  readonly changeSet: string;
  readonly at: Date;
  readonly actor: string;
  readonly source: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly columns: readonly ColumnChange[];
}

export interface ColumnChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What happened to a record, the latest first. */
export async function historyOf(
  reader: Reader,
  dataset: Dataset,
  id: string,
): Promise<readonly HistoryEntry[]> {
  const rows = await reader
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.id', 'changes.change_set_id')
    .select([
      'changes.before',
      'changes.after',
      'change_sets.id',
      'change_sets.at',
      'change_sets.actor',
      'change_sets.source',
    ])
    .where('changes.record_id', '=', id)
    .where('change_sets.dataset', '=', dataset.name)
    .orderBy('changes.seq', 'desc')
    .execute();
  return rows.map((row) => {
    const [before, after] = [snapshotFrom(row.before), snapshotFrom(row.after)];
    return {
      changeSet: row.id,
      at: new Date(row.at),
      actor: row.actor,
      source: row.source,
      kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
      columns: columnChanges(dataset, before?.cells ?? {}, after?.cells ?? {}),
    };
  });
}

export const columnChanges = (dataset: Dataset, before: Cells, after: Cells): readonly ColumnChange[] =>
  dataset.columns
    .map(({ name }) => ({ column: name, before: before[name] ?? '', after: after[name] ?? '' }))
    .filter((change) => change.before !== change.after);
