import { type Day, dayFrom, firstOfMonth, lastOfMonth, partsOf } from './day';
import { eraYear } from './wareki';

export interface DayRange {
  readonly from: Day;
  /** The last day, itself included. */
  readonly to: Day;
}

/** 年度 run from 1 April to 31 March and go by the calendar year they begin in: 2026 is 令和8年度. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

export const fiscalYearStart = (fiscalYear: number): Day => dayFrom(fiscalYear, 4, 1);
export const fiscalYearEnd = (fiscalYear: number): Day => dayFrom(fiscalYear + 1, 3, 31);
export const fiscalYearRange = (fiscalYear: number): DayRange => ({
  from: fiscalYearStart(fiscalYear),
  to: fiscalYearEnd(fiscalYear),
});

/** `令和8年度`. A year in which the era changed takes the new one, as the government did with 令和元年度. */
export const fiscalYearLabel = (fiscalYear: number): string => `${eraYear(dayFrom(fiscalYear, 12, 31))}度`;

export type HalfYear = 'first' | 'second';

/** 上半期 (April–September) is the first, 下半期 (October–March) the second. */
export const halfYearRange = (fiscalYear: number, half: HalfYear): DayRange =>
  half === 'first' ? months(fiscalYear, 4, 6) : months(fiscalYear, 10, 6);

export const halfYearOf = (day: Day): HalfYear => {
  const { month } = partsOf(day);
  return month >= 4 && month <= 9 ? 'first' : 'second';
};

export const halfYearLabel = (half: HalfYear): string => (half === 'first' ? '上半期' : '下半期');

/** 四半期 of the 年度: the first is April–June. */
export const quarterRange = (fiscalYear: number, quarter: 1 | 2 | 3 | 4): DayRange =>
  months(fiscalYear, 1 + quarter * 3, 3);

const months = (year: number, month: number, count: number): DayRange => ({
  from: firstOfMonth(year, month),
  to: lastOfMonth(year, month + count - 1),
});
