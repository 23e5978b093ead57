import { type Translation, textsIn } from '../../core/texts';

const ja = {
  heading: '提出済みの取り込み',
  attach:
    'フォーム（LoGoフォームなど）から書き出したCSVかExcelを、このチャットにこのまま添付してください。10分間、この依頼の取り込みとして受け取ります。',
  columns: '「職員番号」か「メールアドレス」の列で職員を探します。ほかの列の内容は読まず、保存もしません。',
  paste: '貼り付けて取り込む',
  pasteTitle: '提出した人の一覧を貼り付け',
  pasteLabel: '職員番号かメールアドレス（1行に1人、または見出しつきの表）',
  pasteButton: '取り込む',
  back: '依頼に戻る',
  doneHeading: '取り込みました',
  nothingHeading: '新しく記録した人はいません',
  recorded: (count: number) => `${count}人を提出済みにしました。`,
  already: (count: number) => `すでに済みの人：${count}人`,
  unmatchedHeading: (count: number) => `取り込めなかった行：${count}件`,
  row: (line: number, given: string, reason: string) => `${line}行目　${given}　${reason}`,
  more: (count: number) => `ほか${count}件（下の一覧にすべてあります）`,
  reasons: {
    'not-in-roster': '名簿に見つかりません',
    'not-in-audience': 'この依頼の対象ではありません',
    blank: '職員番号もメールアドレスも空です',
    ambiguous: '複数の職員に当てはまります',
  },
  file: '取り込めなかった行の一覧（CSV）',
  fileTitle: '取り込めなかった行',
  fileHeadings: { line: '行', given: '値', reason: '理由' },
  undo: 'この取り込みを取り消す',
  undone: '取り消しました',
  undoneLine: (count: number) => `この取り込みで提出済みにした${count}人を「まだ」に戻しました。`,
  noColumn:
    '「職員番号」か「メールアドレス」の見出しが見つかりませんでした。見出しの行がある表にしてください。',
  empty: '取り込む行がありません。',
  unreadable: (name: string, reason: string) => `${name}を読めませんでした：${reason}`,
  fetchFailed: (name: string) => `${name}を受け取れませんでした。もう一度添付してください。`,
  oneFile: '一度に1つのファイルを添付してください。最初のものだけを取り込みました。',
  notNow: 'この依頼は実施中ではないため、取り込めません。',
};

const en: Translation<typeof ja> = {
  heading: 'Import who has handed in',
  attach:
    'Attach the CSV or Excel file of the form service to this chat now. For ten minutes it is taken as an import for this request.',
  columns:
    'People are found by the columns “employee number” or “mail address”. Nothing else is read or kept.',
  paste: 'Paste instead',
  pasteTitle: 'Paste who has handed in',
  pasteLabel: 'Employee numbers or mail addresses (one a line, or a table with headings)',
  pasteButton: 'Import',
  back: 'Back',
  doneHeading: 'Imported',
  nothingHeading: 'Nobody was newly recorded',
  recorded: (count) => `${count} recorded as done.`,
  already: (count) => `Done already: ${count}`,
  unmatchedHeading: (count) => `Rows that did not fit: ${count}`,
  row: (line, given, reason) => `Line ${line}: ${given}: ${reason}`,
  more: (count) => `${count} more (all of them are in the list below)`,
  reasons: {
    'not-in-roster': 'not in the roster',
    'not-in-audience': 'not in the audience of this',
    blank: 'neither employee number nor mail address',
    ambiguous: 'fits several people',
  },
  file: 'List of rows that did not fit (CSV)',
  fileTitle: 'rows that did not fit',
  fileHeadings: { line: 'Line', given: 'Value', reason: 'Reason' },
  undo: 'Undo this import',
  undone: 'Undone',
  undoneLine: (count) => `The ${count} recorded by this import are open again.`,
  noColumn: 'Neither an employee number nor a mail address was found among the headings.',
  empty: 'There are no rows to import.',
  unreadable: (name, reason) => `${name} could not be read: ${reason}`,
  fetchFailed: (name) => `${name} could not be fetched. Please attach it again.`,
  oneFile: 'Please attach one file at a time. Only the first was imported.',
  notNow: 'This is not running, so nothing can be imported.',
};

export const importTexts = textsIn(ja, en);
