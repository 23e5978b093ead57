import type { Reader } from '../../db/open';
import type { Cells, Dataset } from './dataset';
import { withConfirmations } from './record-store';
import { cellsFrom } from './stored-records';

/** A record as its cells, which is what forms, lists and cards of any dataset are made from. */
export interface RecordCells {
  readonly id: string;
  readonly cells: Cells;
  readonly contentHash: string;
  readonly confirmed: boolean;
}

/** All records of a dataset in the order of their positions. */
export async function recordsOf(reader: Reader, dataset: Dataset): Promise<readonly RecordCells[]> {
  const rows = await withConfirmations(reader, dataset.name)
    .orderBy('position')
    .orderBy('records.id')
    .execute();
  return rows.map(cellsOf);
}

export async function recordOf(reader: Reader, dataset: Dataset, id: string): Promise<RecordCells | null> {
  const row = await withConfirmations(reader, dataset.name).where('records.id', '=', id).executeTakeFirst();
  return row === undefined ? null : cellsOf(row);
}

export async function countOf(reader: Reader, dataset: Dataset): Promise<number> {
  const row = await reader
    .selectFrom('records')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('dataset', '=', dataset.name)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

const cellsOf = (row: {
  id: string;
  cells: string;
  content_hash: string;
  confirmed_by: string | null;
}): RecordCells => ({
  id: row.id,
  cells: cellsFrom(row.cells),
  contentHash: row.content_hash,
  confirmed: row.confirmed_by !== null,
});
