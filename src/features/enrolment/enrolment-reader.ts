import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { Day } from '../../core/calendar/day';
import { findDates } from '../../core/dates/find-dates';
import { COURSE_NOUN, has } from '../catalogue';
import { appliedForInEnglish, readEnglishRequest } from './english-reader';
import type { DaySpan, EnrolmentRequest } from './enrolment-request';

const NOUN = COURSE_NOUN.source;
const SELF = '(?:私|わたし|わたくし|僕|ぼく|俺|おれ|自分|じぶん)';
const APPLICATION = '(?:申し?込み?|もうしこみ?|応募|おうぼ|エントリー)';
/** A date, in the text that the rules see. A noncharacter: no text holds it. */
const DATE = '\uFDD3';

/** 申し込みたい, 申込みます, エントリー希望, 受講します … */
const APPLY = new RegExp(
  `(?:(?:への?|の|を|に)?(?:受講|参加)?(?:${APPLICATION}(?:を|が)?(?:し)?(?:たい|ます(?!か)|まーす|する(?=$|[。!、]|よ|ね|わ|の?で)|希望|(?:を)?お願い|させて|しといて|んで(?:ください|下さい|ほしい|欲しい|おいて|もらえ|$)|んどいて|して(?:ください|下さい|ほしい|おいて|$)|で(?:$|お願い))|申し?込む(?=$|[。!]|よ|ね|わ|の?で)|もうしこむ(?=$|[。!]))` +
    '|(?:へ|に|を|の)?(?:参加|受講)(?:を)?(?:希望(?:です|します|する|$)|します(?!か)|させて(?:ください|下さい|いただ)))',
);
/** After the wish only politeness may follow. */
const APPLY_TAIL =
  /^(?:です|でーす|で|の|ん|だ|が|けど|けれど|ども?|と思(?:います|って(?:い)?ます|っています)|は|まだ|もう|可能|大丈夫|間に合い?ます?|でき(?:ます|る)|いい|よい|よろし[いく]|でしょう|か|な[あー]?|よ|ね|ー|〜|ました|し|、|。|!|\?|お願い(?:いた)?(?:し)?ます|お願い|ください|下さい|いただきたい|いただけますか|もらえますか|くれ(?:ますか)?|ます){0,8}$/;

/** Asks how it works, or speaks of a case: the FAQ's. */
const IN_GENERAL =
  /どう|方法|手順|手続|仕方|しかた|やり方|やりかた|いつまで|いつから|いつ(?!も)|どこ|誰|だれ|何(?!とか|か)|なに|なぜ|なんで|いくら|締め?切|〆切|期限|料金|キャンセル料|理由|場合|とき(?:は|に|、|の)|時は|時に|たら|れば|条件|資格(?:は|が)|対象(?:は|が)|必要(?:です|ある|あり)?か|って(?:何|なに)|とは|ルール|決まり|制度|ペナルティ|不利|連絡先|書き?方|様式/;
/** Applied for as well, but no courses. */
const NO_COURSE = /助成|補助|給付|手当|兼業|副業|許可|休暇|休業|旅費|復命|自己申告|希望調査|貸付|借/;
const NO_COURSE_UNNAMED =
  /メンタ[ーァ]|メンティ|相談|面談|面接|駐車|ドック|健診|検診|健康診断|共済|証明|制服|貸与|研究グループ|プロジェクト|委員|採用|試験|意見交換会|異動|データ|質問|問い?合わせ|公開|変更|編集|取り?込み|確認|推薦(?:を|し|状)/;
const OTHERS =
  /部下|課員|係員|同僚|後輩|先輩|上司|みんな|全員|他の(?:人|職員)|ほかの人|代わり|代理|彼女?[はがをの]|[一-龠ァ-ヴー]{1,6}さん|うちの(?:課|係|職員|若)|職員(?:が|を|に)|本人/;

const CANCEL =
  '(?:キャンセル|きゃんせる|取り?消|とりけ|取り?下げ|とりさげ|取り?やめ|取り?止め|とりやめ|辞退|じたい)';
const WITHDRAW = [
  new RegExp(
    `${APPLICATION}(?:済み)?(?:した|んだ|んでいた|んでた)?(?:の|研修|講座|分|やつ|もの|件|を|は|、)*${CANCEL}`,
  ),
  new RegExp(`${APPLICATION}(?:を|は|、)*(?:やめ|止め)(?:たい|ます|とく|とき|て)`),
  new RegExp(`(?:${NOUN}|やつ|DATE)[^。?!]{0,12}?${CANCEL}`.replace('DATE', DATE)),
  new RegExp(
    `^${CANCEL}(?:し|を)?(?:たい|ます|で|お願い|希望|する|して)?(?:です|お願い|します|ください|下さい)*[。!]*$`,
  ),
  new RegExp(
    `(?:${NOUN})[^。?!]{0,10}?(?:(?:行|い|ゆ)けな(?:い|く)|(?:行|い)けません|(?:出|で)られ(?:な(?:い|く)|ません)|出れな(?:い|く)|(?:出席|参加|受講)(?:が)?(?:でき(?:な(?:い|く)|ません)|出来な(?:い|く))|(?:受け|うけ)られ?(?:な(?:くな)|ません)|(?:欠席|けっせき)し(?:たい|ます)|(?:を|は|に)?(?:お)?休み(?:たい|ます)|休ませて|(?:やめ|止め)(?:たい|ます|とき|ておき))`,
  ),
];
const WITHDRAW_NOT =
  /なくて(?:も|は)|ない(?:人|職員|研修|理由|の(?:は|か|が)|まま|わけ|ことが)|させてもらえ|行かせて|た方が|べき|できますか|出来ますか|可能ですか|いいですか|[?]$/;

const PAST = `${APPLICATION}(?:んだ|んで(?:い)?(?:た|る|ます|ました)|みました|(?:を)?した(?!い|ら)|(?:を)?し(?:て(?:い)?(?:た|る|ます))|てた|てる|済み)|もうしこんだ|もうしこんで(?:た|る)`;
const ASKS =
  /っけ|[?か]$|か[?。]|何|なに|なん|どれ|どの|どんな|一覧|いちらん|リスト|確認|見(?:せ|たい|る)|みせ|みたい|教え|おしえ|表示|知りた|いくつ|よね|かな|は$|を$/;
const NOT_STATUS =
  /のに|何人|人数|人は|倍率|費用|いくら|旅費|復命|助成|内容|持ち物|服装|講師|どうな|どうす|どうやっ|できますか|落ち|外れ|方法|選考|決ま(?:り|る)|メール|返事|連絡/;
const END =
  '(?:だっけ|でしたっけ|ですか|でしょうか|なの|かな|だった|です|だろう|あるの|やるの|ある|でやる|であるの|から|開始|始まる|集合|教えて(?:ください)?|おしえて)*[?。!]*$';
const STATUS_WORDS = `(?:の)?(?:状況|じょうきょう|一覧|いちらん|リスト|内容|履歴|中の${'(?:研修|講座)'}|済み?の?(?:${NOUN})?(?:一覧)?)`;
const NEXT = '(?:次|つぎ|今度|こんど)(?:の|回の|に(?:受ける|出る|行く|参加する)|、)?';
/** A day or a time that a text names, or none. */
const WITHIN = `(?:${DATE}(?:の|に|は|って|も|、)*)?`;
const GOING = '(?:(?:出る|受ける|行く|参加する|受講する)(?:予定の)?)?';
/** Whether, when and where one has a course. */
const STANDS =
  '(?:は|って|が|も|に|を)*(?:もう|いつ|どこ(?:で)?|やる(?:ん|の)?|何時|なんじ|何|なに|ある|あった|あります|入って(?:い)?(?:る|た|ます)|受ける|出る|予定)*';
const STATUS: readonly (readonly [RegExp, 'all' | 'next'])[] = [
  [
    new RegExp(
      `^(?:${SELF}の?)?(?:今の|現在の|いまの)?(?:(?:${NOUN})の?)?(?:${APPLICATION})${STATUS_WORDS}(?:を|は|って|が|、)?(?:見|み|確認|教え|おしえ|表示|知り|どう|出し)?[^。?!]{0,14}[?。!]*$`,
    ),
    'all',
  ],
  [
    new RegExp(
      `${SELF}[^。?!]{0,12}(?:${APPLICATION})(?:${STATUS_WORDS}|は[?。]*$|って[?。]*$|を?(?:確認|見|教え))`,
    ),
    'all',
  ],
  [
    new RegExp(
      `(?:${NOUN})の?(?:${APPLICATION})(?:でき|され|完了し)て(?:い)?(?:る|ます)|^(?:ちゃんと)?(?:${APPLICATION})(?:でき|され|完了し)て(?:い)?(?:る|ます)(?:か|の|よね|っけ)?[?。]*$`,
    ),
    'all',
  ],
  [
    new RegExp(
      `${SELF}の(?:${NOUN})の?(?:予定|スケジュール|日程|よてい)|${SELF}の受講予定|^(?:今後の)?受講予定(?:の(?:${NOUN}))?(?:を|は|の一覧)?[^。?!]{0,10}[?。!]*$`,
    ),
    'all',
  ],
  [
    new RegExp(
      `^(?:${SELF}の|${SELF}って)?${NEXT}(?:${SELF}の|${SELF}が受ける)?(?:${NOUN})(?:の(?:日程|日時|日|場所|会場|時間))?(?:は|って|を)?(?:いつ|何日|何時|なんじ|どこ|どの部屋|何|なに|なん|場所|会場)?(?:に|で)?(?:ある|あるの|やる)?${END}`,
    ),
    'next',
  ],
  [new RegExp(`^(?:次|つぎ|今度)(?:は|に)(?:何|なん|どんな)の?(?:${NOUN})(?:を受けるん)?${END}`), 'next'],
  [new RegExp(`^${SELF}(?:が|は)?${NEXT}(?:の|やつ|もの)は(?:何|なに|なん|いつ|どこ)${END}`), 'next'],
  [
    new RegExp(`^${WITHIN}${SELF}(?:が|は|って|に|も|の|、)*${WITHIN}${GOING}(?:${NOUN})${STANDS}${END}`),
    'all',
  ],
  [new RegExp(`^${WITHIN}(?:あと)?(?:何の|なんの)?(?:${NOUN})${STANDS}(?:ん)?だ?っけ[?。]*$`), 'all'],
  [new RegExp(`(?:受講|参加)(?:の|が)?(?:決まって(?:い)?る|決定(?:した|済みの?)|予定の)(?:${NOUN})`), 'all'],
  [
    new RegExp(
      `^(?:${SELF}の|${SELF}が受ける)?${DATE}(?:の|は|に(?:ある)?|にある|、)?(?:${SELF}の)?(?:${NOUN})(?:の)?(?:場所|会場|時間|開始時間|開始|部屋|集合場所)?(?:は|って|が|、)?(?:どこ|何時|なんじ|どの部屋|何階)(?:で|に)?${END}`,
    ),
    'all',
  ],
  [
    new RegExp(
      `^(?:${SELF}の)?(?:${NOUN})(?:の)?(?:場所|会場|部屋|集合場所)(?:は|って)?どこ(?:で|に)?${END}`,
    ),
    'next',
  ],
];

/** Null when the text asks nothing of the enrolment. `today` is the day its dates are counted from. */
export function readEnrolmentRequest(
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): EnrolmentRequest | null {
  const original = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (original.length > LONGEST) return null;
  const mentions = findDates(original, today, calendar);
  const [first] = mentions;
  const dates: DaySpan | null =
    first === undefined ? null : { from: first.from, to: first.to, label: first.text.slice(0, 40) };
  if (isEnglish(original)) return readEnglishRequest(original, dates);

  const text = inOrder(withoutCourtesy(join(original.toLowerCase())));
  if (has(text, new RegExp(OTHERS, 'g')) || NO_COURSE.test(text)) return null;
  return (
    readWithdrawal(text, dates, original) ??
    readApplication(text) ??
    readWishToAttend(text) ??
    readStatus(text, mentions, dates, original)
  );
}

/** Asked for in the same words as a course, and none. */
const isNoCourse = (text: string): boolean =>
  NO_COURSE.test(text) || (!COURSE.test(text) && NO_COURSE_UNNAMED.test(text));

/** What a text asks of the enrolment that is likely to have this wish, in whatever words; null where it names no course. */
export function requestWished(
  wish: EnrolmentRequest['kind'],
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): EnrolmentRequest | null {
  const original = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (wish === 'apply' && /^(?:どう|どこ|いつ|何|なに)/.test(original)) return null;
  if (wish === 'status' ? new RegExp(OTHERS).test(original) : isNoCourse(original)) return null;
  const [first] = findDates(original, today, calendar);
  const dates: DaySpan | null =
    first === undefined ? null : { from: first.from, to: first.to, label: first.text.slice(0, 40) };
  switch (wish) {
    case 'apply':
      return {
        kind: 'apply',
        about: isEnglish(original)
          ? appliedForInEnglish(original)
          : aboutOf(lastClause(original), null, APPLIED),
        named: true,
      };
    case 'withdraw':
      return { kind: 'withdraw', about: aboutOf(lastClause(original), dates, WITHDRAWN), dates };
    case 'status':
      return { kind: 'status', about: '', dates, next: NEXT_ONLY.test(original) };
    default:
      return wish satisfies never;
  }
}
/** 満員でも待ちに入れてください、Excel中級: what is asked for may stand on either side of the wish. */
const APPLIED = new RegExp(
  `(?:に|へ|を|も|、|で)*(?:出(?:ます|たい|させ|る|して)|行(?:きたい|きます|かせ)|参加|受講|受け(?:ます|たい|させ|る)|${APPLICATION}|登録|予約|(?:キャンセル)?待ち(?:に|で)|満(?:員|席)でも|入れて|お願い|希望)[^、。]*`,
);
const NEXT_ONLY = /^(?:次|つぎ)|(?:次|つぎ)の|何時|どこ|どの部屋|持ち物/;

/** The reason stands first: 子どもが熱で、今日の研修行けません. */
const lastClause = (text: string): string =>
  text
    .split(/(?<=[。!！])|(?<=(?:ので|から|ため|で|が|けど))、/)
    .filter((clause) => clause.trim() !== '')
    .toSorted((a, b) => Number(COURSE.test(b)) - Number(COURSE.test(a)))
    .at(0) ?? text;

const isEnglish = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Longer ones tell a story. */
const LONGEST = 120;

/** Blanks mean nothing between Japanese words. */
const join = (text: string): string => text.replace(/ (?=[^\x20-\x7e])|(?<=[^\x20-\x7e]) /g, '');

/** よろしくお願いします。 says nothing. */
const withoutCourtesy = (text: string): string =>
  text
    .replace(
      /^(?:すみません|すいません|お疲れ様です|おつかれさまです|お世話になっております|こんにちは|あの)[、。!]*/g,
      '',
    )
    .replace(
      /(?<=[。!、])(?:どうぞ)?(?:よろしく|宜しく|お願い)[^。?!]*[。!]*$|(?:よろしく|宜しく)(?:お願い[^。?!]*|です)?[。!]*$/g,
      '',
    );

/** やめたい、研修 and 研修の予定を教えて、私の: what was said last belongs to the front. */
const inOrder = (text: string): string => text.replace(LAST, '$2$1');
const LAST = new RegExp(`^([^、。?!]+)、((?:${NOUN})|${SELF}の)[。!?]*$`);

function readApplication(text: string): EnrolmentRequest | null {
  const wish = APPLY.exec(text);
  if (wish === null) return null;
  const before = text.slice(0, wish.index);
  const after = text.slice(wish.index + wish[0].length);
  if (!APPLY_TAIL.test(after) || IN_GENERAL.test(text)) return null;
  // 申し込みは一人で: the wish must be the sentence's own.
  const about = before.replace(/^.*[。?!]/s, '') || before;
  const named = COURSE.test(text);
  if (!named && (NO_COURSE_UNNAMED.test(text) || bare(about) === '')) {
    return bare(about) === '' && !NO_COURSE_UNNAMED.test(text)
      ? { kind: 'apply', about: '', named: true }
      : null;
  }
  return { kind: 'apply', about: bare(about), named };
}
const COURSE = new RegExp(NOUN);

/** 政策法務研修に出たい: of a course that has a name; 来月の研修を受けたい looks for one. */
function readWishToAttend(text: string): EnrolmentRequest | null {
  const wish = ATTEND.exec(text);
  if (wish === null || IN_GENERAL.test(text)) return null;
  const about = bare(text.slice(0, wish.index));
  const isWish =
    bare(about.replace(COURSE, '')) !== '' && APPLY_TAIL.test(text.slice(wish.index + wish[0].length));
  return isWish ? { kind: 'apply', about, named: false } : null;
}
const ATTEND = new RegExp(
  `(?<=${NOUN})(?:に|へ|を|は|も|、)*(?:参加し|出席し|受講し|受け|うけ|出|でて?み?|行き)たい`,
);

/** The subject without what stands between it and the wish. */
const bare = (text: string): string =>
  text
    .replace(
      /(?:の(?:やつ|もの|件|方|ほう)|やつ|のほう)?(?:への?|に(?:は|も)?|を|も|は|の|が|って|、){0,8}$/,
      '',
    )
    .replace(/^(?:では|じゃあ|じゃ|やっぱり?|やはり|それ(?:で)?は|えっと|私は?|わたしは?|、)+/, '');

function readWithdrawal(text: string, dates: DaySpan | null, original: string): EnrolmentRequest | null {
  if (IN_GENERAL.test(text) || WITHDRAW_NOT.test(text)) return null;
  const marked = dates === null ? text : text.replace(join(dates.label.toLowerCase()), DATE);
  const hit = WITHDRAW.map((pattern) => pattern.exec(marked)).find((found) => found !== null);
  if (hit === undefined) return null;
  if (!COURSE.test(text) && NO_COURSE_UNNAMED.test(text)) return null;
  return { kind: 'withdraw', about: aboutOf(original, dates, WITHDRAWN), dates };
}
const WITHDRAWN = new RegExp(
  `${CANCEL}.*$|(?:${APPLICATION}).*$|(?:行|い|ゆ)け(?:な|ませ).*$|(?:出|で)られ.*$|出れな.*$|(?:出席|参加|受講|受け|欠席|休|やめ|止め).*$`,
);

function readStatus(
  text: string,
  mentions: readonly { readonly text: string }[],
  dates: DaySpan | null,
  original: string,
): EnrolmentRequest | null {
  if (NOT_STATUS.test(text)) return null;
  const past = new RegExp(PAST).exec(text);
  if (past !== null && ASKS.test(text)) {
    return {
      kind: 'status',
      about: aboutOf(original, dates, new RegExp(`(?:${PAST}).*$`)),
      dates,
      next: false,
    };
  }
  let marked = text;
  for (const mention of mentions) marked = marked.replace(join(mention.text.toLowerCase()), DATE);
  const [, which] =
    STATUS.find(([pattern]) => pattern.test(marked)) ?? STATUS.find(([pattern]) => pattern.test(text)) ?? [];
  if (which === undefined) return null;
  return { kind: 'status', about: '', dates, next: which === 'next' };
}

/** What is left without dates, the wish and the words for courses as such. */
function aboutOf(original: string, dates: DaySpan | null, wish: RegExp): string {
  const rest = join(original).replace(wish, '');
  const subject = bare(dates === null ? rest : rest.replace(dates.label, ''))
    .replace(COURSE_NOUN, ' ')
    .trim();
  return bare(subject).replace(new RegExp(`^(?:${SELF}(?:の|が|は)?|何|なに|どの|どれ|の|に|を)+`), '');
}
