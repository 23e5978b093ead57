import { err, ok, type Result } from '../../core/result';
import { type Bilingual, inBoth } from './records-texts';

/** A tabular file as text. `line` is the line (of a sheet: the row) that people see in their own program, from 1. */
export interface Table {
  readonly headingLine: number;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** As many as there are headings, unless the file's row is ragged. */
  readonly cells: readonly string[];
}

export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;

/**
 * The headings are the first row with more than one cell filled, since people put a title above them, sometimes with a
 * date on its right; where there is none, the first row. Blank rows are dropped, and blank cells beyond the headings.
 */
export function tableFrom(lines: readonly TableRow[]): Result<Table, Bilingual> {
  const filled = lines.filter(({ cells }) => cells.some(isFilled));
  const head =
    filled.find((row, at) => filledIn(row) > 1 && !isSpreadTitle(row, filled[at + 1])) ?? filled[0];
  if (head === undefined) return err(inBoth((t) => t.emptyFile));
  const headings = head.cells
    .slice(0, head.cells.findLastIndex(isFilled) + 1)
    .map((heading) => heading.trim());
  if (headings.length > MAX_COLUMNS) return err(inBoth((t) => t.tooManyColumns(MAX_COLUMNS)));
  const rows = filled.filter(({ line }) => line > head.line);
  if (rows.length > MAX_ROWS) return err(inBoth((t) => t.tooManyRows(MAX_ROWS.toLocaleString('en'))));
  return ok({
    headingLine: head.line,
    headings,
    rows: rows.map(({ line, cells }) => ({ line, cells: withoutBlankTail(cells, headings.length) })),
  });
}

const isFilled = (cell: string): boolean => cell.trim() !== '';
export const filledIn = ({ cells }: TableRow): number => cells.filter(isFilled).length;

/** Gaps between its cells, and the row below has more than twice as many. */
const isSpreadTitle = (row: TableRow, below: TableRow | undefined): boolean =>
  below !== undefined &&
  filledIn(row) * 2 < filledIn(below) &&
  row.cells.findLastIndex(isFilled) - row.cells.findIndex(isFilled) >= filledIn(row);

const withoutBlankTail = (cells: readonly string[], keep: number): readonly string[] =>
  cells.length > keep ? cells.slice(0, Math.max(keep, cells.findLastIndex(isFilled) + 1)) : cells;

/** The signs by which spreadsheets tell a formula, half and full width. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A spreadsheet would run a text that starts like a formula; with `'` before it, it does not. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Undoes `guardFormula`. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
