import fc from 'fast-check';
import { Spacing, TokenBucket } from '../../src/delivery/rate';
import { defaultRetryPolicy, nextBackoff } from '../../src/delivery/retry';
import { defaultWorkerLimits } from '../../src/delivery/worker';
import { person } from './support/rig';

const within = (times: readonly number[], start: number, ms: number) =>
  times.filter((at) => at >= start && at < start + ms).length;

test('at the default limits no second has more than the 50 requests that Teams allows', () => {
  const { requestsPerSecond, requestBurst } = defaultWorkerLimits;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), fc.constantFrom(1, 2)), { maxLength: 300 }), (wishes) => {
      const bucket = new TokenBucket(requestsPerSecond, requestBurst);
      const made: number[] = [];
      let now = 0;
      for (const [pause, requests] of wishes) {
        now = bucket.readyAt(requests, now + (pause > 380 ? pause : 0));
        bucket.take(requests, now);
        for (let n = 0; n < requests; n++) made.push(now);
      }
      for (const start of made) expect(within(made, start, 1_000)).toBeLessThanOrEqual(50);
    }),
    { numRuns: 30 },
  );
});

test('over a minute the bucket gives its rate and its burst, not less', () => {
  const bucket = new TokenBucket(40, 10);
  let made = 0;
  for (let now = 0; now < 60_000; made++) {
    now = bucket.readyAt(1, now);
    bucket.take(1, now);
  }
  expect(made).toBeGreaterThanOrEqual(2_400);
  expect(made).toBeLessThanOrEqual(2_411);
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
      for (const start of times) {
        expect(within(times, start, 1_000)).toBeLessThanOrEqual(7);
        expect(within(times, start, 2_000)).toBeLessThanOrEqual(8);
        expect(within(times, start, 30_000)).toBeLessThanOrEqual(60);
      }
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
