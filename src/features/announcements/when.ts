import { dayOf, minuteOfDay } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';

/** `08:30` in Tokyo. */
export function timeOf(at: Date): string {
  const minutes = minuteOfDay(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `11/24(火) 10:05`, `Tue 24 Nov 10:05` in Tokyo. */
export const momentText = (at: Date, locale: Locale): string =>
  `${shortDay(dayOf(at), locale)} ${timeOf(at)}`;
