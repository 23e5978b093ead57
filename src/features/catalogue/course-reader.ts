import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type Day, type Weekday, weekday } from '../../core/calendar/day';
import type { DateMention } from '../../core/dates/date-mention';
import { findDates } from '../../core/dates/find-dates';
import {
  AVAILABLE,
  FOR_ME,
  LIST,
  maySpeakOfCourses,
  type Strength,
  speaksOfProgramme,
  strengthOf,
  WHEN,
} from './course-intent';
import { type AudienceFilter, type CourseQuery, courseQuery, type DateFilter } from './course-query';
import {
  COURSE_NOUN,
  ENTRY_WORDS,
  FIELD_WORDS,
  FORMAT_WORDS,
  GATHERING,
  has,
  JOB_WORDS,
  KIND_WORDS,
  LEVEL_WORDS,
  TIME_OF_DAY_WORDS,
  type Vocabulary,
} from './course-words';
import { readPersonalQuery } from './personal-reader';
import { ASIDE_MARK, createRemainder, type Remainder } from './remainder';

export interface CourseReading {
  /** `possible`: the catalogue may help where nothing else answers better. */
  readonly strength: Strength;
  readonly query: CourseQuery;
}

/** Stands where a date stood, so that rules can look at what is around it. A noncharacter: no text holds it. */
const DATE = '\uFDD2';

const SHORT: Vocabulary<number> = [
  [
    /半日(?:以内|程度|だけ|くらい|ぐらい)?(?:で(?:終わる|済む|受けられる|できる)?|の)?|はんにち(?:で|の)?|half[- ]day/g,
    4,
  ],
  [
    /(?:1|一)日(?:だけ|以内)?(?:で(?:終わる|済む|完結(?:する)?|受けられる)|(?:だけ|以内|完結)の)|one[- ]day/g,
    8,
  ],
  [/(?:2|二)時間(?:以内|程度|くらい|ぐらい|で(?:終わる|済む))(?:の|で)?/g, 2],
  [/(?:1|一)時間(?:以内|程度|くらい|ぐらい|で(?:終わる|済む))(?:の|で)?/g, 1],
  [
    /短(?:い|時間)(?:で(?:終わる|済む)?|の)?(?=[^ぁ-ん]|研修|講座|の|もの|やつ)|すぐ(?:に)?終わる|\bshort\b/g,
    3,
  ],
];
const FREE =
  /無料(?:で|の)?|タダ(?:で|の)?|ただで|(?:お金|費用|受講料|自己負担)(?:が|の|も)?(?:かからない|なし(?:で|の)?|不要(?:の)?|ゼロ(?:の)?)|\bfree(?! seats)\b/g;
const NEXT =
  /次(?:の|に|は|回)|つぎの|直近(?:の|で|に)?|一番(?:早い|近い)|いちばん(?:早い|近い)|最短(?:で|の)?|\bnext\b(?! (?:week|month|year))/g;
const DEADLINE_ORDER =
  /締め?切り?(?:日)?(?:が|の)?(?:近|早|迫|間近|ギリギリ)(?:い|く|って(?:い)?る)?|〆切(?:が|の)?(?:近|早)い?|もうすぐ締め?切/g;
const FEWEST_SEATS = /(?:残り?)?(?:席|空き)(?:の|が|数が)?(?:少な|残りわずか)(?:い)?(?:順)?(?:に|で|から)?/g;
const MOST_SEATS = /(?:残り?)?(?:席|空き)(?:の|が|数が)?(?:多|たくさん)(?:い|ある)?(?:順)?(?:に|で|から)?/g;
const IN_HOUSE =
  /(?:市役所|庁舎|役所)(?:の(?:中|会議室|研修室|大会議室))?で(?:やる|やってる|ある|開かれる|行う|受けられる|できる)?(?:の)?|庁内(?:で|開催)(?:やる|ある|受けられる)?(?:の)?/g;
const TOWN =
  '東京|静岡|三島|沼津|富士|御殿場|長泉|浜松|熱海|伊東|千葉|横浜|名古屋|近く|[県市庁国]内|[県市庁]外|外部';
const BUILDING =
  '(?:[一-龠]{1,4}の)?[一-龠ァ-ヴー0-9]{0,10}(?:[市町県都]|センター|会館|ホール|会議室|研修室|研修所|機関|庁舎|会場|公民館|図書館|大学|アカデミー)';
const HELD =
  '(?:の|やる|やって(?:い)?る|行う|行われる|開催(?:される|する|予定)?(?:の)?|開かれる|ある|受けられる|受講できる|実施(?:される|する)?)?(?:の)?';
const PLACE = new RegExp(
  `(?<place>(?:${TOWN})[市町県都]?|${BUILDING})(?:(?:で|にて)${HELD}|(?:まで|に|へ)(?:行く|行って受ける|出向く)(?:の)?)`,
  'g',
);
const DAYS: Vocabulary<number> = [
  [/(?:2|二|両)日(?:間)?(?:の)?(?:コース|日程|で(?:終わる|行う|やる))?(?:の)?|\btwo[- ]day\b/g, 2],
  [/(?:3|三)日(?:間)?(?:の)?(?:コース|日程|で(?:終わる|行う|やる))?(?:の)?|\bthree[- ]day\b/g, 3],
];
const WEEKDAY_GROUPS: Vocabulary<readonly Weekday[]> = [
  [/平日(?:に|の)?(?!は[^。?!、]{0,14}(?:ない|ません|無理|難し|だめ|ダメ))/g, [1, 2, 3, 4, 5]],
  [/土日(?:に|の)?|休日(?:に|の)?/g, [0, 6]],
  ...([0, 1, 2, 3, 4, 5, 6] as const).map(
    (day) => [new RegExp(`毎週の?${'日月火水木金土'.charAt(day)}曜?日?(?:に|の)?`, 'g'), [day]] as const,
  ),
];
const BARE_WEEKDAY = /^(?:[日月火水木金土]曜日?|(?:にち|げつ|か|すい|もく|きん|ど)ようび)$/;

const DUE_BEHIND = new RegExp(
  `${DATE}(?:が|に|の)?(?:申し?込み?の?|受付)?(?:締め?切り?|〆切|しめきり|期限)`,
  'g',
);
const DUE_BEFORE = new RegExp(`(?:締め?切り?|〆切|期限)(?:が|は|の)?${DATE}`, 'g');
const APPLY_BEHIND = new RegExp(
  `${DATE}(?:に|中に|までに|も)?(?:まだ)?(?:申し?込(?:め|み(?:でき|可|受付))|応募でき|募集中)`,
  'g',
);
/** A date belongs to the courses when nothing much stands between them. */
const DATE_OF_COURSE = new RegExp(
  `${DATE}[^。?!]{0,20}?(?:${COURSE_NOUN.source}|一覧)|(?:${COURSE_NOUN.source})[^。?!]{0,16}?${DATE}`,
  'g',
);

const LEVEL = LEVEL_WORDS.map(([pattern]) => pattern.source).join('|');
const JOB = JOB_WORDS.map(([pattern]) => pattern.source).join('|');
const TO_WHOM =
  '(?:職員|の職員|の方|の人|になった人|さん)?(?:向け|むけ|対象|限定|用(?=の|研修|講座)|が(?:対象|受け|参加|出る)|は(?:何|どんな|どの)|の(?:受ける|ための))';
const OPEN_TO = '(?:職員|の職員|の方|の人|さん)?でも(?:受けられ|申し?込め|参加でき|応募でき)';
const FOR_WHOM = new RegExp(
  `(?:${LEVEL}|${JOB}|[0-9]年目|[0-9]代|[0-9][歳才])${TO_WHOM}|\\bfor (?:${LEVEL})`,
  'g',
);
/** 会計年度任用職員でも申し込める: what is for everybody is for them as well. */
const OPEN_TO_WHOM = new RegExp(`(?:${LEVEL}|${JOB})${OPEN_TO}`, 'g');
/** 係長研修, 課長級 研修: the level is part of the name. */
const LEVEL_OF_NOUN = new RegExp(
  `(?:${LEVEL}|[0-9]年目|[0-9]代|[0-9][歳才])の?(?:昇任)?(?=${COURSE_NOUN.source})`,
  'g',
);
/** 採用3年目, 入庁して5年目 */
const TENURE = /(?:(?:採用|入庁|入所|勤続|在職)(?:して|されて|から)?)?(?<year>[2-9]|[1-4][0-9])年目/g;
/** 40歳, 30代 */
const AGE = /(?<![0-9])(?<age>[2-6][0-9])[歳才](?!以|から|まで|未満)/g;
const DECADE = /(?<![0-9])(?<decade>[2-6]0)代/g;
/** 管理職の研修, and nothing else. */
const NOTHING_BUT_LEVEL = new RegExp(`^(?:${LEVEL})(?:向け)?の?(?:${COURSE_NOUN.source})[?。!]*$`);
/** 保育士です。, 係長として: who asks. */
const JOB_OF_ASKER = new RegExp(`(?:${JOB})(?=です|をして|として|なの|向け|むけ|対象|でも|が受け)`, 'g');
const CARED_FOR = '(?!の?(?:指導|面倒|育成|教育|世話|教え|サポート|支援|を教|に教|の?仕事の教))';

/**
 * Reads what a question looks for in the catalogue, or null when it asks the catalogue nothing.
 * `today` is the day its dates are counted from.
 */
export function readCourseQuery(given: string, today: Day, calendar: BusinessCalendar): CourseReading | null {
  const text = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!maySpeakOfCourses(join(text.toLowerCase()))) return null;
  if (readPersonalQuery(text, today, calendar) !== null) return null;
  const { strength, query } = readAsCourses(text, today, calendar);
  return strength === null ? null : { strength, query };
}

/** What a text looks for that most likely wants a list of courses; null where it speaks of what none of them says. */
export const readAsList = (given: string, today: Day, calendar: BusinessCalendar): CourseQuery | null =>
  speaksOfProgramme(given.normalize('NFKC').toLowerCase())
    ? null
    : readAsCourses(given, today, calendar).query;

/** What a text looks for that is known to look for courses. `strength`: how surely it says so itself. */
export function readAsCourses(
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): { readonly strength: Strength | null; readonly query: CourseQuery } {
  const text = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const mentions = findDates(text, today, calendar);
  const marked = join(markDates(text, mentions).toLowerCase());
  const asking = askingPart(marked);
  const rest = createRemainder(asideMarked(asking));

  const free = rest.take(FREE);
  const audience = readAudience(rest, marked);
  const maxHours = first(SHORT, rest);
  const entries = allOf(ENTRY_WORDS, rest);
  const timeOfDay = first(TIME_OF_DAY_WORDS, rest);
  const inHouse = rest.take(IN_HOUSE);
  const place = inHouse ? '' : (rest.captured(PLACE, 'place') ?? '');
  const seats = rest.take(FEWEST_SEATS) ? 'fewest-seats' : rest.take(MOST_SEATS) ? 'most-seats' : null;
  const formats = allOf(FORMAT_WORDS, rest);
  const linked = has(asking, DATE_OF_COURSE) || (asking.includes(DATE) && asking.length <= 24);
  const { dates, weekdays } = readDates(asking, linked ? datesIn(asking, mentions) : [], rest);
  const days = dates === null ? first(DAYS, rest) : null;
  const deadlineOrder = rest.take(DEADLINE_ORDER);
  const forMe = rest.take(FOR_ME);
  const openOnly = rest.take(AVAILABLE) || seats !== null || deadlineOrder || dates?.of === 'deadline';
  const next = rest.take(NEXT);
  const field = firstKept(FIELD_WORDS, rest);
  for (const pattern of [WHEN, LIST]) rest.take(pattern);
  const kinds = allOf(KIND_WORDS, rest);
  const isDated = dates !== null || weekdays.length > 0;
  const words =
    rest.subject(isDated ? 'without asides' : 'with asides') ||
    subjectOfStory(marked, asking, { audience: audience !== null });

  const filters =
    dates !== null ||
    weekdays.length > 0 ||
    formats.length > 0 ||
    maxHours !== null ||
    entries.length > 0 ||
    timeOfDay !== null ||
    days !== null ||
    inHouse ||
    place !== '' ||
    seats !== null ||
    free ||
    has(asking, FOR_WHOM) ||
    has(asking, OPEN_TO_WHOM) ||
    has(asking, NOTHING_BUT_LEVEL);
  const strength = strengthOf(withoutDates(free ? asking.replace(FREE, ' ') : asking), {
    filters,
    dates: dates !== null,
    whole: asking.length === marked.length,
    topic: words !== '' || field !== null || kinds.length > 0,
  });
  const order = deadlineOrder || dates?.of === 'deadline' ? 'deadline' : (seats ?? 'soonest');
  const query = {
    dates,
    weekdays,
    audience,
    field,
    kinds,
    formats,
    entries,
    timeOfDay,
    days,
    inHouse,
    place,
    maxHours,
    openOnly,
    freeOnly: free,
    next,
    forMe,
    order,
    words: asWritten(words, text),
  };
  return { strength, query: courseQuery.parse(query) };
}

function markDates(text: string, mentions: readonly DateMention[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of mentions) {
    marked += text.slice(at, start) + DATE;
    at = end;
  }
  return marked + text.slice(at);
}

/** `asking` is the end of the text, so its dates are the last ones. */
const datesIn = (asking: string, mentions: readonly DateMention[]): readonly DateMention[] =>
  mentions.slice(mentions.length - (asking.split(DATE).length - 1));

const withoutDates = (text: string): string => text.replaceAll(DATE, '');

/** Words in the letters they were typed in (DX, not dx), since the heading repeats them. */
const asWritten = (words: string, text: string): string =>
  words
    .split(' ')
    .map((word) => {
      const at = text.toLowerCase().indexOf(word);
      return at === -1 ? word : text.slice(at, at + word.length);
    })
    .join(' ');

/** Blanks mean nothing between Japanese words. */
const join = (text: string): string => text.replace(/ (?=[^\x20-\x7e])|(?<=[^\x20-\x7e]) /g, '');

/** The sentences that speak of courses and those after them; of a text that names none, all. */
function askingPart(text: string): string {
  const sentences = text.match(/[^。?!！？\n]+[。?!！？\n]*/g) ?? [];
  const start = sentences.findIndex((sentence) => has(sentence, COURSE_NOUN) || has(sentence, GATHERING));
  return start === -1 ? text : sentences.slice(start).join('');
}

const ASIDE = new RegExp(
  `((?:${COURSE_NOUN.source})[^。?!、]{0,12}(?:です|ます|ません|もの|ない)(?:か|[?])+[?。!、]*)(?=.)(?!.*(?:がいい|がよい|がほしい|希望|お願い|関係|系))`,
);
/** 土曜の研修はないですか、平日は園を抜けられない: what follows the question is a reason, or a wish more. */
const asideMarked = (text: string): string => text.replace(ASIDE, `$1${ASIDE_MARK}`);

/** Someone who tells a story first may have named the subject there. Levels and jobs alone are no subject. */
function subjectOfStory(text: string, asking: string, { audience }: { audience: boolean }): string {
  const story = text.slice(0, text.length - asking.length);
  const rest = createRemainder(withoutDates(story));
  if (audience) for (const [pattern] of [...LEVEL_WORDS, ...JOB_WORDS]) rest.take(pattern);
  rest.take(/(?:採用|入庁)?\d+年目/g);
  return rest.subject();
}

function readDates(
  asking: string,
  mentions: readonly DateMention[],
  rest: Remainder,
): { dates: DateFilter | null; weekdays: CourseQuery['weekdays'] } {
  const due = has(asking, DUE_BEHIND) || has(asking, DUE_BEFORE);
  const of = due ? 'deadline' : has(asking, APPLY_BEHIND) ? 'application' : 'event';
  for (const pattern of [DUE_BEHIND, DUE_BEFORE, DATES]) rest.take(pattern);
  const days = mentions.filter(({ kind, text }) => kind === 'day' && BARE_WEEKDAY.test(text));
  const weekdays = [...new Set([...days.map(({ from }) => weekday(from)), ...allOf(WEEKDAY_GROUPS, rest)])];
  const spans = mentions.filter((mention) => !days.includes(mention));
  const [head] = spans;
  if (head === undefined) return { dates: null, weekdays };
  const from = spans.reduce((day, span) => (span.from < day ? span.from : day), head.from);
  const to = spans.reduce((day, span) => (span.to > day ? span.to : day), head.to);
  const label = [...new Set(spans.map(({ text }) => text))].join('・');
  return { dates: { from, to, label: label.slice(0, 40), of }, weekdays };
}
const DATES = new RegExp(`(?:毎週)?${DATE}`, 'g');

function readAudience(rest: Remainder, text: string): AudienceFilter | null {
  const only = rest.has(FOR_WHOM) || rest.has(LEVEL_OF_NOUN);
  const whole = createRemainder(text);
  const levels = LEVEL_WORDS.flatMap(([pattern, means]) => {
    const asAudience = new RegExp(`(?:${pattern.source})${CARED_FOR}`, 'g');
    rest.take(asAudience);
    return whole.take(asAudience) ? means : [];
  });
  const jobTypes = has(text, JOB_OF_ASKER) ? allOf(JOB_WORDS, whole) : [];
  if (jobTypes.length > 0) rest.take(new RegExp(JOB, 'g'));
  const years = wholeYears(rest.captured(TENURE, 'year'));
  const ages = agesOf(rest.captured(AGE, 'age'), rest.captured(DECADE, 'decade'));
  if (levels.length === 0 && jobTypes.length === 0 && years === null && ages === null) return null;
  rest.take(/(?:職員|の方|の人)?(?:向け|むけ|対象|限定)の?/g);
  return { levels: [...new Set(levels)], jobTypes, years, ages, only };
}

/** Who is in the third year has served two. */
const wholeYears = (year: string | null): number | null => (year === null ? null : Number(year) - 1);

function agesOf(age: string | null, decade: string | null): AudienceFilter['ages'] {
  if (age !== null) return { from: Number(age), to: Number(age) };
  return decade === null ? null : { from: Number(decade), to: Number(decade) + 9 };
}

function allOf<T>(vocabulary: Vocabulary<readonly T[]>, rest: Remainder): T[] {
  return [...new Set(vocabulary.flatMap(([pattern, means]) => (rest.take(pattern) ? means : [])))];
}

function first<T>(vocabulary: Vocabulary<T>, rest: Remainder): T | null {
  return vocabulary.find(([pattern]) => rest.take(pattern))?.[1] ?? null;
}

function firstKept<T>(vocabulary: Vocabulary<T>, rest: Remainder): T | null {
  return vocabulary.find(([pattern]) => rest.has(pattern))?.[1] ?? null;
}
