import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import { confirmedHashes } from './confirmation';
import { writeCsv } from './csv';
import type { Dataset } from './dataset';
import { REVIEW_HEADING, REVIEWED } from './mapping';
import { storedRecords } from './stored-records';
import { writeWorkbook } from './workbook';

export interface ExportOptions {
  readonly format: 'xlsx' | 'csv';
  /** Headings and choices are written as people of this language read them; both are accepted on import. */
  readonly locale: Locale;
  /** Adds the column in which HR marks what it has read; importing the file again confirms those records. */
  readonly forReview: boolean;
}

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The whole dataset as a file that can be imported again. */
export async function exportDataset(
  reader: Reader,
  dataset: Dataset,
  options: ExportOptions,
): Promise<ExportedFile> {
  const { locale, format, forReview } = options;
  const records = await storedRecords(reader, dataset.name);
  const confirmed = await confirmedHashes(reader, dataset.name);
  const headings = dataset.columns.map(({ label }) => label[locale]);
  const rows = [...records.values()].map(({ id, cells, contentHash }) => [
    ...(forReview ? [confirmed.get(id) === contentHash ? REVIEWED[locale] : ''] : []),
    ...dataset.columns.map((column) => column.show(cells[column.name] ?? '', locale)),
  ]);
  return tableFileOf(
    dataset.label[locale],
    format,
    forReview ? [REVIEW_HEADING[locale], ...headings] : headings,
    rows,
  );
}

/** An empty file to fill in, with an example row that says what a cell looks like. */
export async function templateOf(
  dataset: Dataset,
  { format, locale }: Omit<ExportOptions, 'forReview'>,
): Promise<ExportedFile> {
  const headings = dataset.columns.map(({ label }) => label[locale]);
  return tableFileOf(dataset.label[locale], format, headings, [
    dataset.columns.map(({ example }) => example),
  ]);
}

/** Any table as a file for Excel: CSV with a BOM or a workbook, no cell of which is run as a formula. */
export async function tableFileOf(
  title: string,
  format: 'xlsx' | 'csv',
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<ExportedFile> {
  return format === 'csv'
    ? { name: `${title}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: writeCsv(headings, rows) }
    : {
        name: `${title}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await writeWorkbook(title, headings, rows),
      };
}
