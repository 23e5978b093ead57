import { defaultWorkerLimits } from '../../src/delivery/worker';
import { refuseUpdates } from '../support/refusal';
import { createRig, JOB, NINE, person, type Rig, send } from './support/rig';

let rig: Rig;
afterEach(() => rig.store.close());

const minutesAfterNine = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);

describe('sending', () => {
  test('each recipient gets the message once, and its activity id is kept', async () => {
    rig = await createRig();
    await rig.enqueue(send(1), send(2), send(3));

    expect(await rig.machine.until(rig.worker.tick())).toEqual({ due: 3, sent: 3, failed: 0, pending: 0 });

    const posts = rig.messenger.posts.map(({ recipient }, n) => [recipient, `activity-${n + 1}`]);
    const deliveries = await rig.deliveries();
    const kept = deliveries.map(({ recipient, activityId }) => [recipient, activityId]);
    expect(kept.map(([recipient]) => recipient)).toEqual([person(1), person(2), person(3)]);
    expect(posts.toSorted()).toEqual(kept);
    expect(deliveries.every((delivery) => delivery.attempts === 1 && !delivery.possiblyDoubled)).toBe(true);
    expect(deliveries[0]?.endedAt).toEqual(NINE);
    expect(await rig.machine.until(rig.worker.tick())).toEqual({ due: 0, sent: 0, failed: 0, pending: 0 });
    expect(rig.messenger.posts).toHaveLength(3);
  });

  test('nothing goes out before its time, by the business clock', async () => {
    rig = await createRig();
    await rig.enqueue(send(1, 'later', { notBefore: minutesAfterNine(60) }));
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 0, sent: 0, failed: 0, pending: 0 });
    await rig.machine.advance(10 * 3_600_000);
    await rig.machine.until(rig.worker.tick());
    expect(rig.messenger.posts).toEqual([]);

    rig.clock.set(minutesAfterNine(60));
    expect(await rig.machine.until(rig.worker.tick())).toMatchObject({ due: 1, sent: 1 });
  });

  test('the urgent goes first, then what has been due for longest', async () => {
    rig = await createRig(undefined, { concurrency: 1 });
    await rig.enqueue(
      send(1, 'low', { priority: 'low' }),
      send(2, 'normal, new'),
      send(3, 'normal, old', { notBefore: minutesAfterNine(-5) }),
      send(4, 'high', { priority: 'high' }),
    );
    await rig.machine.until(rig.worker.tick());
    expect(rig.messenger.posts.map((post) => post.text)).toEqual([
      'high',
      'normal, old',
      'normal, new',
      'low',
    ]);
  });

  test('a card is rendered when it is sent, in the language of its reader', async () => {
    rig = await createRig();
    await rig.knows(person(1), person(2));
    await rig.store.write((tx) =>
      tx.updateTable('conversations').set({ locale: 'en' }).where('aad_object_id', '=', person(2)).execute(),
    );
    const payload = { kind: 'card', card: 'reminder', view: { course: 'C-001' } } as const;
    await rig.enqueue(send(1, 'a', { payload }), send(2, 'b', { payload }));
    await rig.machine.until(rig.worker.tick());
    expect(rig.messenger.posts.map((post) => post.text)).toEqual(['reminder (ja)', 'reminder (en)']);
  });

  test('a card that cannot be rendered fails alone; the others go out', async () => {
    rig = await createRig();
    await rig.enqueue(send(1, 'x', { payload: { kind: 'card', card: 'broken', view: {} } }), send(2));
    expect(await rig.machine.until(rig.worker.drain())).toEqual({ due: 2, sent: 1, failed: 1, pending: 0 });
    expect((await rig.deliveries())[0]).toMatchObject({
      state: 'failed',
      error: 'not renderable',
      attempts: 1,
    });
  });

  test('at most as many as the concurrency are in flight, and one for each person', async () => {
    rig = await createRig(() => ({ after: 100, answer: 'ok' }), { concurrency: 4 });
    await rig.enqueue(...Array.from({ length: 30 }, (_, n) => send(n % 10, `message ${n}`)));
    await rig.machine.until(rig.worker.drain());
    expect(rig.messenger.mostInFlight).toBe(4);
    expect(rig.messenger.sentTo(person(3))).toEqual(['message 3', 'message 13', 'message 23']);
    const begun = rig.messenger.calls.filter((call) => call.kind === 'send' && call.to === person(3));
    expect(begun.map((call) => call.at).every((at, n, all) => n === 0 || at >= (all[n - 1] ?? 0) + 100)).toBe(
      true,
    );
  });
});

test('one person gets messages in the order in which they were added', async () => {
  rig = await createRig();
  await rig.enqueue(send(1, 'a'), send(1, 'b'), send(2, 'x'), send(1, 'c'), send(1, 'd'));
  await rig.machine.until(rig.worker.drain());
  expect(rig.messenger.sentTo(person(1))).toEqual(['a', 'b', 'c', 'd']);
});

describe('first contact', () => {
  test('the conversation is opened once, even when the message has to be tried again', async () => {
    rig = await createRig((_, nth) => (nth === 1 ? { status: 502 } : 'ok'));
    await rig.enqueue(send(1), send(1, 'second'));
    await rig.machine.until(rig.worker.drain());
    expect(rig.messenger.calls.filter((call) => call.kind === 'create')).toHaveLength(1);
    expect(rig.messenger.sentTo(person(1)).sort()).toEqual(['second', 'おはようございます'].sort());
  });

  test('it costs two requests of the rate', async () => {
    rig = await createRig(undefined, { requestsPerSecond: 10 });
    await rig.enqueue(...Array.from({ length: 10 }, (_, n) => send(n)));
    const begun = rig.machine.now();
    await rig.machine.until(rig.worker.tick());
    const times = rig.messenger.calls.map((call) => call.at - begun);
    expect(times.filter((at) => at < 1_000)).toHaveLength(10);
    expect(times.filter((at) => at >= 1_000 && at < 2_000)).toHaveLength(10);
  });
});

describe('limits', () => {
  test('no second sees more than 40 requests at the default rate', async () => {
    rig = await createRig(undefined, { requestsPerSecond: defaultWorkerLimits.requestsPerSecond });
    await rig.enqueue(...Array.from({ length: 120 }, (_, n) => send(n)));
    await rig.knows(...Array.from({ length: 60 }, (_, n) => person(2 * n)));
    await rig.machine.until(rig.worker.tick());
    const times = rig.messenger.calls.map((call) => call.at);
    expect(times).toHaveLength(180);
    for (const start of times) {
      expect(times.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(40);
    }
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(4_600);
  });

  test('one conversation gets 7 messages in a second, 8 in two, 60 in thirty; others do not wait for it', async () => {
    rig = await createRig();
    await rig.enqueue(...Array.from({ length: 70 }, (_, n) => send(1, `message ${n}`)), send(2));
    await rig.machine.until(rig.worker.drain());
    const calls = rig.messenger.calls.filter((call) => call.kind === 'send');
    const times = calls.filter((call) => call.to === person(1)).map((call) => call.at);
    const most = (ms: number) =>
      Math.max(...times.map((s) => times.filter((at) => at >= s && at < s + ms).length));
    expect(times).toHaveLength(70);
    expect([most(1_000), most(2_000), most(30_000)]).toEqual([7, 8, 60]);
    expect(calls.find((call) => call.to === person(2))?.at).toBe(times[0]);
  });

  test('a tick does not wait for a full conversation, and says what is left', async () => {
    rig = await createRig();
    await rig.enqueue(...Array.from({ length: 9 }, (_, n) => send(1, `message ${n}`)));
    expect(await rig.machine.until(rig.worker.tick())).toEqual({ due: 9, sent: 7, failed: 0, pending: 2 });
  });

  test('limits that cannot work are refused', async () => {
    rig = await createRig();
    await expect(createRig(undefined, { concurrency: 0 })).rejects.toThrow(RangeError);
    await expect(createRig(undefined, { requestsPerSecond: 1 })).rejects.toThrow(RangeError);
    await expect(createRig(undefined, { requestsPerSecond: 2.5 })).rejects.toThrow(RangeError);
  });
});

describe('start and stop', () => {
  test('a started worker sends what is added, without a poll', async () => {
    rig = await createRig();
    rig.worker.start();
    await rig.machine.advance(0);
    await rig.enqueue(send(1));
    await rig.machine.advance(0);
    expect(rig.messenger.sentTo(person(1))).toHaveLength(1);
    await rig.machine.until(rig.worker.stop());
  });

  test('a started worker notices by polling what the clock has made due', async () => {
    rig = await createRig(undefined, { pollMs: 1_000 });
    await rig.enqueue(send(1, 'later', { notBefore: minutesAfterNine(1) }));
    rig.worker.start();
    await rig.machine.advance(5_000);
    expect(rig.messenger.posts).toHaveLength(0);
    rig.clock.set(minutesAfterNine(1));
    await rig.machine.advance(1_000);
    expect(rig.messenger.posts).toHaveLength(1);
    await rig.machine.until(rig.worker.stop());
  });

  test('stop waits for what is in flight, and begins nothing more', async () => {
    rig = await createRig(() => ({ after: 500, answer: 'ok' }), { concurrency: 2 });
    await rig.enqueue(send(1), send(2), send(3));
    rig.worker.start();
    await rig.machine.advance(100);
    await rig.machine.until(rig.worker.stop());
    expect(await rig.states()).toEqual(['sent', 'sent', 'pending']);

    await rig.machine.until(rig.worker.tick());
    expect(await rig.states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('a tick beside a started worker answers when all is out; the worker goes on', async () => {
    rig = await createRig(() => ({ after: 50, answer: 'ok' }));
    rig.worker.start();
    await rig.enqueue(send(1), send(2));
    await rig.machine.until(Promise.all([rig.worker.tick(), rig.worker.tick()]));
    expect(await rig.states()).toEqual(['sent', 'sent']);
    await rig.enqueue(send(3));
    await rig.machine.advance(100);
    expect((await rig.outbox.progress(rig.store.db, JOB)).sent).toBe(3);
    await rig.machine.until(rig.worker.stop());
  });

  test.each([
    ['a claim', "old.state = 'pending'", 0],
    ['an end', "new.state = 'sent'", 1],
  ])(
    'a database that refuses %s for a while stops nobody for good, and doubles nothing',
    async (_, when, posted) => {
      rig = await createRig(undefined, { pollMs: 1_000 });
      await rig.enqueue(send(1));
      const refusal = await refuseUpdates(rig.store, 'deliveries', when, 'disk full');
      await expect(rig.machine.until(rig.worker.tick())).rejects.toThrow('disk full');
      rig.worker.start();
      await rig.machine.advance(3_000);
      expect(rig.messenger.posts).toHaveLength(posted);
      await refusal.lift();
      await rig.machine.advance(1_000);
      expect(await rig.deliveries()).toMatchObject([{ state: 'sent', attempts: 1 }]);
      expect(rig.messenger.posts).toHaveLength(1);
      await rig.machine.until(rig.worker.stop());
    },
  );
});
