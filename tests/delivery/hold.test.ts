import { jobId } from '../../src/delivery/delivery';
import { createRig, JOB, NINE, type Rig, send } from './support/rig';

/** Also run on PostgreSQL, by tests/postgres. */
let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.store.close());

const hold = () => rig.store.write((tx) => rig.outbox.hold(tx, JOB));
const release = (notBefore?: Date) => rig.store.write((tx) => rig.outbox.release(tx, JOB, notBefore));
const texts = () => rig.messenger.posts.map(({ text }) => text);

test('nothing of a held job goes out until it is released', async () => {
  await rig.enqueue(send(1), send(2));
  await hold();
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['pending', 'pending']);
  await release();
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent', 'sent']);
});

test('what was in flight and has to be tried again is held as well', async () => {
  let isDown = true;
  const failing = await createRig(() => (isDown ? { status: 503 } : 'ok'), {}, { store: rig.store });
  await failing.enqueue(send(1));
  await failing.machine.until(failing.worker.tick());
  isDown = false;
  await hold();
  await failing.machine.until(failing.worker.drain());
  expect(failing.messenger.posts).toHaveLength(0);
  await release();
  await failing.machine.until(failing.worker.drain());
  expect(failing.messenger.posts).toHaveLength(1);
});

test('another job goes out meanwhile, and changes of messages that have arrived too', async () => {
  const { added } = await rig.enqueue(send(1), send(2, 'later', { notBefore: new Date(NINE.getTime() + 1) }));
  await rig.machine.until(rig.worker.drain());
  await hold();
  const [first] = added;
  if (first === undefined) throw new Error('nothing was added');
  await rig.store.write((tx) =>
    rig.outbox.enqueue(tx, { id: jobId.parse('changes'), kind: 'launch-test', createdBy: 'system' }, [
      { kind: 'update', target: first.id, dedupeKey: 'u', payload: { kind: 'text', text: '訂正' } },
    ]),
  );
  rig.clock.set(new Date(NINE.getTime() + 1_000));
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent', 'pending']);
  expect([...rig.messenger.visible.values()]).toEqual(['訂正']);
});

test('released for later, nothing goes out before', async () => {
  const evening = new Date('2026-11-24T00:30:00Z');
  await rig.enqueue(send(1), send(2, 'b', { notBefore: new Date('2026-11-26T00:00:00Z') }));
  await hold();
  await release(evening);
  await rig.machine.until(rig.worker.drain());
  expect(texts()).toEqual([]);
  rig.clock.set(evening);
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent', 'pending']);
});

test('a waiting message gets its new text, one that has gone out is told apart', async () => {
  const { added } = await rig.enqueue(send(1), send(2, 'b', { notBefore: new Date(NINE.getTime() + 1) }));
  await rig.machine.until(rig.worker.drain());
  const rewritten = await rig.store.write((tx) =>
    rig.outbox.rewrite(
      tx,
      added.map(({ id }) => ({ delivery: id, payload: { kind: 'text', text: '新' } })),
    ),
  );
  expect([...rewritten]).toEqual([added[1]?.id]);
  rig.clock.set(new Date(NINE.getTime() + 1_000));
  await rig.machine.until(rig.worker.drain());
  expect(texts()).toEqual(['おはようございます', '新']);
});
