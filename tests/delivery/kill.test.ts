import { databaseLocation, perDatabase } from '../support/databases';
import { FaultyConnector } from './support/faulty-connector';
import { createHttpRig } from './support/http-rig';
import { KilledSender } from './support/killed-sender';
import { person } from './support/rig';

const RECIPIENTS = perDatabase({ sqlite: 5_000, postgres: 1_000 });
/** Of the recipients, those who never opened the bot. */
const STRANGERS = RECIPIENTS / 10;
const CONCURRENCY = 20;
/** How many messages have arrived when the process is killed. */
const KILLED_AT = [0.2, 0.5, 0.8].map((share) => share * RECIPIENTS);

const everybody = Array.from({ length: RECIPIENTS }, (_, n) => person(n));
const connector = new FaultyConnector(() => ({ afterMs: Math.random() * 10, answer: 'ok' }));
const sender = new KilledSender(connector);
const send = (database: string, killedAt: number) =>
  sender.send(database, { concurrency: CONCURRENCY, killedAt });

beforeAll(() => connector.listen());
afterAll(async () => {
  sender.stop();
  await connector.close();
});

test(`killed again and again among ${RECIPIENTS} sends: each person ends as sent, and only those in flight have it twice`, async () => {
  const database = await databaseLocation();
  const rig = await createHttpRig(connector.url, {}, database);
  await rig.enqueue({ strangers: everybody.slice(0, STRANGERS), known: everybody.slice(STRANGERS) });

  for (const killedAt of KILLED_AT) expect(await send(database, killedAt)).toBe('SIGKILL');
  expect(await send(database, Number.POSITIVE_INFINITY)).toBe(0);

  const deliveries = await rig.deliveries();
  await rig.close();
  expect(new Set(deliveries.map(({ recipient }) => recipient)).size).toBe(RECIPIENTS);
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']));

  const times = new Map<string, number>();
  for (const post of connector.posts) times.set(post.person, (times.get(post.person) ?? 0) + 1);
  expect([...times.keys()].sort()).toEqual(everybody);
  const doubled = [...times].filter(([, count]) => count > 1).map(([recipient]) => recipient);
  expect(doubled.length).toBeLessThanOrEqual(KILLED_AT.length * CONCURRENCY);
  const marked = deliveries.filter((row) => row.possiblyDoubled).map((row) => row.recipient);
  expect(marked.length).toBeLessThanOrEqual(KILLED_AT.length * CONCURRENCY);
  expect(marked).toEqual(expect.arrayContaining(doubled));
});
