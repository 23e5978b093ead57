import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, type Day, daysBetween, instantAt } from '../../core/calendar/day';
import type { Schedule } from './enrolment';
import { isAddress } from './enrolment-views';

export interface CalendarEntry {
  /** Stays the same for one person and offering, so that a newer file replaces the entry of an older one. */
  readonly id: string;
  /** SEQUENCE: how often when and where have changed. */
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly when: Schedule;
}

/** Longer ones are a period (eラーニング, 派遣), not hours that are taken. */
const LONGEST_IN_HOURS = 14;
const MOST_DAYS = 366;

/**
 * An iCalendar file (RFC 5545) of one event. Times are UTC, so that no client needs a time zone's definition. Several
 * days are one event that repeats daily, without the closed days in between.
 */
export function calendarFile(entry: CalendarEntry, calendar: BusinessCalendar, now: Date): string {
  const { when } = entry;
  const file = ical({
    prodId: { company: 'Ikusei Navi', product: 'enrolment', language: 'JA' },
    method: ICalCalendarMethod.PUBLISH,
  });
  file.createEvent({
    id: `${entry.id}@ikusei-navi`,
    sequence: entry.version,
    stamp: now,
    summary: entry.title,
    description: entry.description,
    location: when.place,
    ...(isAddress(when.place) ? { url: when.place } : {}),
    ...(spanInHours(when, calendar) ?? wholeDays(when)),
  });
  return file.toString();
}

function spanInHours({ startsOn, endsOn, startTime, endTime }: Schedule, calendar: BusinessCalendar) {
  const days = daysBetween(startsOn, endsOn) + 1;
  if (startTime === null || endTime === null || days > LONGEST_IN_HOURS) return null;
  const start = instantAt(startsOn, startTime);
  const closed = daysOf(startsOn, days)
    .slice(1, -1)
    .filter((day) => !calendar.isOpenDay(day));
  return {
    start,
    end: instantAt(startsOn, endTime),
    ...(days === 1
      ? {}
      : {
          repeating: {
            freq: ICalEventRepeatingFreq.DAILY,
            count: days,
            exclude: closed.map((day) => instantAt(day, startTime)),
          },
        }),
  };
}

/** The day after the last one ends an event of whole days. A whole-day entry is read off the UTC date. */
const wholeDays = ({ startsOn, endsOn }: Schedule) => ({
  allDay: true,
  start: new Date(`${startsOn}T00:00:00Z`),
  end: new Date(`${addDays(endsOn, 1)}T00:00:00Z`),
  ...(startsOn === endsOn ? {} : { transparency: ICalEventTransparency.TRANSPARENT }),
});

const daysOf = (from: Day, count: number): readonly Day[] =>
  Array.from({ length: Math.min(count, MOST_DAYS) }, (_, index) => addDays(from, index));
