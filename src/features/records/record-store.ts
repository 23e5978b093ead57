import { type Reader, type Store, whileUnwritten } from '../../db/open';
import type { Dataset } from './dataset';
import { allRevisions, cellsFrom, parseStored, revisionsOf } from './stored-records';

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

/** Records with who confirmed the content that they hold now. */
export const withConfirmations = (reader: Reader, dataset: string) =>
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

/** A dataset at one revision. */
export interface Kept<Row> {
  readonly revision: number;
  readonly rows: readonly Loaded<Row>[];
}

export const readKept = async <Row>(reader: Reader, dataset: Dataset<Row>): Promise<Kept<Row>> => ({
  revision: await revisionOf(reader, dataset),
  rows: await loadDataset(reader, dataset),
});

/** Tells the revision of a dataset, as `revisionOf`. */
export type Revisions = (reader: Reader, dataset: Dataset) => Promise<number>;

/** Reads the revisions of all datasets in one query, and again only when something was written; a transaction always asks. */
export function cachedRevisions(store: Pick<Store, 'db' | 'version'>): Revisions {
  const revisionsNow = whileUnwritten(store, allRevisions);
  return async (reader, dataset) =>
    reader === store.db ? ((await revisionsNow(reader)).get(dataset.name) ?? 0) : revisionOf(reader, dataset);
}

/**
 * Keeps a dataset in memory: the same array for as long as its revision stands. `known` is what this store held at that
 * revision.
 */
export function cachedDataset<Row>(
  dataset: Dataset<Row>,
  store: Pick<Store, 'db' | 'version'>,
  known: Kept<Row> | null = null,
  revisions: Revisions = cachedRevisions(store),
): (reader: Reader) => Promise<readonly Loaded<Row>[]> {
  let kept = known;
  return async (reader) => {
    const revision = await revisions(reader, dataset);
    if (kept?.revision === revision) return kept.rows;
    const rows = await loadDataset(reader, dataset);
    // What a transaction sees may yet be rolled back, and another one may then use the same revision.
    if (reader === store.db) kept = { revision, rows };
    return rows;
  };
}
