import type { CellValue, Worksheet } from 'exceljs';
import { err, type Result } from '../../core/result';
import { type Bilingual, inBoth } from './records-texts';
import { filledIn, guardFormula, MAX_COLUMNS, MAX_ROWS, type Table, type TableRow, tableFrom } from './table';
import { uncompressedSize } from './zip-size';

/** A small file can unpack to gigabytes: what its entries declare is looked at before it is unpacked. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** exceljs takes half a second to load, which a server without Excel files need not spend. */
const loadExcel = async () => (await import('exceljs')).default;

/** The first visible sheet of an .xlsx file that holds a table, cells as people see them: a formula by its result, a date as `YYYY-MM-DD`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Table, Bilingual>> {
  const size = uncompressedSize(bytes);
  if (size === null) return err(inBoth((t) => t.brokenWorkbook));
  if (size > MAX_UNPACKED_BYTES) return err(inBoth((t) => t.tooBig(MAX_UNPACKED_BYTES / 1024 / 1024)));
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return err(inBoth((t) => t.brokenWorkbook));
  }
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible');
  const [only, ...others] = visible;
  const sheet = (others.length > 0 && visible.find(holdsTable)) || only || workbook.worksheets[0];
  if (sheet === undefined) return err(inBoth((t) => t.noSheet));
  if (isTooLong(sheet)) return err(inBoth((t) => t.tooManyRows(MAX_ROWS.toLocaleString('en'))));
  return tableFrom(linesOf(sheet));
}

// A row number near the sheet's end (a stray cell) costs nothing, since only rows that exist are visited.
const isTooLong = (sheet: Worksheet): boolean => sheet.actualRowCount > MAX_ROWS + 100;

/** A page of explanations has nothing side by side. */
const holdsTable = (sheet: Worksheet): boolean =>
  isTooLong(sheet) || linesOf(sheet).filter((line) => filledIn(line) > 1).length > 1;

function linesOf(sheet: Worksheet): readonly TableRow[] {
  // Blank cells at the end of a row do not exist in a sheet; in a table they do.
  const width = Math.min(sheet.columnCount, MAX_COLUMNS + 1);
  const lines: TableRow[] = [];
  sheet.eachRow((row, line) => {
    const cells = new Array<string>(width).fill('');
    row.eachCell((cell, column) => {
      // The cells of a merged area all answer with the value of its first one.
      if (column <= width && !(cell.isMerged && cell.master !== cell))
        cells[column - 1] = cellText(cell.value, cell.numFmt);
    });
    lines.push({ line, cells });
  });
  return lines;
}

function cellText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(value, format);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return hyperlinkText(value.text);
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result, format);
  return '';
}

/** A hyperlink's text may be rich text, whatever the types of exceljs say. */
const hyperlinkText = (text: CellValue): string => cellText(text, undefined);

/** `000123` stays so where a format of zeros shows it like that: an employee number stored as a number. */
function numberText(value: number, format: string | undefined): string {
  const zeros = /^0{2,}$/.exec(format ?? '')?.[0].length ?? 0;
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  return zeros > 0 && Number.isInteger(value) && value >= 0 ? text.padStart(zeros, '0') : text;
}

/** Excel's dates have no time zone and exceljs puts them into UTC. A time of day alone lies on Excel's day zero. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '#VALUE!';
  const rounded = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  const [date = '', clock = ''] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  if (date < '1900-01-01') return clock;
  return clock === '00:00' ? date : `${date} ${clock}`;
}

/** A sheet that opens well: bold headings that stay in view, wide columns, every cell a text and none a formula. */
export async function writeWorkbook(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(title.replaceAll(/[\\/?*:[\]]/g, ' ').slice(0, 31) || 'Sheet1', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = headings.map((heading, index) => ({
    header: heading,
    width: widthOf(heading, index, rows),
  }));
  sheet.addRows(rows.map((cells) => cells.map((cell) => (cell === '' ? null : guardFormula(cell)))));
  sheet.getRow(1).font = { bold: true };
  if (headings.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function widthOf(heading: string, column: number, rows: readonly (readonly string[])[]): number {
  const longest = Math.max(heading.length, ...rows.slice(0, 50).map((cells) => cells[column]?.length ?? 0));
  return Math.min(60, 4 + longest * 1.6);
}
