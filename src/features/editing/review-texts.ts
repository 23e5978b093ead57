import { type Translation, textsIn } from '../../core/texts';

const ja = {
  overviewHeading: '確認待ち',
  overviewText:
    '見本や取り込んだデータを、人事課が読んで確認します。確認するまで、職員への答えには使いません（見本の環境を除く）。',
  allDone: '確認待ちのデータはありません。',
  progress: (confirmed: number, all: number) => `確認済み ${confirmed} / ${all}`,
  start: '順番に確認する',
  startHere: 'ここから確認する',
  exportForReview: 'この一覧をExcelで',
  skipped: (count: number) => `ひととおり見ました。あとまわしにしたものが${count}件あります。`,

  confirm: '確認した',
  edit: '直す',
  later: 'あとで',
  overview: '一覧に戻る',
  takeBack: '1つ前の確認を取り消す',
  takenBack: '確認を取り消しました。',
  changedSince: '表示している間に内容が変わりました。もう一度確かめてください。',
  goneSince: '前に表示していたデータは、すでに削除されています。',
  required: '公開前に必要な相談窓口です。',
  unreachable:
    '電話もURLも空です。「直す」で連絡先を入れてください。連絡先がないと、公開の条件を満たしません。',
  sample: '見本のデータです。市の実際と合っているか、確かめてください。',
  cut: '（長いため途中までです。全体は「直す」で見られます）',
};

const en: Translation<typeof ja> = {
  overviewHeading: 'Awaiting confirmation',
  overviewText:
    'HR reads sample and imported data before it is relied on. Until then it is not used for answers (except in the sample).',
  allDone: 'Nothing awaits confirmation.',
  progress: (confirmed, all) => `${confirmed} of ${all} confirmed`,
  start: 'Go through them',
  startHere: 'Start here',
  exportForReview: 'This list to Excel',
  skipped: (count) => `You have seen them all. ${count} were left for later.`,

  confirm: 'Confirmed',
  edit: 'Correct',
  later: 'Later',
  overview: 'Back to the overview',
  takeBack: 'Take the last confirmation back',
  takenBack: 'The confirmation was taken back.',
  changedSince: 'The content changed in the meantime. Please read it again.',
  goneSince: 'The record shown before has been removed.',
  required: 'This desk is required before going live.',
  unreachable:
    'It has neither a phone number nor a web page. Please add one by “Correct”: without it you cannot go live.',
  sample: 'Sample data. Please check that it is true of your city.',
  cut: '(cut; see all of it by “Correct”)',
};

export const reviewTexts = textsIn(ja, en);
