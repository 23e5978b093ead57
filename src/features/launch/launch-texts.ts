import { type Translation, textsIn } from '../../core/texts';

const ja = {
  headingLive: '育成ナビは公開中です',
  headingNotLive: '公開の準備',
  textLive: '職員の質問に答えています。確認していないデータは答えに使いません。',
  textNotLive: '次がそろうと公開できます。公開までは、人事課の担当者にだけ答えます。',
  localNote: 'いまは見本の環境です。見本データのまま、すべての人に答えています。',
  deskDone: (topic: string) => `${topic}の窓口を確認済み`,
  deskMissing: (topic: string) => `${topic}の窓口の確認（連絡先を入れて「確認待ち」で確認）`,
  faq: (confirmed: number, all: number) =>
    `質問と回答　確認済み ${confirmed} / ${all}件（確認した分だけ答えます）`,
  topics: { whistleblowing: '内部通報', harassment: 'ハラスメント', mental_health: 'こころの健康' },
  publish: '公開する',
  unpublish: '公開を止める',
  refused: 'まだ公開できません。相談窓口の確認が残っています。',
  adminOnly: '公開は人事課の管理者だけができます。',
};

const en: Translation<typeof ja> = {
  headingLive: 'Ikusei Navi is live',
  headingNotLive: 'Before going live',
  textLive: 'Employees are being answered. Unconfirmed data is not used.',
  textNotLive: 'You can go live once these are done. Until then only the HR section is answered.',
  localNote: 'This is the sample environment: everybody is answered from sample data.',
  deskDone: (topic) => `Desk for ${topic}: confirmed`,
  deskMissing: (topic) => `Desk for ${topic}: enter how to reach it and confirm it`,
  faq: (confirmed, all) => `Questions and answers confirmed: ${confirmed} of ${all} (only those are used)`,
  topics: { whistleblowing: 'whistle-blowing', harassment: 'harassment', mental_health: 'mental health' },
  publish: 'Go live',
  unpublish: 'Stop',
  refused: 'Not yet: counselling desks are still to be confirmed.',
  adminOnly: 'Only HR administrators can do this.',
};

export const launchTexts = textsIn(ja, en);
