import { err, ok, type Result } from '../../core/result';
import { splitList } from './cell-types';
import type { Column } from './column';
import type { Bilingual } from './records-texts';

/** Canonical text by column name, in the order of the columns, blanks left out. */
export type Cells = Readonly<Record<string, string>>;

export interface CellProblem {
  /** Name of the column; null when the row as a whole is meant. */
  readonly column: string | null;
  readonly reason: Bilingual;
  readonly value: string;
}

/** A problem of a record among others: two with one mail address, a date before another. */
export interface RecordProblem {
  readonly id: string;
  readonly column: string | null;
  readonly reason: Bilingual;
}

export interface Keyed<Row> {
  readonly id: string;
  readonly row: Row;
}

/** One kind of the organisation's own data: its columns, its key and its rules. Defined in `datasets/`. */
export interface Dataset<Row = unknown> {
  readonly name: string;
  readonly label: Bilingual;
  readonly columns: readonly NamedColumn[];
  /** How a new record gets an id that nobody gave it; null where an id has a meaning of its own (an employee number, a date). */
  readonly numbering: Numbering | null;
  column(name: string): NamedColumn | null;
  /** The id that a row's key cells make, or null while one of them cannot be read. */
  idOf(given: Readonly<Record<string, string>>): string | null;
  /** Reads a row given by a file, a form or the database: all its problems, or canonical cells, id and typed row. */
  parse(given: Readonly<Record<string, string>>): Result<ParsedRow<Row>, readonly CellProblem[]>;
  /** The rules that one cell alone cannot show; takes all records of the dataset. */
  check(records: readonly Keyed<Row>[]): readonly RecordProblem[];
  readonly hasChecks: boolean;
}

export interface Numbering {
  /** Before the number: met neither by the ids of the samples nor by those of HR's own files. */
  readonly prefix: string;
  /** Columns by which a row without an id is known to be a record that is stored. */
  readonly sameBy: readonly string[];
}

export interface NamedColumn extends Column {
  readonly name: string;
  readonly inKey: boolean;
}

export interface ParsedRow<Row> extends Keyed<Row> {
  readonly cells: Cells;
}

/** The typed row of a dataset: `Row<typeof courses>`. */
export type Row<D> = D extends Dataset<infer R> ? R : never;

type Columns = Readonly<Record<string, Column>>;

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** `starts_on: Column<Day>` becomes `startsOn: Day`. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C as CamelCase<K & string>]: C[K] extends Column<infer T> ? T : never;
};

const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Defines a kind of data. `key` names the required columns that make a record's id (a list counts by its first
 * item); `columns` are in the order of the CSV file. Throws when two columns share a heading.
 */
export function defineDataset<const C extends Columns>(definition: {
  readonly name: string;
  readonly label: Bilingual;
  readonly key: readonly (keyof C & string)[];
  readonly numbering?: { readonly prefix: string; readonly sameBy: readonly (keyof C & string)[] };
  readonly columns: C;
  check?(records: readonly Keyed<RowOf<C>>[]): readonly RecordProblem[];
}): Dataset<RowOf<C>> {
  const inKey: ReadonlySet<string> = new Set(definition.key);
  const columns: NamedColumn[] = Object.entries(definition.columns).map(([name, column]) => ({
    ...column,
    name,
    inKey: inKey.has(name),
  }));
  const headings = columns.flatMap(({ name, label }) => [...new Set([name, label.ja, label.en])]);
  if (new Set(headings).size !== headings.length)
    throw new Error(`${definition.name}: two columns share a heading`);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const properties = columns.map(({ name }) => camelCase(name));
  const keyColumns = columns.filter((column) => column.inKey);
  const { check } = definition;

  const idOf = (given: Readonly<Record<string, string>>): string | null => {
    const parts: string[] = [];
    for (const column of keyColumns) {
      const reading = column.read(given[column.name] ?? '');
      if (!reading.ok) return null;
      parts.push(keyText(column, reading.value.text));
    }
    return parts.join('/');
  };

  return {
    name: definition.name,
    label: definition.label,
    columns,
    numbering: definition.numbering ?? null,
    hasChecks: check !== undefined,
    column: (name) => byName.get(name) ?? null,
    idOf,
    check: (records) => check?.(records) ?? [],
    parse(given) {
      const problems: CellProblem[] = [];
      const cells: Record<string, string> = {};
      const row: Record<string, unknown> = {};
      columns.forEach((column, index) => {
        const value = given[column.name] ?? '';
        const reading = column.read(value);
        if (!reading.ok) {
          problems.push({ column: column.name, reason: reading.error, value });
          return;
        }
        if (reading.value.text !== '') cells[column.name] = reading.value.text;
        row[properties[index] ?? column.name] = reading.value.value;
      });
      if (problems.length > 0) return err(problems);
      const id = keyColumns.map((column) => keyText(column, cells[column.name] ?? '')).join('/');
      // Each property was read by the very column that the mapped type names, which the compiler cannot follow.
      return ok({ id, cells, row: row as RowOf<C> });
    },
  };
}

const keyText = (column: NamedColumn, text: string): string =>
  column.form.kind === 'list' ? (splitList(text)[0] ?? '') : text;

/** What a record would be told to hold: what was given, and of the columns left unsaid what it held before. */
export function withUnsaid(
  dataset: Dataset,
  before: Cells | null,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (before === null) return given;
  const all: Record<string, string> = { ...before };
  for (const { name, whenUnsaid } of dataset.columns) if (whenUnsaid === 'cleared') all[name] = '';
  return Object.assign(all, given);
}

/** Blanks for the translations that `given` leaves unsaid although it changes what they translate. */
export function outdatedTranslations(
  dataset: Dataset,
  before: Cells,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const outdated = dataset.columns.filter(({ name, translates }) => {
    const original = translates === null ? null : dataset.column(translates);
    const text = given[original?.name ?? ''];
    if (original === null || text === undefined || given[name] !== undefined) return false;
    const reading = original.read(text);
    return reading.ok && reading.value.text !== (before[original.name] ?? '');
  });
  return Object.fromEntries(outdated.map(({ name }) => [name, '']));
}

export const sameCells = (dataset: Pick<Dataset, 'columns'>, a: Cells, b: Cells): boolean =>
  dataset.columns.every(({ name }) => (a[name] ?? '') === (b[name] ?? ''));
