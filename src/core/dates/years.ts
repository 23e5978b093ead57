import { type Day, partsOf } from '../calendar/day';
import { fiscalYearOf } from '../calendar/fiscal-year';
import { yearInEra } from '../calendar/wareki';
import { anyOf, type Parts } from './rule';
import { NUMBER, numberOf } from './written-forms';

const CALENDAR_YEARS: Readonly<Record<string, number>> = {
  一昨年: -2,
  おととし: -2,
  去年: -1,
  昨年: -1,
  きょねん: -1,
  さくねん: -1,
  今年: 0,
  本年: 0,
  来年: 1,
  らいねん: 1,
  再来年: 2,
  さらいねん: 2,
};

const FISCAL_YEARS: Readonly<Record<string, number>> = {
  一昨年度: -2,
  前々年度: -2,
  昨年度: -1,
  前年度: -1,
  去年度: -1,
  さくねんど: -1,
  ぜんねんど: -1,
  今年度: 0,
  本年度: 0,
  当年度: 0,
  こんねんど: 0,
  来年度: 1,
  次年度: 1,
  らいねんど: 1,
  再来年度: 2,
};

/** Keeps 去年 out of 過去年 and 本年 out of 日本年, besides what NUMBER_STARTS does. */
const YEAR_STARTS = '(?<![\\d.,/A-Za-z一二三四五六七八九十百千第過日])';

/** A year or 年度, to be read by `readYear`. `8年` counts as one only where a month or 度 makes it a date. */
export const YEAR =
  `${YEAR_STARTS}(?:(?<fiscalWord>${anyOf(Object.keys(FISCAL_YEARS))})|(?<yearWord>${anyOf(Object.keys(CALENDAR_YEARS))})|` +
  `(?:(?<western>(?:19|20)\\d{2}|[一二][〇一二三四五六七八九]{3})|(?<era>令和|平成|昭和|[RHSrhs])\\s?(?<eraYear>元|${NUMBER})|` +
  `(?<shortYear>\\d{1,2}))\\s?年(?<fiscal>度)?)`;

export type YearReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'unlikely' }
  | { readonly kind: 'year' | 'fiscal-year'; readonly year: number };

/** What the groups of YEAR name; `none` where the pattern leaves it out and the phrase has none. */
export function readYear(parts: Parts, today: Day): YearReading {
  const { fiscalWord, yearWord, western, era, eraYear, shortYear, fiscal } = parts;
  if (fiscalWord !== undefined) {
    return { kind: 'fiscal-year', year: fiscalYearOf(today) + (FISCAL_YEARS[fiscalWord] ?? 0) };
  }
  if (yearWord !== undefined) {
    return { kind: 'year', year: partsOf(today).year + (CALENDAR_YEARS[yearWord] ?? 0) };
  }
  const kind = fiscal === undefined ? 'year' : 'fiscal-year';
  if (western !== undefined) return { kind, year: numberOf(western) };
  if (era !== undefined && eraYear !== undefined) {
    const year = yearInEra(era, eraYear === '元' ? 1 : numberOf(eraYear));
    return year === null ? { kind: 'unlikely' } : { kind, year };
  }
  if (shortYear !== undefined) {
    const year = nearby(Number(shortYear), partsOf(today).year);
    return year === null ? { kind: 'unlikely' } : { kind, year };
  }
  return { kind: 'none' };
}

/** How far 8年 or 26年 may lie from this year and still be 令和8年 or 2026年 rather than a length of time. */
const NEARBY_YEARS = 3;

function nearby(short: number, thisYear: number): number | null {
  const candidates = [yearInEra('令和', short), 2000 + short];
  return candidates.find((year) => year !== null && Math.abs(year - thisYear) <= NEARBY_YEARS) ?? null;
}
