import { type Translation, textsIn } from '../../core/texts';

const ja = {
  startHeading: 'データの取り込み',
  startText:
    'CSV（.csv）か Excel（.xlsx）のファイルを、このチャットに添付して送ってください（1ファイル10MB、一度に5つまで）。取り込む前に、変わるところを必ず表示します。',
  uploadHeading: 'ファイルを受け取りました',
  file: (name: string, rows: number) => `${name}（${rows}行）`,
  kindLabel: 'データの種類',
  kindPlaceholder: '選んでください',
  kindChosen: (label: string) =>
    `種類を「${label}」にしました。列の対応を確かめて、もう一度「差分を見る」を押してください。`,
  kindMissing: 'データの種類を選んでください。',
  entra: 'Entra のユーザー一覧（職員名簿と突き合わせます）',
  mapped: (mapped: number, all: number) => `対応した列　${mapped} / ${all}`,
  renamed: (column: string, heading: string) => `${column} ← ${heading}`,
  missing: (columns: string) => `見出しが見つからない必須の列：${columns}`,
  missingAdvice: '「列の対応を直す」で、どの見出しか教えてください。',
  unused: (headings: string) => `取り込まない見出し：${headings}`,
  entraNote: '従業員ID・メール・ユーザープリンシパル名の順に、職員名簿と突き合わせます。',
  modeLabel: '取り込み方',
  merge: '足す・直す（ファイルにないデータは残します）',
  replace: '全部入れ替える（ファイルにないデータは削除します）',
  showPlan: '差分を見る',
  fixMapping: '列の対応を直す',

  mappingTitle: (kind: string) => `列の対応（${kind}）`,
  mappingText:
    'それぞれの列に、ファイルのどの見出しを入れるか選んでください。次に同じ見出しのファイルを送ると、この対応を使います。',
  requiredColumn: (column: string) => `${column}（必須）`,
  noHeading: '（取り込まない）',
  headingTwice: (heading: string, columns: string) =>
    `見出し「${heading}」が複数の列に選ばれています（${columns}）。`,
  mappingSaved: '列の対応を保存しました。',

  planHeading: '取り込みの確認',
  losesRole:
    '取り込むと、あなたは人事課の管理者ではなくなり、元に戻すこともできません。名簿の「役割」を確かめてください。',
  planNote: 'まだ何も変えていません。',
  modes: { merge: '足す・直す', replace: '全部入れ替える' },
  unchanged: (count: number) => `変更なし${count}件`,
  reviews: (confirmed: number, withdrawn: number) =>
    `確認済みにする ${confirmed}件${withdrawn > 0 ? `　確認を外す ${withdrawn}件` : ''}`,
  added: '追加',
  changed: '変更',
  removed: '削除',
  nothing: 'ファイルの内容は、登録済みのデータと同じです。取り込むものはありません。',
  problems: (count: number) => `直していただきたい所が${count}件あります。直すまで取り込めません。`,
  problemsAdvice: 'ファイルを直して、もう一度送ってください。',
  problemFile: '問題の一覧をファイルで見る（15分間）',
  problemsTitle: '取り込みの問題',
  problemHeadings: ['行', '列', '理由', '値'] as readonly string[],
  storedLine: '登録済み',
  unmatchedUsers: (count: number) => `職員が見つからないユーザー　${count}件（取り込みません）`,
  unmatchedUser: (line: number, name: string, upn: string) => `${line}行目　${name}　${upn}`,
  unmatchedEmployees: (count: number) => `ユーザーが見つからない職員　${count}件`,
  unmatchedFile: '一覧をファイルで見る（15分間）',
  unmatchedTitle: 'Entraと合わなかったもの',
  unmatchedHeadings: ['区分', '行・職員番号', '氏名', 'ユーザー'] as readonly string[],
  unmatchedKinds: { user: 'ユーザー', employee: '職員' },
  apply: '取り込む',
  changedMeanwhile: '表示している間にデータが変わったため、計算し直しました。もう一度確かめてください。',

  removalHeading: (count: number) => `${count}件を削除します`,
  removalText: (label: string, count: number) =>
    `ファイルにない${label} ${count}件は、取り込むと削除されます。よろしいですか。あとから「元に戻す」こともできます。`,
  applyRemoval: (count: number) => `${count}件を削除して取り込む`,

  doneHeading: '取り込みました',
  done: (label: string, counts: string) => `${label}：${counts}`,
  doneReviews: '確認の状態を更新しました。',
  doneNothing: '変更はありませんでした。',
  undone: '取り込みましたが、その後、元に戻されています。',
  dropped: '取り込みをやめました。ファイルは削除しました。',
  gone: 'このファイルは、もう残っていません。取り込むには、もう一度ファイルを送ってください。',
  goneHeading: 'ファイルの期限切れ',

  unreadable: (name: string, reason: string) => `「${name}」を読み込めませんでした：${reason}。`,
  noRows: (name: string) =>
    `「${name}」には、データの行がありません。見出しの下にデータを書いて、もう一度送ってください。`,
  fetchFailed: (name: string) =>
    `「${name}」を受け取れませんでした。10MBを超えていないか確かめて、少し待ってからもう一度送ってください。`,
  wrongFile: (name: string) =>
    `「${name}」は取り込めません。Excel（.xlsx）か CSV（.csv）で保存して、もう一度送ってください。`,
  tooMany: (most: number, left: string) =>
    `一度に取り込めるのは${most}つまでです。次のファイルは、あとで送ってください：${left}`,
  noFiles: 'ファイルが付いていませんでした。もう一度送ってください。',
};

const en: Translation<typeof ja> = {
  startHeading: 'Import data',
  startText:
    'Attach a CSV (.csv) or Excel (.xlsx) file to a message in this chat (10 MB each, five at a time). What would change is always shown before anything is imported.',
  uploadHeading: 'File received',
  file: (name, rows) => `${name} (${rows} rows)`,
  kindLabel: 'Kind of data',
  kindPlaceholder: 'Please choose',
  kindChosen: (label) =>
    `The kind is now “${label}”. Please look at the columns and tap “Show the difference” again.`,
  kindMissing: 'Please choose the kind of data.',
  entra: 'Users of Entra (matched with the roster)',
  mapped: (mapped, all) => `Columns found: ${mapped} of ${all}`,
  renamed: (column, heading) => `${column} ← ${heading}`,
  missing: (columns) => `Required columns without a heading: ${columns}`,
  missingAdvice: 'Tell which heading it is with “Correct the columns”.',
  unused: (headings) => `Headings that are not imported: ${headings}`,
  entraNote: 'Matched with the roster by employee id, mail address and user principal name.',
  modeLabel: 'How to import',
  merge: 'Add and correct (what the file lacks stays)',
  replace: 'Replace all (what the file lacks is removed)',
  showPlan: 'Show the difference',
  fixMapping: 'Correct the columns',

  mappingTitle: (kind) => `Columns (${kind})`,
  mappingText:
    'Choose the heading of the file for each column. The next file with the same headings will use this choice.',
  requiredColumn: (column) => `${column} (required)`,
  noHeading: '(not imported)',
  headingTwice: (heading, columns) => `The heading “${heading}” was chosen more than once (${columns}).`,
  mappingSaved: 'The columns were saved.',

  planHeading: 'Check before importing',
  losesRole:
    'After this import you would no longer be an HR administrator, and could not undo it. Please check the roles in the file.',
  planNote: 'Nothing has been changed yet.',
  modes: { merge: 'add and correct', replace: 'replace all' },
  unchanged: (count) => `${count} unchanged`,
  reviews: (confirmed, withdrawn) =>
    `${confirmed} to be confirmed${withdrawn > 0 ? `, ${withdrawn} no longer confirmed` : ''}`,
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  nothing: 'The file holds what is already stored. There is nothing to import.',
  problems: (count) => `${count} places need correction. Nothing can be imported until then.`,
  problemsAdvice: 'Please correct the file and send it again.',
  problemFile: 'All problems as a file (15 minutes)',
  problemsTitle: 'Import problems',
  problemHeadings: ['Line', 'Column', 'Reason', 'Value'],
  storedLine: 'stored',
  unmatchedUsers: (count) => `Users without an employee: ${count} (not imported)`,
  unmatchedUser: (line, name, upn) => `Line ${line}: ${name} ${upn}`,
  unmatchedEmployees: (count) => `Employees without a user: ${count}`,
  unmatchedFile: 'The list as a file (15 minutes)',
  unmatchedTitle: 'Not matched with Entra',
  unmatchedHeadings: ['Kind', 'Line or number', 'Name', 'User'],
  unmatchedKinds: { user: 'user', employee: 'employee' },
  apply: 'Import',
  changedMeanwhile: 'The data changed in the meantime, so the difference was made anew. Please look again.',

  removalHeading: (count) => `${count} will be removed`,
  removalText: (label, count) =>
    `${count} of ${label} that the file lacks will be removed. Is that right? You can undo it afterwards.`,
  applyRemoval: (count) => `Import and remove ${count}`,

  doneHeading: 'Imported',
  done: (label, counts) => `${label}: ${counts}`,
  doneReviews: 'What is confirmed was updated.',
  doneNothing: 'Nothing changed.',
  undone: 'It was imported, and undone afterwards.',
  dropped: 'Not imported. The file was deleted.',
  gone: 'This file is no longer kept. Please send it again to import it.',
  goneHeading: 'The file has expired',

  unreadable: (name, reason) => `“${name}” could not be read: ${reason}.`,
  noRows: (name) => `“${name}” has no rows of data. Please write them below the headings and send it again.`,
  fetchFailed: (name) =>
    `“${name}” could not be received. Please check that it is below 10 MB and send it again in a moment.`,
  wrongFile: (name) =>
    `“${name}” cannot be imported. Please save it as Excel (.xlsx) or CSV (.csv) and send it again.`,
  tooMany: (most, left) => `Only ${most} files can be imported at once. Please send these later: ${left}`,
  noFiles: 'There was no file. Please send it again.',
};

export const importTexts = textsIn(ja, en);
