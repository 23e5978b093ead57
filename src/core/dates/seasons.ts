import { type Day, partsOf } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { monthsFrom, type Rule } from './rule';

/** First month and the number of months, counted from January. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  春: [3, 3],
  夏: [6, 3],
  秋: [9, 3],
  冬: [12, 3],
};

const RELATIVE_YEARS: Readonly<Record<string, number>> = { 昨: -1, 今: 0, 来: 1 };

/** 夏 alone, not in 夏休み, 秋田 or 夏のボーナス: what follows is a particle, an end, or 頃. */
const ENDS =
  '(?=[頃先口]?(?:$|[\\s、。,.?!)]|ごろ|[にのはも]|から|まで|以降|開催))(?!の.{0,4}(?:休|ボーナス|賞与|期末|手当))';

export const seasonRules: readonly Rule[] = [
  // 来春, 昨秋
  {
    pattern: /(?<year>[昨今来])(?<season>[春夏秋冬])(?![一-龠])/g,
    read: ({ year = '', season = '' }, { today }) =>
      seasonOf(partsOf(today).year + (RELATIVE_YEARS[year] ?? 0), season),
  },
  // 春, この夏
  {
    pattern: new RegExp(`(?<![一-龠々])(?:この|今度の|次の)?(?<season>[春夏秋冬])${ENDS}`, 'g'),
    read: ({ season = '' }, { today, after }) => comingSeason(season, after ?? today),
  },
];

/** 冬 of a year begins in its December. */
export function seasonOf(year: number, season: string): DayRange {
  const [month, count] = SEASONS[season] ?? [1, 12];
  return monthsFrom(year, month, count);
}

/** The season that is, or the next one. */
function comingSeason(season: string, today: Day): DayRange | null {
  const { year } = partsOf(today);
  return [year - 1, year, year + 1].map((of) => seasonOf(of, season)).find(({ to }) => to >= today) ?? null;
}
