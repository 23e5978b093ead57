import { type Harness, localChannel } from './support';

let local: Harness;
beforeAll(async () => {
  local = await localChannel();
});

describe('the page', () => {
  it('is what one finds at the door', async () => {
    expect(await local.call('GET', '/')).toMatchObject({ status: 302, headers: { Location: '/local/' } });
    const { status, body, type } = await local.call('GET', '/local/');
    expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(String(body)).toContain('<title>育成ナビ</title>');
  });

  it('may load nothing but this server’s own files, and no inline script', async () => {
    const { headers, body } = await local.call('GET', '/local/');
    const policy = headers?.['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(String(body)).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|(src|href)="(https?:)?\/\//);
  });

  it('finds every file that it names', async () => {
    const { body } = await local.call('GET', '/local/');
    const names = [...String(body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(6);
    for (const name of names.filter((name) => !name.endsWith('.mjs'))) {
      expect({ name, status: (await local.call('GET', `/local/${name}`)).status }).toEqual({
        name,
        status: 200,
      });
    }
  });

  test.each(['library/adaptivecards.js', 'library/markdown-it.js'])('brings %s along', async (name) => {
    const { status, body, type } = await local.call('GET', `/local/${name}`);
    expect({ status, type }).toEqual({ status: 200, type: 'text/javascript; charset=utf-8' });
    expect(String(body).length).toBeGreaterThan(50_000);
  });

  test.each([
    'page/tsconfig.json',
    'page/page.html',
    'page/main.mts',
    'page/..%2Findex.ts',
    'page/%2e%2e%2f%2e%2e%2fpackage.json',
    'page/nothing.css',
    'library/package.json',
    'library/constructor',
    'library/__proto__',
  ])('gives away nothing else: %s', async (name) => {
    expect((await local.call('GET', `/local/${name}`)).status).toBe(404);
  });
});
