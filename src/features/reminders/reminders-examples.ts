import type { ShownItem } from './items';
import { type ReminderItem, thingKey } from './reminder';

const plain: Omit<ReminderItem, 'title' | 'lines'> = {
  badge: null,
  open: true,
  choices: [],
  links: [],
  dialogs: [],
  mayBeSnoozed: true,
  mayBeMuted: false,
};

const shown = (id: string, item: ReminderItem, more: Partial<ShownItem> = {}): ShownItem => ({
  thing: thingKey.parse(`sample:${id}`),
  item,
  snoozedUntil: null,
  muted: false,
  ...more,
});

/** Items as the features would give them, for the previews of the cards. */
export const exampleItems: readonly ShownItem[] = [
  shown('1', {
    ...plain,
    title: '自己申告書の提出',
    lines: ['締切は12/4(金)です。人事課へ直接送られます。'],
    badge: { text: 'あと7開庁日', colour: 'accent' },
    choices: [{ label: '提出しました', choice: 'submitted', primary: true }],
    links: [{ label: 'フォームを開く', url: 'https://example.jp/form' }],
  }),
  shown('2', {
    ...plain,
    title: '政策法務研修（明日）',
    lines: ['11/25(水) 9:30–16:30　市役所 大会議室'],
    badge: { text: '明日です', colour: 'warning' },
    dialogs: [{ label: '辞退する', data: { verb: 'sample.withdraw', offering: 'O-1' } }],
  }),
  shown('3', {
    ...plain,
    title: 'ストレスチェックのご案内',
    lines: ['受けるかどうかは、ご自身で決められます。', '結果は実施者からご本人だけに届きます。'],
    links: [{ label: '回答画面を開く', url: 'https://example.jp/check' }],
    mayBeMuted: true,
  }),
  shown(
    '4',
    {
      ...plain,
      title: '職場意見交換会の開催報告',
      lines: ['締切は12/18(金)です。'],
      choices: [{ label: '開催しました', choice: 'done', primary: true }],
    },
    { snoozedUntil: '11/25(水)' },
  ),
  shown('5', {
    ...plain,
    title: '期首面談の実施日の確認',
    lines: ['例山 健太さんとの面談日：5/12(火)'],
    open: false,
  }),
  shown(
    '6',
    {
      ...plain,
      title: 'リモートラーニングの募集',
      lines: ['申込は12/11(金)まで。'],
      mayBeMuted: true,
    },
    { muted: true },
  ),
];

/** The same as they are given to a reader in English. */
export const englishItems: readonly ShownItem[] = [
  shown('1', {
    ...plain,
    title: 'Self-assessment form',
    lines: ['Due on Fri 4 Dec. It goes to HR directly.'],
    badge: { text: '7 open days left', colour: 'accent' },
    choices: [{ label: 'Submitted', choice: 'submitted', primary: true }],
    links: [{ label: 'Open the form', url: 'https://example.jp/form' }],
  }),
  shown('2', {
    ...plain,
    title: 'Legal affairs for policy makers (tomorrow)',
    lines: ['Wed 25 Nov 9:30–16:30　City hall, main conference room'],
    badge: { text: 'Tomorrow', colour: 'warning' },
    dialogs: [{ label: 'Withdraw', data: { verb: 'sample.withdraw', offering: 'O-1' } }],
  }),
];
