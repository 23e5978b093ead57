import { type Translation, textsIn } from '../../core/texts';
import type { Locale } from '../../core/turn';

const ja = {
  blank: '必須ですが、空です',
  excelError: 'Excel のエラー値です。元のファイルで直してください',
  tooLong: (max: number) => `長すぎます (${max}文字まで)`,
  notCode: (shape: string) => `書き方が違います (例: ${shape})`,
  notReference: (shape: string) => `当てはまるものがありません (例: ${shape})`,
  notMail: 'メールアドレスとして読めません',
  notUrl: 'https:// で始まるURLではありません',
  notDay: '日付として読めません (例: 2026-04-01、2026/4/1、R8.4.1)',
  notTime: '時刻として読めません (例: 09:30)',
  notInteger: '整数ではありません',
  notNumber: '数値ではありません',
  outOfRange: (min: number, max: number) => `${min}から${max}までの数にしてください`,
  notYesNo: '「はい」か「いいえ」で書いてください (○ / ×、yes / no も可)',
  notChoice: (choices: string) => `選択肢にありません (${choices})`,
  item: (item: string, reason: string) => `「${item}」: ${reason}`,

  noHeading: '必須の列ですが、当たる見出しがありません',
  headingTwice: (heading: string) => `見出し「${heading}」が2列以上あります`,
  headingGone: (heading: string) => `見出し「${heading}」がありません`,
  noRows: 'データの行がありません',
  ragged: (expected: number, actual: number) =>
    `列の数が見出しと違います (見出し${expected}列、この行${actual}列)`,
  sameId: (id: string, line: number) => `「${id}」は${line}行目にもあります`,
  sameRow: (line: number, columns: string) => `${line}行目と${columns}が同じです`,
  and: '・',
  notReview: (done: string) => `確認の列には「${done}」か空欄を書いてください`,
  alreadyThere: (id: string) => `「${id}」はすでにあります`,
  keyFixed: 'この欄は変更できません。新しく追加し、古いものを削除してください',
  unknownReference: (dataset: string, id: string) => `「${id}」は${dataset}にありません`,
  stillUsed: (id: string, dataset: string, count: number, first: string) =>
    `「${id}」は${dataset}${count}件 (${first}${count > 1 ? ' など' : ''}) で使われているため、削除できません`,

  unreadableEncoding: '文字コードが分かりません。UTF-8 か Shift_JIS (CP932) の CSV で保存してください',
  brokenCsv: (line: number) => `CSVとして読めません (${line}行目あたり: 引用符 " の対応を確かめてください)`,
  brokenWorkbook: 'Excelファイル (.xlsx) として読めません',
  oldWorkbook:
    '古い形式 (.xls) か、パスワード付きのExcelファイルです。パスワードのない .xlsx か CSV で保存してください',
  noSheet: 'Excelファイルにシートがありません',
  emptyFile: '中身がありません',
  tooBig: (megabytes: number) => `ファイルが大きすぎます (${megabytes} MB まで)`,
  tooManyRows: (rows: string) => `行が多すぎます (${rows}行まで)`,
  tooManyColumns: (columns: number) => `列が多すぎます (${columns}列まで)`,

  planHasProblems: '直す行があるため、何も変更していません',
  planStale: '確認している間にデータが変わりました。もう一度読み込んでください',
  undoUnknown: 'その変更は見つかりません',
  undoDone: 'その変更は、すでに取り消されています',
  undoChangedSince: (ids: string) => `その後に変更されたものがあるため、取り消せません (${ids})`,
  undoBreaks: (reason: string) => `取り消すとデータの決まりに合わなくなります: ${reason}`,
  editedSince: '開いている間に、ほかの人が変更しました。開き直してください',
  recordGone: 'そのデータは、すでに削除されています',

  entraAmbiguous: (id: string, line: number) => `職員「${id}」に当たるユーザーが${line}行目にもあります`,

  report: {
    counts: (label: string, added: number, changed: number, removed: number, unchanged: number) =>
      `${label}: 追加 ${added}件、変更 ${changed}件、削除 ${removed}件、変更なし ${unchanged}件`,
    reviews: (confirmed: number, withdrawn: number) =>
      `確認済みにする ${confirmed}件、確認を外す ${withdrawn}件`,
    added: '追加',
    changed: '変更',
    removed: '削除',
    more: (count: number) => `ほか ${count}件`,
    change: (column: string, before: string, after: string) => `${column}: ${before} → ${after}`,
    blank: '(空)',
    problems: (count: number) => `直していただきたい所が${count}件あります。何も変更していません。`,
    line: (line: number) => `${line}行目`,
    stored: '登録済みのデータ',
    where: (place: string, column: string) => `${place}「${column}」`,
    problem: (where: string, reason: string) => `${where}: ${reason}`,
    value: (value: string) => ` (値: ${value})`,
    unused: (headings: string) => `取り込まない見出し: ${headings}`,
    unmatchedUsers: (count: number) => `当てはまる職員がいないユーザー ${count}件`,
    unmatchedEmployees: (count: number) => `ユーザーが見つからない職員 ${count}件`,
  },

  command: {
    usage: (kinds: string) =>
      [
        '使い方: npm run import -- <種類> <ファイル> [--dry-run] [--replace] [--mapping 列=見出し]…',
        `  種類        ${kinds}`,
        '  ファイル    CSV (UTF-8 / CP932) または Excel (.xlsx)',
        '  --dry-run   違いを表示するだけで、何も変更しません',
        '  --replace   ファイルにないデータを削除します (付けなければ残ります)',
        '  --mapping   見出しを列に当てはめます。例: --mapping 氏名=職員の名前',
      ].join('\n'),
    unknownKind: (kind: string) => `「${kind}」という種類はありません`,
    unknownOption: (message: string) => `指定が正しくありません: ${message}`,
    noKindOrFile: '種類とファイルを1つずつ指定してください',
    noFile: (file: string) => `ファイルを開けません: ${file}`,
    badMapping: (given: string) => `--mapping は「列=見出し」の形で書いてください: ${given}`,
    unknownColumn: (column: string) => `「${column}」という列はありません`,
    unknownHeading: (heading: string) => `「${heading}」という見出しがファイルにありません`,
    notHere: (option: string) => `entra-users では ${option} を使えません`,
    dryRun: '--dry-run のため、何も変更していません。',
    nothing: '変更はありません。',
    done: (changeSet: string) => `取り込みました (変更番号 ${changeSet})。`,
    doneReviews: '確認の状態を更新しました。',
    seedProblems: (directory: string) => `空のデータベースを ${directory} から準備できません:`,
  },
};

const en: Translation<typeof ja> = {
  blank: 'is required but empty',
  excelError: 'holds an Excel error value; correct it in the file',
  tooLong: (max) => `is too long (at most ${max} characters)`,
  notCode: (shape) => `is not written as expected (example: ${shape})`,
  notReference: (shape) => `names nothing that exists (example: ${shape})`,
  notMail: 'is no mail address',
  notUrl: 'is no URL starting with https://',
  notDay: 'is no date (examples: 2026-04-01, 2026/4/1, R8.4.1)',
  notTime: 'is no time of day (example: 09:30)',
  notInteger: 'is no whole number',
  notNumber: 'is no number',
  outOfRange: (min, max) => `must lie between ${min} and ${max}`,
  notYesNo: 'must be yes or no (○ / × and はい / いいえ are accepted)',
  notChoice: (choices) => `is none of the choices (${choices})`,
  item: (item, reason) => `“${item}” ${reason}`,

  noHeading: 'is required, but no heading stands for it',
  headingTwice: (heading) => `the heading “${heading}” occurs more than once`,
  headingGone: (heading) => `there is no heading “${heading}”`,
  noRows: 'there are no rows of data',
  ragged: (expected, actual) =>
    `the number of cells differs from the headings (${expected} headings, ${actual} cells)`,
  sameId: (id, line) => `“${id}” also stands in line ${line}`,
  sameRow: (line, columns) => `has the same ${columns} as line ${line}`,
  and: ', ',
  notReview: (done) => `write “${done}” or nothing in the review column`,
  alreadyThere: (id) => `“${id}” already exists`,
  keyFixed: 'cannot be changed: add a new record and remove the old one',
  unknownReference: (dataset, id) => `“${id}” does not exist in ${dataset}`,
  stillUsed: (id, dataset, count, first) =>
    `“${id}” cannot be removed: ${count} of ${dataset} use it (${first}${count > 1 ? ' and others' : ''})`,

  unreadableEncoding: 'unknown text encoding; save the CSV as UTF-8 or Shift_JIS (CP932)',
  brokenCsv: (line) => `cannot be read as CSV (near line ${line}: check the quotation marks)`,
  brokenWorkbook: 'cannot be read as an Excel file (.xlsx)',
  oldWorkbook:
    'is an old (.xls) or password-protected Excel file; save it as .xlsx without a password, or as CSV',
  noSheet: 'the Excel file has no sheet',
  emptyFile: 'the file is empty',
  tooBig: (megabytes) => `the file is too big (at most ${megabytes} MB)`,
  tooManyRows: (rows) => `there are too many rows (at most ${rows})`,
  tooManyColumns: (columns) => `there are too many columns (at most ${columns})`,

  planHasProblems: 'nothing was changed, since some rows need correction',
  planStale: 'the data changed in the meantime; please load the file again',
  undoUnknown: 'there is no such change',
  undoDone: 'that change has already been undone',
  undoChangedSince: (ids) => `cannot be undone, since some records changed afterwards (${ids})`,
  undoBreaks: (reason) => `undoing it would break a rule of the data: ${reason}`,
  editedSince: 'somebody else changed it in the meantime; please open it again',
  recordGone: 'it has already been removed',

  entraAmbiguous: (id, line) => `the user in line ${line} also stands for employee “${id}”`,

  report: {
    counts: (label, added, changed, removed, unchanged) =>
      `${label}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`,
    reviews: (confirmed, withdrawn) => `${confirmed} to be confirmed, ${withdrawn} no longer confirmed`,
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    more: (count) => `and ${count} more`,
    change: (column, before, after) => `${column}: ${before} → ${after}`,
    blank: '(blank)',
    problems: (count) => `${count} problems need correction. Nothing was changed.`,
    line: (line) => `Line ${line}`,
    stored: 'Stored data',
    where: (place, column) => `${place}, ${column}`,
    problem: (where, reason) => `${where}: ${reason}`,
    value: (value) => ` (value: ${value})`,
    unused: (headings) => `Headings not imported: ${headings}`,
    unmatchedUsers: (count) => `${count} users fit no employee`,
    unmatchedEmployees: (count) => `${count} employees have no user`,
  },

  command: {
    usage: (kinds) =>
      [
        'Usage: npm run import -- <kind> <file> [--dry-run] [--replace] [--mapping column=heading]…',
        `  kind        ${kinds}`,
        '  file        CSV (UTF-8 / CP932) or Excel (.xlsx)',
        '  --dry-run   shows the differences and changes nothing',
        '  --replace   removes what the file does not have (otherwise it stays)',
        '  --mapping   says which heading feeds a column, for example --mapping name=Employee',
      ].join('\n'),
    unknownKind: (kind) => `there is no kind “${kind}”`,
    unknownOption: (message) => `wrong options: ${message}`,
    noKindOrFile: 'name one kind and one file',
    noFile: (file) => `cannot open the file: ${file}`,
    badMapping: (given) => `--mapping must be column=heading: ${given}`,
    unknownColumn: (column) => `there is no column “${column}”`,
    unknownHeading: (heading) => `the file has no heading “${heading}”`,
    notHere: (option) => `entra-users does not take ${option}`,
    dryRun: 'Nothing was changed (--dry-run).',
    nothing: 'There is nothing to change.',
    done: (changeSet) => `Imported (change ${changeSet}).`,
    doneReviews: 'Confirmations updated.',
    seedProblems: (directory) => `the empty database cannot be prepared from ${directory}:`,
  },
};

export type RecordsTexts = Translation<typeof ja>;
export const recordsTexts = textsIn(ja, en);

/** A text in both languages: reasons are made where nobody knows yet who will read them. */
export type Bilingual = Readonly<Record<Locale, string>>;

export const inBoth = (write: (texts: RecordsTexts, locale: Locale) => string): Bilingual => ({
  ja: write(ja, 'ja'),
  en: write(en, 'en'),
});
