import { addDays, addMonths, type Day, later } from '../calendar/day';
import { type DayRange, fiscalYearEnd, fiscalYearOf, fiscalYearStart } from '../calendar/fiscal-year';
import type { DateMention } from './date-mention';
import type { Parts } from './rule';
import { MONTHS_COUNTED, NUMBER, numberOf } from './written-forms';

/** Words around a date that stretch it: から, まで, 以降, 今月中の中; since, until. */

type Reading = Pick<DateMention, 'kind' | 'from' | 'to'>;

/** How far from a date such words are looked for; longer than the longest of them. */
const REACH = 16;

const RANGE = /^(?:頃|ごろ)?\s?(?:から|より|~|-|ー|to|until|till|through)\s?$/i;
/** Between the ends of a range only where まで closes it: 10月以降12月まで, but not 10月以降、12月. */
const RANGE_TO_BE_CLOSED = /^以降[で、]?$/;
const LIST = /^(?:と|や|・|、|,\s?|か|及び|および|または|又は)$/;
const CLOSING = /^(?:頃|ごろ)?(?:までに?|にかけて)/;
const OPENING =
  /\b(?:(?<since>since|from|starting)|(?<later>after)|(?<until>until|till|by|through)|(?<sooner>before)|in|on|during|around)\s$/i;

const FOR_A_TIME = `(?:から|より)の?(?<count>${NUMBER})(?:日間|(?<weeks>週)間?|(?<months>${MONTHS_COUNTED})間?)(?![後前])`;
/** Begins with the last character of the date itself: 〜 opens a range behind 12/3 but only draws out the sound of 明日〜. */
const BEHIND = new RegExp(
  `^[^](?:頃|ごろ|ころ|あたり|くらい|ぐらい)?(?:${FOR_A_TIME}|(?<since>\\s?(?:以降|以後|から|(?<=[\\d日月旬末)])~))|(?<later>より後)|` +
    '(?<until>\\s?(?:までに?|以前))|(?<sooner>より前)|(?<within>のうちに?|いっぱい|中(?![旬止級学央間堅途身心核])|[ちじ]ゅう))?',
);

/** Whether the text from `start` to `end` makes the dates on either side the ends of a range. */
export function joinsRange(text: string, start: number, end: number, closing: number): boolean {
  if (end - start > REACH) return false;
  const between = text.slice(start, end);
  return RANGE.test(between) || (closing > 0 && RANGE_TO_BE_CLOSED.test(between));
}

export const joinsList = (text: string, start: number, end: number): boolean =>
  end - start <= REACH && LIST.test(text.slice(start, end));

/** How many characters of the text before `start` belong to the date (in, from, since). */
export const lengthBefore = (text: string, start: number): number => opening(text, start)?.[0].length ?? 0;

/** How many characters behind a range belong to it (まで). */
export const closingLength = (text: string, end: number): number =>
  CLOSING.exec(text.slice(end, end + REACH))?.[0].length ?? 0;

/** What a date means together with the words around it, and how many characters behind it they take. */
export function modify(
  span: DayRange,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  today: Day,
): Reading & { readonly lengthBehind: number } {
  const behind = BEHIND.exec(text.slice(end - 1, end + REACH));
  const reading =
    stretch(span, behind?.groups ?? {}, today) ?? stretch(span, opening(text, start)?.groups ?? {}, today);
  const plain: Reading = { kind: span.from === span.to ? 'day' : 'period', ...span };
  return { ...(reading ?? plain), lengthBehind: (behind?.[0].length ?? 1) - 1 };
}

const opening = (text: string, start: number): RegExpExecArray | null =>
  OPENING.exec(text.slice(Math.max(0, start - REACH), start));

function stretch(span: DayRange, words: Parts, today: Day): Reading | null {
  if (words.count !== undefined) return { kind: 'range', from: span.from, to: lastOf(span.from, words) };
  if (words.since !== undefined) return since(span.from);
  if (words.later !== undefined) return since(addDays(span.to, 1));
  if (words.until !== undefined) return until(span.to, today);
  if (words.sooner !== undefined) return until(addDays(span.from, -1), today);
  if (words.within === undefined || span.from === span.to) return null;
  return { kind: 'period', from: today <= span.to ? later(span.from, today) : span.from, to: span.to };
}

/** Open at the end: as far as the 年度 goes, for which courses are planned. */
const since = (from: Day): Reading => ({ kind: 'since', from, to: fiscalYearEnd(fiscalYearOf(from)) });

/** Open at the beginning: from today, or, where the end is past, from the start of its 年度. */
const until = (to: Day, today: Day): Reading => ({
  kind: 'until',
  from: today <= to ? today : fiscalYearStart(fiscalYearOf(to)),
  to,
});

function lastOf(from: Day, { count = '', weeks, months }: Parts): Day {
  const number = numberOf(count);
  if (months !== undefined) return addDays(addMonths(from, number), -1);
  return addDays(from, number * (weeks === undefined ? 1 : 7) - 1);
}
