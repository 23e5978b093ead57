import { addDays, type Day, dayFrom, lastOfMonth, partsOf } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import type { Rule } from './rule';

/** First and last day, each as month and day; the last one of a time that goes over New Year is in the next year. */
const TIMES: readonly (readonly [
  name: RegExp,
  first: readonly [number, number],
  last: readonly [number, number],
])[] = [
  [/夏/, [7, 21], [8, 31]],
  [/冬/, [12, 25], [1, 7]],
  [/春/, [3, 25], [4, 5]],
  [/盆/, [8, 13], [8, 16]],
  [/正月/, [1, 1], [1, 3]],
  [/クリスマス/, [12, 24], [12, 25]],
  [/gw|ゴールデン/i, [4, 29], [5, 5]],
];

const NAME =
  'お?(?:[夏冬春]休み|盆|正月)(?:休み)?|ゴールデン[・ ]?ウ[ィイ]ーク|クリスマス|(?<![a-zA-Z])[gG][wW](?![a-zA-Z])';
const WHEN =
  '(?<after>明け|の?(?:あと|後)(?![半悔輩]))|(?<before>の?前(?![後半]))|(?:期間)?(?:中(?!止)|の間)|の?時期|頃|ごろ';
/** 夏休みは何日 is about leave: a day is meant where something takes place then. */
const TAKES_PLACE = '(?=(?:期間)?(?:に|の)?(?:ある|やる|受け|開|研修|講座|セミナー|まで|以降|から))';

export const restRules: readonly Rule[] = [
  // 夏休みのあと, お盆前, 正月明け, ゴールデンウィーク中, 冬休みの研修
  {
    pattern: new RegExp(`(?<![一-龠])(?<name>${NAME})(?:${WHEN}|${TAKES_PLACE})`, 'g'),
    read: ({ name = '', after: behind, before }, { today, after }) => {
      const base = after ?? today;
      const { year } = partsOf(base);
      const times = [year - 1, year, year + 1].flatMap((of) => timeIn(of, name) ?? []);
      return times.map((time) => moved(time, { behind, before })).find(({ to }) => to >= base) ?? null;
    },
  },
];

function timeIn(year: number, name: string): DayRange | null {
  const [, first, last] = TIMES.find(([pattern]) => pattern.test(name)) ?? [];
  if (first === undefined || last === undefined) return null;
  const from = dayFrom(year, ...first);
  return { from, to: dayFrom(last[0] < first[0] ? year + 1 : year, ...last) };
}

/** Before and behind reach as far as the month goes, or a month where that is no longer. */
function moved(
  time: DayRange,
  { behind, before }: { behind?: string | undefined; before?: string | undefined },
): DayRange {
  if (behind !== undefined) return { from: addDays(time.to, 1), to: endOfMonth(addDays(time.to, 1)) };
  if (before !== undefined) return { from: addDays(time.from, -21), to: addDays(time.from, -1) };
  return time;
}

const endOfMonth = (day: Day): Day => lastOfMonth(partsOf(day).year, partsOf(day).month);
