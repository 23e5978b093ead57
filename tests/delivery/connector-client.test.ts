import { AppCredentials, ConnectorClient } from 'botframework-connector';
import type { Result } from '../../src/core/result';
import type { SendFailure } from '../../src/delivery';
import { TeamsAdapter } from '../../src/teams/adapter';
import { type Answer, FaultyConnector } from './support/faulty-connector';
import { addressAt, messengerTo, TENANT } from './support/http-rig';
import { person } from './support/rig';

/** The messenger of the product, botbuilder and its connector client included, against a connector by HTTP. */

let connector: FaultyConnector;
beforeEach(async () => {
  connector = new FaultyConnector();
  await connector.listen();
});
afterEach(() => connector.close());

const TEXT = { kind: 'text', text: 'おはようございます' } as const;
const never = new AbortController().signal;
const ignore = async (): Promise<void> => undefined;

function sendOnce(to: 'known' | 'stranger', signal = never, adapter?: TeamsAdapter) {
  const address = to === 'known' ? addressAt(connector.url, person(1)) : null;
  const outgoing = { recipient: person(1), address, message: TEXT, signal, onCreated: ignore };
  return messengerTo(connector.url, adapter).send(outgoing);
}

const failureOf = (result: Result<unknown, SendFailure>): SendFailure | null =>
  result.ok ? null : result.error;

const FAULTS: readonly Answer[] = [
  { status: 408 },
  { status: 412 },
  { status: 429 },
  { status: 429, retryAfter: '0' },
  { status: 500 },
  { status: 502 },
  { status: 503, retryAfter: '0' },
  { status: 504 },
  { fault: 'reset', taken: false },
];

describe('one attempt is one request: neither botbuilder nor its client repeats any', () => {
  test.each(FAULTS)('after %j', async (fault) => {
    connector.answer = () => fault;
    const messenger = messengerTo(connector.url);
    const address = addressAt(connector.url, person(1));
    await sendOnce('known');
    await sendOnce('stranger');
    await messenger.update(address, 'activity-1', TEXT, never);
    await messenger.delete(address, 'activity-1', never);
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['send', 'create', 'update', 'delete']);
  });
});

describe('what an answer means', () => {
  test.each<[Answer, SendFailure]>([
    [
      { status: 429, retryAfter: '7' },
      { kind: 'retryable', reason: 'http 429', retryAfterMs: 7_000 },
    ],
    [{ status: 429 }, { kind: 'retryable', reason: 'http 429', retryAfterMs: 1_000 }],
    [{ status: 500 }, { kind: 'retryable', reason: 'http 500' }],
    [{ status: 400 }, { kind: 'permanent', reason: 'http 400' }],
    [{ status: 404 }, { kind: 'unreachable', reason: 'not-found' }],
    [
      { status: 403, code: 'ConversationBlockedByUser' },
      { kind: 'unreachable', reason: 'blocked' },
    ],
    [
      { status: 403, code: 'BotNotInConversationRoster' },
      { kind: 'unreachable', reason: 'not-installed' },
    ],
    [
      { status: 403, code: 'MessageWritesBlocked' },
      { kind: 'unreachable', reason: 'refused' },
    ],
    [
      { fault: 'reset', taken: true },
      { kind: 'unknown', reason: 'network ECONNRESET' },
    ],
  ])('%j', async (answer, failure) => {
    connector.answer = () => answer;
    expect(failureOf(await sendOnce('known'))).toEqual(failure);
  });

  test('a connection that was refused posted nothing', async () => {
    const { url } = connector;
    await connector.close();
    const address = addressAt(url, person(1));
    const sent = await messengerTo(url).send({
      recipient: person(1),
      address,
      message: TEXT,
      signal: never,
      onCreated: ignore,
    });
    await connector.listen();
    expect(failureOf(sent)).toEqual({ kind: 'retryable', reason: 'network ECONNREFUSED' });
  });
});

describe('first contact', () => {
  test('opens a conversation by Entra object id and tenant, and posts into it', async () => {
    expect(await sendOnce('stranger')).toMatchObject({ ok: true, value: { activityId: 'activity-1' } });
    expect(connector.requests).toMatchObject([
      { kind: 'create', person: person(1), tenant: TENANT },
      { kind: 'send', person: person(1), text: TEXT.text },
    ]);
  });

  test.each<[Answer, SendFailure]>([
    [
      { status: 403, code: 'ForbiddenOperationException' },
      { kind: 'unreachable', reason: 'not-installed' },
    ],
    [{ status: 403 }, { kind: 'unreachable', reason: 'refused' }],
    [
      { status: 400, code: 'BadSyntax' },
      { kind: 'unreachable', reason: 'not-found' },
    ],
    [
      { fault: 'reset', taken: false },
      { kind: 'retryable', reason: 'network ECONNRESET' },
    ],
  ])('answered with %j', async (answer, failure) => {
    connector.answer = ({ kind }) => (kind === 'create' ? answer : 'ok');
    expect(failureOf(await sendOnce('stranger'))).toEqual(failure);
    expect(connector.posts).toHaveLength(0);
  });
});

describe('the time-out', () => {
  const silence: Answer = { fault: 'silence', taken: false };

  test('gives a request up that has left: its outcome is unknown', async () => {
    connector.answer = () => silence;
    expect(failureOf(await sendOnce('known', AbortSignal.timeout(200)))).toEqual({
      kind: 'unknown',
      reason: 'time-out',
    });
    while (connector.abandoned === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('during a first contact posts nothing, then or later', async () => {
    connector.answer = () => silence;
    const failure = failureOf(await sendOnce('stranger', AbortSignal.timeout(200)));
    expect(failure).toEqual({ kind: 'retryable', reason: 'time-out' });
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['create']);
  });

  test('before anything has left is no unknown outcome', async () => {
    expect(failureOf(await sendOnce('known', AbortSignal.abort()))).toEqual({
      kind: 'retryable',
      reason: 'time-out',
    });
    expect(connector.requests).toHaveLength(0);
  });
});

test('without a token nothing leaves, and it is tried again', async () => {
  class Refused extends AppCredentials {
    protected override async refreshToken(): Promise<never> {
      throw new Error('the secret has expired');
    }
  }
  class WithoutToken extends TeamsAdapter {
    override async connectorFor(baseUri: string): Promise<ConnectorClient> {
      return new ConnectorClient(new Refused('an app id'), { baseUri });
    }
  }
  const failure = failureOf(await sendOnce('known', never, new WithoutToken({ kind: 'local' })));
  expect(failure).toEqual({ kind: 'retryable', reason: 'no token' });
  expect(connector.requests).toHaveLength(0);
});
