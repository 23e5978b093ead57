import { err, type Result } from '../../core/result';
import { readCsv } from './csv';
import { type Bilingual, inBoth } from './records-texts';
import type { Table } from './table';
import { readWorkbook } from './workbook';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Reads a CSV or Excel file of at most 10 MB and 20,000 rows. What it is shows in its bytes, not in its name. */
export async function readTableFile(bytes: Uint8Array): Promise<Result<Table, Bilingual>> {
  if (bytes.length > MAX_FILE_BYTES) return err(inBoth((t) => t.tooBig(MAX_FILE_BYTES / 1024 / 1024)));
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes);
  if (startsWith(bytes, OLE)) return err(inBoth((t) => t.oldWorkbook));
  return readCsv(bytes);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of .xls, and of any Office file with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
