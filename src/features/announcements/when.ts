import { dayOf, minuteOfDay } from '../../core/calendar/day';
import { formatShort } from '../../core/calendar/wareki';

/** `08:30` in Tokyo. */
export function timeOf(at: Date): string {
  const minutes = minuteOfDay(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `11/24(火) 10:05` in Tokyo. */
export const momentText = (at: Date): string => `${formatShort(dayOf(at))} ${timeOf(at)}`;
