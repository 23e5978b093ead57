import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIdentity } from '../../src/cli/package';
import { buildAppPackage } from '../../src/cli/package/app-package';
import { packageTexts } from '../../src/cli/package/package-texts';
import { readZip } from './read-zip';

const MANIFEST = path.join(__dirname, '../../manifest');
const identity = {
  appId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://navi.example.jp/ikusei',
  version: '1.2.3',
};
const texts = packageTexts('ja');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ikusei-manifest-'));
  cpSync(MANIFEST, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(path.join(folder, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path.join(folder, file), after);
}

describe('the package of this project', () => {
  test('is one that Teams takes: manifest, English texts and both icons at the top', async () => {
    const built = await buildAppPackage(MANIFEST, identity, texts);
    if (!built.ok) throw new Error(built.error.join('\n'));
    const files = readZip(built.value);
    expect([...files.keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
      id: identity.appId,
      version: '1.2.3',
      bots: [{ botId: identity.appId, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true }],
      composeExtensions: [{ botId: identity.appId, commands: [{ id: 'searchCourses', initialRun: true }] }],
      developer: {
        privacyUrl: 'https://navi.example.jp/ikusei/privacy',
        termsOfUseUrl: 'https://navi.example.jp/ikusei/terms',
      },
      validDomains: ['navi.example.jp'],
    });
    expect(String(files.get('manifest.json'))).not.toContain('{{');
  });

  test('suggests nothing personal where others read along', () => {
    const manifest = JSON.parse(readFileSync(path.join(MANIFEST, 'manifest.json'), 'utf8'));
    const [own, shared] = manifest.bots[0].commandLists;
    const titles = (list: { commands: { title: string }[] }) => list.commands.map(({ title }) => title);
    expect(titles(own)).toEqual(
      expect.arrayContaining(['私におすすめの研修', '研修履歴', '相談窓口', 'ヘルプ']),
    );
    expect(titles(shared)).toEqual(expect.arrayContaining(['来月の研修', '相談窓口', 'ヘルプ']));
    expect(titles(shared)).not.toEqual(expect.arrayContaining(['研修履歴']));
    expect(shared.scopes).toEqual(['team', 'groupChat']);
  });
});

test('every mistake is told at once, in plain words and with its place', async () => {
  change('manifest.json', '"short": "育成ナビ"', `"short": "${'育'.repeat(31)}"`);
  change('manifest.json', '"supportsFiles"', '"supportFiles"');
  change('manifest.json', '"personal", "team", "groupChat"', '"personal", "team", "groupchat"');
  change('manifest.json', /"accentColor": .*,/, '');
  change('manifest.json', '"title": "研修履歴"', `"title": "${'研'.repeat(33)}"`);
  change('en.json', '"My training record"', `"${'My '.repeat(11)}"`);
  change('en.json', /"description.short": ".*"/, `"description.short": "${'x'.repeat(81)}"`);
  change('en.json', 'bots[0].commandLists[0].commands[5].title', 'bots[0].commandLists[0].commands[6].title');
  cpSync(path.join(folder, 'color.png'), path.join(folder, 'outline.png'));
  writeFileSync(path.join(folder, 'color.png'), 'no picture');

  const built = await buildAppPackage(folder, identity, texts);
  expect(built).toEqual({
    ok: false,
    error: [
      'manifest.json: 「accentColor」がありません。',
      'manifest.json の name.short: 31文字あります（30文字まで）。',
      'manifest.json の bots[0]: 「supportFiles」という項目は使えません。',
      'manifest.json の bots[0].scopes[2]: 使える値は team / personal / groupChat / copilot です。',
      'manifest.json の bots[0].commandLists[0].commands[2].title: 33文字あります（32文字まで）。',
      'manifest.json の bots[0].commandLists[0].commands[5].title: en の訳がありません。',
      'en.json の bots[0].commandLists[0].commands[6].title: manifest.json にない文字列です。',
      'en.json の description.short: 81文字あります（80文字まで）。',
      'en.json の bots[0].commandLists[0].commands[2].title: 33文字あります（32文字まで）。',
      'color.png: PNG（8ビット、RGB または RGBA）として読めません。',
      'outline.png: 大きさが 192×192 です（32×32 にしてください）。',
    ],
  });
});

test('a placeholder that nobody fills is a bug of the template', async () => {
  change('manifest.json', '{{publicHost}}', '{{host}}');
  await expect(buildAppPackage(folder, identity, texts)).rejects.toThrow('{{host}}');
});

describe('whose package it is', () => {
  const read = (args: string[], env: Record<string, string> = {}) => readIdentity(args, env, texts);

  test('comes from the environment', () => {
    const env = { MicrosoftAppId: identity.appId, PUBLIC_URL: 'https://navi.example.jp/' };
    expect(read([], env)).toMatchObject({
      ok: true,
      value: { appId: identity.appId, publicUrl: 'https://navi.example.jp' },
    });
  });

  test('or from options, which win', () => {
    const env = { MicrosoftAppId: identity.appId, PUBLIC_URL: 'https://navi.example.jp' };
    const other = 'aaaaaaaa-2222-4333-8444-555555555555';
    expect(read(['--app-id', other.toUpperCase(), '--url', 'https://other.example.jp'], env)).toMatchObject({
      ok: true,
      value: { appId: other, publicUrl: 'https://other.example.jp' },
    });
  });

  test('everything that is missing or malformed is told at once', () => {
    expect(read([])).toEqual({ ok: false, error: [texts.needAppId, texts.needUrl] });
    expect(read(['--app-id', 'navi', '--url', 'http://navi.example.jp'])).toEqual({
      ok: false,
      error: [texts.badAppId('navi'), texts.badUrl('http://navi.example.jp')],
    });
    expect(read(['--ap-id', 'x'])).toMatchObject({ ok: false, error: [expect.stringContaining('--ap-id')] });
  });

  test('--sample needs neither, and its id is nobody’s', () => {
    expect(read(['--sample'])).toMatchObject({
      ok: true,
      value: { appId: '00000000-0000-0000-0000-000000000000' },
    });
  });
});
