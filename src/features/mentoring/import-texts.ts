import { type Translation, textsIn } from '../../core/texts';

const ja = {
  importHeading: 'CSVで登録',
  importText:
    '10分以内にCSVかExcelをこのチャットに添付するか、「貼り付ける」で表を貼り付けてください。登録する内容を先に表示します。1行でも誤りがあれば、何も登録しません。',
  columns:
    '列：メンティの職員番号、メンターの職員番号、開始日、終了日、間隔（毎月・隔週・毎週）。開始日・終了日・間隔は省けます（採用日から年度末まで、毎月）。',
  paste: '貼り付ける',
  pasteTitle: '表を貼り付ける',
  pasteLabel: '見出しの行から貼り付けてください',
  pasteButton: '登録する',
  checkButton: '確かめる',
  previewHeading: (count: number) => `次の${count}組を登録します`,
  previewNote: 'まだ登録していません。「登録する」を押すと、次のお知らせで本人とメンターに伝わります。',
  previewSame: (count: number) => `ほかに${count}組は、すでに同じ内容で登録されています。`,
  previewNothing: '新しく登録するものはありません',
  previewCancel: '登録しない',
  importGone: 'この内容は、登録が済んだか、時間がたって消えました。一覧で確かめてください。',
  importFailed: '登録しませんでした',
  importFailedNote: '誤りのある行があるため、何も変えていません。直してもう一度お送りください。',
  importLine: (line: number, reason: string) => `${line}行目：${reason}`,
  moreLines: (count: number) => `ほか ${count}行`,
  imported: (count: number, same: number) =>
    `${count}組を登録しました。${same > 0 ? `${same}組はすでに同じ内容で登録されていました。` : ''}`,
  importEmpty: '行がありません。',
  noColumn: '「メンティ」と「メンター」の列が見つかりません。',
  twice: '同じメンティが前の行にもあります。',
  notADay: (given: string) => `「${given}」は日付として読めません。`,
  notAPace: (given: string) => `「${given}」は間隔として読めません（毎月・隔週・毎週）。`,
  fetchFailed: 'ファイルを受け取れませんでした。もう一度添付してください。',
};

const en: Translation<typeof ja> = {
  importHeading: 'Import CSV',
  importText:
    'Attach a CSV or Excel file to this chat within ten minutes, or paste the table. You see what would be made first. If any row is wrong, nothing is changed.',
  columns:
    'Columns: mentee’s number, mentor’s number, from, until, how often (monthly, fortnightly, weekly). The last three may be left out (from hiring to the end of the fiscal year, monthly).',
  paste: 'Paste',
  pasteTitle: 'Paste the table',
  pasteLabel: 'Paste it with its headings',
  pasteButton: 'Import',
  checkButton: 'Check',
  previewHeading: (count) => `Pairs to be made: ${count}`,
  previewNote:
    'Nothing has been made yet. Both of each pair are told with their next reminder once you import it.',
  previewSame: (count) => `Already there: ${count}.`,
  previewNothing: 'There is nothing new to import',
  previewCancel: 'Do not import',
  importGone: 'This has been imported, or was dropped after some time. Please look at the list.',
  importFailed: 'Not imported',
  importFailedNote: 'Some rows are wrong, so nothing was changed. Please put them right and send it again.',
  importLine: (line, reason) => `Row ${line}: ${reason}`,
  moreLines: (count) => `and ${count} more`,
  imported: (count, same) => `Pairs made: ${count}.${same > 0 ? ` Already there: ${same}.` : ''}`,
  importEmpty: 'There is no row.',
  noColumn: 'The columns for mentee and mentor were not found.',
  twice: 'The same mentee stands in an earlier row.',
  notADay: (given) => `“${given}” is no date.`,
  notAPace: (given) => `“${given}” is none of monthly, fortnightly, weekly.`,
  fetchFailed: 'The file could not be fetched. Please attach it again.',
};

export const importTexts = textsIn(ja, en);
