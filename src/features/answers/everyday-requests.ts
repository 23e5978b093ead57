import { createWordSlots } from './word-slots';

/** What people write to the bot about its own messages, and when they would rather have a human being. */
export type EverydayRequest = 'list_due' | 'snooze' | 'reminder_settings' | 'ask_hr';

/** Endings of verbs, particles and politeness: none of them says anything by itself. A past (た) is no request. */
const FILLER = `
  し せ て で たい たく られ れ る ます ません よう こと い く き け えて とい とく ておいて てみて
  を が は も に の へ と って な ね よ さ わ か かな から ので ため けど けれど だ だけ ん 、 。 , [.] ! ー 〜 … ・
  です でしょう んです のです んだ ですが ですけど なんです と思います と思う と思って
  ください 下さい 頂戴 ちょうだい 欲しい ほしい もらえ もらい もらいたい いただけ いただきたい くれ ない ませ
  助かり うれしい 嬉しい ありがたい お願い おねがい いたし よろしく すみません すいません 申し訳 悪い お手数
  できれば 可能なら なるべく もし 今 いま 只今 今日 本日 現在 ちょっと 少し まだ すぐ もう それ これ その この ほう 方
`;
const WEEKDAY = '[月火水木金]曜日?';

const snoozeSlots = createWordSlots({
  day: `
    明日 あした あす 翌日 明後日 あさって 次の日 明朝 ${WEEKDAY} [0-9]{1,2}[/月][0-9]{1,2}日? [0-9]{1,2}日
    (?:あと)?(?:[0-9]+|[一二三四五六七八九十]+|数)(?:日|営業日|開庁日|週間?|か月)(?:くらい|ぐらい|経っ)?(?:後|したら|たら)
    (?:再来週|来週|翌週|今週|来月|月末|週明け)の?(?:${WEEKDAY}|初め|頭|前半|後半)?
  `,
  later:
    'あと(?:ほど|で|から)? 後(?:ほど|で|から)? のちほど 後日 今度 こんど そのうち しばらくしたら 手が空いたら やる やります',
  partOfDay: '昼 昼休み 午後 夕方 帰り',
  again: 'また もう一度 もういちど もう一回 もう1回 再度 再び 改めて あらためて',
  tell: `
    教え おしえ お?知らせ しらせ 言っ いっ 声(?:を)?かけ リマインド 再?通知 連絡 案内 思い出させ 送っ 見せ 表示 催促
  `,
  putOff: '(?:あと|後)に(?=し|する) 後回し あと回し 先送り 先延ばし 延期 スヌーズ 待って',
  busy: '忙し いそがし すぎ 手が離せ 手がはなせ 手が空か なく 時間が? 取れ バタバタ 立て込んで 会議中 外出中 出先 無理 取り込み中',
  matter: '件 話 さっき やつ',
  filler: FILLER,
});

const MESSAGE = '(?:お?知らせ|通知|リマインド|リマインダー|案内|催促|配信|プッシュ通知)';
const settingsSlots = createWordSlots({
  messages: `(?:(?:育成ナビ|ボット|bot|teams|研修|募集)(?:から)?の)?${MESSAGE} メッセージ 連絡`,
  quality: '設定 時間帯? 時刻 タイミング 曜日 頻度 回数 数 量 件数 ペース 間隔',
  change: `
    変え 替え 変更 調整 ずらし 遅らせ 遅く 早く 早め 遅め 直し 指定 選び 選べ 決め でき
    減ら へら 少なく 控え ひかえ 抑え 間引い まとめ 止め とめ やめ 停止 オフ 切り 切っ 切れ 解除 止まら ストップ 再開
  `,
  complaint: `
    多い 多すぎ 多くて 多め おおすぎ しつこ うるさ うざ すぎ 頻繁 来すぎ 届きすぎ 邪魔 煩わしい いらない いりません 要らない 不要
  `,
  timeOfDay: `
    朝 毎朝 夕方 昼 昼休み 午前中? 午後 夜 始業[時前後]? 終業[時前]? 朝一番? ごろ 頃 以降
    (?:午前|午後)?(?:[0-9]+|[一二三四五六七八九十]+)(?:時(?:半|[0-9]+分)?|:[0-9]{2}) もっと 早い 遅い
  `,
  arrive: '届 とど 送っ 送る 来 くる 受け取り もらえる',
  filler: FILLER,
});

const personSlots = createWordSlots({
  section: `
    (?:人事|職員)課?(?:の?担当者?|職員|窓口)? (?:人事|職員)課?の(?:人|方|ひと) じんじか 担当者? 担当の(?:人|方) (?:研修|育成)の?担当者? さん
  `,
  human: '人間 生身 中の人 (?:人|ひと)(?=[にとへ]) [誰だ]れ?か 詳しい人 (?:わか|分か)る人 オペレーター',
  connect: `
    つない 繋い つなげ 繋げ つなぎ 繋ぎ 取り次い 代わって 聞い 聞き 訊き 尋ね きい きき たずね お?話し? はなし 話せ
    質問 問い?合わせ 確認 連絡 取り 照会 メール 電話 伝え つたえ 教え 答え やり取り やりとり する
  `,
  counsel: '相談 乗って',
  matter: 'ある あり 件 直接 じかに 代わりに かわりに について',
  filler: FILLER,
});

const isWaiting = (said: ReadonlySet<string>): boolean =>
  said.has('putOff') ||
  (said.has('later') && !said.has('matter')) ||
  (said.has('day') && (said.has('tell') || said.has('again'))) ||
  (said.has('partOfDay') && said.has('again'));

const isAboutSettings = (said: ReadonlySet<string>): boolean =>
  said.has('timeOfDay') && said.has('arrive')
    ? true
    : said.has('messages') &&
      (said.has('change') || said.has('complaint') || said.has('quality') || said.has('timeOfDay'));

const isForHuman = (said: ReadonlySet<string>): boolean =>
  (said.has('section') && (said.has('connect') || said.has('counsel'))) ||
  (said.has('human') && said.has('connect'));

/** `joined`: NFKC, lower case, without blanks between Japanese letters and without what ends a sentence. */
export function readEverydayRequest(joined: string): EverydayRequest | null {
  const waiting = snoozeSlots(joined);
  if (waiting !== null && isWaiting(waiting)) return 'snooze';
  const settings = settingsSlots(joined);
  if (settings !== null && isAboutSettings(settings)) return 'reminder_settings';
  const person = personSlots(joined);
  return person !== null && isForHuman(person) ? 'ask_hr' : null;
}

const DONE_IN_ENGLISH =
  /^(?:i(?:'ve| have)? |it's |it is )?(?:already |just )?(?:submitted|handed in|sent|filled in|filled out|finished|completed|done|took|held)(?: (?:it|that|everything|(?:my|the) [a-z -]{2,40}))?(?: (?:already|today|yesterday|now))?$/;
const ENGLISH: readonly (readonly [RegExp, EverydayRequest])[] = [
  [DONE_IN_ENGLISH, 'list_due'],
  [
    /^(?:i(?:'m| am) busy(?: right)?(?: now)?[,;]? ?)?(?:please )?(?:can you |could you )?(?:(?:remind|tell|ask|notify) me (?:again )?(?:later|tomorrow|next week|on [a-z0-9 ]+|in (?:a|an|\w+) (?:days?|weeks?|hours?))(?: again)?|not now|later|maybe later|do it later|again tomorrow|postpone(?: it)?|snooze(?: it)?)(?: please)?$/,
    'snooze',
  ],
  [
    /^(?:please )?(?:(?:there are |i get |you send )?(?:too many|fewer|less) (?:reminders|notifications|messages)|(?:i want to |i'd like to |can i |how do i )?(?:change|reduce|stop|mute|turn off|set)(?: the)?(?: time| number| frequency)?(?: of)?(?: my| the| these| your)? (?:reminders?|notifications?|messages)(?: times?| settings?| frequency)?|(?:send|deliver) (?:them|reminders|notifications) (?:in the (?:morning|afternoon|evening)|at [0-9:apm ]+))(?: please)?$/,
    'reminder_settings',
  ],
  [
    /^(?:please )?(?:(?:i want to|i'd like to|i would like to|can i|could i|let me) )?(?:(?:talk|speak|chat|get) (?:to|with|through to)|ask|contact|connect me (?:to|with)|put me through to|reach) (?:an? |the |some)?(?:real |actual )?(?:human|person|one|body|someone|hr|human resources|staff)(?: (?:section|being|person|staff|in hr|at hr|in the hr section))*(?: please| directly)?$/,
    'ask_hr',
  ],
];

/** As `readEverydayRequest`, of a text in English. */
export const readEnglishEverydayRequest = (text: string): EverydayRequest | null =>
  ENGLISH.find(([pattern]) => pattern.test(text.replaceAll('’', "'")))?.[1] ?? null;
