import { type Translation, textsIn } from '../../core/texts';
import { type Rate, stepOf } from './rates';

const ja = {
  heading: (title: string) => `受検率：${title}`,
  note: (least: number) =>
    `${least}人以上の集団だけを示します。引き算で${least}人未満の集団や個人が分からないように、示していない集団があります（市の独自ルール）。割合は端数を切り捨てています。`,
  city: '全体',
  size: (count: number) => `対象 ${count}人`,
  rate: {
    below: (percent: number) => `${percent}%未満`,
    about: (percent: number, step: number) => (step === 1 ? `${percent}%` : `${percent}%台`),
    from: (percent: number) => `${percent}%以上`,
  },
  empty: '示せる集団がありません。',
  none: '公開された受検率はまだありません。',
  forbidden: '受検率は、公開されたあと、人事課と所属長が見られます。',
  pages: (page: number, of: number) => `${page} / ${of} ページ`,
  next: '次へ',
  previous: '前へ',
  manageHeading: 'ストレスチェックの管理',
  manageNote: '期間・対象・案内文・受検者名簿の取り込みは「締切の管理」で行います。',
  manageEmpty: 'ストレスチェックはまだありません。「締切の管理」で作れます。',
  adminOnly: 'この操作は、ストレスチェック実施事務従事者だけができます。',
  personal: 'この内容は、育成ナビとの1対1のチャットでお願いします。',
  states: { draft: '準備中', scheduled: '開始待ち', running: '実施中', paused: '一時停止中', ended: '終了' },
  published: (day: string, least: number) => `受検率：${day}に公開しました（${least}人以上の集団）`,
  notPublished: '受検率：公開していません（公開しなければ、誰にも見えません）',
  noticed: (day: string) => `結果通知後の案内：${day}に送信を始めました`,
  notNoticed: '結果通知後の案内：まだ送っていません',
  afterEnd: '終わったあとにできること',
  show: '公開した受検率を見る',
  publish: '受検率を公開する…',
  notice: '結果通知後の案内を送る…',
  least: '示す集団の最小の人数',
  leastChoice: (count: number) => `${count}人以上`,
  askPublish: '受検率を公開しますか',
  askPublishText:
    '人事課と所属長が見られるようになります。公開は1回だけで、あとから変えられません（日ごとの差から個人が分からないようにするためです）。受検者名簿の取り込みを済ませてから公開してください。',
  askNotice: '対象の全員に案内を送りますか',
  askNoticeText: (count: number) =>
    `受けた人も受けていない人も、対象の${count}人全員に同じ案内を1回だけ送ります（休職中・退職の人を除く）。実施者が本人に結果を通知したあとで送ってください。`,
  preview: '届く内容',
  doPublish: '公開する',
  doNotice: '全員に送る',
  back: 'やめる',
  notNow: 'いまはできません。ストレスチェックが終わったあとにできます。',
  gone: 'このストレスチェックは見つかりませんでした。',
};

const en: Translation<typeof ja> = {
  heading: (title) => `Who took it: ${title}`,
  note: (least) =>
    `Only groups of ${least} or more. Some groups are left out, so that no subtraction reveals a smaller group or a person (the city’s own rule). Rounded down.`,
  city: 'All',
  size: (count) => `${count} invited`,
  rate: {
    below: (percent) => `below ${percent}%`,
    about: (percent, step) => (step === 1 ? `${percent}%` : `${percent}–${percent + step - 1}%`),
    from: (percent) => `${percent}% or more`,
  },
  empty: 'There is no group that can be shown.',
  none: 'No rates have been published yet.',
  forbidden: 'Once published, HR and managers can see the rates.',
  pages: (page, of) => `Page ${page} of ${of}`,
  next: 'Next',
  previous: 'Previous',
  manageHeading: 'Stress check: administration',
  manageNote: 'Dates, audience, texts and the list of who took it are under “締切の管理”.',
  manageEmpty: 'There is no stress check yet. Make one under “締切の管理”.',
  adminOnly: 'Only stress-check administrators can do this.',
  personal: 'Please do this in your own chat with Ikusei Navi.',
  states: { draft: 'draft', scheduled: 'scheduled', running: 'running', paused: 'paused', ended: 'ended' },
  published: (day, least) => `Rates: published on ${day} (groups of ${least} or more)`,
  notPublished: 'Rates: not published, so that nobody sees them',
  noticed: (day) => `Message after the results: sent from ${day} on`,
  notNoticed: 'Message after the results: not sent yet',
  afterEnd: 'What you can do afterwards',
  show: 'See the published rates',
  publish: 'Publish rates…',
  notice: 'Send the message after the results…',
  least: 'Fewest people of a group that is shown',
  leastChoice: (count) => `${count} or more`,
  askPublish: 'Publish rates?',
  askPublishText:
    'HR and managers will see them. This can be done once and not changed later, so that no difference between two days reveals a person. Import the list of who took it first.',
  askNotice: 'Send a message to everybody in the audience?',
  askNoticeText: (count) =>
    `All ${count} in the audience get the same message once, whether they took it or not (except those on leave or gone). Send it after the implementer has sent the results.`,
  preview: 'What they get',
  doPublish: 'Publish',
  doNotice: 'Send to everybody',
  back: 'Cancel',
  notNow: 'Not now: this is for when the stress check has ended.',
  gone: 'This stress check was not found.',
};

export const ratesTexts = textsIn(ja, en);

export function rateText(rate: Rate, size: number, locale: 'ja' | 'en'): string {
  const t = ratesTexts(locale).rate;
  const { kind } = rate;
  switch (kind) {
    case 'below':
      return t.below(rate.percent);
    case 'from':
      return t.from(rate.percent);
    case 'about':
      return t.about(rate.percent, stepOf(size));
    default:
      return kind satisfies never;
  }
}
