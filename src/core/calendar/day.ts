import { z } from 'zod';

/**
 * A calendar day of the business time zone, Asia/Tokyo, as `YYYY-MM-DD`; the process's own time zone never matters.
 * Days compare with `<` and `>` in the order of time.
 */
export const day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof day>;

/** Sunday is 0, Saturday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MINUTE = 60_000;
const MILLISECONDS_A_DAY = 24 * 60 * MINUTE;
/** Japan has had no summer time since 1951, so the offset is fixed. */
const TOKYO_OFFSET = 9 * 60 * MINUTE;

const midnightUtc = (of: Day): number => Date.parse(`${of}T00:00:00Z`);
const fromUtc = (milliseconds: number): Day => calculated(new Date(milliseconds).toISOString().slice(0, 10));

/** A date that comes from a Date exists; only its form is left to check, and the schema would take most of the time. */
function calculated(text: string): Day {
  if (!hasForm(text)) throw new RangeError(`outside the years 0–9999: ${text}`);
  return text;
}

const hasForm = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text);

/** The day an instant falls on in Tokyo. */
export const dayOf = (instant: Date): Day => fromUtc(instant.getTime() + TOKYO_OFFSET);

/** Minutes since midnight in Tokyo, 0–1439, seconds dropped. */
export function minuteOfDay(instant: Date): number {
  const sinceMidnight = instant.getTime() + TOKYO_OFFSET - midnightUtc(dayOf(instant));
  return Math.floor(sinceMidnight / MINUTE);
}

/** The instant at which clocks in Tokyo show `time` (`HH:MM`, 00:00–23:59) on that day; throws on another format. */
export function instantAt(of: Day, time: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day: ${time}`);
  return new Date(Date.parse(`${of}T${time}:00Z`) - TOKYO_OFFSET);
}

/** Throws where there is no such day (2月30日). */
export const dayFrom = (year: number, month: number, dayOfMonth: number): Day =>
  day.parse(isoText(year, month, dayOfMonth));

/** Null where there is no such day, or where the year is not 1000–9999. */
export function dayIfReal(year: number, month: number, dayOfMonth: number): Day | null {
  const isMonth = year >= 1000 && year <= 9999 && month >= 1 && month <= 12;
  if (!isMonth || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return null;
  return calculated(isoText(year, month, dayOfMonth));
}

const isoText = (year: number, month: number, dayOfMonth: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Negative, zero or positive: the order that `sort` wants. */
export const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

export const addDays = (to: Day, days: number): Day => fromUtc(midnightUtc(to) + days * MILLISECONDS_A_DAY);

/** Calendar days from `from` to `to`; negative when `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number =>
  (midnightUtc(to) - midnightUtc(from)) / MILLISECONDS_A_DAY;

/** The same day of another month, or that month's last day where it is shorter (1月31日 + 1 → 2月28日). */
export function addMonths(to: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(to);
  const length = lengthOfMonth(year, month + months);
  return addDays(firstOfMonth(year, month + months), Math.min(dayOfMonth, length) - 1);
}

export const weekday = (of: Day): Weekday => WEEKDAYS[new Date(midnightUtc(of)).getUTCDay()] ?? 0;
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** The Monday of a day's week; weeks run from Monday to Sunday. */
export const mondayOf = (of: Day): Day => addDays(of, -((weekday(of) + 6) % 7));

/** `month` is 1–12. */
export function partsOf(of: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), dayOfMonth: Number(of.slice(8, 10)) };
}

/** `month` may run over either end of the year: month 13 of 2026 is January 2027, month 0 December 2025. */
export function firstOfMonth(year: number, month: number): Day {
  const months = year * 12 + month - 1;
  return calculated(isoText(Math.floor(months / 12), (months % 12) + 1, 1));
}

/** `month` may run over either end of the year, as in `firstOfMonth`. */
export const lastOfMonth = (year: number, month: number): Day => addDays(firstOfMonth(year, month + 1), -1);

const lengthOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
