import type { Method } from '../../src/http/route';
import { localGuard } from '../../src/local';
import { type Harness, HOST, localChannel } from './support';

const guard = localGuard(() => 'http://127.0.0.1:3978');
const status = (headers: Record<string, string | string[]>): number | null =>
  guard({ headers })?.status ?? null;

describe('who may speak to the local channel', () => {
  test.each(['127.0.0.1:3978', 'localhost:3978', '[::1]:3978', 'LOCALHOST:3978'])(
    'a request to %s passes',
    (host) => {
      expect(status({ host })).toBeNull();
    },
  );

  test.each([
    'evil.example:3978',
    '127.0.0.1.evil.example:3978',
    'localhost.evil.example:3978',
    '127.0.0.1:80',
    '127.0.0.1',
    'localhost:39780',
    '127.0.0.1:3978@evil.example',
    '127.0.0.2:3978',
    '0.0.0.0:3978',
    '192.168.1.5:3978',
    ' 127.0.0.1:3978',
    '',
  ])('a name that was rebound to this machine is refused: %p', (host) => {
    expect(status({ host })).toBe(403);
  });

  it('refuses a request without Host, or with two', () => {
    expect(status({})).toBe(403);
    expect(status({ host: [HOST, HOST] })).toBe(403);
  });

  test.each(['http://127.0.0.1:3978', 'http://localhost:3978', 'http://[::1]:3978'])(
    'its own page passes: %s',
    (origin) => {
      expect(status({ host: HOST, origin })).toBeNull();
    },
  );

  test.each([
    'http://evil.example',
    'https://127.0.0.1:3978',
    'http://127.0.0.1:3979',
    'http://127.0.0.1',
    'http://127.0.0.1:3978.evil.example',
    'http://evil.example/http://127.0.0.1:3978',
    'null',
    '',
  ])('a page of somebody else is refused: %p', (origin) => {
    expect(status({ host: HOST, origin })).toBe(403);
  });

  test.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['CROSS-SITE', 403],
    ['', 403],
    ['same-origin', null],
    ['none', null],
  ])('a browser that says Sec-Fetch-Site: %s gets %p', (site, expected) => {
    expect(status({ host: HOST, 'sec-fetch-site': site })).toBe(expected);
  });

  it('knows port 80 with and without its number', () => {
    const atEighty = localGuard(() => 'http://localhost');
    expect(atEighty({ headers: { host: 'localhost' } })).toBeNull();
    expect(atEighty({ headers: { host: 'localhost:80', origin: 'http://localhost' } })).toBeNull();
    expect(atEighty({ headers: { host: 'localhost:3978' } })?.status).toBe(403);
  });
});

describe('every local route', () => {
  let local: Harness;
  beforeAll(async () => {
    local = await localChannel();
  });

  const attacks = [
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  it('is behind the guard', async () => {
    expect(local.channel.routes.length).toBeGreaterThan(15);
    for (const { method, path } of local.channel.routes) {
      for (const headers of attacks) {
        const answer = await local.call(method as Method, path.replace(/:\w+/g, 'x'), {
          headers,
          body: '{}',
        });
        expect({ method, path, headers, status: answer.status }).toEqual({
          method,
          path,
          headers,
          status: 403,
        });
      }
    }
    expect(local.told).toEqual([]);
  });

  it('lies below /local, but for the door', () => {
    const outside = local.channel.routes
      .map((route) => route.path)
      .filter((path) => !path.startsWith('/local/'));
    expect(outside).toEqual(['/']);
  });
});
