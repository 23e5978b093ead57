import { yesNo } from './cell-types';
import { type Dataset, outdatedTranslations, type ParsedRow, withUnsaid } from './dataset';
import { isNeeded, isReviewHeading, type Mapping, REVIEWED } from './mapping';
import type { Surroundings } from './outcome';
import { type Bilingual, inBoth } from './records-texts';
import type { StoredRecord } from './stored-records';
import { type Table, type TableRow, unguardFormula } from './table';

/** `merge`: records that the file does not have stay. `replace`: they are removed. */
export type ImportMode = 'merge' | 'replace';

export interface ImportRequest {
  readonly dataset: Dataset;
  readonly table: Table;
  readonly mapping: Mapping;
  readonly mode: ImportMode;
}

export interface RowProblem {
  /** Line of the file; null for a record that is stored but not in the file. */
  readonly line: number | null;
  /** Name of the column; null when the row as a whole is meant. */
  readonly column: string | null;
  readonly reason: Bilingual;
  readonly value: string;
}

/** The database as a plan sees it. */
export interface Present {
  /** In the order of their positions. */
  readonly records: ReadonlyMap<string, StoredRecord>;
  /** Content hashes that were confirmed, by record id. */
  readonly confirmed: ReadonlyMap<string, string>;
  readonly surroundings: Surroundings;
  /** Ids for the rows that give none, by line; see `numbering.ts`. */
  readonly ids: ReadonlyMap<number, string>;
}

export interface ReadRow extends ParsedRow<unknown> {
  readonly line: number;
  readonly before: StoredRecord | null;
  readonly reviewed: boolean | null;
}

export interface Layout {
  /** Index of the cell that feeds a column. */
  readonly columns: readonly { readonly name: string; readonly index: number }[];
  readonly review: number;
  readonly problems: readonly RowProblem[];
}

/** Which cell feeds which column, or why the headings do not tell. */
export function layoutOf({ dataset, table, mapping }: ImportRequest): Layout {
  const problems: RowProblem[] = [];
  const refuse = (column: string, why: Parameters<typeof inBoth>[0]) =>
    problems.push({ line: table.headingLine, column, reason: inBoth(why), value: mapping[column] ?? '' });
  const columns: { name: string; index: number }[] = [];
  for (const column of dataset.columns) {
    const heading = mapping[column.name];
    if (heading === undefined) continue;
    const index = table.headings.indexOf(heading);
    if (index < 0) refuse(column.name, (t) => t.headingGone(heading));
    else if (table.headings.includes(heading, index + 1)) refuse(column.name, (t) => t.headingTwice(heading));
    else columns.push({ name: column.name, index });
  }
  const lacking = dataset.columns.filter(
    (column) => mapping[column.name] === undefined && isNeeded(dataset, column),
  );
  // A record that is there already can do without the others; which one it is, the key alone tells.
  if (lacking.some(({ inKey }) => inKey)) for (const { name } of lacking) refuse(name, (t) => t.noHeading);
  if (table.rows.length === 0) {
    problems.push({ line: table.headingLine, column: null, reason: inBoth((t) => t.noRows), value: '' });
  }
  const used = new Set(Object.values(mapping));
  return {
    columns,
    review: table.headings.findIndex((heading) => isReviewHeading(heading) && !used.has(heading)),
    problems,
  };
}

/** The rows as they would be stored, and all that is wrong with each; `lines`: where each id stands. */
export function readRows(
  { dataset, table }: ImportRequest,
  layout: Layout,
  present: Present,
): { rows: readonly ReadRow[]; problems: readonly RowProblem[]; lines: ReadonlyMap<string, number> } {
  const rows: ReadRow[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  const mapped = new Set(layout.columns.map(({ name }) => name));
  const missing = new Set<string>();
  const key = dataset.columns.find(({ inKey }) => inKey);

  const read = (row: TableRow): void => {
    const { line } = row;
    if (row.cells.length !== table.headings.length) {
      const reason = inBoth((t) => t.ragged(table.headings.length, row.cells.length));
      problems.push({ line, column: null, reason, value: '' });
      return;
    }
    const given: Record<string, string> = {};
    for (const { name, index } of layout.columns) given[name] = unguardFormula(row.cells[index] ?? '');
    const numbered = present.ids.get(line);
    if (numbered !== undefined && key !== undefined) given[key.name] = numbered;
    const id = dataset.idOf(given);
    const before = id === null ? null : (present.records.get(id) ?? null);
    if (id !== null) {
      const earlier = lines.get(id);
      if (earlier !== undefined) {
        // Nobody finds a number in the file that is not there.
        problems.push(
          numbered === undefined
            ? { line, column: null, reason: inBoth((t) => t.sameId(id, earlier)), value: id }
            : { line, column: null, reason: sameRow(dataset, earlier), value: '' },
        );
        return;
      }
      lines.set(id, line);
    }
    const review = reviewOf(row, layout);
    if (review === 'unreadable') {
      const reason = inBoth((t, locale) => t.notReview(REVIEWED[locale]));
      problems.push({ line, column: null, reason, value: row.cells[layout.review] ?? '' });
    }
    const outdated = before === null ? {} : outdatedTranslations(dataset, before.cells, given);
    const parsed = dataset.parse(withUnsaid(dataset, before?.cells ?? null, { ...outdated, ...given }));
    if (parsed.ok) {
      rows.push({ ...parsed.value, line, before, reviewed: review === 'unreadable' ? null : review });
      return;
    }
    for (const problem of parsed.error) {
      // A column that the file lacks is one fault of its headings, not one of each row.
      if (problem.column !== null && !mapped.has(problem.column)) missing.add(problem.column);
      else problems.push({ line, ...problem });
    }
  };

  for (const row of table.rows) read(row);
  for (const column of missing) {
    problems.push({
      line: table.headingLine,
      column,
      reason: inBoth((t) => t.noHeading),
      value: '',
    });
  }
  return { rows, problems, lines };
}

const sameRow = ({ numbering, column }: Dataset, earlier: number): Bilingual =>
  inBoth((t, locale) =>
    t.sameRow(
      earlier,
      (numbering?.sameBy ?? []).map((name) => column(name)?.label[locale] ?? name).join(t.and),
    ),
  );

/** Null where the file has no such column. */
function reviewOf({ cells }: TableRow, { review }: Layout): boolean | null | 'unreadable' {
  if (review < 0) return null;
  const mark = (cells[review] ?? '').trim().replace(/^確認済み?$/, '済');
  if (mark === '') return false;
  const reading = yesNo.read(mark);
  return reading.ok ? reading.value.value : 'unreadable';
}
