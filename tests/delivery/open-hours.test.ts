import { createRig, NINE, type Rig, send } from './support/rig';

/** Also run on PostgreSQL, by tests/postgres. */
const EVENING = new Date('2026-11-24T10:00:00Z');
const MORNING = new Date('2026-11-24T23:30:00Z');
const isOpen = (instant: Date): boolean => instant < EVENING || instant >= MORNING;

let isDown = false;
let rig: Rig;
beforeEach(async () => {
  isDown = false;
  rig = await createRig(() => (isDown ? { status: 503 } : 'ok'), {}, { isOpen });
});
afterEach(() => rig.store.close());

test('what the bot could not send before the evening waits for the morning; what may go at any hour does not', async () => {
  await rig.enqueue(send(1, 'bound', { hours: 'open' }), send(2, 'free'));
  // The bot was away from before they were due until the evening.
  rig.clock.set(EVENING);
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['pending', 'sent']);
  expect(await rig.worker.tick()).toMatchObject({ due: 0, pending: 0 });
  rig.clock.set(MORNING);
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent', 'sent']);
});

test('a retry that comes late waits for the morning as well', async () => {
  isDown = true;
  await rig.enqueue(send(1, 'bound', { hours: 'open' }));
  await rig.machine.until(rig.worker.tick());
  isDown = false;
  rig.clock.set(EVENING);
  await rig.machine.until(rig.worker.drain());
  expect(rig.messenger.posts).toHaveLength(0);
  rig.clock.set(MORNING);
  await rig.machine.until(rig.worker.drain());
  expect(rig.messenger.posts).toHaveLength(1);
});

test('in open hours it goes out as everything else', async () => {
  await rig.enqueue(send(1, 'bound', { hours: 'open' }));
  expect(isOpen(NINE)).toBe(true);
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent']);
});
