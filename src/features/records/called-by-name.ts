import type { Reader } from '../../db/open';
import { cleanText, fold } from './cell-types';
import { recordsOf } from './cells-reader';
import type { Dataset, NamedColumn } from './dataset';
import { datasetNamed } from './datasets';
import type { ImportRequest } from './import-reading';
import { type Table, unguardFormula } from './table';

/**
 * The dataset whose records a cell of this column may call by their name, and the column that holds the name; null where
 * one has to know the id, as that of a person, since two may have one name.
 */
export function namedBy({
  form,
}: NamedColumn): { readonly dataset: Dataset; readonly column: string } | null {
  const dataset = form.kind === 'reference' ? datasetNamed(form.to) : null;
  const [column, ...others] = dataset?.numbering?.sameBy ?? [];
  return dataset === null || column === undefined || others.length > 0 ? null : { dataset, column };
}

/** The id for the name of a record. What is no name, or the name of several, stays as it is. */
export type IdForName = (column: string, text: string) => string;

/** Takes texts of `columns`, of any dataset, as people write them. */
export async function idsByName(reader: Reader, columns: readonly NamedColumn[]): Promise<IdForName> {
  const ids = new Map<string, ReadonlyMap<string, string | null>>();
  for (const column of columns) {
    const named = namedBy(column);
    if (named !== null) ids.set(column.name, await idsIn(reader, named.dataset, named.column));
  }
  return (column, text) => ids.get(column)?.get(fold(cleanText(text))) ?? text;
}

async function idsIn(
  reader: Reader,
  dataset: Dataset,
  column: string,
): Promise<ReadonlyMap<string, string | null>> {
  const ids = new Map<string, string | null>();
  for (const { id, cells } of await recordsOf(reader, dataset)) {
    const name = fold(cells[column] ?? '');
    ids.set(name, ids.has(name) ? null : id);
  }
  return ids;
}

/** The table of a file with ids where it calls records of other datasets by their name. */
export async function withIdsForNames(
  reader: Reader,
  { dataset, table, mapping }: Pick<ImportRequest, 'dataset' | 'table' | 'mapping'>,
): Promise<Table> {
  const columns = dataset.columns.filter(
    (column) => mapping[column.name] !== undefined && namedBy(column) !== null,
  );
  if (columns.length === 0) return table;
  const idFor = await idsByName(reader, columns);
  const columnAt = new Map(columns.map(({ name }) => [table.headings.indexOf(mapping[name] ?? ''), name]));
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => {
      const column = columnAt.get(index);
      return column === undefined ? cell : idFor(column, unguardFormula(cell));
    }),
  }));
  return { ...table, rows };
}
