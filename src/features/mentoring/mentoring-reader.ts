import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addMonths, type Day } from '../../core/calendar/day';
import { findDates } from '../../core/dates/find-dates';
import type { MentoringRequest } from './mentoring-request';
import { END, IN_GENERAL, MEETING, MENTOR, OTHER_MEETING, PERIOD, SELF } from './reader-words';
import { ofWhich, readRecordRequest, readRecordRequestInEnglish } from './record-reader';

/** Longer ones tell a story. */
const LONGEST = 60;

const PATTERNS: readonly (readonly [RegExp, Exclude<MentoringRequest['kind'], 'talked' | 'record'>])[] = [
  [
    new RegExp(
      `^${SELF}(?:担当の?)?${MENTOR}(?:の人|さん)?(?:って|は|が|を)?(?:今)?(?:、)?(?:誰|だれ|どなた|どの人|何て人|なんて人)${END}`,
    ),
    'who',
  ],
  [
    new RegExp(
      `^(?:誰|だれ|どなた)(?:が|って)?${SELF}(?:の)?${MENTOR}${END}|^${SELF}${MENTOR}(?:の(?:名前|ページ|カード|担当))?(?:は|を|って)?(?:見せて|見たい|確認(?:したい)?|わか(?:る|ります)|分か(?:る|ります))?${END}`,
    ),
    'who',
  ],
  [
    new RegExp(
      `^${SELF}(?:${MENTOR}(?:さん)?との?)?(?:次|つぎ|今度|こんど|次回)(?:の|回の)?(?:${MENTOR}(?:さん)?との?)?${MEETING}(?:の?(?:日程|予定|日時|日|時期))?(?:は|って|が)?(?:いつ|何日|なんにち|何月|どこ|何時)?(?:頃|ごろ|くらい)?${END}`,
    ),
    'next',
  ],
  [
    new RegExp(
      `^${SELF}(?:${MENTOR}(?:さん)?との?)?${MEETING}(?:の?(?:日程|予定|日時))?(?:は|って)?(?:次)?(?:は)?(?:いつ|何日)${END}|^${SELF}${MEETING}の(?:予定|日程)(?:を|は)?${END}`,
    ),
    'next',
  ],
  [
    new RegExp(
      `^${SELF}${MENTOR}(?:さん)?(?:を|の)?(?:変え|替え|代え|換え|かえ|変更|交代|交替|チェンジ)(?:し)?(?:て|たい|ほしい|欲しい|もら|できま?す|でき|希望|お願い|ください|下さい|いただ).*$`,
    ),
    'change',
  ],
  [new RegExp(`^${MENTOR}(?:の)?(?:変更|交代|交替)(?:を)?(?:希望|お願い|したい).*$`), 'change'],
  [
    new RegExp(
      `^${MENTOR}(?:に|へ)?(?:助け|ヘルプ)(?:を|が)?(?:求め|ほし|欲し|呼び).*$|^(?:誰か)?助けを求めたい(?:です)?$`,
    ),
    'help',
  ],
  [
    new RegExp(
      `^${SELF}${MENTOR}(?:さん)?(?:との?|と決めた|の)(?:今年(?:度)?の)?(?:目標|ステップ|次の一歩)(?:と(?:目標|ステップ))?(?:は|を|って)?(?:何|なに|見(?:せて|たい)|確認(?:したい)?)?${END}`,
    ),
    'goals',
  ],
  [
    new RegExp(
      `^${SELF}(?:${MENTOR}(?:さん)?(?:との?|の)?)(?:(?:1|一)年(?:間)?の?)?(?:${MEETING}の?)?(?:まとめ|振り返り|ふりかえり)(?:は|を|が)?(?:見(?:せて|たい)|出して|作って|ほしい|欲しい|印刷(?:したい)?)?${END}|^(?:${MEETING}の(?:(?:1|一)年(?:間)?の?)?|(?:1|一)年(?:間)?の)まとめ(?:を|が)?(?:見(?:せて|たい)|ほしい)?${END}`,
    ),
    'summary',
  ],
  [
    /^(?:メンター|メンティー?)(?:と(?:メンター|メンティー?))?の?(?:組み?合わせ|ペア|組合せ|割り?当て|管理|一覧|マッチング|状況)(?:の?(?:管理|一覧|作成|登録|取り?込み?|案|提案|状況))?(?:を|は)?(?:見(?:せて|たい)|作(?:る|りたい)|決め(?:る|たい)|する|したい|登録(?:したい)?)?[。!?]*$|^ペア(?:の)?(?:管理|一覧)$/,
    'manage',
  ],
];

const TALKED = [
  new RegExp(
    `^${SELF}(?:(?:DATE|${PERIOD})(?:の|に|は|、)?|${MENTOR}(?:さん)?との?)*(?:の)?(?:${MEETING}(?:で|の|は)?)?(?:、)?(?:${MENTOR}(?:さん)?と)?(?:は)?(?:何|なに|どんなこと|どんな話|どういう話)(?:を|について|の話)?(?:し)?(?:話し?|はなし|しゃべっ|相談し|喋っ)(?:た|ました|てた|ていた|たん)${END}`,
  ),
  new RegExp(
    `^${SELF}(?:DATE|${PERIOD})(?:の|に(?:した|やった)|、)?(?:${MENTOR}(?:さん)?との?)?${MEETING}(?:の)?(?:内容|記録|話|メモ|中身)?(?:は|を|って)?(?:何|なに|見(?:せて|たい)|読みたい|確認(?:したい)?|どうだった|どんなだった)?(?:だった)?${END}`,
  ),
  new RegExp(
    `^${SELF}(?:${MENTOR}(?:さん)?との?|これまでの|今までの|過去の)${MEETING}?(?:の)?(?:内容|記録|話|履歴)(?:は|を|って)?(?:見(?:せて|たい)|読みたい|確認(?:したい)?)?${END}`,
  ),
];

const ENGLISH: readonly (readonly [RegExp, Exclude<MentoringRequest['kind'], 'talked' | 'record'>])[] = [
  [/^(?:who(?:'s| is| was) my (?:mentor|mentee)|who are my mentees|my (?:mentor|mentees?))[?.! ]*$/, 'who'],
  [
    /^when is (?:my|the|our) next (?:check-?in|mentoring (?:meeting|session)|one-on-one|1on1|1:1)(?: meeting)?[?.! ]*$/,
    'next',
  ],
  [
    /^(?:i(?:'d| would)? (?:want|like) to |can i |please )?(?:change|switch|replace) (?:my )?mentor[?.! ]*$|^i(?:'d| would)? (?:want|like) (?:another|a different|a new) mentor[?.! ]*$/,
    'change',
  ],
  [/^(?:mentor(?:ing)?|mentee) pairs?[?.! ]*$|^manage (?:mentors|pairs)[?.! ]*$/, 'manage'],
];
const TALKED_ENGLISH =
  /^what did (?:we|i|my (?:mentor|mentee) and i) (?:talk|speak)(?: about)?(?: with my (?:mentor|mentee))?(?: (?:last|this) (?:month|week|time))?[?.! ]*$/;

/** What it is, the FAQ tells. */
const EXCHANGE =
  /^(?:次の|今度の)?(?:(?:メンター|めんたー)(?:の)?)?(?:情報交換会|じょうほうこうかんかい)(?:の?(?:予定|日程|日時|一覧|申し?込み?|参加|管理|案内|開催))?(?:は|を|に|って|の)?(?:いつ|どこ|何時|参加(?:したい|する|します)|出(?:たい|ます)|申し?込(?:みたい|む)|や(?:め|る)たい|見(?:せて|たい)|決め(?:たい|る)|作(?:りたい|る)|開(?:きたい|く)|ある|あります)?(?:です|ですか|でしょうか|か|だっけ|の|っけ|教えて(?:ください)?){0,8}[。!?]*$|^(?:メンター(?:への)?)?今月のひとこと(?:を)?(?:書(?:く|きたい)|送(?:る|りたい))?[。!?]*$|^(?:when is the )?(?:next )?(?:meetings? of mentors|mentors?'? meetings?)[?.! ]*$/;

/** Null when the text asks nothing of mentoring: of the programme as such the FAQ tells. */
export function readMentoringRequest(
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): MentoringRequest | null {
  const original = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (original.length > LONGEST) return null;
  if (EXCHANGE.test(original)) return { kind: 'exchange' };
  if (/^[\x20-\x7e]*$/.test(original)) return english(original.toLowerCase(), today, calendar);
  const text = withoutCourtesy(original.replace(/ /g, '').toLowerCase());
  const record = readRecordRequest(text);
  if (record !== null) return record;
  if (OTHER_MEETING.test(text)) return null;
  const found = PATTERNS.find(([pattern]) => pattern.test(text));
  if (found !== undefined && (found[1] === 'manage' || !IN_GENERAL.test(text))) return { kind: found[1] };
  if (IN_GENERAL.test(text)) return null;
  const [mention] = findDates(original, today, calendar);
  const marked =
    mention === undefined ? text : text.replace(mention.text.replace(/ /g, '').toLowerCase(), 'DATE');
  if (!TALKED.some((pattern) => pattern.test(marked) || pattern.test(text))) return null;
  // 何話したっけ alone may be of anything.
  if (mention === undefined && !new RegExp(`${MEETING}|${MENTOR}|${PERIOD}`).test(text)) return null;
  return { kind: 'talked', dates: mention === undefined ? null : asPast(mention, today) };
}

function english(text: string, today: Day, calendar: BusinessCalendar): MentoringRequest | null {
  const record = readRecordRequestInEnglish(text);
  if (record !== null) return record;
  const found = ENGLISH.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return { kind: found[1] };
  if (!TALKED_ENGLISH.test(text)) return null;
  const [mention] = findDates(text, today, calendar);
  return { kind: 'talked', dates: mention === undefined ? null : asPast(mention, today) };
}

/** What somebody wants of mentoring, where the wish itself is known. */
export function requestWished(
  wish: MentoringWish,
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): MentoringRequest {
  switch (wish) {
    case 'own_mentor':
      return { kind: 'who' };
    case 'mentoring_next':
      return { kind: 'next' };
    case 'mentoring_record':
      return { kind: 'record', of: ofWhich(given) };
    case 'mentoring_change':
      return { kind: 'change' };
    case 'mentoring_help':
      return { kind: 'help' };
    case 'mentoring_last': {
      const [mention] = findDates(given.normalize('NFKC'), today, calendar);
      return { kind: 'talked', dates: mention === undefined ? null : asPast(mention, today) };
    }
    default:
      return wish satisfies never;
  }
}

export type MentoringWish =
  | 'own_mentor'
  | 'mentoring_next'
  | 'mentoring_record'
  | 'mentoring_last'
  | 'mentoring_change'
  | 'mentoring_help';

/** 10月 without a year is last October: one asks of what was. */
function asPast(mention: { readonly from: Day; readonly to: Day; readonly text: string }, today: Day) {
  const isAhead = mention.from > today;
  const { from, to } = isAhead
    ? { from: addMonths(mention.from, -12), to: addMonths(mention.to, -12) }
    : mention;
  return { from, to, label: mention.text.slice(0, 20) };
}

const withoutCourtesy = (text: string): string =>
  text
    .replace(
      /^(?:すみません|すいません|お疲れ様です|おつかれさまです|こんにちは|あの|ねえ|えっと|ところで)[、。!ー]*/,
      '',
    )
    .replace(/(?<=[。!、])(?:どうぞ)?(?:よろしく|宜しく)[^。?!]*[。!]*$/, '');
