import { hash } from 'node:crypto';
import { z } from 'zod';
import { lockName } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { Cells, Dataset, ParsedRow } from './dataset';

/** A record's place and content: what history keeps of it. */
export interface Snapshot {
  readonly position: number;
  readonly cells: Cells;
}

export interface StoredRecord extends Snapshot {
  readonly id: string;
  /** SHA-256 of the cells, blanks left out, so that a new column does not unsettle confirmations. */
  readonly contentHash: string;
}

/**
 * Held from here until the transaction ends by whoever decides by what is stored: rules reach over datasets, and HR's
 * changes are rare, so one lock is for all of them.
 */
export const lockRecords = (tx: Writer): Promise<void> => lockName(tx, 'records');

export const contentHash = (cells: Cells): string => hash('sha256', JSON.stringify(cells));

const cellsText = z.record(z.string(), z.string());
export const cellsFrom = (json: string): Cells => cellsText.parse(JSON.parse(json));

/** All records of a dataset by id, in the order of their positions. */
export async function storedRecords(
  reader: Reader,
  dataset: string,
): Promise<ReadonlyMap<string, StoredRecord>> {
  const rows = await reader
    .selectFrom('records')
    .select(['id', 'position', 'cells', 'content_hash'])
    .where('dataset', '=', dataset)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, storedFrom(row)]));
}

export async function storedRecord(
  reader: Reader,
  dataset: string,
  id: string,
): Promise<StoredRecord | null> {
  const row = await reader
    .selectFrom('records')
    .select(['id', 'position', 'cells', 'content_hash'])
    .where('dataset', '=', dataset)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : storedFrom(row);
}

const storedFrom = (row: {
  id: string;
  position: number;
  cells: string;
  content_hash: string;
}): StoredRecord => ({
  id: row.id,
  position: row.position,
  cells: cellsFrom(row.cells),
  contentHash: row.content_hash,
});

/** The typed row of a stored record. Throws when the definition became stricter without a migration of what is stored. */
export function parseStored<Row>(
  dataset: Dataset<Row>,
  { id, cells }: Pick<StoredRecord, 'id' | 'cells'>,
): ParsedRow<Row> {
  const parsed = dataset.parse(cells);
  if (parsed.ok) return parsed.value;
  const reasons = parsed.error.map(({ column, reason }) => `${column} ${reason.en}`).join('; ');
  throw new Error(`stored record ${id} of ${dataset.name} cannot be read: ${reasons}`);
}

/** The revisions of the datasets named, 0 where nothing was ever written. */
export async function revisionsOf(
  reader: Reader,
  datasets: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const rows = await reader
    .selectFrom('dataset_revisions')
    .selectAll()
    .where('dataset', 'in', datasets)
    .execute();
  const known = new Map(rows.map(({ dataset, revision }) => [dataset, revision]));
  return Object.fromEntries(datasets.map((name) => [name, known.get(name) ?? 0]));
}

/** The revisions of all datasets that were ever written. */
export async function allRevisions(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.selectFrom('dataset_revisions').selectAll().execute();
  return new Map(rows.map(({ dataset, revision }) => [dataset, revision]));
}

export async function raiseRevision(tx: Writer, dataset: string): Promise<void> {
  await tx
    .insertInto('dataset_revisions')
    .values({ dataset, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('dataset')
        .doUpdateSet((eb) => ({ revision: eb('dataset_revisions.revision', '+', 1) })),
    )
    .execute();
}

/** Databases limit the parameters of a statement. */
export function inChunks<T>(items: readonly T[], size = 200): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
