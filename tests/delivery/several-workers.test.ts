import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/core/clock';
import { silentLog } from '../../src/core/log';
import { ok } from '../../src/core/result';
import type { Store } from '../../src/db/open';
import { createOutbox, DeliveryWorker, findDeliveries, type Messenger } from '../../src/delivery';
import { databaseLocation, openTestStore } from '../support/databases';
import { overheard } from '../support/overheard';
import { createRig, JOB, person, render, send, UNLIMITED } from './support/rig';
import { addressOf } from './support/scripted-messenger';

const WORKERS = 4;
const CONCURRENCY = 5;
const PEOPLE = 25;
const MESSAGES = 6;

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Takes up to 5 ms for a message, and keeps how many there are at a time: of each worker, and for each person. */
function channel() {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  const most = { forOnePerson: 0, ofOneWorker: 0 };
  const note = (what: keyof typeof most, count: number): void => {
    most[what] = Math.max(most[what], count);
  };
  const messenger = (): Messenger => {
    let inFlight = 0;
    const unused = (): never => {
      throw new Error('only sends are expected');
    };
    return {
      async send({ recipient, message }) {
        open.push(recipient);
        note('forOnePerson', open.filter((other) => other === recipient).length);
        note('ofOneWorker', ++inFlight);
        texts.set(recipient, [...(texts.get(recipient) ?? []), message.kind === 'text' ? message.text : '']);
        await sleep(Math.random() * 5);
        inFlight -= 1;
        open.splice(open.indexOf(recipient), 1);
        const address = addressOf(recipient);
        return ok({ activityId: `${recipient}`, conversationId: address.conversationId, address });
      },
      update: unused,
      delete: unused,
    };
  };
  return { messenger, texts, most };
}

test('several instances of the program send each message once, one at a time for a person, in order', async () => {
  const location = await databaseLocation();
  for (let n = 0; n < WORKERS; n++) stores.push(await openTestStore(location));
  const [first] = stores;
  if (first === undefined) throw new Error('no store');
  const outbox = createOutbox(systemClock, () => undefined);
  const rows = Array.from({ length: PEOPLE * MESSAGES }, (_, n) => send(n % PEOPLE, `message ${n}`));
  await first.write((tx) => outbox.enqueue(tx, { id: JOB, kind: 'announcement', createdBy: 'system' }, rows));

  const { messenger, texts, most } = channel();
  const workers = stores.map(
    (store) =>
      new DeliveryWorker({
        store,
        messenger: messenger(),
        render,
        clock: systemClock,
        log: silentLog,
        limits: { ...UNLIMITED, concurrency: CONCURRENCY, pollMs: 5 },
      }),
  );
  await Promise.all(workers.map((worker) => worker.drain()));

  for (let n = 0; n < PEOPLE; n++) {
    const sent = Array.from({ length: MESSAGES }, (_, nth) => `message ${n + nth * PEOPLE}`);
    expect(texts.get(person(n))).toEqual(sent);
  }
  expect(most.forOnePerson).toBe(1);
  expect(most.ofOneWorker).toBeLessThanOrEqual(CONCURRENCY);
  const deliveries = await findDeliveries(first.db, JOB);
  expect(deliveries.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(rows.map(() => 'sent 1'));
});

test.each([1, 2, 3, 4, 5])(
  'whenever another instance comes in between (after answer %d of the database), a person has one message in flight',
  async (nth) => {
    const location = await databaseLocation();
    const open = async (): Promise<Store> => {
      const store = await openTestStore(location);
      stores.push(store);
      return store;
    };
    const other = await createRig(() => 'silence', {}, { store: await open() });
    await other.enqueue(send(1, 'a'), send(1, 'b'));
    let answers = 0;
    const store = overheard(await open(), async () => {
      if (++answers !== nth) return;
      other.worker.start();
      // It gets as far as it can.
      await sleep(100);
    });
    const rig = await createRig(() => 'silence', {}, { store });
    rig.worker.start();
    await rig.machine.advance(0);
    await other.machine.advance(0);
    const sends = [...rig.messenger.calls, ...other.messenger.calls].filter(({ kind }) => kind === 'send');
    expect(sends.map(({ text }) => text)).toEqual(['a']);
    for (const { machine, worker } of [rig, other]) await machine.until(worker.stop());
  },
);
