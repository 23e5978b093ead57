import { defaultRetryPolicy } from '../../src/delivery/retry';
import { createRig, person, type Rig, send } from './support/rig';
import type { Answer, Call } from './support/scripted-messenger';

let rig: Rig;
afterEach(() => rig.store.close());

/** The first answers; then all is well. */
const first =
  (...answers: Answer[]) =>
  (_: Call, nth: number): Answer =>
    answers[nth - 1] ?? 'ok';

const sends = () => rig.messenger.calls.filter((call) => call.kind === 'send');
const gaps = () => {
  const times = sends().map((call) => call.at);
  return times.slice(1).map((at, n) => at - (times[n] ?? 0));
};

describe('what passes is tried again', () => {
  test.each<[string, Answer]>([
    ['429 without Retry-After', { status: 429 }],
    ['412', { status: 412 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a refused connection', { network: 'ECONNREFUSED' }],
  ])('%s: the person gets the message once, and it is no double', async (_, answer) => {
    rig = await createRig(first(answer, answer));
    await rig.enqueue(send(1));
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 1, sent: 1, failed: 0, pending: 0 });
    expect(rig.messenger.sentTo(person(1))).toHaveLength(1);
    const [delivery] = await rig.deliveries();
    expect(delivery).toMatchObject({ state: 'sent', attempts: 3, possiblyDoubled: false, error: null });
    for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(1_000);
  });

  test('a tick leaves what failed for later, and says so', async () => {
    rig = await createRig(first({ status: 500 }));
    await rig.enqueue(send(1), send(2));
    expect(await rig.machine.until(rig.worker.tick())).toEqual({ due: 2, sent: 0, failed: 0, pending: 2 });
    expect((await rig.deliveries())[0]).toMatchObject({ state: 'pending', attempts: 1, error: 'http 500' });
    await rig.machine.advance(1_000);
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 2, sent: 2, failed: 0, pending: 0 });
  });

  test('the waits grow, at random, up to the longest', async () => {
    rig = await createRig(() => ({ status: 503 }), {}, { random: () => 0.999_999 });
    await rig.enqueue(send(1));
    await rig.machine.until(rig.worker.drain());
    expect(gaps().slice(0, 7)).toEqual([3_000, 9_000, 27_000, 81_000, 243_000, 600_000, 600_000]);
  });

  test('after the last attempt it has failed, with the last reason', async () => {
    rig = await createRig(() => ({ status: 503 }));
    await rig.enqueue(send(1));
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 1, sent: 0, failed: 1, pending: 0 });
    const [delivery] = await rig.deliveries();
    expect(delivery).toMatchObject({
      state: 'failed',
      attempts: defaultRetryPolicy.maxAttempts,
      error: 'http 503',
    });
  });
});

describe('Retry-After', () => {
  test('keeps the whole app quiet for so long', async () => {
    const answer = (call: Call, nth: number): Answer =>
      call.to === person(1) && nth === 1 ? { status: 429, retryAfter: '30' } : 'ok';
    rig = await createRig(answer, { concurrency: 1 });
    await rig.enqueue(send(1), send(2), send(3));
    const begun = rig.machine.now();
    await rig.machine.until(rig.worker.drain());
    const times = sends().map((call) => call.at - begun);
    expect(times[0]).toBe(0);
    expect(times.slice(1).every((at) => at >= 30_000)).toBe(true);
    expect(await rig.states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('is honoured with 503 as well, and a tick does not wait for it', async () => {
    rig = await createRig(first({ status: 503, retryAfter: '120' }), { concurrency: 1 });
    await rig.enqueue(send(1), send(2));
    expect(await rig.machine.until(rig.worker.tick())).toEqual({ due: 2, sent: 0, failed: 0, pending: 2 });
    await rig.machine.advance(119_000);
    expect(await rig.machine.until(rig.worker.tick())).toMatchObject({ pending: 2 });
    await rig.machine.advance(1_000);
    expect(await rig.machine.until(rig.worker.drain())).toMatchObject({ sent: 2 });
  });

  test('an absurd one does not stop the app for longer than an hour', async () => {
    rig = await createRig(first({ status: 429, retryAfter: '99999999' }));
    await rig.enqueue(send(1));
    const begun = rig.machine.now();
    await rig.machine.until(rig.worker.drain());
    expect(rig.machine.now() - begun).toBe(3_600_000);
    expect(await rig.states()).toEqual(['sent']);
  });
});

describe('an unknown outcome', () => {
  test.each<[string, Answer]>([
    ['a time-out', 'silence'],
    ['a reset', { network: 'ECONNRESET' }],
    ['a bug in the messenger', 'throws'],
  ])('%s is tried again, and marked as possibly doubled', async (_, answer) => {
    rig = await createRig(first(answer));
    await rig.enqueue(send(1));
    await rig.machine.until(rig.worker.drain());
    expect(await rig.deliveries()).toMatchObject([{ state: 'sent', attempts: 2, possiblyDoubled: true }]);
  });

  test('the request is given up at the time-out', async () => {
    rig = await createRig(first('silence'), { sendTimeoutMs: 5_000 });
    await rig.enqueue(send(1));
    await rig.machine.until(rig.worker.tick());
    expect(sends()[0]?.signal?.aborted).toBe(true);
    await rig.machine.until(rig.worker.drain());
    expect(gaps()[0]).toBeGreaterThanOrEqual(6_000);
  });

  test('a slow answer within the time-out is a success', async () => {
    rig = await createRig(() => ({ after: 4_999, answer: 'ok' }), { sendTimeoutMs: 5_000 });
    await rig.enqueue(send(1));
    await rig.machine.until(rig.worker.drain());
    expect(await rig.deliveries()).toMatchObject([{ state: 'sent', attempts: 1, possiblyDoubled: false }]);
  });

  test('a person is not flooded: after five of them the delivery has failed', async () => {
    rig = await createRig(() => 'lost');
    await rig.enqueue(send(1));
    await rig.machine.until(rig.worker.drain());
    expect(rig.messenger.sentTo(person(1))).toHaveLength(5);
    expect(await rig.deliveries()).toMatchObject([
      { state: 'failed', error: 'time-out', possiblyDoubled: true },
    ]);
  });

  test('one who never answers does not hold up the others', async () => {
    rig = await createRig((call) => (call.to === person(1) ? 'silence' : 'ok'), { concurrency: 2 });
    await rig.enqueue(...Array.from({ length: 20 }, (_, n) => send(n + 1)));
    rig.worker.start();
    await rig.machine.advance(1_000);
    expect(rig.messenger.posts).toHaveLength(19);
    await rig.machine.until(rig.worker.stop());
  });
});

describe('what will not pass ends at once', () => {
  test.each<[number, string, string]>([
    [403, 'unreachable', 'refused'],
    [404, 'unreachable', 'not-found'],
    [400, 'failed', 'http 400'],
    [413, 'failed', 'http 413'],
  ])('%d: %s', async (status, state, error) => {
    rig = await createRig((call) => (call.to === person(1) ? { status } : 'ok'));
    await rig.enqueue(send(1), send(2));
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 2, sent: 1, failed: 1, pending: 0 });
    expect((await rig.deliveries())[0]).toMatchObject({ state, error, attempts: 1, activityId: null });
  });
});
