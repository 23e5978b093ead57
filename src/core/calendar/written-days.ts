import type { Locale } from '../turn';
import { type Day, partsOf, type Weekday, weekday } from './day';
import { fiscalYearLabel } from './fiscal-year';
import { formatShort, formatWareki, WEEKDAY_NAMES } from './wareki';

/** Days and years as a person reads them in their own language. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const englishMonth = (of: Day): string => MONTHS[partsOf(of).month - 1] ?? '';

/** `11/24(火)`, `Tue 24 Nov` */
export const shortDay = (of: Day, locale: Locale): string =>
  locale === 'ja'
    ? formatShort(of)
    : `${WEEKDAYS[weekday(of)]} ${partsOf(of).dayOfMonth} ${englishMonth(of).slice(0, 3)}`;

/** `令和9年3月31日(水)`, `Wed 31 March 2027` */
export const longDay = (of: Day, locale: Locale): string =>
  locale === 'ja'
    ? formatWareki(of)
    : `${WEEKDAYS[weekday(of)]} ${partsOf(of).dayOfMonth} ${englishMonth(of)} ${partsOf(of).year}`;

/** The month alone: `3月`, `March`. */
export const monthOf = (of: Day, locale: Locale): string =>
  locale === 'ja' ? `${partsOf(of).month}月` : englishMonth(of);

/** `令和8年度`, `FY2026` */
export const fiscalYearIn = (fiscalYear: number, locale: Locale): string =>
  locale === 'ja' ? fiscalYearLabel(fiscalYear) : `FY${fiscalYear}`;

/** `火`, `Tue` */
export const weekdayIn = (of: Weekday, locale: Locale): string =>
  (locale === 'ja' ? WEEKDAY_NAMES : WEEKDAYS)[of];
