import { type Day, day, dayIfReal, partsOf, weekday } from './day';

/**
 * 和暦: years counted by eras. Dates before 1873, when Japan still kept its lunar calendar, have no era here.
 * Eras change within a year, so a year alone belongs to two: read it with `yearInEra`, write it with the day.
 */
const ERAS = [
  { name: '令和', letter: 'R', from: day.parse('2019-05-01'), yearZero: 2018 },
  { name: '平成', letter: 'H', from: day.parse('1989-01-08'), yearZero: 1988 },
  { name: '昭和', letter: 'S', from: day.parse('1926-12-25'), yearZero: 1925 },
  { name: '大正', letter: 'T', from: day.parse('1912-07-30'), yearZero: 1911 },
  { name: '明治', letter: 'M', from: day.parse('1873-01-01'), yearZero: 1867 },
] as const;

export const WEEKDAY_NAMES = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** `令和8年` for a day of that year; `令和元年` for a first year; `1872年` where there is no era. */
export function eraYear(of: Day): string {
  const { year } = partsOf(of);
  const era = ERAS.find(({ from }) => from <= of);
  if (era === undefined) return `${year}年`;
  const count = year - era.yearZero;
  return `${era.name}${count === 1 ? '元' : count}年`;
}

/** `令和8年11月22日(日)` */
export function formatWareki(of: Day): string {
  const { month, dayOfMonth } = partsOf(of);
  return `${eraYear(of)}${month}月${dayOfMonth}日(${weekdayName(of)})`;
}

/** `11/22(日)` */
export function formatShort(of: Day): string {
  const { month, dayOfMonth } = partsOf(of);
  return `${month}/${dayOfMonth}(${weekdayName(of)})`;
}

/** One kanji: `日`. */
export const weekdayName = (of: Day): string => WEEKDAY_NAMES[weekday(of)];

/**
 * Western year of `count` years in an era named `令和` or `R` (any case), or null where no era has that name.
 * Years that an era did not reach (平成32年) are counted on: people write them on forms made beforehand.
 */
export function yearInEra(era: string, count: number): number | null {
  const found = ERAS.find(({ name, letter }) => name === era || letter === era.toUpperCase());
  return found === undefined || count < 1 ? null : found.yearZero + count;
}

const WAREKI =
  /^(令和|平成|昭和|大正|明治|[RHSTM])\s?(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:\([日月火水木金土]\))?$/i;

/**
 * The day that `令和8年12月3日`, `R8.12.3`, `H30/4/1`, `昭和元年12月25日` or the output of `formatWareki` names, spaces around
 * and full-width forms allowed; null for anything else. A weekday is not checked against the date.
 */
export function parseWareki(text: string): Day | null {
  const [, era, count, month, dayOfMonth] = WAREKI.exec(text.normalize('NFKC').trim()) ?? [];
  if (era === undefined) return null;
  const year = yearInEra(era, count === '元' ? 1 : Number(count));
  return year === null ? null : dayIfReal(year, Number(month), Number(dayOfMonth));
}
