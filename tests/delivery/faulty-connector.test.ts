// Other files of a process load it, and it changes every server's responses: the connector must answer all the same.
import 'restify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerLimits } from '../../src/delivery';
import { END_STATES } from '../../src/delivery/delivery';
import { type Answer, type ConnectorRequest, FaultyConnector } from './support/faulty-connector';
import { createHttpRig, type HttpRig } from './support/http-rig';
import { person } from './support/rig';

/** The whole outbox in real time, by HTTP, against a connector that misbehaves. */

let connector: FaultyConnector;
let rig: HttpRig;

async function start(
  answer: (request: ConnectorRequest, nth: number) => Answer,
  limits: Partial<WorkerLimits> = {},
): Promise<void> {
  connector = new FaultyConnector(answer);
  await connector.listen();
  rig = await createHttpRig(connector.url, limits);
}
afterEach(async () => {
  await rig.close();
  await connector.close();
});

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const firstIs =
  (answer: Answer) =>
  (_: ConnectorRequest, nth: number): Answer =>
    nth === 1 ? answer : 'ok';

async function sendTo(count: number) {
  await rig.enqueue({ known: people(count) });
  await rig.worker.drain();
  return rig.deliveries();
}

describe('what passes is tried again, and nobody has it twice', () => {
  test.each<Answer>([{ status: 429, retryAfter: '0' }, { status: 412 }, { status: 500 }, { status: 503 }])(
    '%j',
    async (answer) => {
      await start(firstIs(answer));
      for (const delivery of await sendTo(5)) {
        expect(delivery).toMatchObject({ state: 'sent', attempts: 2, possiblyDoubled: false, error: null });
      }
      expect(connector.requests).toHaveLength(10);
      expect(connector.posts).toHaveLength(5);
    },
  );

  test('a connector that is away for a while', async () => {
    await start(() => 'ok');
    const { port } = connector;
    await connector.close();
    await rig.enqueue({ known: people(5) });
    const sending = rig.worker.drain();
    await sleep(300);
    await connector.listen(port);
    await sending;
    expect((await rig.deliveries()).map((d) => [d.state, d.possiblyDoubled])).toEqual(
      Array(5).fill(['sent', false]),
    );
    expect(connector.posts).toHaveLength(5);
  });
});

describe('429', () => {
  test.each([
    ['with Retry-After: as long as it says', '2', 2_000],
    ['without Retry-After: a second', undefined, 1_000],
  ])('keeps everybody quiet, %s', async (_, retryAfter, ms) => {
    const refusal = { status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) };
    await start((request, nth) => (request.person === person(0) && nth === 1 ? refusal : 'ok'), {
      concurrency: 1,
    });
    const deliveries = await sendTo(5);
    expect(deliveries.map(({ state }) => state)).toEqual(Array(5).fill('sent'));
    const [refused, next] = connector.requests.map(({ at }) => at);
    expect((next ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(ms - 5);
    expect(connector.requests).toHaveLength(6);
  });
});

describe('an unknown outcome is tried again and marked', () => {
  const limits = { sendTimeoutMs: 300 };

  test.each<[string, Answer, number]>([
    ['no answer to a message that was taken', { fault: 'silence', taken: true }, 2],
    ['no answer to one that was not', { fault: 'silence', taken: false }, 1],
    ['a reset after it was taken', { fault: 'reset', taken: true }, 2],
    ['a reset before', { fault: 'reset', taken: false }, 1],
    ['an answer that comes too late', { afterMs: 600, answer: 'ok' }, 2],
  ])('%s', async (_, answer, posts) => {
    await start((request, nth) => (request.person === person(0) && nth === 1 ? answer : 'ok'), limits);
    const [first, ...others] = await sendTo(4);
    expect(first).toMatchObject({ state: 'sent', attempts: 2, possiblyDoubled: true });
    for (const other of others) expect(other).toMatchObject({ state: 'sent', possiblyDoubled: false });
    if ('afterMs' in (answer as object)) await sleep(600);
    expect(connector.postsTo(person(0))).toBe(posts);
    expect(connector.posts).toHaveLength(posts + 3);
  });

  test('but not one where nothing was posted yet: a first contact without an answer is no double', async () => {
    await start(
      (request, nth) => (request.kind === 'create' && nth === 1 ? { fault: 'silence', taken: false } : 'ok'),
      limits,
    );
    await rig.enqueue({ strangers: people(1) });
    await rig.worker.drain();
    expect(await rig.deliveries()).toMatchObject([{ state: 'sent', attempts: 2, possiblyDoubled: false }]);
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['create', 'create', 'send']);
  });

  test('a slow answer within the time-out is a success', async () => {
    await start(() => ({ afterMs: 400, answer: 'ok' }), { sendTimeoutMs: 2_000 });
    for (const delivery of await sendTo(10)) {
      expect(delivery).toMatchObject({ state: 'sent', attempts: 1, possiblyDoubled: false });
    }
  });
});

test('whom Teams refuses ends as unreachable with the reason; the others have the message', async () => {
  const refusals: Record<string, Answer> = {
    [person(1)]: { status: 403, code: 'ConversationBlockedByUser' },
    [person(7)]: { status: 403, code: 'BotNotInConversationRoster' },
    [person(8)]: { status: 404 },
  };
  await start((request) => refusals[request.person] ?? 'ok');
  await rig.enqueue({ known: people(5), strangers: [person(7), person(8), person(9)] });
  await rig.worker.drain();
  const deliveries = await rig.deliveries();
  expect(deliveries.filter(({ state }) => state === 'sent')).toHaveLength(5);
  expect(deliveries.filter(({ state }) => state !== 'sent')).toMatchObject([
    { recipient: person(1), state: 'unreachable', error: 'blocked', attempts: 1 },
    { recipient: person(7), state: 'unreachable', error: 'not-installed', attempts: 1 },
    { recipient: person(8), state: 'unreachable', error: 'not-found', attempts: 1 },
  ]);
});

describe('somebody who never opened the bot', () => {
  test('gets one conversation, however often the message has to be tried', async () => {
    await start((request, nth) => (request.kind === 'send' && nth <= 2 ? { status: 502 } : 'ok'));
    await rig.enqueue({ strangers: people(5) });
    await rig.worker.drain();
    expect(connector.requests.filter(({ kind }) => kind === 'create')).toHaveLength(5);
    expect(connector.posts).toHaveLength(5);
  });

  test('costs two requests: no second at the connector has more than the limit, and nearly all of it is used', async () => {
    const limit = 20;
    await start(() => 'ok', { requestsPerSecond: limit });
    await rig.enqueue({
      known: people(20),
      strangers: Array.from({ length: 20 }, (_, n) => person(100 + n)),
    });
    await rig.worker.drain();
    const times = connector.requests.map(({ at }) => at);
    expect(times).toHaveLength(60);
    for (const start of times) {
      expect(times.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(limit);
    }
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(4_000);
  });
});

test('in flight are never more than the concurrency', async () => {
  let open = 0;
  let most = 0;
  await start(
    () => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
      }, 20);
      return { afterMs: 20, answer: 'ok' };
    },
    { concurrency: 7 },
  );
  await sendTo(100);
  expect(most).toBe(7);
});

test('everything at once: each recipient ends in one state, nobody is skipped, doubles are marked', async () => {
  const faults: readonly Answer[] = [
    { status: 429, retryAfter: '0' },
    { status: 500 },
    { status: 412 },
    { fault: 'reset', taken: true },
    { fault: 'reset', taken: false },
    { fault: 'silence', taken: true },
    { status: 403 },
    { afterMs: 50, answer: 'ok' },
  ];
  let turn = 0;
  // Every third request goes wrong, each time in another way.
  await start(() => (turn++ % 3 === 0 ? (faults[((turn / 3) % faults.length) | 0] ?? 'ok') : 'ok'), {
    sendTimeoutMs: 400,
  });
  await rig.enqueue({ known: people(150), strangers: Array.from({ length: 50 }, (_, n) => person(500 + n)) });
  await rig.worker.drain();
  const deliveries = await rig.deliveries();
  expect(deliveries).toHaveLength(200);
  for (const { state, recipient, possiblyDoubled } of deliveries) {
    expect(END_STATES).toContain(state);
    const posts = connector.postsTo(recipient);
    if (state === 'sent') expect(posts).toBeGreaterThanOrEqual(1);
    if (posts > 1) expect(possiblyDoubled).toBe(true);
  }
});
