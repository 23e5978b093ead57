import { z } from 'zod';
import { addDays, type Day, day, dayOf, instantAt, minuteOfDay, mondayOf, weekday } from './day';
import { isHoliday } from './holidays';

/** A day that the city itself closes or opens; it outweighs weekends, holidays and the new-year break. */
export const calendarOverride = z.object({ date: day, kind: z.enum(['closed', 'open']) });
export type CalendarOverride = z.infer<typeof calendarOverride>;

export interface BusinessCalendar {
  /** Closed are Saturdays, Sundays, holidays and 12/29–1/3, unless an override says otherwise. */
  isOpenDay(day: Day): boolean;
  /** The day itself when it is open, otherwise the first open day after it. */
  nextOpenDay(day: Day): Day;
  /** The nth open day after `day`, or before it when `n` is negative; `day` itself, open or not, when `n` is 0. */
  addOpenDays(day: Day, n: number): Day;
  /** How many open days one goes forward from `from` to reach `to`: after the one, up to and with the other; negative backwards. */
  openDaysBetween(from: Day, to: Day): number;
  /** Whether a proactive message may go out now: 8:30 up to, but not at, 17:15 in Tokyo on an open day. */
  isOpenMoment(instant: Date): boolean;
  /** The instant itself when messages may go out then, otherwise the next 8:30 of an open day; never earlier. */
  nextOpenMoment(instant: Date): Date;
}

const OPENS_AT = '08:30';
const OPENING_MINUTE = 8 * 60 + 30;
const CLOSING_MINUTE = 17 * 60 + 15;

/** The last of several overrides for one day counts. */
export function createBusinessCalendar(overrides: readonly CalendarOverride[]): BusinessCalendar {
  const kindByDay = new Map(overrides.map(({ date, kind }) => [date, kind]));

  /** Counting open days asks for the same days again and again. */
  const known = new Map<Day, boolean>();

  const isOpenDay = (on: Day): boolean => {
    let isOpen = known.get(on);
    if (isOpen === undefined) {
      const kind = kindByDay.get(on);
      isOpen = kind === undefined ? isUsuallyOpen(on) : kind === 'open';
      known.set(on, isOpen);
    }
    return isOpen;
  };

  const nextOpenDay = (from: Day): Day => {
    let on = from;
    while (!isOpenDay(on)) on = addDays(on, 1);
    return on;
  };

  const isOpenMoment = (instant: Date): boolean => {
    const minute = minuteOfDay(instant);
    return minute >= OPENING_MINUTE && minute < CLOSING_MINUTE && isOpenDay(dayOf(instant));
  };

  return {
    isOpenDay,
    nextOpenDay,
    addOpenDays(from, n) {
      const step = Math.sign(n);
      let on = from;
      for (let left = Math.abs(n); left > 0; ) {
        on = addDays(on, step);
        if (isOpenDay(on)) left -= 1;
      }
      return on;
    },
    openDaysBetween(from, to) {
      const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
      let count = 0;
      for (let on = first; on < last; ) {
        on = addDays(on, 1);
        if (isOpenDay(on)) count += 1;
      }
      return count === 0 ? 0 : sign * count;
    },
    isOpenMoment,
    nextOpenMoment(instant) {
      if (isOpenMoment(instant)) return instant;
      const today = dayOf(instant);
      const isBeforeOpening = minuteOfDay(instant) < OPENING_MINUTE;
      return instantAt(nextOpenDay(isBeforeOpening ? today : addDays(today, 1)), OPENS_AT);
    },
  };
}

/** The first open day of a day's week; one of a later week when that week has none. */
export const firstOpenDayOfWeek = (of: Day, calendar: Pick<BusinessCalendar, 'nextOpenDay'>): Day =>
  calendar.nextOpenDay(mondayOf(of));

function isUsuallyOpen(on: Day): boolean {
  const dayOfWeek = weekday(on);
  if (dayOfWeek === 0 || dayOfWeek === 6) return false;
  const monthAndDay = on.slice(5);
  if (monthAndDay >= '12-29' || monthAndDay <= '01-03') return false;
  return !isHoliday(on);
}
