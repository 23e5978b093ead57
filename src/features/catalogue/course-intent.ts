import { COURSE_NOUN, ELLIPSIS, GATHERING, has } from './course-words';

/**
 * What kind of question a text is: the catalogue answers when, which, what is left, for whom; programmes as such (why,
 * how, who pays, what to report) are the FAQ's. Texts come in NFKC, lower case and without blanks between words.
 */

/** `いつ` asks for dates, unless it is いつも, いつでも, or the due date of something else (いつまで). */
export const WHEN =
  /(?:申し?込み?|応募|募集|受付|締め?切り?)(?:期間|期限|時期)?(?:は|って|の締め?切り?は)?いつ(?:まで|から)?|いつ(?!も|でも|か(?!ら)|まで|の間|しか)(?:から|ごろ|頃)?(?:です(?:か)?|だっけ|なの)?|(?:募集|申込|応募|開催)(?:時期|期間)|日程|にってい|開催日|日時|日取り|日にち|スケジュール|すけじゅーる|何月|何日(?!間|以内|前)|次回は|つぎは|次は|予定(?:表|日)?(?=は|を|が|で|$|[?。])|カレンダー|\bwhen\b|\bschedules?\b|\bdates?\b/g;

export const LIST =
  /一覧(?:表)?|いちらん|リスト(?:アップ)?|りすと|カタログ|ラインナップ|全部(?:見|出|教|表示|知)|すべて(?:見|出|教|表示|知)|(?:見せ|みせ|出し|だし|並べ|挙げ)て(?:ください|ほしい|欲しい|くれ|もらえ|$|[?。])|表示(?:して|を)|残りの|残って|だけ(?:見|出|表示|知り)|\b(?:list|show)\b|\b(?:what|which) (?:\w+ )?(?:training )?(?:courses|seminars|trainings|workshops)\b/g;

export const AVAILABLE = new RegExp(
  '(?:まだ|今から|いまから|これから|今も|今でも)(?:席が|[^。?]{0,4})(?:申し?込(?:め|み)?|応募|参加|受け|受講|間に合|もうしこ|いけ|行け|空[いき])(?:て?る|ます)?|' +
    `申し?込(?:める|み?が?でき(?:る|ます)|み?可能な?)(?=${COURSE_NOUN.source}|もの|やつ|の(?!か))|` +
    '申し?込(?:み|み受付)?(?:受付)?中|受付中|受け付け中|募集中|募集して(?:いる|る)?|応募(?:できる|可能)(?:な)?(?=研修|講座|もの)|' +
    '(?:定員に)?空(?:き|いて)(?:状況|情報|席|枠)?(?:が|の|は|を)?(?:いる|る|ある|あり(?:ます)?)?(?=[^間]|$)|空席(?:の|が)?(?:ある)?|残席|(?:定員に)?余裕(?:が|の)ある|満席(?:で|じゃ)ない|' +
    '(?:まだ)?(?:席|枠|定員)(?:に|が|は|も)?(?:まだ)?(?:残って|あいて|余って)(?:い)?(?:る|ます)|(?:まだ)?席(?:が|の)?(?:まだ)?あ(?:る|ります)|まだ(?:入れる|入れます|出られる|埋まって(?:い)?ない)|埋まって(?:い)?ない|' +
    '締め?切り?(?:前|間近|が近|の近|が早|近い|まだ|ギリギリ)|〆切(?:前|間近|が近)|間に合う|もうしこみ?ちゅう|もうしこめる(?=けんしゅう|こうざ|もの)|ぼしゅうちゅう|うけつけちゅう|あきが(?:ある|あり)|' +
    '\\bstill (?:apply|join|register|sign up|take|open|available|enrol)|\\b(?:available|upcoming|coming up|open for (?:application|registration)s?|free seats|seats left|vacanc)',
  'g',
);

export const FOR_ME =
  /お(?:すす|勧|薦)め|オススメ|おススメ|(?:私|わたし|自分|僕|ぼく|俺|おれ)(?:に|へ|の)(?:[^。?]{0,3})(?:合[うっい]|向[いくけ]|ぴったり|必要)|(?:私|わたし|自分|僕|俺)(?:向け|むけ)|(?:何|なに|どれ|どの(?:研修|講座)|どんな(?:研修|講座))(?:を|に)?(?:受け|取|出|参加す)(?:たら|れば|るべき|るのが|るといい|た方|たほう)|受け(?:た方が|たほうが|るべき|ておく(?:べき|といい)|といた)|(?:私|わたし|自分|僕|俺)[^。?]{0,6}(?:まだ)?受けて(?:い)?ない|まだ(?:何も?)?受けて(?:い)?ない|未受講|(?:私|わたし|自分|僕|俺)(?:が|に|でも|の|も)(?:受けられる|対象(?:の|に|と)|申し?込める|参加できる)|\brecommend|\bsuit(?:s|able)?\b|\b(?:for|fits?|suits?) me\b|\bshould i (?:take|attend)\b/g;

/** The wish for courses as such: ある?, ありますか, を教えて, or nothing after the noun. */
export const EXISTS =
  /どんな(?:研修|講座|ものが|のが)|何の(?:研修|講座)|(?:何|なに)が(?:あり|ある)|(?:探|さが)して(?:い|る|ます)|(?:あり|有り)ます|ある(?:か|の|[?。]|$|かな|でしょう|んで|なら|っけ)|あれば|ない(?:か|の|[?。]|$|です|でしょう|かな)|あり?ません|やって(?:る|い|ま)|やる(?:研修|講座)|開(?:催|か)|を(?:教え|知り|見|おしえ)|はどれ|どれ(?:です|が|$|[?。])|知りたい|受けたい|(?:は|を|って)[?。]?$|\bare there\b|\bis there\b|\bany\b/g;

const ENDS_WITH_NOUN = new RegExp(
  `(?:${COURSE_NOUN.source})(?:は|を|って|の|教えて|おしえて|ある|ない|申し?込み?)?[?。!]*$`,
  'g',
);

/** Money, reports, duties, reasons: never the catalogue's, whatever else the text says. */
const PROGRAMME =
  /なぜ|なんで|どうして|何のため|なんのため|目的|もくてき|ねらい|狙い|意義|趣旨|理由|冊子|載って|掲載|置いてあ|まとめた(?:もの|資料|表|冊子)|一覧(?:に(?:なった|した)|で見(?:ら)?れる)(?:もの|資料)|(?:一覧表?|予定表?|スケジュール|カレンダー|リスト)(?:は|って|が)?(?:どこ|いつ[、,]?どこ|いつ(?:ごろ|頃)?(?:出|公表|公開|配|発表))|(?:一覧表?|予定表?|リスト)[^。]{0,12}(?:作られ|つくられ|毎年(?:出|作))|年間(?:の)?(?:研修(?:の)?)?(?:予定|計画|スケジュール)(?:表)?(?:は|を|が)?(?:知らせ|もら|配|公表)|助成|補助|(?<!官民|生活|困窮者)支援(?:して|制度|は|が)|助け|お金|おかね|費用|受講料|旅費|交通費|日当|いくら|自己負担|経費|復命|レポート|アンケート|報告(?!会)|修了証|計画(?!的)|公表|位置付け|欠席|遅刻|早退|キャンセル|取り消|取消|取り下げ|辞退|断[るりっわ]|断れ|義務|必須|強制|履歴|りれき|業務扱い|出張扱い|勤務時間内|時間外手当|研修費|研修所|希望調査|許可|遅れ(?:そう|る|た|て)|休(?:みたい|む|め|んだ)|(?:申し?込み?|受講|参加|応募|出席|欠席)者(?!向け|研修)|誰が(?:先生|教)|だれが(?:先生|教)|講師は誰|教えたい|メール(?:が|の)|通知(?:が|は)|ログイン|パスワードを忘|\bwhy\b|\bpurpose\b|\bsubsid|\bgrants?\b|\breports?\b|\bmandatory\b|\bplan\b|\b(?:schedule|list|calendar)\b[^.?]*\bwhere\b|\bwhere\b[^.?]*\b(?:schedule|list|calendar)\b|\bcosts?\b|\bwho (?:teaches|pays)\b|\bhow (?:do|can|should) (?:i|we) (?:apply|cancel|withdraw)/g;

/** How, what about, whether one may: the FAQ's, unless the text asks for dates, a list or seats as well. */
const EXPLANATION =
  /とは(?:[?。、]|$|何|なん|どう)|受けて(?:き|戻)|受けた|行ってき|(?:何|なに|どんなこと)を?(?:教わ|習|学[びぶ]|する|やる|扱)|どういう|どのよう|どうやって|どうすれば|どうしたら|どうなって|どう決|どう育|どんな(?:感じ|内容|こと|種類|制度)|内容|中身|概要|しくみ|仕組み|制度|手続|流れ|(?:受け|申し?込み?|行き)方|申込方法|講師|先生|奨励|推奨|勧め(?:て|ら)|定期的|毎年|希望すれば|手を挙げ|自分から|(?:させ|して|行かせて)もらえ|行ける|本当|話ある|って話|公募(?:は|$|され)|募集(?:さ|は|の)|対象(?:は|と|者は)|情報が|案内|共有|伝える|発表(?!会)|だけ[?。]|\bhow\b|\bwhat kind\b|\bwhat (?:is|does|do)\b/g;

/** Dates make it a question for the catalogue (今週の研修って何?). */
const WHAT_IS = /って(?:何|なに|なん)(?!月|日|時)/g;

/** 生成AI勉強したい, Excelを使えるようになりたい: wants to learn something, and names no course. */
const TO_LEARN =
  /^[^。?!、]{2,16}?(?:を|が|の|について|に関して|も|もっと|、)*(?:基礎から)?(?:勉強し|学び|習い|身につけ|覚え|マスターし|上達し|使えるようになり|できるようになり|使いこなし|使いこなせるようになり|うまくなり|上手になり)たい(?:です|のですが|んですが|んだけど|な[あー]?)*[。!]*$/g;

/** DXの研修, 税務の講座ある?: a subject and nothing else, which the courses on it answer best. */
const SUBJECT_ALONE = new RegExp(
  `^(?:[^。?!、をがはでとも]{1,16}?(?:の|に関する|関係の|関連の|系の)?)?(?:${COURSE_NOUN.source})(?:は|が|って|を)?(?:何か)?(?:ある|ない|あります|ありません|教えて|知りたい|探して(?:い)?(?:る|ます))?(?:の|か|かな|です|ください)*[?。!]*$`,
  'g',
);

/** 年間予定はどこかに出てますか: of what only the FAQ knows, whatever else the text says. */
export const speaksOfProgramme = (text: string): boolean => has(text, PROGRAMME);

export const asksForCourses = (text: string): boolean => has(text, EXISTS) || has(text, ENDS_WITH_NOUN);

/** 研修を受けられますか: whether one may; いつ受けられる has been read before. */
const WHETHER_ALLOWED =
  /(?:受けられ|参加でき|受講でき|出られ|申し?込め)(?:ます|る)?(?:か|の|[?。]|$|でしょう)/g;
const WHAT_TO_TAKE = /(?:何|なに|どれ)を?受け(?:たら|れば|るべき)/g;

export interface Hints {
  /** A date, a weekday, a format, a length, a level with 向け: something that only the catalogue can filter by. */
  readonly filters: boolean;
  readonly dates: boolean;
  /** Nothing was said before. */
  readonly whole: boolean;
  /** Something is left that names a subject. */
  readonly topic: boolean;
}

export type Strength = 'certain' | 'possible';

/** What `strengthOf` asks for at least, told at once: most texts speak of something else. */
export const maySpeakOfCourses = (text: string): boolean =>
  [COURSE_NOUN, GATHERING, ELLIPSIS, WHAT_TO_TAKE, TO_LEARN].some((pattern) => has(text, pattern));

/** `text` is the part of the question that speaks of courses; null when the catalogue has no part in it. */
export function strengthOf(text: string, { filters, dates, whole, topic }: Hints): Strength | null {
  if (has(text, PROGRAMME)) return null;
  const explicit = [WHEN, LIST, AVAILABLE, FOR_ME].some((pattern) => has(text, pattern));
  if (whole && topic && !has(text, COURSE_NOUN) && has(text, TO_LEARN)) return 'certain';
  if (!has(text, COURSE_NOUN))
    return has(text, WHAT_TO_TAKE) || (explicit && has(text, GATHERING)) || (filters && has(text, ELLIPSIS))
      ? 'possible'
      : null;
  if (explicit) return 'certain';
  if (has(text, EXPLANATION) || (has(text, WHAT_IS) && !dates)) return null;
  if (filters && (dates || asksForCourses(text) || has(text, ELLIPSIS))) return 'certain';
  if (whole && has(text, SUBJECT_ALONE)) return 'certain';
  if (has(text, WHETHER_ALLOWED) || !asksForCourses(text)) return null;
  return topic || !has(text, EXISTS) ? 'possible' : 'certain';
}
