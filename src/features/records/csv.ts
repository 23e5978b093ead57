import { CsvError, parse } from 'csv-parse/sync';
import { err, type Result } from '../../core/result';
import { type Bilingual, inBoth } from './records-texts';
import { guardFormula, type Table, type TableRow, tableFrom } from './table';

/** UTF-8 with or without BOM, else CP932 (what Japanese Excel saves as CSV); any line ends; commas, or tabs. */
export function readCsv(bytes: Uint8Array): Result<Table, Bilingual> {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'shift_jis');
  if (text === null) return err(inBoth((t) => t.unreadableEncoding));
  try {
    return tableFrom(readLines(text).lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that nobody closes swallows the rest of the file: where its row begins is what helps.
    const { next } = readLines(text, Number(error.records ?? 0));
    return err(inBoth((t) => t.brokenCsv(next)));
  }
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'shift_jis'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The rows of the text, or its first `count`, and the line that follows them. */
function readLines(
  text: string,
  count?: number,
): { readonly lines: readonly TableRow[]; readonly next: number } {
  if (count === 0) return { lines: [], next: 1 };
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const records = parse(text, {
    delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    ...(count === undefined ? {} : { to: count }),
  });
  let next = 1;
  const lines = records.map((cells) => {
    const line = next;
    // Counted here, since the parser takes a CRLF within quotes for two lines.
    next += 1 + cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
    return { line, cells };
  });
  return { lines, next };
}

const lineBreaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n?|\n/g)?.length ?? 0) : 0;

/** RFC 4180 with CRLF, a BOM so that Excel reads it as UTF-8, and no cell that Excel would run as a formula. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const text = [headings, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function csvCell(text: string): string {
  const safe = guardFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
