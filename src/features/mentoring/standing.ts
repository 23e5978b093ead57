import { type Day, dayOf, later } from '../../core/calendar/day';
import { fiscalYearRange } from '../../core/calendar/fiscal-year';
import { type CheckIn, heldOn } from './check-in';
import { lastDay, type Pair, periodsOfPair } from './pair';
import type { PairEvent } from './pair-store';
import { lastDayOf, type Period, periodOn } from './periods';

/** How far a pair is: that and when they talked, and nothing of what. All that HR gets to see. */
export interface Standing {
  /** The days on which they talked. */
  readonly held: readonly Day[];
  /** Periods that are over without a check-in, without those before the pair was made or in which it was suspended. */
  readonly late: readonly Period[];
  readonly lastHeldOn: Day | null;
  /** The period of today, and when they talked in it; null outside of the term. */
  readonly current: { readonly period: Period; readonly heldOn: Day | null } | null;
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** When a pair was suspended, by its history; `today` ends what lasts. */
export function suspensionsOf(events: readonly PairEvent[], today: Day): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let since: Day | null = null;
  for (const { what, at } of events) {
    if (what === 'suspended') since ??= dayOf(at);
    else if ((what === 'resumed' || what === 'ended') && since !== null) {
      stretches.push({ from: since, to: dayOf(at) });
      since = null;
    }
  }
  return since === null ? stretches : [...stretches, { from: since, to: today }];
}

export function standingOf(
  pair: Pair,
  checkIns: readonly CheckIn[],
  events: readonly PairEvent[],
  today: Day,
): Standing {
  const held = checkIns.flatMap((checkIn) => {
    const on = heldOn(checkIn);
    return on === null ? [] : [{ checkIn, on }];
  });
  const inPeriod = ({ from, to }: Period): Day | null =>
    held.find(({ checkIn: { period } }) => from <= period.from && period.from <= to)?.on ?? null;
  const suspended = suspensionsOf(events, today);
  const madeAt = events.find(({ what }) => what === 'made')?.at;
  const madeOn = madeAt === undefined ? pair.from : dayOf(madeAt);
  const periods = periodsOfPair(pair).filter(({ to }) => to <= lastDay(pair));
  const late = periods.filter(
    (period) =>
      lastDayOf(period) < today &&
      madeOn <= lastDayOf(period) &&
      inPeriod(period) === null &&
      !suspended.some(({ from, to }) => from <= period.to && period.from <= to),
  );
  const period = pair.status.kind === 'ended' ? null : periodOn(periodsOfPair(pair), today);
  return {
    held: held.map(({ on }) => on),
    late,
    lastHeldOn: held.reduce<Day | null>((last, { on }) => (last === null ? on : later(last, on)), null),
    current: period === null ? null : { period, heldOn: inPeriod(period) },
  };
}

/** What a 年度 comes to, for HR. */
export interface YearCounts {
  readonly year: number;
  /** That belonged together on some day of it. */
  readonly pairs: number;
  readonly held: number;
  /** Pairs of which a period that ended in it has no check-in. */
  readonly withLate: number;
}

export function yearCounts(
  all: readonly { readonly pair: Pair; readonly standing: Standing }[],
  year: number,
): YearCounts {
  const { from, to } = fiscalYearRange(year);
  const isIn = (day: Day): boolean => from <= day && day <= to;
  const own = all.filter(({ pair }) => pair.from <= to && from <= lastDay(pair));
  return {
    year,
    pairs: own.length,
    held: own.reduce((sum, { standing }) => sum + standing.held.filter(isIn).length, 0),
    withLate: own.filter(({ standing }) => standing.late.some((period) => isIn(period.to))).length,
  };
}
