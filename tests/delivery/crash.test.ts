import type { Store } from '../../src/db/open';
import type { Outgoing } from '../../src/delivery/messenger';
import { defaultRetryPolicy } from '../../src/delivery/retry';
import { databaseLocation, openTestStore } from '../support/databases';
import { FakeMachine } from './support/fake-machine';
import { createRig, person, type Rig, send } from './support/rig';
import { ScriptedMessenger } from './support/scripted-messenger';

const LIMITS = { concurrency: 3, sendTimeoutMs: 10_000, leaseSlackMs: 5_000 };
const LEASE_MS = 15_000;

let stores: Store[] = [];
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});

async function rigOn(...args: Parameters<typeof createRig>): Promise<Rig> {
  const rig = await createRig(...args);
  stores.push(rig.store);
  return rig;
}

/** Its messages are posted, and nothing is ever heard of it again. */
class Dying extends ScriptedMessenger {
  override send({ recipient }: Outgoing): Promise<never> {
    this.posts.push({ recipient, text: 'posted before the crash' });
    return new Promise(() => undefined);
  }
}

/** A process that claims, posts, and dies; its time stands still from then on. */
async function runUntilDeath(rig: Rig): Promise<Dying> {
  const dying = new Dying(new FakeMachine(rig.machine.now()));
  rig.anotherWorker(dying).start();
  await dying.machine.advance(0);
  return dying;
}

describe('after a crash', () => {
  test('another process on the same database sends the rest; only what was in flight can be doubled', async () => {
    const location = await databaseLocation();
    const machine = new FakeMachine();
    const before = await createRig(undefined, LIMITS, { store: await openTestStore(location), machine });
    await before.enqueue(...Array.from({ length: 12 }, (_, n) => send(n)));
    const dying = await runUntilDeath(before);
    expect(dying.posts).toHaveLength(3);
    await before.store.close();

    const after = await rigOn(undefined, LIMITS, { store: await openTestStore(location), machine });
    expect(await machine.until(after.worker.tick())).toMatchObject({ sent: 9, pending: 3 });
    expect(await machine.until(after.worker.drain())).toMatchObject({ sent: 3, pending: 0 });
    const posts = [...dying.posts, ...after.messenger.posts].map((post) => post.recipient);
    const doubled = Array.from({ length: 12 }, (_, n) => person(n)).filter(
      (who) => posts.filter((recipient) => recipient === who).length > 1,
    );
    expect(doubled).toHaveLength(3);
    expect(new Set(posts).size).toBe(12);
    const marked = (await after.deliveries()).filter((delivery) => delivery.possiblyDoubled);
    expect(marked.map((delivery) => delivery.recipient)).toEqual(doubled);
    expect(new Set(await after.states())).toEqual(new Set(['sent']));
  });

  test('a message that kills its worker each time fails in the end', async () => {
    const rig = await rigOn(undefined, LIMITS);
    await rig.enqueue(send(1));
    for (let death = 1; death <= defaultRetryPolicy.maxUnknown; death++) {
      expect((await runUntilDeath(rig)).posts).toHaveLength(1);
      await rig.machine.advance(LEASE_MS);
      expect(await rig.machine.until(rig.worker.tick())).toMatchObject({ sent: 0 });
      await rig.machine.advance(600_000);
    }
    expect(await rig.deliveries()).toMatchObject([{ state: 'failed', error: 'lease ran out', attempts: 5 }]);
  });
});

describe('two workers', () => {
  test('share the work without a double', async () => {
    const rig = await rigOn(() => ({ after: 100, answer: 'ok' }), LIMITS);
    await rig.enqueue(...Array.from({ length: 30 }, (_, n) => send(n)));
    const other = new ScriptedMessenger(rig.machine, () => ({ after: 70, answer: 'ok' }));
    const second = rig.anotherWorker(other);
    await rig.machine.until(Promise.all([rig.worker.drain(), second.drain()]));
    expect([...rig.messenger.posts, ...other.posts]).toHaveLength(30);
    expect(other.posts.length).toBeGreaterThan(0);
    expect(rig.messenger.posts.length).toBeGreaterThan(0);
  });

  test('one who stood still for longer than its lease ends nothing any more', async () => {
    const rig = await rigOn(() => ({ after: 9_000, answer: 'ok' }), LIMITS);
    await rig.enqueue(send(1));
    rig.worker.start();
    await rig.machine.advance(0);

    // Its time stands still; that of another process goes on.
    const other = new ScriptedMessenger(new FakeMachine(rig.machine.now() + LEASE_MS));
    await other.machine.until(rig.anotherWorker(other).drain());
    expect(other.posts).toHaveLength(1);
    const [end] = await rig.deliveries();
    expect(end).toMatchObject({
      state: 'sent',
      attempts: 2,
      possiblyDoubled: true,
      activityId: 'activity-1',
    });

    await rig.machine.advance(60_000);
    await rig.machine.until(rig.worker.stop());
    expect(rig.messenger.posts).toHaveLength(1);
    expect(await rig.deliveries()).toEqual([end]);
  });

  test('a late answer does not end what another one is sending', async () => {
    const rig = await rigOn(() => ({ after: 9_000, answer: { status: 400 } }), LIMITS);
    await rig.enqueue(send(1));
    rig.worker.start();
    await rig.machine.advance(0);
    const other = new ScriptedMessenger(new FakeMachine(rig.machine.now() + LEASE_MS), () => ({
      after: 9_000,
      answer: 'ok',
    }));
    const second = rig.anotherWorker(other);
    second.start();
    await other.machine.advance(5_000);
    expect(await rig.deliveries()).toMatchObject([{ state: 'sending', attempts: 2 }]);
    await rig.machine.advance(9_500);
    expect(await rig.deliveries()).toMatchObject([{ state: 'sending', attempts: 2 }]);
    await other.machine.until(second.stop());
    expect(await rig.deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    await rig.machine.until(rig.worker.stop());
  });

  test('one that has lost its claim does not take it up again while its own request is open', async () => {
    const rig = await rigOn(() => 'silence', LIMITS);
    await rig.enqueue(send(1));
    rig.worker.start();
    await rig.machine.advance(0);
    const other = new ScriptedMessenger(new FakeMachine(rig.machine.now() + LEASE_MS));
    await other.machine.until(rig.anotherWorker(other).tick());
    expect(await rig.states()).toEqual(['pending']);
    // The process goes on; its timers have not fired yet.
    rig.machine.set(rig.machine.now() + LEASE_MS + 5_000);
    rig.worker.wake();
    await rig.machine.settle();
    expect(await rig.states()).toEqual(['pending']);
    await rig.machine.until(rig.worker.stop());
  });

  test('one that stood still, with nobody else about, waits for its own request', async () => {
    const rig = await rigOn(() => 'silence', LIMITS);
    await rig.enqueue(send(1));
    rig.worker.start();
    await rig.machine.advance(0);
    rig.machine.set(rig.machine.now() + LEASE_MS + 1);
    rig.worker.wake();
    await rig.machine.settle();
    expect(await rig.states()).toEqual(['sending']);
    await rig.machine.until(rig.worker.stop());
    expect(await rig.deliveries()).toMatchObject([{ state: 'pending', error: 'time-out' }]);
  });

  test('while one holds a delivery under its lease, nobody else touches it', async () => {
    const rig = await rigOn(() => ({ after: 9_000, answer: 'ok' }), LIMITS);
    await rig.enqueue(send(1), send(1, 'to the same person'));
    rig.worker.start();
    await rig.machine.advance(0);
    const other = new ScriptedMessenger(new FakeMachine(rig.machine.now() + LEASE_MS - 1));
    expect(await other.machine.until(rig.anotherWorker(other).tick())).toMatchObject({ sent: 0, pending: 2 });
    expect(other.posts).toEqual([]);
    await rig.machine.advance(20_000);
    await rig.machine.until(rig.worker.stop());
    expect(await rig.deliveries()).toMatchObject([
      { state: 'sent', possiblyDoubled: false },
      { state: 'sent', possiblyDoubled: false },
    ]);
  });
});

describe('a clock that is moved', () => {
  test('back, while the program is down, freezes no lease and no back-off', async () => {
    const rig = await rigOn(
      (call, nth) => (call.to === person(2) && nth === 1 ? { status: 500 } : 'ok'),
      LIMITS,
    );
    await rig.enqueue(send(2));
    await rig.machine.until(rig.worker.tick());
    await rig.enqueue(send(1));
    await runUntilDeath(rig);

    rig.machine.set(rig.machine.now() - 30 * 24 * 3_600_000);
    const survivor = new ScriptedMessenger(rig.machine);
    const begun = rig.machine.now();
    await rig.machine.until(rig.anotherWorker(survivor).drain());
    expect(rig.machine.now() - begun).toBeLessThan(60_000);
    expect(survivor.posts.map((post) => post.recipient).sort()).toEqual([person(1), person(2)]);
  });

  test('the business clock frees no lease', async () => {
    const rig = await rigOn(undefined, LIMITS);
    await rig.enqueue(send(1));
    await runUntilDeath(rig);
    rig.clock.set(new Date('2027-11-24T00:00:00Z'));
    expect(await rig.machine.until(rig.worker.tick())).toMatchObject({ sent: 0, pending: 1 });
    expect(await rig.states()).toEqual(['sending']);
  });
});
