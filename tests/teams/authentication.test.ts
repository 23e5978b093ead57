import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLog } from '../../src/core/log';
import { replyWith, type Turn } from '../../src/core/turn';
import { TeamsAdapter } from '../../src/teams/adapter';
import { messagesRoute } from '../../src/teams/messages-route';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const issuer = 'https://api.botframework.com';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

let identity: Server;
let channel: Server;
let serviceUrl: string;
let endpoints: Record<string, string>;
const handled: Turn[] = [];
const posted: string[] = [];

beforeAll(async () => {
  // botbuilder reports refused tokens on the console by itself.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  // Stands in for Microsoft's OpenID server and token endpoint.
  identity = createServer((request, response) => {
    const base = `http://127.0.0.1:${(identity.address() as AddressInfo).port}`;
    response.setHeader('Content-Type', 'application/json');
    if (request.url === '/keys') {
      const jwk = keys.publicKey.export({ format: 'jwk' });
      response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'k1', use: 'sig', endorsements: ['msteams'] }] }));
    } else {
      response.end(
        JSON.stringify({
          issuer,
          jwks_uri: `${base}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      );
    }
  });
  channel = createServer((request, response) => {
    request.resume();
    posted.push(request.url ?? '');
    response.setHeader('Content-Type', 'application/json');
    response.end('{"id":"1"}');
  });
  for (const server of [identity, channel])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const metadata = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/openid`;
  serviceUrl = `http://127.0.0.1:${(channel.address() as AddressInfo).port}/`;
  endpoints = {
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
  };
});
afterAll(() => {
  for (const server of [identity, channel]) {
    server.close();
    server.closeAllConnections();
  }
});

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);

function token(options: { header?: object; claims?: object; key?: KeyObject } = {}): string {
  const head = base64({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...options.header });
  const body = base64({
    iss: issuer,
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now() - 10,
    exp: now() + 600,
    ...options.claims,
  });
  const signature = createSign('RSA-SHA256')
    .update(`${head}.${body}`)
    .sign(options.key ?? keys.privateKey, 'base64url');
  return `${head}.${body}.${signature}`;
}

function unsigned(): string {
  return `${base64({ alg: 'none', typ: 'JWT' })}.${base64({ iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now() - 10, exp: now() + 600 })}.`;
}

function hs256(): string {
  const head = base64({ alg: 'HS256', kid: 'k1', typ: 'JWT' });
  const body = base64({ iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now() - 10, exp: now() + 600 });
  const pem = keys.publicKey.export({ type: 'spki', format: 'pem' });
  return `${head}.${body}.${createHmac('sha256', pem).update(`${head}.${body}`).digest('base64url')}`;
}

async function post(authorization: string | undefined, changes: object = {}) {
  const adapter = new TeamsAdapter(
    {
      kind: 'teams',
      appId,
      tenantId,
      credential: { kind: 'secret', secret: 's' },
      allowedTenants: [tenantId],
      publicUrl: 'https://bot.example.jp',
    },
    endpoints,
  );
  const route = messagesRoute({
    adapter,
    handle: async (turn) => {
      handled.push(turn);
      return replyWith();
    },
    memory: { remember: async () => undefined },
    channels: { note: async () => undefined },
    allowsServiceUrl: (url) => url === serviceUrl,
    allowsTenant: (id) => id === tenantId,
    fetchFile: async () => new Uint8Array(),
    apology: () => '',
    guard: () => null,
    log: silentLog,
  });
  const activity = {
    type: 'message',
    id: 'a1',
    channelId: 'msteams',
    serviceUrl,
    text: 'こんにちは',
    from: { id: '29:x', aadObjectId: '33333333-3333-4333-8333-333333333333' },
    recipient: { id: '28:bot' },
    conversation: { id: 'c1', conversationType: 'personal', tenantId },
    ...changes,
  };
  handled.length = 0;
  const answer = await route.handle({
    method: 'POST',
    path: '/api/messages',
    params: {},
    query: new URLSearchParams(),
    headers: authorization === undefined ? {} : { authorization },
    body: Buffer.from(JSON.stringify(activity)),
  });
  return { status: answer.status, turns: handled.length };
}

test('a signed token of the channel is answered', async () => {
  expect(await post(`Bearer ${token()}`)).toEqual({ status: 200, turns: 1 });
});

test.each([
  ['no token', () => undefined],
  ['an empty one', () => 'Bearer '],
  ['not a token', () => 'Bearer x.y.z'],
  ['a forged signature', () => `Bearer ${token({ key: stranger.privateKey })}`],
  ['alg none', () => `Bearer ${unsigned()}`],
  ['HS256 signed with the public key', () => `Bearer ${hs256()}`],
  ['another audience', () => `Bearer ${token({ claims: { aud: '99999999-9999-4999-8999-999999999999' } })}`],
  ['another issuer', () => `Bearer ${token({ claims: { iss: 'https://evil.example' } })}`],
  ['an expired token', () => `Bearer ${token({ claims: { exp: now() - 3_600, nbf: now() - 7_200 } })}`],
  [
    'a token that is not valid yet',
    () => `Bearer ${token({ claims: { nbf: now() + 3_600, exp: now() + 7_200 } })}`,
  ],
  [
    'a token for another service URL',
    () => `Bearer ${token({ claims: { serviceurl: 'https://evil.example/' } })}`,
  ],
])('%s is 401, and nothing runs', async (_, authorization) => {
  expect(await post(authorization())).toEqual({ status: 401, turns: 0 });
});

test('an activity from another tenant is 403', async () => {
  const conversation = {
    id: 'c1',
    conversationType: 'personal',
    tenantId: '44444444-4444-4444-8444-444444444444',
  };
  expect(await post(`Bearer ${token()}`, { conversation })).toEqual({ status: 403, turns: 0 });
});

test('an activity that says no tenant is 403', async () => {
  expect(await post(`Bearer ${token()}`, { conversation: { id: 'c1' } })).toEqual({ status: 403, turns: 0 });
});

test('an activity that sends answers elsewhere is refused even with a token for it', async () => {
  const evil = 'https://evil.example/';
  const authorization = `Bearer ${token({ claims: { serviceurl: evil } })}`;
  expect(await post(authorization, { serviceUrl: evil })).toEqual({ status: 403, turns: 0 });
});

test.each([
  [{ type: undefined }],
  [{ conversation: undefined }],
  [{ channelId: undefined }],
  [{ serviceUrl: 'no url' }],
])('an incomplete activity %j is 400', async (changes) => {
  expect(await post(`Bearer ${token()}`, changes)).toEqual({ status: 400, turns: 0 });
});
