import { addMonths, dayIfReal, firstOfMonth, partsOf } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { MONTH_PART, NTH_WEEKDAY, nthWeekday, partOfMonth, spanTo } from './month-parts';
import { anyOf, monthsFrom, only, type Parts, type Rule, type Scene } from './rule';
import { NUMBER, NUMBER_STARTS, numberOf, WEEKDAY, WEEKDAY_NOTE } from './written-forms';
import { readYear, YEAR, type YearReading } from './years';

const RELATIVE_MONTHS: Readonly<Record<string, number>> = {
  先々月: -2,
  先月: -1,
  せんげつ: -1,
  今月: 0,
  こんげつ: 0,
  来月: 1,
  らいげつ: 1,
  再来月: 2,
  さ来月: 2,
  さらいげつ: 2,
};

const KANA_MONTHS: readonly string[] = [
  'いちがつ',
  'にがつ',
  'さんがつ',
  'しがつ',
  'ごがつ',
  'ろくがつ',
  'しちがつ',
  'はちがつ',
  'くがつ',
  'じゅうがつ',
  'じゅういちがつ',
  'じゅうにがつ',
];

const MONTH =
  `(?:${NUMBER_STARTS}(?<month>${NUMBER})\\s?月(?![額間曜病雨毎刊号]|あたり|当たり)|(?<monthWord>${anyOf(Object.keys(RELATIVE_MONTHS))})|` +
  `(?<kanaMonth>${anyOf(KANA_MONTHS)}))`;

/** The year may be left out, but one that is not understood (翌年3月, 1434年3月) is no nearest year. */
const IN_YEAR = `(?:${YEAR}の?\\s?|(?<!年の?\\s?))`;

export const monthRules: readonly Rule[] = [
  // 12月, 来月, 来年3月, 令和8年12月3日(木), 来月上旬, 12月の第2火曜
  {
    pattern: new RegExp(
      `${IN_YEAR}${MONTH}` +
        `(?:の?\\s?(?:(?<day>${NUMBER})\\s?日(?![間目])${WEEKDAY_NOTE}|${MONTH_PART}|${NTH_WEEKDAY}|${WEEKDAY}曜日?))?`,
      'g',
    ),
    read: readMonth,
  },
  // 12月3〜5日
  {
    pattern: new RegExp(
      `${IN_YEAR}${MONTH}の?(?<day>${NUMBER})日?\\s?[~・-]\\s?(?<lastDay>${NUMBER})日(?![間目])${WEEKDAY_NOTE}`,
      'g',
    ),
    namesBothEnds: true,
    read: (parts, scene) => spanTo(readMonth(parts, scene), parts.lastDay),
  },
  // 10〜12月
  {
    pattern: new RegExp(
      `${NUMBER_STARTS}(?<month>${NUMBER})\\s?[~-]\\s?(?<lastMonth>${NUMBER})月(?![額間曜])(?!${NUMBER}日)`,
      'g',
    ),
    namesBothEnds: true,
    read: (parts, scene) => {
      const first = readMonth(parts, scene);
      if (first === null) return null;
      const last = readMonth({ month: parts.lastMonth }, { ...scene, after: first.from });
      return last === null ? null : { from: first.from, to: last.to };
    },
  },
];

function readMonth(parts: Parts, scene: Scene): DayRange | null {
  const found = findMonth(parts, scene);
  if (found === null) return null;
  const { year, month } = found;
  if (parts.day !== undefined) {
    const day = dayIfReal(year, month, numberOf(parts.day));
    return day === null ? null : only(day);
  }
  if (parts.part !== undefined) return partOfMonth(year, month, parts.part);
  if (parts.weekday !== undefined) return nthWeekday(year, month, parts);
  return monthsFrom(year, month, 1);
}

function findMonth(parts: Parts, scene: Scene): { year: number; month: number } | null {
  const { monthWord, kanaMonth } = parts;
  if (monthWord !== undefined) return partsOf(addMonths(scene.today, RELATIVE_MONTHS[monthWord] ?? 0));
  const month =
    kanaMonth !== undefined
      ? KANA_MONTHS.indexOf(kanaMonth) + 1
      : parts.month !== undefined
        ? numberOf(parts.month)
        : 0;
  const year = yearOfMonth(month, readYear(parts, scene.today), scene);
  return year === null ? null : { year, month };
}

/** Null where the month is none of the twelve or the year makes no sense. */
function yearOfMonth(month: number, named: YearReading, scene: Scene): number | null {
  if (month < 1 || month > 12) return null;
  switch (named.kind) {
    case 'none':
      return impliedYear(month, scene);
    case 'unlikely':
      return null;
    case 'year':
      return named.year;
    case 'fiscal-year':
      return month >= 4 ? named.year : named.year + 1;
    default:
      return named satisfies never;
  }
}

/**
 * The year meant by a month without one: this month or one of the next ten; last month rather than eleven months ahead.
 * In a range the end follows the beginning.
 */
export function impliedYear(month: number, { today, after }: Pick<Scene, 'today' | 'after'>): number {
  const base = partsOf(after ?? today);
  const ahead = (month - base.month + 12) % 12;
  const offset = ahead === 11 && after === null ? -1 : ahead;
  return partsOf(firstOfMonth(base.year, base.month + offset)).year;
}
