/** A text that points at what was shown last and names nothing itself. */
export type FollowUp =
  /** もっと見る, 他には？ */
  | { readonly kind: 'more' }
  /** 2番目の: counted from 1, or the last. */
  | { readonly kind: 'one'; readonly place: number | 'last' }
  /** もっと詳しく, それはいつ？ */
  | { readonly kind: 'details' }
  /** はい, いいえ: an answer, where nothing was asked. */
  | { readonly kind: 'nothing' };

/** Longer texts name something. */
const LONGEST = 30;

const POINTER =
  '(?:(?:それ|これ|あれ)(?!で)|[そこあ]の(?:研修|講座|件|話|やつ|もの)?|さっきの(?:研修|講座|件|話|やつ|もの)?|(?:今|上|最後)の(?:研修|講座|件|話|やつ|もの))';
const PARTICLES = '(?:について|に関して|は|って|の|を|が|も|、)*';
const POLITE =
  '(?:教えて|おしえて|知りたい|聞きたい|見せて|みせて|見たい|見る|出して|表示|説明|お願い|ほしい|欲しい|し|して|ください|下さい|します|たい|です|なの|んです|の|か|かな|っけ|だっけ|ね|よ)*';
const DETAILS =
  '(?:(?:もっと|もう少し|もうちょっと|さらに)?(?:詳しく|くわしく|詳細|詳しい(?:こと|話|内容)?))';
const ASKED =
  '(?:いつ|どこ|何時|何日|いくら|誰|だれ|何|なに|なん|どんな(?:内容|研修|もの|こと)|場所|会場|時間|日時|日程|期限|(?:申し?込み?の?)?締め?切り?|申込期間|定員|空き|残席|費用|料金|金額|対象|対象者|内容|講師)';
const GOES_ON =
  '(?:から|まで|で|が|に|は|を|も|何人|いつ|どこ|誰|だれ|いくら|ある|あります|やる|かかる|かかります|対象|だけ)*';

/** What the first, the second … is called. */
const PLACES = [
  ['1', '一', 'ひと', '最初', '初め', '一番上', 'first'],
  ['2', '二', 'ふた', 'second'],
  ['3', '三', 'みっ', 'third'],
  ['4', '四', 'よっ', 'fourth'],
  ['5', '五', 'いつ', 'fifth'],
  ['6', '六', 'むっ', 'sixth'],
];
const WHICH = '(?:の|は|を|が|で|に|へ|も|研修|講座|もの|やつ|ほう|方|について|、){0,8}';
const WISH = '(?:申し?込(?:み|む|みます)?|受け|受講|参加|する|いい|にする|いつ|どこ)*';
const ONE: readonly RegExp[] = [
  new RegExp(
    `^(?:上から|一覧の|リストの)?(?<place>[1-6一二三四五六])(?:番目?|つ目|個目|件目|つめ)${WHICH}(?:${DETAILS})?${WISH}${POLITE}$`,
  ),
  new RegExp(`^(?<place>ひと|ふた|みっ|よっ|いつ|むっ)つ(?:目|め)${WHICH}(?:${DETAILS})?${WISH}${POLITE}$`),
  new RegExp(
    `^(?<place>最初|初め|一番上|最後|一番下)の(?:研修|講座|もの|やつ|ほう|方)?${WHICH}(?:${DETAILS})?${WISH}${POLITE}$`,
  ),
  /^(?<place>[1-6])$/,
  /^(?:number|no\.?) ?(?<place>[1-6])(?: please)?$/,
  /^(?:(?:show|tell) me (?:about )?)?(?:the )?(?<place>first|second|third|fourth|fifth|sixth|last)(?: (?:one|course))?(?: please)?$/,
];
const POINTED: readonly (readonly [RegExp, FollowUp])[] = [
  [new RegExp(`^(?:${POINTER}${PARTICLES})?${DETAILS}(?:を|は|に)?${POLITE}$`), { kind: 'details' }],
  [new RegExp(`^(?:${POINTER}${PARTICLES})?${ASKED}${GOES_ON}${POLITE}$`), { kind: 'details' }],
  [
    /^(?:tell me more|(?:more )?details|more (?:about|on) (?:it|that|this)|(?:when|where|what|how long|how much|who) (?:is|does) (?:it|that|this)(?: for| cost| take)?)(?: please)?$/,
    { kind: 'details' },
  ],
  [
    new RegExp(
      `^(?:(?:ほか|他|その他|それ以外)(?:に|の|には|は|のは|の(?:研修|講座|もの|やつ|候補|答え)){0,8}(?:も|は|を|が)?(?:何か|なにか|どんな(?:の|もの)が)?(?:ある|ない|あります|ありません|候補)?|(?:もっと|続き|つづき|残り)(?:を|も|の)?(?:見る|ある)?|次(?:へ|の(?:ページ|6件))|つぎへ)${POLITE}$`,
    ),
    { kind: 'more' },
  ],
  [
    /^(?:(?:what|anything|something) else|(?:show )?(?:me )?more|next(?: page)?|(?:any )?others?)(?: please)?$/,
    { kind: 'more' },
  ],
  [/^(?:はい|うん|ええ|いいえ|いや|ううん|えっ?|yes|yeah|yep|no|nope|so)$/, { kind: 'nothing' }],
];

/** Null when the text says by itself what it is about. */
export function readFollowUp(text: string): FollowUp | null {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s。、.,!?〜~ー…]+$/u, '');
  if (bare === '' || [...bare].length > LONGEST) return null;
  const joined = (/^[\x20-\x7e]+$/.test(bare) ? bare : bare.replace(/\s+/g, '')).replace(OPENING, '');
  const place = ONE.map((pattern) => pattern.exec(joined)?.groups?.place).find(
    (found) => found !== undefined,
  );
  if (place !== undefined) return { kind: 'one', place: placeOf(place) };
  return POINTED.find(([pattern]) => pattern.test(joined))?.[1] ?? null;
}
/** Of what is no number, the last. */
const placeOf = (word: string): number | 'last' => {
  const at = PLACES.findIndex((names) => names.includes(word));
  return at === -1 ? 'last' : at + 1;
};
const OPENING =
  /^(?:じゃあ?|では|それでは|それじゃあ?|で|えっと|あと|すみません|ok|and|so)(?:、|,\s?|\s)?(?=.)/;

/** これに申し込みたい: the course itself is not named. */
export const pointsOnly = (about: string): boolean =>
  about.trim() === '' ||
  new RegExp(`^(?:${POINTER}|it|this|that|this one|that one)${PARTICLES}$`).test(about.trim());

/** それの定員は？, それ: what stands on a course's own card, once それ stands for its name. */
export const asksDetails = (text: string): boolean =>
  pointsOnly(text.replace(/[?？。!！]+$/, '')) || readFollowUp(text)?.kind === 'details';
