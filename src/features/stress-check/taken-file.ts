import { err, ok, type Result } from '../../core/result';
import type { Locale } from '../../core/turn';
import { employees, type Table } from '../records';
import { stressCheckTexts } from './stress-check-texts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*※_]/gu, '');

/** Of a heading, without what stands in brackets behind it: `職員番号（必須）`. */
const fold = (text: string): string => plain(text).replace(/[(【[].*$/u, '');

const namesOf = (column: string, ...more: readonly string[]): ReadonlySet<string> => {
  const known = employees.column(column);
  const names = known === null ? [] : [known.name, known.label.ja, known.label.en, ...known.also];
  return new Set([...names, ...more].map(fold));
};

/** By what a row is matched. */
const NUMBER = namesOf('id', '職員No', '番号', '社員No');
const MAIL = namesOf('mail', 'メールアドレス', 'mail address');
/** Who it is, in other words: read by nobody, allowed so that a list can be checked by eye before it is attached. */
const ABOUT = new Set([
  ...namesOf('name'),
  ...namesOf('kana'),
  ...namesOf('section'),
  ...namesOf('department'),
  ...['no', 'no.', '通番', '連番', '行'].map(fold),
]);
/** When or that it was taken. */
const TAKEN = new Set(
  [
    '受検',
    '受検状況',
    '受検の有無',
    '受検済',
    '受検日',
    '受検年月日',
    '受検日時',
    '実施日',
    '回答日',
    '回答日時',
    '回答状況',
  ]
    .concat(['ステータス', 'status', 'taken', 'taken on', 'done'])
    .map(fold),
);

const YES = new Set(
  [
    '済',
    '受検済',
    '受検済み',
    '受検',
    '回答済',
    '回答済み',
    '完了',
    '有',
    '有り',
    'あり',
    '○',
    '〇',
    '1',
    'yes',
    'taken',
    'done',
    'true',
  ].map(fold),
);
const NO = new Set(
  [
    '',
    '未',
    '未受検',
    '未回答',
    '未完了',
    '無',
    '無し',
    'なし',
    '×',
    '-',
    '0',
    'no',
    'false',
    '受検中',
    '回答中',
    '未実施',
  ].map(fold),
);
const isDate = (cell: string): boolean =>
  /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|(?:令和|r)\d{1,2}[年.]\d{1,2}[月.]\d{1,2}日?)(?:t?\d{1,2}:\d{2}(?::\d{2})?)?$/u.test(
    plain(cell),
  );

/**
 * Takes the vendor's list of who has taken it: who, and that they have. A list with any other column (得点, 判定, 高ストレス, 面接
 * …) is refused as a whole, and so is one with any other word about whether it was taken, since nothing but that may come
 * into this house (労働安全衛生法 第66条の10第2項: results go to the person alone). Answers a table of a row a person who has
 * taken it, with nothing but what they are matched by.
 */
export function readTakenFile(table: Table, locale: Locale): Result<Table, string> {
  const t = stressCheckTexts(locale).file;
  const headings = table.headings.map(fold);
  const isKnown = (heading: string): boolean =>
    NUMBER.has(heading) || MAIL.has(heading) || ABOUT.has(heading) || TAKEN.has(heading);
  // The heading itself is not repeated: it may already tell something.
  const others = headings.filter((heading) => heading !== '' && !isKnown(heading)).length;
  if (others > 0) return err(t.otherColumns(others));
  const width = Math.max(headings.length, ...table.rows.map(({ cells }) => cells.length));
  const nameless = Array.from({ length: width }, (_, at) => at).filter(
    (at) => (headings[at] ?? '') === '' && table.rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''),
  );
  if (nameless.length > 0) return err(t.namelessColumns);
  const numberAt = headings.findIndex((heading) => NUMBER.has(heading));
  const mailAt = headings.findIndex((heading) => MAIL.has(heading));
  if (numberAt < 0 && mailAt < 0) return err(t.noPerson);
  const takenAt = headings.flatMap((heading, at) => (TAKEN.has(heading) ? [at] : []));
  const rows: Table['rows'][number][] = [];
  for (const { line, cells } of table.rows) {
    const given = takenAt.map((at) => plain(cells[at] ?? ''));
    if (given.some((cell) => !YES.has(cell) && !NO.has(cell) && !isDate(cell)))
      return err(t.otherWords(line));
    const person = [numberAt, mailAt].map((at) => (at < 0 ? '' : (cells[at] ?? '').trim()));
    if (person.some((cell) => !/^['’=]?"?[\w.@+-]{0,254}"?$/u.test(cell.normalize('NFKC'))))
      return err(t.notAPerson(line));
    if (given.length > 0 && !given.some((cell) => YES.has(cell) || isDate(cell))) continue;
    if (given.some((cell) => cell !== '' && NO.has(cell))) continue;
    rows.push({ line, cells: person });
  }
  const [number, mail] = [employees.column('id'), employees.column('mail')];
  return ok({
    headingLine: table.headingLine,
    headings: [number?.label.ja ?? 'id', mail?.label.ja ?? 'mail'],
    rows,
  });
}
