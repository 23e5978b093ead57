import { deliveryId, jobId } from '../../src/delivery/delivery';
import type { NewDelivery } from '../../src/delivery/outbox';
import { createRig, JOB, NINE, person, type Rig, send } from './support/rig';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.store.close());

describe('enqueue', () => {
  test('a dedupe key is taken once, in whatever job, and the second is reported', async () => {
    await rig.enqueue(send(1, 'a'));
    const again = await rig.store.write((tx) =>
      rig.outbox.enqueue(tx, { id: jobId.parse('other'), kind: 'reminders', createdBy: '000001' }, [
        send(1, 'a'),
        send(2, 'b'),
        send(2, 'b'),
      ]),
    );
    expect(again.added.map((row) => row.dedupeKey)).toEqual(['key-2-b']);
    expect(again.duplicates).toEqual(['key-1-a', 'key-2-b']);
    await rig.machine.until(rig.worker.drain());
    expect(rig.messenger.posts.map((post) => post.text).toSorted()).toEqual(['a', 'b']);
  });

  test('rows go out with the transaction they were added in, or not at all', async () => {
    const failed = rig.store.write(async (tx) => {
      await rig.outbox.enqueue(tx, { id: JOB, kind: 'announcement', createdBy: 'system' }, [send(1)]);
      throw new Error('the use case failed');
    });
    await expect(failed).rejects.toThrow('the use case failed');
    expect(await rig.machine.until(rig.worker.drain())).toMatchObject({ due: 0 });
    expect(await rig.deliveries()).toEqual([]);
  });

  test('2,000 recipients stand in the report, each in one state', async () => {
    const { added } = await rig.enqueue(...Array.from({ length: 2_000 }, (_, n) => send(n)));
    expect(added).toHaveLength(2_000);
    const progress = await rig.outbox.progress(rig.store.db, JOB);
    expect(progress).toEqual({
      pending: 2_000,
      sending: 0,
      sent: 0,
      failed: 0,
      cancelled: 0,
      unreachable: 0,
      total: 2_000,
    });
    expect(new Set((await rig.deliveries()).map((row) => row.recipient)).size).toBe(2_000);
  });

  test('any number is taken from a generator, piece by piece, and the process goes on meanwhile', async () => {
    let made = 0;
    const madeAtTurns: number[] = [];
    function* many(): Generator<NewDelivery> {
      for (; made < 3_000; made++) yield send(made % 2_999);
    }
    let over = false;
    const watch = (): void => {
      madeAtTurns.push(made);
      if (!over) setImmediate(watch);
    };
    setImmediate(watch);
    const { added, duplicates } = await rig.store.write((tx) =>
      rig.outbox.enqueue(tx, { id: JOB, kind: 'announcement', createdBy: 'system' }, many()),
    );
    over = true;
    expect(added).toHaveLength(2_999);
    expect(duplicates).toEqual(['key-0-おはようございます']);
    expect(new Set(madeAtTurns).size).toBeGreaterThanOrEqual(5);
  });

  test('changes of messages are put in order, however far apart in one call', async () => {
    const [message] = (await rig.enqueue(send(1))).added;
    if (message === undefined) throw new Error('not added');
    const text = (dedupeKey: string): NewDelivery => ({
      kind: 'update',
      target: message.id,
      dedupeKey,
      payload: { kind: 'text', text: dedupeKey },
    });
    const others = Array.from({ length: 600 }, (_, n) => send(n + 2));
    await rig.enqueue(text('early'), ...others, text('late'));
    await rig.enqueue({ kind: 'delete', target: message.id, dedupeKey: 'gone' }, ...others, text('too late'));
    const changes = (await rig.deliveries()).filter(({ kind }) => kind !== 'send');
    expect(changes.map(({ dedupeKey, state }) => `${dedupeKey} ${state}`)).toEqual([
      'early cancelled',
      'late cancelled',
      'gone pending',
      'too late cancelled',
    ]);
  });

  test('an update of something that is no message is a bug', async () => {
    const update: NewDelivery = { kind: 'delete', target: deliveryId.parse(99), dedupeKey: 'd' };
    await expect(rig.enqueue(update)).rejects.toThrow('delivery 99');
  });
});

describe('progress', () => {
  test('says how many are in which state, and the list says who', async () => {
    rig = await createRig((call) =>
      call.to === person(2) ? { status: 403 } : call.to === person(3) ? { status: 400 } : 'ok',
    );
    await rig.enqueue(
      send(1),
      send(2),
      send(3),
      send(4, 'later', { notBefore: new Date('2027-01-04T00:00:00Z') }),
    );
    await rig.machine.until(rig.worker.drain());
    expect(await rig.outbox.progress(rig.store.db, JOB)).toEqual({
      pending: 1,
      sending: 0,
      sent: 1,
      failed: 1,
      cancelled: 0,
      unreachable: 1,
      total: 4,
    });
    expect(
      (await rig.deliveries()).map(({ recipient, state, endedAt }) => [recipient, state, endedAt]),
    ).toEqual([
      [person(1), 'sent', NINE],
      [person(2), 'unreachable', NINE],
      [person(3), 'failed', NINE],
      [person(4), 'pending', null],
    ]);
  });
});

describe('withdrawing', () => {
  test('what has not gone out never does', async () => {
    await rig.enqueue(send(1), send(2));
    await rig.machine.until(rig.worker.drain());
    await rig.enqueue(send(3), send(4));
    expect(await rig.store.write((tx) => rig.outbox.cancelJob(tx, JOB))).toEqual({
      cancelled: 2,
      inFlight: 0,
    });
    await rig.machine.until(rig.worker.drain());
    expect(await rig.states()).toEqual(['sent', 'sent', 'cancelled', 'cancelled']);
    expect((await rig.deliveries())[2]).toMatchObject({ error: 'withdrawn', endedAt: NINE });
    expect(rig.messenger.posts).toHaveLength(2);
  });

  test('what is in flight may arrive, but is not tried again', async () => {
    rig = await createRig((call) => ({
      after: 100,
      answer: call.to === person(1) ? { network: 'ECONNRESET' } : 'ok',
    }));
    const { added } = await rig.enqueue(send(1), send(2));
    rig.worker.start();
    await rig.machine.advance(50);
    const withdrawn = rig.store.write((tx) =>
      rig.outbox.cancelDeliveries(
        tx,
        added.map((row) => row.id),
      ),
    );
    expect(await withdrawn).toEqual({ cancelled: 0, inFlight: 2 });
    await rig.machine.advance(60_000);
    expect(await rig.states()).toEqual(['cancelled', 'sent']);
    expect((await rig.deliveries())[0]).toMatchObject({ possiblyDoubled: true, attempts: 1 });
    await rig.machine.until(rig.worker.stop());
  });
});
