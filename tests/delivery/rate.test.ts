import fc from 'fast-check';
import { RequestBudget, Spacing } from '../../src/delivery/rate';
import { defaultRetryPolicy, nextBackoff } from '../../src/delivery/retry';
import { person } from './support/rig';

/** Most of `times` in any `ms`. */
const busiest = (times: readonly number[], ms: number): number =>
  Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + ms).length));

/** Makes requests as fast as the budget allows; answers when each arrives. `travel` and `answer` are in ms. */
function arrivals(
  budget: RequestBudget,
  trips: readonly { readonly travel: number; readonly answer: number; readonly pause: number }[],
): number[] {
  const arrived: number[] = [];
  let pending: { readonly at: number; readonly over: (at: number) => void }[] = [];
  let now = 0;
  for (const { travel, answer, pause } of trips) {
    now += pause;
    for (;;) {
      for (const one of pending.filter(({ at }) => at <= now)) one.over(one.at);
      pending = pending.filter(({ at }) => at > now);
      if (budget.available(now) > 0) break;
      now = Math.min(budget.nextAt(now), ...pending.map(({ at }) => at));
    }
    pending.push({ at: now + travel + answer, over: budget.take(1, now) });
    arrived.push(now + travel);
  }
  return arrived;
}

const trips = (longestTravel: number) =>
  fc.array(
    fc.record({
      travel: fc.nat(longestTravel),
      answer: fc.nat(300),
      pause: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(1_500) }),
    }),
    { maxLength: 200 },
  );

test('no second at the channel has more than the requests allowed, whenever each arrives and is answered', () => {
  fc.assert(
    fc.property(trips(100), fc.integer({ min: 1, max: 50 }), (some, perSecond) => {
      const arrived = arrivals(new RequestBudget(perSecond, 100, 0), some);
      expect(busiest(arrived, 1_000)).toBeLessThanOrEqual(perSecond);
    }),
    { numRuns: 50 },
  );
});

test('what is allowed is used: 98 in 100 with quick answers, 9 in 10 with slow ones', () => {
  const perSecond = (answer: number): number => {
    const trips = Array.from({ length: 1_000 }, () => ({ travel: 1, answer, pause: 0 }));
    return 1_000 / ((arrivals(new RequestBudget(50, 100, 0), trips).at(-1) ?? 0) / 1_000);
  };
  expect(perSecond(5)).toBeGreaterThanOrEqual(49);
  expect(perSecond(5)).toBeLessThanOrEqual(50);
  expect(perSecond(500)).toBeGreaterThanOrEqual(45);
});

test('it begins smoothly: in the first second a request every 25 ms where 40 are allowed', () => {
  const arrived = arrivals(
    new RequestBudget(40, 15, 0),
    Array.from({ length: 40 }, () => ({ travel: 0, answer: 1, pause: 0 })),
  );
  expect(arrived).toEqual(Array.from({ length: 40 }, (_, n) => n * 25));
});

test('the token of a request that follows another stays out until both are over', () => {
  const budget = new RequestBudget(2, 15, 0);
  const over = budget.take(2, 2_000);
  expect(budget.available(4_000)).toBe(1);
  over(5_000);
  expect([budget.available(5_999), budget.available(6_000)]).toEqual([1, 2]);
});

test('a person who is written to as often as allowed is never written to more often than Teams takes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { minLength: 1, maxLength: 200 }), (pauses) => {
      const spacing = new Spacing();
      const times: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause > 2_500 ? pause : 0;
        now = Math.max(now, spacing.full(now).get(person(1)) ?? 0);
        spacing.note(person(1), now);
        times.push(now);
      }
      expect(busiest(times, 1_000)).toBeLessThanOrEqual(7);
      expect(busiest(times, 2_000)).toBeLessThanOrEqual(8);
      expect(busiest(times, 30_000)).toBeLessThanOrEqual(60);
    }),
    { numRuns: 30 },
  );
});

test('1,800 messages in an hour, then one waits until the hour is over', () => {
  const spacing = new Spacing();
  let now = 0;
  for (let n = 0; n < 1_800; n++) {
    now = Math.max(now, spacing.full(now).get(person(1)) ?? 0);
    spacing.note(person(1), now);
  }
  expect(now).toBeLessThan(3_600_000);
  expect(spacing.full(now).get(person(1))).toBe(3_600_000);
  expect(spacing.full(3_600_000).size).toBe(0);
});

test('people who are quiet take no room; the busy are still counted', () => {
  const spacing = new Spacing();
  for (let n = 0; n < 2_500; n++) spacing.note(person(n), n * 10_000);
  const late = 2_500 * 10_000;
  for (let n = 0; n < 7; n++) spacing.note(person(1), late);
  expect([...spacing.full(late)]).toEqual([[person(1), late + 1_000]]);
});

test('back-off stays between the shortest and three times the last, and below the longest', () => {
  fc.assert(
    fc.property(fc.nat(600_000), fc.double({ min: 0, max: 0.999999, noNaN: true }), (previous, random) => {
      const next = nextBackoff(previous, defaultRetryPolicy, () => random);
      expect(next).toBeGreaterThanOrEqual(1_000);
      expect(next).toBeLessThanOrEqual(Math.min(600_000, Math.max(1_000, previous) * 3));
    }),
  );
});
