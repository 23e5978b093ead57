import type { Reader } from '../../db/open';
import type { Cells, Dataset, Numbering } from './dataset';
import type { ImportRequest } from './import-reading';
import type { StoredRecord } from './stored-records';
import { unguardFormula } from './table';

/** The next id that was never used, or null where the id has a meaning of its own. */
export async function nextFreeId(reader: Reader, dataset: Dataset): Promise<string | null> {
  const { numbering } = dataset;
  return numbering === null ? null : numberer(numbering, await idsEverUsed(reader, dataset, numbering))();
}

/**
 * Ids for the rows of a file that give none, by line: that of the record which such a row is known to be, or a new one.
 * Two rows that are the same get the same id, so that the plan can say so.
 */
export async function idsFor(
  reader: Reader,
  { dataset, table, mapping }: Pick<ImportRequest, 'dataset' | 'table' | 'mapping'>,
  records: ReadonlyMap<string, StoredRecord>,
): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  const { numbering } = dataset;
  const key = dataset.columns.find(({ inKey }) => inKey);
  if (numbering === null || key === undefined) return ids;
  const textOf = (row: { readonly cells: readonly string[] }, column: string): string =>
    unguardFormula(row.cells[table.headings.indexOf(mapping[column] ?? '')] ?? '').trim();
  const nameless = table.rows.filter((row) => textOf(row, key.name) === '');
  if (nameless.length === 0) return ids;

  const known = new Map<string, string>();
  for (const { id, cells } of records.values()) {
    const sameness = samenessOf(dataset, numbering, cells);
    if (!known.has(sameness)) known.set(sameness, id);
  }
  const inFile = table.rows.map((row) => textOf(row, key.name));
  const next = numberer(numbering, [...(await idsEverUsed(reader, dataset, numbering)), ...inFile]);
  for (const row of nameless) {
    const given = Object.fromEntries(numbering.sameBy.map((column) => [column, textOf(row, column)]));
    const sameness = samenessOf(dataset, numbering, given);
    const id = known.get(sameness) ?? next();
    known.set(sameness, id);
    ids.set(row.line, id);
  }
  return ids;
}

/** By content as it would be stored: 2027/1/20 and R9.1.20 are the same day. */
const samenessOf = (dataset: Dataset, { sameBy }: Numbering, cells: Cells): string =>
  JSON.stringify(
    sameBy.map((name) => {
      const text = cells[name] ?? '';
      const reading = dataset.column(name)?.read(text);
      return reading?.ok ? reading.value.text : text;
    }),
  );

function numberer({ prefix }: Numbering, used: readonly string[]): () => string {
  const numbers = used
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(id.slice(prefix.length)))
    .filter(Number.isSafeInteger);
  let last = Math.max(0, ...numbers);
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** Every numbered id of a dataset, of records that exist or ever did. */
async function idsEverUsed(
  reader: Reader,
  dataset: Dataset,
  { prefix }: Numbering,
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
