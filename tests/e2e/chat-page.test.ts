import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/browser';
import { freshDirectory } from '../support/test-bot';

const root = path.resolve(__dirname, '../..');

let server: ChildProcess;
let base: string;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function start(port: number, file: string): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_FILE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (
      await fetch(`${base}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become ready');
}

const file = path.join(freshDirectory(), 'ikusei.db');

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  server = start(port, file);
  await untilReady();
});
afterAll(async () => {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
});

it('a second server on the same database says why it does not start', async () => {
  const second = start(await freePort(), file);
  let said = '';
  second.stderr?.on('data', (data) => {
    said += data;
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(1);
  expect(said).toContain('先にそちらを終了してください');
});

it('people, clock and tick for scripts', async () => {
  const people = (await (await fetch(`${base}/local/people`)).json()) as {
    id: string;
    aadObjectId: string;
  }[];
  expect(people).toContainEqual(expect.objectContaining({ id: '100001', section: '市民課', roles: [] }));
  expect(await (await fetch(`${base}/local/tick`, { method: 'POST' })).json()).toEqual({
    due: 0,
    sent: 0,
    failed: 0,
    pending: 0,
  });
  const clock = (await (await fetch(`${base}/local/clock`)).json()) as { now: string };
  const back = new Date(Date.parse(clock.now) - 3_600_000).toISOString();
  const refused = await fetch(`${base}/local/clock`, { method: 'PUT', body: JSON.stringify({ now: back }) });
  expect(refused.status).toBe(409);
});

it('a foreign web page can neither read nor act', async () => {
  for (const [route, init] of [
    ['/local/people', {}],
    ['/api/messages', { method: 'POST', body: '{}' }],
    ['/local/tick', { method: 'POST' }],
  ] as const) {
    const answer = await fetch(base + route, { ...init, headers: { Origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  }
});

describeInBrowser('the chat page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/`);
    // The welcome comes by itself, and anything said before it would stand above it.
    await page.getByText('育成ナビでできること').first().waitFor();
  });
  afterEach(() => page.close());

  const say = async (text: string): Promise<void> => {
    // Cards have boxes of their own.
    const box = page.locator('.composer-input');
    await box.fill(text);
    await box.press('Enter');
  };

  it('answers a question on a phone, and goes on from there by taps', async () => {
    await say('量子コンピューターの仕組み');
    await page.getByText('わかりませんでした').first().waitFor();
    const unknown = page.locator('.ac-adaptiveCard').filter({ hasText: 'わかりませんでした' }).last();
    await unknown.getByRole('button', { name: '人事課に聞く' }).click();
    await page.getByText('が表示されます').first().waitFor();
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('人事課に送りました').first().waitFor();
  });

  it('finds a person of HR by role, who edits a course and leaves its optional numbers empty', async () => {
    await page.getByRole('button', { name: '利用者を切りかえる' }).click();
    await page.getByRole('group', { name: '役割でさがす' }).getByRole('button', { name: '人事課' }).click();
    await page.getByRole('option', { name: /架空野 真由美.*人事課・管理者/ }).waitFor();
    await page.getByRole('option', { name: '例内 恵子' }).click();
    await page.getByText('例内 恵子 さん（人事課）').waitFor();
    await say('研修を編集したい');
    const menu = page.locator('.ac-adaptiveCard').filter({ hasText: 'データの編集' }).last();
    await menu.getByRole('textbox').fill('段取り');
    await menu.getByRole('button', { name: '一覧を見る' }).click();
    await page.getByRole('button', { name: '編集', exact: true }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('textbox', { name: '研修名' }).fill('段取りと時間の講座');
    await dialog.getByRole('button', { name: '保存する' }).click();
    await page.getByText('研修名：段取り力・時間の使い方講座 → 段取りと時間の講座').waitFor();
  });

  it('keeps the choices of two cards with the same question apart', async () => {
    await page.evaluate('location.hash = "#100066"');
    await page.getByText('例内 恵子 さん（人事課）').waitFor();
    const merge = page.getByRole('radio', { name: /足す・直す/ });
    for (const count of [1, 2]) {
      await page.locator('input[type=file]').setInputFiles({
        name: `休み${count}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from('日付,名称,区分\n2026-12-28,点検,休み\n'),
      });
      await page.getByRole('button', { name: '送信', exact: true }).click();
      await merge.nth(count - 1).waitFor();
    }
    expect(
      await merge.evaluateAll((radios) => radios.map((radio) => 'checked' in radio && radio.checked)),
    ).toEqual([true, true]);
  });

  it('lists courses and opens one in place', async () => {
    await say('DXの研修はいつ？');
    await page.locator('.ac-adaptiveCard').last().getByText(/DX/).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
