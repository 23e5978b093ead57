import type { BusinessCalendar } from '../calendar/business-calendar';
import type { Day } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { absoluteDateRules } from './absolute-dates';
import type { DateMention } from './date-mention';
import { dayWordRules } from './day-words';
import { englishRules } from './english-dates';
import { lookAlikes } from './look-alikes';
import { closingLength, joinsList, joinsRange, lengthBefore, modify } from './modifiers';
import { monthPartRules } from './month-parts';
import { monthRules } from './months';
import { offsetRules } from './offsets';
import type { Parts, Rule } from './rule';
import { seasonRules } from './seasons';
import { restRules } from './times-of-rest';
import { weekdayRules } from './weekdays';
import { weekRules } from './weeks';
import { foldWidth } from './written-forms';
import { yearPartRules } from './year-parts';

const RULES: readonly Rule[] = [
  ...lookAlikes,
  ...dayWordRules,
  ...weekRules,
  ...weekdayRules,
  ...absoluteDateRules,
  ...monthRules,
  ...monthPartRules,
  ...yearPartRules,
  ...seasonRules,
  ...restRules,
  ...offsetRules,
  ...englishRules,
];

interface Candidate {
  readonly rule: Rule;
  readonly parts: Parts;
  readonly start: number;
  readonly end: number;
}

/** A date whose surroundings have not been read yet: it may still become the beginning of a range. */
interface Pending {
  readonly span: DayRange;
  readonly start: number;
  readonly end: number;
}

/**
 * The everyday date phrases of a Japanese (or plainly English) text, in order and without overlaps.
 * `today` is the day they are counted from. A month or day without a year is the nearest sensible one: this month,
 * one of the ten after it, or last month. `DateMention` says what the open side of 以降 and まで is.
 */
export function findDates(text: string, today: Day, calendar: BusinessCalendar): DateMention[] {
  const folded = foldWidth(text);
  const mentions: DateMention[] = [];
  let pending: Pending | null = null;

  const add = (kind: DateMention['kind'], { from, to }: DayRange, first: number, end: number): void => {
    const start = first - lengthBefore(folded, first);
    mentions.push({ kind, from, to, text: text.slice(start, end), start, end });
  };
  const settle = (date: Pending): void => {
    const { kind, from, to, lengthBehind } = modify(date.span, folded, date, today);
    add(kind, { from, to }, date.start, date.end + lengthBehind);
  };

  for (const { rule, parts, start, end } of leftmostLongest(folded)) {
    const read = (after: Day | null): DayRange | null => rule.read(parts, { today, calendar, after });
    const closing = closingLength(folded, end);

    if (pending !== null && joinsRange(folded, pending.end, start, closing)) {
      const { from } = pending.span;
      const last = read(from);
      if (last !== null && last.to >= from) {
        add('range', { from, to: last.to }, pending.start, end + closing);
        pending = null;
        continue;
      }
    }
    const isNext: boolean =
      rule.mayFollow === true && pending !== null && joinsList(folded, pending.end, start);
    const span = read(isNext && pending !== null ? pending.span.from : null);
    if (span === null) continue;
    if (pending !== null) settle(pending);
    if (rule.namesBothEnds) add('range', span, start, end + closing);
    pending = rule.namesBothEnds ? null : { span, start, end };
  }
  if (pending !== null) settle(pending);
  return mentions;
}

/** What the rules match; where matches overlap, the one that begins first, and of several the longest. */
function leftmostLongest(folded: string): Candidate[] {
  const all: Candidate[] = [];
  for (const rule of RULES) collect(rule, folded, all);
  all.sort((a, b) => a.start - b.start || b.end - a.end);

  let free = 0;
  return all.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

/** With `exec`, since `matchAll` copies the pattern each time, and a copy may have to be compiled again. */
function collect(rule: Rule, folded: string, into: Candidate[]): void {
  const { pattern } = rule;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    into.push({ rule, parts: match.groups ?? {}, start: match.index, end: pattern.lastIndex });
  }
}
