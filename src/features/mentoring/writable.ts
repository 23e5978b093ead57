import type { Day } from '../../core/calendar/day';
import { type CheckIn, isWritable, MOST_A_PERIOD } from './check-in';
import { hasEndedEarly, type Pair, periodsOfPair, type Side } from './pair';
import { lastDayOf, type Period, periodOn } from './periods';

/** A check-in that a side can write now. */
export interface Writable {
  readonly period: Period;
  readonly number: number;
  /** `asked`: it is waited for; `more`: they met again. */
  readonly why: 'asked' | 'late' | 'more';
}

const numbersOf = (checkIns: readonly CheckIn[], { from }: Period): readonly CheckIn[] =>
  checkIns.filter(({ period }) => period.from === from).toSorted((a, b) => a.number - b.number);

/** The period of a day: as it was when its check-in began, since HR may have changed the pace meanwhile. */
export function periodNow(pair: Pair, checkIns: readonly CheckIn[], today: Day): Period | null {
  const begun = periodOn(
    checkIns.map(({ period }) => period),
    today,
  );
  return begun ?? periodOn(periodsOfPair(pair), today);
}

/** A period by its first day; null where the pair has none that begins then. */
export const periodFrom = (pair: Pair, checkIns: readonly CheckIn[], from: Day): Period | null =>
  checkIns.find(({ period }) => period.from === from)?.period ??
  periodsOfPair(pair).find((period) => period.from === from) ??
  null;

/** What a side has not submitted yet of the period of today and of the one before, as long as that is taken. */
export function writableNow(
  pair: Pair,
  side: Side,
  checkIns: readonly CheckIn[],
  today: Day,
): readonly Writable[] {
  if (hasEndedEarly(pair)) return [];
  const isOpen = (checkIn: CheckIn | undefined): boolean =>
    checkIn === undefined || checkIn.submitted[side] === null;
  const before = periodsOfPair(pair).find(
    (period) => period.to < today && today <= lastDayOf(period) && isOpen(numbersOf(checkIns, period)[0]),
  );
  const late: readonly Writable[] = before === undefined ? [] : [{ period: before, number: 1, why: 'late' }];
  const period = periodNow(pair, checkIns, today);
  if (period === null) return late;
  const begun = numbersOf(checkIns, period);
  const waiting = begun.length === 0 ? 1 : begun.find(isOpen)?.number;
  const number = waiting ?? begun.length + 1;
  if (number > MOST_A_PERIOD) return late;
  return [...late, { period, number, why: waiting === undefined ? 'more' : 'asked' }];
}

/** Whether a side may write, or correct, this one today. */
export const mayWrite = (
  pair: Pair,
  side: Side,
  checkIn: Pick<CheckIn, 'period' | 'submitted'>,
  today: Day,
): boolean => !hasEndedEarly(pair) && isWritable(checkIn.period, checkIn.submitted[side], today);
