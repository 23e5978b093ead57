import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLog } from '../../src/core/log';
import { type Reply, replyWith, type Turn } from '../../src/core/turn';
import { TeamsAdapter } from '../../src/teams/adapter';
import { type MessagesRouteOptions, messagesRoute } from '../../src/teams/messages-route';

let channel: Server;
let serviceUrl: string;
let posted: { text?: string }[] = [];
/** What the channel answers first; afterwards it takes everything. */
let faults: number[] = [];
let paths: string[] = [];
let retryAfter: { 'Retry-After'?: string; Location?: string } = {};

beforeAll(async () => {
  channel = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      posted.push(JSON.parse(body));
      paths.push(request.url ?? '');
      response.writeHead(faults.shift() ?? 200, { 'Content-Type': 'application/json', ...retryAfter });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(channel.address() as AddressInfo).port}/`;
});
afterAll(() => {
  channel.close();
  channel.closeAllConnections();
});
beforeEach(() => {
  posted = [];
  paths = [];
  faults = [];
  retryAfter = {};
});

function routeWith(handle: (turn: Turn) => Promise<Reply>, changes: Partial<MessagesRouteOptions> = {}) {
  const route = messagesRoute({
    adapter: new TeamsAdapter({ kind: 'local' }),
    handle,
    memory: { remember: async () => undefined },
    channels: { note: async () => undefined },
    allowsServiceUrl: (url) => url === serviceUrl,
    allowsTenant: () => true,
    fetchFile: async () => new Uint8Array(),
    apology: (_, id) => `申し訳ありません（${id}）`,
    guard: () => null,
    log: silentLog,
    ...changes,
  });
  return (activity: object) =>
    route.handle({
      method: 'POST',
      path: '/api/messages',
      params: {},
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(
        JSON.stringify({
          type: 'message',
          id: 'a1',
          channelId: 'msteams',
          serviceUrl,
          from: { id: '29:x', aadObjectId: '33333333-3333-4333-8333-333333333333' },
          recipient: { id: '28:bot' },
          conversation: { id: 'c1', conversationType: 'personal' },
          ...activity,
        }),
      ),
    });
}

const answering = (text: string) => async (): Promise<Reply> => replyWith({ kind: 'text', text });

it('answers through the connector of the activity', async () => {
  expect((await routeWith(answering('はい'))({ text: '質問' })).status).toBe(200);
  expect(posted.map(({ text }) => text)).toEqual(['はい']);
});

it('a repeated activity is answered once, even while the first is still at work', async () => {
  let turns = 0;
  const post = routeWith(async () => {
    turns += 1;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return replyWith({ kind: 'text', text: 'はい' });
  });
  await Promise.all([post({ text: '質問' }), post({ text: '質問' })]);
  await post({ text: '質問' });
  expect(turns).toBe(1);
  expect(posted).toHaveLength(1);
});

it('a repeated invoke gets the same card', async () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] } as const;
  const post = routeWith(async () => ({ messages: [], invoke: { kind: 'card', card } }));
  const tap = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x.y', data: {} } } };
  const first = await post(tap);
  expect(first.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive', value: card });
  expect(await post(tap)).toEqual(first);
});

it('a bug ends as an apology with its number, without a stack trace', async () => {
  await routeWith(async () => {
    throw new Error('secret detail');
  })({ text: '質問' });
  expect(posted[0]?.text).toMatch(/^申し訳ありません（[0-9a-f]{8}）$/);
  expect(JSON.stringify(posted)).not.toContain('secret');
});

describe('an answer that the channel does not take', () => {
  const logged: string[] = [];
  const log = { ...silentLog, error: (event: string) => void logged.push(event) };
  beforeEach(() => logged.splice(0));

  it.each([408, 412, 429, 500, 502, 503, 504])(
    'leaves once (%i): a repeat could double it',
    async (status) => {
      faults = [status, status, status, status];
      const answer = await routeWith(answering('はい'), { log })({ text: '質問' });
      expect(answer.status).toBe(200);
      expect(posted).toHaveLength(1);
      expect(logged).toEqual(['answer-not-delivered']);
    },
  );

  it.each([500, 503])('leaves once, also where %i says when to come back', async (status) => {
    faults = [status, status];
    retryAfter = { 'Retry-After': '0' };
    await routeWith(answering('はい'), { log })({ text: '質問' });
    expect(posted).toHaveLength(1);
  });

  it('leaves a second time, and no third, after 429 with the time to wait', async () => {
    faults = [429];
    retryAfter = { 'Retry-After': '0' };
    await routeWith(answering('はい'), { log })({ text: '質問' });
    expect(posted).toHaveLength(2);
    expect(logged).toEqual([]);
    faults = [429, 429, 429];
    await routeWith(answering('いいえ'), { log })({ id: 'a2', text: '質問' });
    expect(posted).toHaveLength(4);
    expect(logged).toEqual(['answer-not-delivered']);
  });

  it('is not waited for longer than a turn may take', async () => {
    faults = [429];
    retryAfter = { 'Retry-After': '60' };
    await routeWith(answering('はい'), { log })({ text: '質問' });
    expect(posted).toHaveLength(1);
  });
});

it('is answered even when where to write could not be stored', async () => {
  const memory = { remember: () => Promise.reject(new Error('disk full')) };
  expect((await routeWith(answering('はい'), { memory })({ text: '質問' })).status).toBe(200);
  expect(posted).toHaveLength(1);
});

it.each(['typing', 'messageReaction', 'endOfConversation', 'somethingNew'])(
  '%s is taken in silence',
  async (type) => {
    let turns = 0;
    const answer = await routeWith(async () => {
      turns += 1;
      return replyWith();
    })({ type });
    expect(answer.status).toBe(200);
    expect(turns).toBe(0);
  },
);

it.each([
  [{ type: 'invoke', name: 'unknown/invoke', value: {} }],
  [{ type: 'invoke', name: 'adaptiveCard/action', value: 'x' }],
])('an odd invoke %j does no harm', async (activity) => {
  expect((await routeWith(answering('x'))(activity)).status).toBe(200);
});

it('writes to where each activity came from, over one client for each address', async () => {
  const adapter = new TeamsAdapter({ kind: 'local' });
  const [one, again, other] = await Promise.all([
    adapter.connectorFor('http://127.0.0.1:9/a/'),
    adapter.connectorFor('http://127.0.0.1:9/a/'),
    adapter.connectorFor('http://127.0.0.1:9/b/'),
  ]);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

it('reads the signs that Teams writes as entities, and answers whatever stands for a locale', async () => {
  const said: string[] = [];
  const route = routeWith(async ({ inbound }) => {
    if (inbound.kind === 'message') said.push(inbound.text);
    return replyWith({ kind: 'text', text: 'はい' });
  });
  await route({ text: '<at>育成ナビ</at>&nbsp;来月&nbsp;の&lt;研修&gt;&amp;lt;', locale: { a: 1 } });
  expect(said).toEqual(['来月 の<研修>&lt;']);
  expect(posted).toHaveLength(1);
});

it('follows the channel to no other place', async () => {
  faults = [307];
  retryAfter = { Location: `${serviceUrl}elsewhere` };
  const log = { ...silentLog, error: jest.fn() };
  await routeWith(answering('はい'), { log })({ text: '質問' });
  expect(paths).toEqual(['/v3/conversations/c1/activities/a1']);
  expect(log.error).toHaveBeenCalledWith('answer-not-delivered', expect.anything());
});

it('writes into conversations whatever signs their ids have', async () => {
  const conversation = { id: '19:a/b@thread.tacv2;messageid=1', conversationType: 'personal' };
  await routeWith(answering('はい'))({ text: '質問', conversation });
  expect(paths).toEqual(['/v3/conversations/19%3Aa%2Fb%40thread.tacv2%3Bmessageid%3D1/activities/a1']);
});
