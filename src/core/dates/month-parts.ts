import {
  addDays,
  addMonths,
  type Day,
  dayIfReal,
  firstOfMonth,
  lastOfMonth,
  partsOf,
  weekday,
} from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { anyOf, only, type Parts, type Rule, type Scene } from './rule';
import { firstWeekdayFrom, weekdayNamed } from './weekdays';
import { NUMBER, NUMBER_STARTS, numberOf, WEEKDAY, WEEKDAY_NOTE } from './written-forms';

/** First and last day of the month; negative ones count from its end (−1 is the last day). */
const MONTH_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  初旬: [1, 10],
  中旬: [11, 20],
  半ば: [11, 20],
  なかば: [11, 20],
  中頃: [11, 20],
  下旬: [21, -1],
  初日: [1, 1],
  初め: [1, 7],
  はじめ: [1, 7],
  頭: [1, 7],
  初: [1, 7],
  末日: [-1, -1],
  末: [-7, -1],
  前半: [1, 15],
  後半: [16, -1],
};
export const MONTH_PART = `(?<part>${anyOf(Object.keys(MONTH_PARTS))})(?![て回級任心年学])`;

export const NTH_WEEKDAY = `(?:第\\s?(?<nth>[1-5一二三四五])|(?<first>最初の)|最終|最後の)(?<weekday>${WEEKDAY})曜日?`;

export const monthPartRules: readonly Rule[] = [
  // 月末, 月初
  {
    pattern: new RegExp(`(?<![\\d一-龠かカヶヵケ])(?:月(?=[末初頭半])${MONTH_PART}|げつまつ)`, 'g'),
    read: ({ part = '末' }, { today, after }) => {
      const base = after ?? today;
      const { year, month } = partsOf(base);
      const thisMonth = partOfMonth(year, month, part);
      return thisMonth.to >= base ? thisMonth : partOfMonth(year, month + 1, part);
    },
  },
  // 第3水曜日, 最終金曜日
  {
    pattern: new RegExp(NTH_WEEKDAY, 'g'),
    read: (parts, { today, after }) => {
      const base = after ?? today;
      const { year, month } = partsOf(base);
      // A fifth weekday is missing from most months, but never from three in a row.
      const candidates = [0, 1, 2, 3].map((ahead) => nthWeekday(year, month + ahead, parts));
      return candidates.find((found) => found !== null && found.from >= base) ?? null;
    },
  },
  // 5日 after 12月3日から or 12月3日と; alone only with a sign that no length of time is meant
  {
    pattern: new RegExp(
      `${NUMBER_STARTS}(?<![年月半数何])(?<day>${NUMBER})日(?<note>${WEEKDAY_NOTE})` +
        `(?![間目前後当付分数程ほく]|以内|ぐらい|かか|あた|に(?:一|1|分け|わた|つき|何)|(?:から|[~-])${NUMBER}日(?:程|ほど|くら|ぐら|かか|間|以内))` +
        `(?=(?<sign>に|までに|まで(?:$|[の、。?])|以降|から|~(?=\\d{1,2}日)|の?午[前後]|開催|締切)?)`,
      'g',
    ),
    mayFollow: true,
    read: readDayOfMonth,
  },
];

/** `part` is a key of MONTH_PARTS. */
export function partOfMonth(year: number, month: number, part: string): DayRange {
  const [first, last] = MONTH_PARTS[part] ?? [1, -1];
  const dayAt = (position: number): Day =>
    position > 0
      ? addDays(firstOfMonth(year, month), position - 1)
      : addDays(lastOfMonth(year, month), position + 1);
  return { from: dayAt(first), to: dayAt(last) };
}

/** Null where the month has no such weekday. */
export function nthWeekday(
  year: number,
  month: number,
  { nth, first, weekday: name }: Parts,
): DayRange | null {
  const wanted = weekdayNamed(name);
  const count = first === undefined ? nth : '1';
  if (count === undefined) {
    const last = lastOfMonth(year, month);
    return only(addDays(last, -((weekday(last) - wanted + 7) % 7)));
  }
  const found = addDays(firstWeekdayFrom(firstOfMonth(year, month), wanted), (numberOf(count) - 1) * 7);
  return found > lastOfMonth(year, month) ? null : only(found);
}

function readDayOfMonth({ day = '', note, sign }: Parts, { today, after }: Scene): DayRange | null {
  const isLengthOfTime =
    /\D/.test(day) || (!note && sign === undefined) || (numberOf(day) === 1 && sign === 'に');
  if (after === null && isLengthOfTime) return null;
  // 一日 is as often a whole day as the first.
  if (day === '一') return null;
  const base = after ?? today;
  // Of two months in a row, one has 31 days.
  const candidates = [0, 1, 2].map((ahead) => {
    const { year, month } = partsOf(addMonths(firstOfMonth(partsOf(base).year, partsOf(base).month), ahead));
    return dayIfReal(year, month, numberOf(day));
  });
  const found = candidates.find((candidate) => candidate !== null && candidate >= base) ?? null;
  return found === null ? null : only(found);
}

/** Lengthens a day to another of its month; null where that is not later. */
export function spanTo(start: DayRange | null, lastDay: string | undefined): DayRange | null {
  if (start === null || lastDay === undefined) return null;
  const { year, month } = partsOf(start.from);
  const to = dayIfReal(year, month, numberOf(lastDay));
  return to === null || to <= start.from ? null : { from: start.from, to };
}
