import type { Reader } from '../../db/open';
import type { Dataset } from './dataset';
import { cellsFrom, parseStored, revisionsOf } from './stored-records';

/** A typed row with what is known of its record. Datasets with a column `sample` have that in the row. */
export type Loaded<Row> = Row & {
  readonly recordId: string;
  /** HR stands behind this very content. */
  readonly confirmed: boolean;
  /** What an edit of this content is based on. */
  readonly contentHash: string;
};

/** All rows of a dataset in the order of their positions. */
export async function loadDataset<Row>(
  reader: Reader,
  dataset: Dataset<Row>,
): Promise<readonly Loaded<Row>[]> {
  const rows = await withConfirmations(reader, dataset.name)
    .orderBy('position')
    .orderBy('records.id')
    .execute();
  return rows.map((row) => loadedFrom(dataset, row));
}

export async function loadRecord<Row>(
  reader: Reader,
  dataset: Dataset<Row>,
  id: string,
): Promise<Loaded<Row> | null> {
  const row = await withConfirmations(reader, dataset.name).where('records.id', '=', id).executeTakeFirst();
  return row === undefined ? null : loadedFrom(dataset, row);
}

const withConfirmations = (reader: Reader, dataset: string) =>
  reader
    .selectFrom('records')
    .leftJoin('confirmations', (join) =>
      join
        .onRef('confirmations.dataset', '=', 'records.dataset')
        .onRef('confirmations.record_id', '=', 'records.id')
        .onRef('confirmations.content_hash', '=', 'records.content_hash'),
    )
    .select(['records.id', 'records.cells', 'records.content_hash', 'confirmations.confirmed_by'])
    .where('records.dataset', '=', dataset);

const loadedFrom = <Row>(
  dataset: Dataset<Row>,
  record: { id: string; cells: string; content_hash: string; confirmed_by: string | null },
): Loaded<Row> => ({
  ...parseStored(dataset, { id: record.id, cells: cellsFrom(record.cells) }).row,
  recordId: record.id,
  confirmed: record.confirmed_by !== null,
  contentHash: record.content_hash,
});

/** Rises with every change of the dataset or its confirmations, by whichever process; 0 when there never was one. */
export async function revisionOf(reader: Reader, dataset: Dataset): Promise<number> {
  return (await revisionsOf(reader, [dataset.name]))[dataset.name] ?? 0;
}

/** Keeps a dataset in memory: the same array for as long as its revision stands, which each call asks the database. */
export function cachedDataset<Row>(
  dataset: Dataset<Row>,
): (reader: Reader) => Promise<readonly Loaded<Row>[]> {
  let kept: { readonly revision: number; readonly rows: readonly Loaded<Row>[] } | null = null;
  return async (reader) => {
    const revision = await revisionOf(reader, dataset);
    if (kept?.revision !== revision) kept = { revision, rows: await loadDataset(reader, dataset) };
    return kept.rows;
  };
}
