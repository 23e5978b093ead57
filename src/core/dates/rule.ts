import type { BusinessCalendar } from '../calendar/business-calendar';
import { type Day, firstOfMonth, lastOfMonth } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';

/** One family of date phrases: how they are written and what they mean. */
export interface Rule {
  /** Has the flag `g`, matches at least one character, and repeats nothing without bound: a search stays linear. */
  readonly pattern: RegExp;
  /** Null when the match is no date after all; its characters are then spent all the same. */
  readonly read: (parts: Parts, scene: Scene) => DayRange | null;
  /** Set where the phrase names both ends of a range (12/3-5). */
  readonly namesBothEnds?: true;
  /** Set where a phrase may go on from the date before it (12月3日と5日). */
  readonly mayFollow?: true;
}

/** The named groups of the pattern. */
export type Parts = Readonly<Record<string, string | undefined>>;

export interface Scene {
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  /** The day a range began with, while its end is read: 5日 in 12月3日から5日 belongs to that month. */
  readonly after: Day | null;
}

export const only = (day: Day): DayRange => ({ from: day, to: day });

/** `count` whole months; `month` may be beyond 12, as in `firstOfMonth`. */
export const monthsFrom = (year: number, month: number, count: number): DayRange => ({
  from: firstOfMonth(year, month),
  to: lastOfMonth(year, month + count - 1),
});

/** Longest first, since a pattern takes the first alternative that fits. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
