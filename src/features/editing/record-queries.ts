import { z } from 'zod';
import type { Reader } from '../../db/open';
import { type Cells, type Dataset, datasetNamed } from '../records';

/** A record as its cells, which is what forms, lists and cards of any dataset are made from. */
export interface StoredRecord {
  readonly id: string;
  readonly cells: Cells;
  readonly contentHash: string;
  readonly confirmed: boolean;
}

const cells = z.record(z.string(), z.string());

/** All records of a dataset in the order of their positions. */
export async function recordsOf(reader: Reader, dataset: Dataset): Promise<readonly StoredRecord[]> {
  const rows = await select(reader, dataset).orderBy('position').orderBy('records.id').execute();
  return rows.map(recordFrom);
}

export async function countOf(reader: Reader, dataset: Dataset): Promise<number> {
  const row = await reader
    .selectFrom('records')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('dataset', '=', dataset.name)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function recordOf(reader: Reader, dataset: Dataset, id: string): Promise<StoredRecord | null> {
  const row = await select(reader, dataset).where('records.id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordFrom(row);
}

const select = (reader: Reader, dataset: Dataset) =>
  reader
    .selectFrom('records')
    .leftJoin('confirmations', (join) =>
      join
        .onRef('confirmations.dataset', '=', 'records.dataset')
        .onRef('confirmations.record_id', '=', 'records.id')
        .onRef('confirmations.content_hash', '=', 'records.content_hash'),
    )
    .select(['records.id', 'records.cells', 'records.content_hash', 'confirmations.confirmed_by'])
    .where('records.dataset', '=', dataset.name);

const recordFrom = (row: {
  id: string;
  cells: string;
  content_hash: string;
  confirmed_by: string | null;
}): StoredRecord => ({
  id: row.id,
  cells: cells.parse(JSON.parse(row.cells)),
  contentHash: row.content_hash,
  confirmed: row.confirmed_by !== null,
});

/** A change set without its changes. */
export interface ChangeSetHead {
  readonly id: string;
  readonly dataset: Dataset;
  readonly at: Date;
  readonly actor: string;
  readonly source: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

export async function changeSetOf(reader: Reader, id: string): Promise<ChangeSetHead | null> {
  const row = await reader.selectFrom('change_sets').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : headFrom(row);
}

/** The change set of a person's import whose source ends so (see `fileSource`), or null. */
export async function changeSetFrom(
  reader: Reader,
  by: { readonly actor: string; readonly sourceEnd: string },
): Promise<ChangeSetHead | null> {
  const row = await reader
    .selectFrom('change_sets')
    .selectAll()
    .where('actor', '=', by.actor)
    .where('source', 'like', `%${by.sourceEnd}`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : headFrom(row);
}

function headFrom(row: {
  id: string;
  at: string;
  actor: string;
  dataset: string;
  source: string;
  undone_at: string | null;
  undone_by: string | null;
}): ChangeSetHead | null {
  const dataset = datasetNamed(row.dataset);
  if (dataset === null) return null;
  const { id, actor, source } = row;
  const undoneAt = row.undone_at === null ? null : new Date(row.undone_at);
  return { id, dataset, at: new Date(row.at), actor, source, undoneAt, undoneBy: row.undone_by };
}

/** Every id of a dataset that starts so, of records that exist or ever did. */
export async function idsEverUsed(
  reader: Reader,
  dataset: Dataset,
  prefix: string,
): Promise<readonly string[]> {
  const present = await reader
    .selectFrom('records')
    .select('id')
    .where('dataset', '=', dataset.name)
    .where('id', 'like', `${prefix}%`)
    .execute();
  const past = await reader
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.id', 'changes.change_set_id')
    .select('changes.record_id as id')
    .distinct()
    .where('change_sets.dataset', '=', dataset.name)
    .where('changes.record_id', 'like', `${prefix}%`)
    .execute();
  return [...present, ...past].map(({ id }) => id);
}
