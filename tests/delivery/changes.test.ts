import type { DeliveryId } from '../../src/delivery/delivery';
import type { NewDelivery } from '../../src/delivery/outbox';
import { createRig, JOB, NINE, person, type Rig, send } from './support/rig';

let rig: Rig;
afterEach(() => rig.store.close());

const update = (target: DeliveryId, text: string): NewDelivery => ({
  kind: 'update',
  target,
  dedupeKey: `update-${target}-${text}`,
  payload: { kind: 'text', text },
});
const remove = (target: DeliveryId): NewDelivery => ({
  kind: 'delete',
  target,
  dedupeKey: `delete-${target}`,
});

async function enqueueOne(delivery: NewDelivery): Promise<DeliveryId> {
  const [added] = (await rig.enqueue(delivery)).added;
  if (added === undefined) throw new Error('not added');
  return added.id;
}

const seen = () => [...rig.messenger.visible.values()];

test('an update waits until its message is sent, then changes it', async () => {
  rig = await createRig((call, nth) => (call.kind === 'send' && nth < 3 ? { status: 502 } : 'ok'));
  const target = await enqueueOne(send(1, 'first'));
  await rig.enqueue(update(target, 'second'));
  expect(await rig.machine.until(rig.worker.tick())).toMatchObject({ sent: 0, pending: 2 });
  expect(await rig.machine.until(rig.worker.drain())).toMatchObject({ sent: 2, pending: 0 });
  expect(rig.messenger.calls.map((call) => call.kind)).toEqual(['create', 'send', 'send', 'send', 'update']);
  expect(seen()).toEqual(['second']);
});

test('an update goes to the recipient of its message, and costs one request', async () => {
  rig = await createRig();
  const target = await enqueueOne(send(7, 'first'));
  await rig.enqueue(update(target, 'second'));
  expect((await rig.deliveries())[1]).toMatchObject({ recipient: person(7), target, kind: 'update' });
});

test('a later update replaces an earlier one that has not gone out', async () => {
  rig = await createRig();
  const target = await enqueueOne(send(1, 'first'));
  await rig.enqueue(update(target, 'second'), update(target, 'third'));
  await rig.enqueue(update(target, 'fourth'));
  expect(await rig.states()).toEqual(['pending', 'cancelled', 'cancelled', 'pending']);
  await rig.machine.until(rig.worker.drain());
  expect(rig.messenger.calls.filter((call) => call.kind === 'update').map((call) => call.text)).toEqual([
    'fourth',
  ]);
  expect(seen()).toEqual(['fourth']);
  expect((await rig.deliveries())[1]).toMatchObject({
    state: 'cancelled',
    error: 'superseded',
    endedAt: NINE,
  });
});

test('an update whose attempt fails does not come back over a later one', async () => {
  rig = await createRig((call) => (call.text === 'second' ? { after: 100, answer: { status: 503 } } : 'ok'));
  const target = await enqueueOne(send(1, 'first'));
  await rig.machine.until(rig.worker.drain());
  await rig.enqueue(update(target, 'second'));
  rig.worker.start();
  await rig.machine.advance(50);
  await rig.enqueue(update(target, 'third'));
  await rig.machine.advance(60_000);
  await rig.machine.until(rig.worker.stop());
  expect(await rig.states()).toEqual(['sent', 'cancelled', 'sent']);
  expect(seen()).toEqual(['third']);
});

test('an update with a dedupe key that was used replaces nothing', async () => {
  rig = await createRig();
  const target = await enqueueOne(send(1, 'first'));
  await rig.enqueue(update(target, 'second'));
  await rig.enqueue(update(target, 'second'));
  expect(await rig.states()).toEqual(['pending', 'pending']);
});

test.each([
  [403, 'unreachable'],
  [400, 'failed'],
])('when the message ends with %d, its update ends as cancelled', async (status, state) => {
  rig = await createRig(() => ({ status }));
  const target = await enqueueOne(send(1, 'first'));
  await rig.enqueue(update(target, 'second'));
  await rig.machine.until(rig.worker.drain());
  await rig.enqueue(update(target, 'third'));
  expect(await rig.states()).toEqual([state, 'cancelled', 'cancelled']);
  expect((await rig.deliveries())[2]).toMatchObject({ error: 'target-not-sent', endedAt: NINE });
});

test('when the message is withdrawn, so is its update', async () => {
  rig = await createRig();
  const target = await enqueueOne(send(1, 'first'));
  await rig.enqueue(update(target, 'second'));
  await rig.store.write((tx) => rig.outbox.cancelDeliveries(tx, [target]));
  expect(await rig.states()).toEqual(['cancelled', 'cancelled']);
});

describe('deleting', () => {
  test('takes the message away, and what was to change it is void', async () => {
    rig = await createRig();
    const target = await enqueueOne(send(1, 'first'));
    await rig.enqueue(update(target, 'second'), remove(target), update(target, 'third'));
    await rig.enqueue(update(target, 'fourth'));
    await rig.machine.until(rig.worker.drain());
    expect(await rig.states()).toEqual(['sent', 'cancelled', 'sent', 'cancelled', 'cancelled']);
    expect(seen()).toEqual([]);
  });

  test('a message that is gone already counts as deleted', async () => {
    rig = await createRig((call) => (call.kind === 'delete' ? { status: 404 } : 'ok'));
    const target = await enqueueOne(send(1, 'first'));
    await rig.enqueue(remove(target));
    await rig.machine.until(rig.worker.drain());
    expect(await rig.states()).toEqual(['sent', 'sent']);
  });

  test('done twice after a lost answer it is no double', async () => {
    rig = await createRig((call, nth) => (call.kind === 'delete' && nth === 1 ? 'lost' : 'ok'));
    const target = await enqueueOne(send(1, 'first'));
    await rig.enqueue(remove(target));
    await rig.machine.until(rig.worker.drain());
    expect((await rig.deliveries())[1]).toMatchObject({ state: 'sent', attempts: 2, possiblyDoubled: false });
  });
});

test('an update to someone whose address was erased ends as unreachable', async () => {
  rig = await createRig();
  const target = await enqueueOne(send(1, 'first'));
  await rig.machine.until(rig.worker.drain());
  await rig.store.write((tx) => tx.deleteFrom('conversations').execute());
  await rig.enqueue(update(target, 'second'));
  await rig.machine.until(rig.worker.drain());
  expect((await rig.deliveries())[1]).toMatchObject({ state: 'unreachable', error: 'no-address' });
  expect((await rig.outbox.progress(rig.store.db, JOB)).total).toBe(2);
});
