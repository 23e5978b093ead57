import { type Translation, textsIn } from '../core/texts';
import type { DeliveryState } from '../db/schema';
import type { UnreachableReason } from './messenger';

const ja = {
  state: {
    pending: '送信待ち',
    sending: '送信中',
    sent: '送信済み',
    failed: '失敗',
    cancelled: '取りやめ',
    unreachable: '届けられない',
  } satisfies Record<DeliveryState, string>,
  unreachable: {
    blocked: '本人がボットをブロックしています',
    'not-installed': '本人のTeamsにアプリが入っていません',
    refused: 'Teamsが送信を受け付けません（ブロック中、またはアプリが入っていない）',
    'not-found': 'Teamsに本人または会話が見つかりません',
    'no-address': '本人がまだボットを開いていないため、宛先がわかりません',
  } satisfies Record<UnreachableReason, string>,
  list: {
    headings: { job: 'ジョブ', recipient: '宛先', state: '状態', attempts: '回数', error: '理由' },
    possiblyDoubled: '二重に届いた可能性あり',
    none: '送信はありません。',
    total: (counts: string, total: number) => `計 ${total}件（${counts}）`,
    usage: '使い方: npm run -s deliveries -- [--json] [--job ID]',
    badJob: (given: string) => `ジョブのIDではありません: ${given}`,
    noDatabase: (file: string) =>
      `データベースがありません: ${file}（一度起動すると作られます。場所は DATABASE_FILE で指定します）`,
    unreadable: (file: string, why: string) =>
      `データベースを読めません: ${file}（${why}。更新の直後は、一度起動してください）`,
  },
};

const en: Translation<typeof ja> = {
  state: {
    pending: 'waiting',
    sending: 'sending',
    sent: 'sent',
    failed: 'failed',
    cancelled: 'cancelled',
    unreachable: 'unreachable',
  },
  unreachable: {
    blocked: 'the person has blocked the bot',
    'not-installed': 'the app is not installed for this person',
    refused: 'Teams refuses the message (blocked, or the app is not installed)',
    'not-found': 'Teams knows no such person or conversation',
    'no-address': 'the person never opened the bot, and there is no address to begin with',
  },
  list: {
    headings: { job: 'Job', recipient: 'Recipient', state: 'State', attempts: 'Attempts', error: 'Reason' },
    possiblyDoubled: 'may have arrived twice',
    none: 'There are no deliveries.',
    total: (counts, total) => `${total} in all (${counts})`,
    usage: 'Usage: npm run -s deliveries -- [--json] [--job ID]',
    badJob: (given) => `Not the id of a job: ${given}`,
    noDatabase: (file) =>
      `There is no database: ${file} (the first start makes it; DATABASE_FILE says where)`,
    unreadable: (file, why) =>
      `Cannot read the database: ${file} (${why}; after an update, start the server once)`,
  },
};

export const deliveryTexts = textsIn(ja, en);
