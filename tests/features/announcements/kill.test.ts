import { countStates } from '../../../src/features/announcements/recipient';
import { FaultyConnector } from '../../delivery/support/faulty-connector';
import { KilledSender } from '../../delivery/support/killed-sender';
import { databaseLocation, openTestStore, perDatabase } from '../../support/databases';
import { accountOf, createAnnouncementsRig, HR } from './rig';

const COUNT = perDatabase({ sqlite: 1_000, postgres: 300 });
const CONCURRENCY = 10;
const KILLED_AT = [0.2, 0.5, 0.8].map((share) => share * COUNT);
/** A Tuesday in the past: the sending process has the real clock. */
const AT = new Date('2024-11-26T01:00:00Z');

const connector = new FaultyConnector(() => ({ afterMs: Math.random() * 5, answer: 'ok' }));
const sender = new KilledSender(connector);
const sendFrom = (database: string, killedAt: number) =>
  sender.send(database, { concurrency: CONCURRENCY, killedAt });

beforeAll(() => connector.listen());
afterAll(async () => {
  sender.stop();
  await connector.close();
});

test(`killed again and again while it goes out, with people leaving and a pause between: ${COUNT} people, ${COUNT} end states`, async () => {
  const database = await databaseLocation();
  const open = async () => createAnnouncementsRig(await openTestStore(database), COUNT, AT);
  const gone = [3, 2, 1].map((last) => String(100_001 + COUNT - last));

  let rig = await open();
  const id = await rig.draft();
  await rig.tap(HR, 'send', { id });
  await rig.store.close();

  for (const [before, killedAt] of KILLED_AT.entries()) {
    expect(await sendFrom(database, killedAt)).toBe('SIGKILL');
    rig = await open();
    // Only these can go out twice; those of an earlier kill may still be leased.
    const inFlight = countStates(await rig.recipients(id)).sending;
    expect(inFlight).toBeLessThanOrEqual((before + 1) * CONCURRENCY);
    await rig.store.close();
  }
  rig = await open();
  rig.leave(gone);
  await rig.announcements.sweep(AT);
  await rig.tap(HR, 'pause', { id });
  await rig.tap(HR, 'resume', { id });
  await rig.store.close();
  expect(await sendFrom(database, Number.POSITIVE_INFINITY)).toBe(0);

  rig = await open();
  rig.leave(gone);
  await rig.announcements.sweep(AT);
  const ended = await rig.recipients(id);
  expect(ended).toHaveLength(COUNT);
  const left = ended.filter(({ state }) => state === 'left').map(({ employee }) => employee);
  expect(countStates(ended)).toMatchObject({
    sent: COUNT - left.length,
    left: left.length,
    waiting: 0,
    sending: 0,
  });
  expect(gone).toEqual(expect.arrayContaining(left));
  expect(await rig.state(id)).toBe('finished');
  await rig.store.close();

  const times = new Map<string, number>();
  // The sender's own card is none of the announcement's messages.
  const posts = connector.posts.filter(({ person }) => person !== accountOf(HR));
  for (const post of posts) times.set(post.person, (times.get(post.person) ?? 0) + 1);
  expect(times.size).toBe(COUNT - left.length);
  for (const employee of left) expect(times.has(accountOf(employee))).toBe(false);
  const doubled = ended.filter(({ employee }) => (times.get(accountOf(employee)) ?? 0) > 1);
  expect(doubled.filter(({ possiblyDoubled }) => !possiblyDoubled)).toEqual([]);
});
