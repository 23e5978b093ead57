import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/core/clock';
import { silentLog } from '../../src/core/log';
import { err } from '../../src/core/result';
import type { Store } from '../../src/db/open';
import { createOutbox, DeliveryWorker, findDeliveries, type SendFailure } from '../../src/delivery';
import { databaseLocation, openTestStore } from '../support/databases';
import { overheard } from '../support/overheard';
import { JOB, render, send, UNLIMITED } from './support/rig';

const outbox = createOutbox(systemClock, () => undefined);
const ANNOUNCEMENT = { id: JOB, kind: 'announcement', createdBy: 'system' } as const;

const stores: Store[] = [];
const workers: DeliveryWorker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  for (const store of stores.splice(0)) await store.close();
});

/** A message that is on its way. Another instance writes to `store`; before it uses the `nth` answer, the sending fails. */
async function onItsWay(nth: number, failure: SendFailure) {
  const location = await databaseLocation();
  for (let n = 0; n < 2; n++) stores.push(await openTestStore(location));
  const [own, other] = stores as [Store, Store];
  const { added } = await own.write((tx) => outbox.enqueue(tx, ANNOUNCEMENT, [send(1)]));
  const [message] = added;
  if (message === undefined) throw new Error('not added');

  let fail = (): void => undefined;
  const begun = new Promise<void>((nowItHas) => {
    const failing = { update: async () => err(failure), delete: async () => err(failure) };
    const worker = new DeliveryWorker({
      store: own,
      messenger: {
        ...failing,
        send: () => {
          nowItHas();
          return new Promise((answer) => {
            fail = () => answer(err(failure));
          });
        },
      },
      render,
      clock: systemClock,
      log: silentLog,
      limits: { ...UNLIMITED, pollMs: 5 },
    });
    workers.push(worker);
    worker.start();
  });
  await begun;

  let answers = 0;
  const store = overheard(other, async () => {
    if (++answers !== nth) return;
    fail();
    // The worker writes it down, if it can.
    await sleep(100);
  });
  const settled = async () => {
    fail();
    await sleep(100);
    return (await findDeliveries(own.db, JOB)).map(({ state }) => state);
  };
  return { target: message.id, store, settled };
}

describe.each([1, 2, 3, 4, 5, 6])(
  'after answer %d of the database to somebody else, a sending ends:',
  (nth) => {
    test('an update that is being added does not wait for a message that will never be there', async () => {
      const { target, store, settled } = await onItsWay(nth, { kind: 'permanent', reason: 'http 400' });
      const payload = { kind: 'text', text: 'changed' } as const;
      await store.write((tx) =>
        outbox.enqueue(tx, ANNOUNCEMENT, [{ kind: 'update', target, dedupeKey: 'update', payload }]),
      );
      expect(await settled()).toEqual(['failed', 'cancelled']);
    });

    test('a message that is being withdrawn is not tried again', async () => {
      const { target, store, settled } = await onItsWay(nth, { kind: 'retryable', reason: 'http 503' });
      await store.write((tx) => outbox.cancelDeliveries(tx, [target]));
      expect(await settled()).toEqual(['cancelled']);
    });
  },
);
