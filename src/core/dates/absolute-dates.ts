import { dayIfReal } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { yearInEra } from '../calendar/wareki';
import { spanTo } from './month-parts';
import { impliedYear } from './months';
import { monthsFrom, only, type Parts, type Rule } from './rule';
import { WEEKDAY_NOTE } from './written-forms';

const MONTH_AND_DAY = '(?<month>0?[1-9]|1[0-2])\\/(?<day>0?[1-9]|[12]\\d|3[01])';

/** 1/2以上 and the like are shares. */
const NO_SHARE = '(?!\\s?(?:以[上内下]|程度|ページ|頁|[回人割件]))';

export const absoluteDateRules: readonly Rule[] = [
  // 2026-12-03, 2026/12/3, 2026.12.3
  {
    pattern: new RegExp(
      `(?<![\\d/.])(?<year>(?:19|20)\\d{2})(?<separator>[./-])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?!\\d|\\k<separator>\\d)${WEEKDAY_NOTE}`,
      'g',
    ),
    read: (parts) => wholeDate(Number(parts.year), parts),
  },
  // 2026/12, 2026-12
  {
    pattern: /(?<![\d/.-])(?<year>20\d{2})[/-](?<month>0?[1-9]|1[0-2])(?![\d/]|[.-]\d)/g,
    read: ({ year, month }) => wholeMonth(Number(year), Number(month)),
  },
  // R8.12.3, H30/4/1, 令和8.12.3
  {
    pattern: new RegExp(
      `(?<![A-Za-z\\d])(?<era>[RHSrhs]|令和|平成|昭和)\\s?(?<count>元|\\d{1,2})(?<separator>[./-])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?!\\d|\\k<separator>\\d)${WEEKDAY_NOTE}`,
      'g',
    ),
    read: (parts) => wholeDate(eraYear(parts), parts),
  },
  // R8.12
  {
    pattern: /(?<![A-Za-z\d])(?<era>[Rr]|令和)\s?(?<count>\d{1,2})[./](?<month>\d{1,2})(?![\d/]|\.\d)/g,
    read: (parts) => wholeMonth(eraYear(parts), Number(parts.month)),
  },
  // 12/3, 12/3(木)
  {
    pattern: new RegExp(`(?<![\\dA-Za-z/.])${MONTH_AND_DAY}(?![\\d/]|\\.\\d)${NO_SHARE}${WEEKDAY_NOTE}`, 'g'),
    read: (parts, scene) => wholeDate(impliedYear(Number(parts.month), scene), parts),
  },
  // 12/3〜5
  {
    pattern: new RegExp(
      `(?<![\\dA-Za-z/.])${MONTH_AND_DAY}\\s?[~-]\\s?(?<lastDay>\\d{1,2})日?(?![\\d/月]|\\.\\d)${WEEKDAY_NOTE}`,
      'g',
    ),
    namesBothEnds: true,
    read: (parts, scene) => spanTo(wholeDate(impliedYear(Number(parts.month), scene), parts), parts.lastDay),
  },
];

const eraYear = ({ era = '', count = '' }: Parts): number =>
  yearInEra(era, count === '元' ? 1 : Number(count)) ?? 0;

function wholeDate(year: number, { month, day }: Parts): DayRange | null {
  const found = dayIfReal(year, Number(month), Number(day));
  return found === null ? null : only(found);
}

function wholeMonth(year: number, month: number): DayRange | null {
  if (dayIfReal(year, month, 1) === null) return null;
  return monthsFrom(year, month, 1);
}
