import { type Translation, textsIn } from '../../core/texts';

const ja = {
  menuHeading: 'データの編集',
  menuText: '種類を選んでください。言葉を入れると、それを含むものだけを表示します。',
  datasetLabel: 'データの種類',
  searchLabel: '探す言葉（なくても構いません）',
  searchPlaceholder: '例：助成、F-1.1.2-01',
  list: '一覧を見る',
  export: 'Excelで書き出す',
  exportForReview: '確認用に書き出す',
  template: '空のひな形',

  found: (count: number) => `${count}件`,
  foundFor: (search: string, count: number) => `「${search}」　${count}件`,
  pageOf: (page: number, pages: number) => `${page} / ${pages} ページ`,
  none: '当てはまるデータはありません。',
  search: '探す',
  edit: '編集',
  history: '履歴',
  add: '新しく追加',
  nextPage: '次のページ',
  previousPage: '前のページ',
  backToMenu: '種類を選び直す',
  waiting: '確認待ち',
  sample: '見本',

  fileReady: 'ファイルを用意しました。',
  exported: (count: number) =>
    `${count}件を書き出しました。直して、このチャットに添付して送ると、取り込めます。`,
  exportedForReview: (count: number) =>
    `${count}件を書き出しました。読んで問題がなければ「確認」の列に「済」と書き、このチャットに添付して送ってください。直した所も一緒に取り込めます。`,
  templateText: '2行目の例を消してデータを書き、このチャットに添付して送ってください。',
  expires: '15分間だけ開けます。過ぎたときは、もう一度書き出してください。',
  openFile: 'ファイルを開く',
};

const en: Translation<typeof ja> = {
  menuHeading: 'Edit data',
  menuText: 'Choose the kind of data. With words, only what holds them is listed.',
  datasetLabel: 'Kind of data',
  searchLabel: 'Words to look for (optional)',
  searchPlaceholder: 'e.g. grant, F-1.1.2-01',
  list: 'Show the list',
  export: 'Export to Excel',
  exportForReview: 'Export for confirmation',
  template: 'Empty template',

  found: (count) => `${count} records`,
  foundFor: (search, count) => `“${search}”: ${count} records`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  none: 'There is no such record.',
  search: 'Search',
  edit: 'Edit',
  history: 'History',
  add: 'Add',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  backToMenu: 'Choose another kind',
  waiting: 'awaits confirmation',
  sample: 'sample',

  fileReady: 'The file is ready.',
  exported: (count) =>
    `${count} records. Edit the file and attach it to a message in this chat to import it.`,
  exportedForReview: (count) =>
    `${count} records. Write “yes” into the column “Reviewed” of what you have read and found right, and attach the file to a message in this chat. Corrections are imported as well.`,
  templateText: 'Replace the example in line 2 by your data and attach the file to a message in this chat.',
  expires: 'The link opens for 15 minutes. Export again when it has expired.',
  openFile: 'Open the file',
};

export const browseTexts = textsIn(ja, en);
