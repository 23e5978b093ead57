import { addDays, type Day, dayFrom, firstOfMonth, partsOf } from '../calendar/day';
import {
  type DayRange,
  fiscalYearOf,
  fiscalYearRange,
  halfYearRange,
  quarterRange,
} from '../calendar/fiscal-year';
import { impliedYear } from './months';
import { anyOf, monthsFrom, type Parts, type Rule, type Scene } from './rule';
import { seasonOf } from './seasons';
import { kanaWord } from './written-forms';
import { readYear, YEAR } from './years';

/** Words for pieces of a 年度, and of a calendar year; 末 of the one is March, of the other the last third of December. */
const FISCAL_PARTS: Readonly<Record<string, (fiscalYear: number) => DayRange>> = {
  末: (year) => monthsFrom(year, 15, 1),
  初め: (year) => monthsFrom(year, 4, 1),
  はじめ: (year) => monthsFrom(year, 4, 1),
  当初: (year) => monthsFrom(year, 4, 1),
  前半: (year) => halfYearRange(year, 'first'),
  後半: (year) => halfYearRange(year, 'second'),
};
const YEAR_PARTS: Readonly<Record<string, (year: number) => DayRange>> = {
  末: (year) => ({ from: dayFrom(year, 12, 21), to: dayFrom(year, 12, 31) }),
  初め: (year) => monthsFrom(year, 1, 1),
  はじめ: (year) => monthsFrom(year, 1, 1),
  明け: (year) => monthsFrom(year, 1, 1),
  前半: (year) => monthsFrom(year, 1, 6),
  後半: (year) => monthsFrom(year, 7, 6),
};

const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
};
const HALF_OR_QUARTER =
  '(?:(?<first>上半期|上期|前期)|(?<second>下半期|下期|後期)|第?(?<quarter>[1-4一二三四])四半期)(?!高齢|課程|比|ジョブ|ローテ)';

export const yearPartRules: readonly Rule[] = [
  // 来年, 令和8年度, 来年度初め, 今年度末, 来年の春, 今年度の上半期
  {
    pattern: new RegExp(
      `${YEAR}(?![間目代生])(?:の?(?:(?<part>${anyOf([...Object.keys(FISCAL_PARTS), ...Object.keys(YEAR_PARTS)])})(?!て)|(?<season>[春夏秋冬])(?![休季期])|${HALF_OR_QUARTER}|(?<within>内)))?`,
      'g',
    ),
    read: (parts, scene) => readNamedYear(parts, scene.today),
  },
  // 年度末, 年度内, 年度初め
  {
    pattern: /(?<![\d一-龠])年度(?:(?<part>末|当初|初め|はじめ)(?!て)|内|中(?!途))/g,
    read: ({ part }, { today, after }) => {
      const fiscalYear = fiscalYearOf(after ?? today);
      if (part === undefined) return { from: today, to: fiscalYearRange(fiscalYear).to };
      if (part === '末') return monthsFrom(fiscalYear, 15, 1);
      return monthsFrom(impliedYear(4, { today, after }), 4, 1);
    },
  },
  // 年内, 年末, 年末年始, 年明け
  {
    pattern:
      /(?<![\d一-龠])(?:年(?<part>内|末年始|末(?!調整)|明け|始|初)(?:早々)?|ねんまつ(?!ちょうせい)(?<kanaNewYear>ねんし)?)/g,
    read: ({ part = '末', kanaNewYear }, scene) =>
      readTurnOfYear(kanaNewYear === undefined ? part : '末年始', scene),
  },
  // 上半期, 後期, 第3四半期
  {
    pattern: new RegExp(`(?<![\\d一-龠])${HALF_OR_QUARTER}`, 'g'),
    read: (parts, { today, after }) => halfOrQuarter(fiscalYearOf(after ?? today), parts),
  },
  // ことし
  {
    pattern: new RegExp(kanaWord('ことし'), 'g'),
    read: (_, { today }) => monthsFrom(partsOf(today).year, 1, 12),
  },
];

function readNamedYear(parts: Parts, today: Day): DayRange | null {
  const named = readYear(parts, today);
  // 3年 is a length of time.
  if (parts.shortYear !== undefined && parts.fiscal === undefined) return null;
  if (named.kind === 'none' || named.kind === 'unlikely') return null;
  const { kind, year } = named;
  if (parts.season !== undefined) return seasonOf(year, parts.season);
  if ((parts.first ?? parts.second ?? parts.quarter) !== undefined) return halfOrQuarter(year, parts);
  const [whole, partsOfYear] =
    kind === 'fiscal-year' ? [fiscalYearRange(year), FISCAL_PARTS] : [monthsFrom(year, 1, 12), YEAR_PARTS];
  if (parts.within !== undefined && whole.from <= today && today <= whole.to)
    return { from: today, to: whole.to };
  return parts.part === undefined ? whole : (partsOfYear[parts.part]?.(year) ?? whole);
}

function readTurnOfYear(part: string, { today, after }: Scene): DayRange | null {
  const { year, month } = partsOf(after ?? today);
  const january = monthsFrom(month === 1 ? year : year + 1, 1, 1);
  switch (part) {
    case '内':
      return { from: today, to: dayFrom(year, 12, 31) };
    case '末':
      return { from: dayFrom(year, 12, 21), to: dayFrom(year, 12, 31) };
    case '末年始': {
      const newYear = firstOfMonth(today <= dayFrom(year, 1, 3) ? year : year + 1, 1);
      return { from: addDays(newYear, -3), to: addDays(newYear, 2) };
    }
    case '始':
    case '初':
      return { from: january.from, to: addDays(january.from, 9) };
    case '明け':
      return january;
    default:
      return null;
  }
}

function halfOrQuarter(fiscalYear: number, { first, quarter }: Parts): DayRange {
  if (quarter === undefined) return halfYearRange(fiscalYear, first === undefined ? 'second' : 'first');
  return quarterRange(fiscalYear, QUARTERS[quarter] ?? 1);
}
