import { type EmployeeId, employeeId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { Reader } from '../../db/open';
import { employees, type Table } from '../records';

/** A row of the form service's file that names nobody of the campaign. */
export interface UnmatchedRow {
  readonly line: number;
  /** The employee number or mail address as given: nothing else of the row is kept. */
  readonly given: string;
  readonly reason: 'not-in-roster' | 'not-in-audience' | 'blank' | 'ambiguous' | 'contradictory';
}

/** What is read of a row: who it is of. */
export interface FormRow {
  readonly line: number;
  readonly number: string;
  readonly mail: string;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*※]/gu, '');

/** Form services mark fields, and put a question's number before it: `Q1.職員番号（必須）`. */
const bare = (heading: string): string =>
  fold(heading)
    .replace(/[(（【[].*$/u, '')
    .replace(/^(?:q|質問|問|設問)?\d+[.:_-]?/u, '');

const headingsOf = (column: string, more: readonly string[]): ReadonlySet<string> => {
  const known = employees.column(column);
  const names = known === null ? [] : [known.name, known.label.ja, known.label.en, ...known.also];
  return new Set([...names, ...more].map(bare));
};
const NUMBER = headingsOf('id', ['職員no', '職員no.', '番号', '社員no', '職員番号半角']);
const MAIL = headingsOf('mail', [
  'mail',
  'mailaddress',
  'メールアドレス確認',
  '回答者',
  '回答者メールアドレス',
]);

/** Who handed in, by a table with headings. Nothing but number and mail is looked at. */
export function rowsOfTable({ headings, rows }: Table): Result<readonly FormRow[], 'no-column' | 'empty'> {
  const find = (names: ReadonlySet<string>): number =>
    headings.findIndex((heading) => names.has(bare(heading)));
  const [numberAt, mailAt] = [find(NUMBER), find(MAIL)];
  if (numberAt < 0 && mailAt < 0) return err('no-column');
  if (rows.length === 0) return err('empty');
  return ok(
    rows.map(({ line, cells }) => ({
      line,
      number: numberAt < 0 ? '' : cleaned(cells[numberAt]),
      mail: mailAt < 0 ? '' : cleaned(cells[mailAt]),
    })),
  );
}

/** A pasted list without headings: a number or a mail address a line. Null when it does not look like one. */
export function rowsOfLines(text: string): readonly FormRow[] | null {
  const lines = text
    .split(/\r\n?|\n/u)
    .map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const filled = lines.filter(({ content }) => content !== '');
  const isOne = ({ content }: { readonly content: string }): boolean => {
    const given = cleaned(content);
    if (given.includes('@')) return !/[\s,]/u.test(given);
    return /\d/u.test(given) && employeeId.safeParse(given).success;
  };
  if (filled.length === 0 || !filled.every(isOne)) return null;
  return filled.map(({ content, line }) => {
    const given = cleaned(content);
    return given.includes('@') ? { line, number: '', mail: given } : { line, number: given, mail: '' };
  });
}

/** Excel's guards and full-width digits are no part of a number. */
const cleaned = (cell: string | undefined): string =>
  (cell ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^(?:=?"|')/u, '')
    .replace(/"$/u, '')
    .trim();

export interface Matched {
  readonly matched: readonly { readonly row: FormRow; readonly employee: EmployeeId }[];
  readonly unmatched: readonly UnmatchedRow[];
}

/**
 * Finds the employees of rows: by number, or by mail where the number is empty or nobody's. Numbers may have lost their
 * leading noughts; a number and a mail of two people match neither.
 */
export async function matchRows(reader: Reader, rows: readonly FormRow[]): Promise<Matched> {
  const roster = await reader.selectFrom('employees').select(['id', 'mail']).execute();
  const byNumber = new Map(roster.map(({ id }) => [id, id]));
  const byShort = Map.groupBy(roster, ({ id }) => withoutNoughts(id));
  const byMail = Map.groupBy(
    roster.filter(({ mail }) => mail !== ''),
    ({ mail }) => fold(mail),
  );
  const ofNumber = (number: string): readonly { readonly id: string }[] => {
    const exact = byNumber.get(number);
    if (exact !== undefined) return [{ id: exact }];
    return number === '' ? [] : (byShort.get(withoutNoughts(number)) ?? []);
  };
  const matched: { row: FormRow; employee: EmployeeId }[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const row of rows) {
    const { line, number, mail } = row;
    const given = number === '' ? mail : number;
    if (given === '') {
      unmatched.push({ line, given, reason: 'blank' });
      continue;
    }
    const numbered = ofNumber(number);
    const mailed = byMail.get(fold(mail)) ?? [];
    const [first, ...others] = numbered.length > 0 ? numbered : mailed;
    if (first === undefined) unmatched.push({ line, given, reason: 'not-in-roster' });
    else if (mailed.length > 0 && !mailed.some(({ id }) => id === first.id))
      unmatched.push({ line, given: `${number} ${mail}`, reason: 'contradictory' });
    else if (others.length > 0) unmatched.push({ line, given, reason: 'ambiguous' });
    else matched.push({ row, employee: employeeId.parse(first.id) });
  }
  return { matched, unmatched };
}

const withoutNoughts = (number: string): string => number.replace(/^0+(?=.)/u, '');
