import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runImport } from '../../../src/cli/import';
import {
  cachedDataset,
  cachedRevisions,
  contacts,
  employees,
  exportDataset,
  holidays,
  loadDataset,
} from '../../../src/features/records';
import { cp932 } from './cp932';
import { testStore } from './support';

const DATA = path.join(__dirname, '../../../data');
const SEEDED = ['plan', 'contacts', 'employees', 'holidays'];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'ikusei-import-'));
  mkdirSync(path.join(directory, 'data'));
  for (const name of SEEDED)
    copyFileSync(path.join(DATA, `${name}.csv`), path.join(directory, 'data', `${name}.csv`));
});
afterEach(() => rmSync(directory, { recursive: true }));

const database = () => path.join(directory, 'test.db');

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(directory, name);
  writeFileSync(at, content);
  return at;
}

/** Exit code and everything that was printed. */
async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const [said, complained]: [string[], string[]] = [[], []];
  const code = await runImport(args, {
    databaseFile: database(),
    dataDirectory: path.join(directory, 'data'),
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

test('CP932の名簿の違いを表示して取り込む。空のデータベースは先に見本で満たされる', async () => {
  const roster = file(
    '名簿.csv',
    cp932(
      '職員番号,氏名,所属,階層,備考\r\n900001,髙橋 花子,市民課,主事級,\r\n100001,見本 さくら,税務課,主任級,\r\n',
    ),
  );
  const dry = await run('employees', roster, '--dry-run');
  expect(dry).toMatchObject({ code: 0, complained: '' });
  expect(dry.said).toContain('職員: 追加 1件、変更 1件、削除 0件、変更なし 0件');
  expect(dry.said).toContain('追加\n  900001 髙橋 花子');
  expect(dry.said).toMatch(/変更\n {2}100001 見本 さくら\n {4}氏名: .+ → 見本 さくら\n/);
  expect(dry.said).toContain('取り込まない見出し: 備考');
  expect(dry.said).toContain('--dry-run のため、何も変更していません。');

  const server = await testStore(database());
  expect((await loadDataset(server.db, employees)).find(({ id }) => id === '900001')).toBeUndefined();
  const real = await run('employees', roster);
  expect(real.code).toBe(0);
  expect(real.said).toMatch(/取り込みました \(変更番号 [0-9a-f-]{36}\)。$/);
  expect((await loadDataset(server.db, employees)).find(({ id }) => id === '900001')?.name).toBe('髙橋 花子');
  expect((await run('employees', roster)).said).toContain('変更はありません。');
});

test('サーバーが動いている間に取り込むと、サーバーは版で気付く', async () => {
  await run('holidays', file('a.csv', 'date,name,kind\n2027-01-04,休み,closed\n'));
  const server = await testStore(database());
  const read = cachedDataset(holidays, server, null, cachedRevisions(server));
  const before = await read(server.db);
  const version = server.version();
  expect((await run('holidays', file('b.csv', '日付,名称,区分\nR9.1.5,休み,休み\n'))).code).toBe(0);
  expect(server.version()).not.toBe(version);
  expect((await read(server.db)).length).toBe(before.length + 1);
  const audited = await server.db
    .selectFrom('audit_log')
    .select(['actor', 'action', 'subject'])
    .orderBy('seq', 'desc')
    .limit(1)
    .execute();
  expect(audited).toEqual([{ actor: 'cli', action: 'records-changed', subject: 'holidays' }]);
});

test('誤りのある行は全て、行番号と理由と値を出し、何も取り込まずに 1 で終わる', async () => {
  const bad = await run(
    'holidays',
    file('bad.csv', '日付,名称,区分\n2027-01-04,休み,休み\n13/1,休み,休み\n2027-01-06,休み,臨時\n'),
  );
  expect(bad).toMatchObject({ code: 1, said: '' });
  expect(bad.complained.split('\n')).toEqual([
    '3行目「日付」: 日付として読めません (例: 2026-04-01、2026/4/1、R8.4.1) (値: 13/1)',
    '4行目「区分」: 選択肢にありません (休み / 開庁) (値: 臨時)',
    '直していただきたい所が2件あります。何も変更していません。',
  ]);
  const server = await testStore(database());
  expect((await loadDataset(server.db, holidays)).map(({ date }) => date)).not.toContain('2027-01-04');
});

test('--replace はファイルにないものを消し、--mapping は見出しを選んで次回も使う', async () => {
  const odd = file('odd.csv', 'いつ,何,区分\n2027-01-04,休み,休み\n');
  expect(await run('holidays', odd)).toMatchObject({ code: 1 });
  const replaced = await run('holidays', odd, '--replace', '--mapping', '日付=いつ', '--mapping', 'name=何');
  expect(replaced).toMatchObject({ code: 0, complained: '' });
  expect(replaced.said).toContain('追加\n  2027-01-04 休み');
  const server = await testStore(database());
  expect((await loadDataset(server.db, holidays)).map(({ date, name }) => [date, name])).toEqual([
    ['2027-01-04', '休み'],
  ]);
  expect(await run('holidays', file('next.csv', '何,区分,いつ\n休み,休み,2027-01-05\n'))).toMatchObject({
    code: 0,
  });
});

test('Excelで書き出し、確認に「済」を入れて取り込むと確認済みになる', async () => {
  await run('holidays', file('a.csv', 'date,name,kind\n2027-01-04,休み,closed\n'));
  const server = await testStore(database());
  const csv = await exportDataset(server.db, contacts, { format: 'csv', locale: 'ja', forReview: true });
  const marked = new TextDecoder().decode(csv.bytes).replace('\r\n,C-jinji,', '\r\n済,C-jinji,');
  const done = await run('contacts', file('窓口.csv', marked));
  expect(done.said).toContain('確認済みにする 1件、確認を外す 0件');
  expect(done.said).toContain('確認の状態を更新しました。');
  const confirmed = (await loadDataset(server.db, contacts)).filter((row) => row.confirmed);
  expect(confirmed.map(({ id }) => id)).toEqual(['C-jinji']);
});

test('Entraのユーザー一覧を名簿に結び付け、合わないものを両側とも表示する', async () => {
  const users = file(
    'users.csv',
    'userPrincipalName,displayName,id\nguest@example.com,来客,00000001-0000-4000-8000-000000000000\n',
  );
  const done = await run('entra-users', users);
  expect(done).toMatchObject({ code: 0, complained: '' });
  expect(done.said).toContain('変更はありません。');
  const one = 'karizawa.1@example.jp,さくら,00000002-0000-4000-8000-000000000000\n';
  const joined = await run(
    'entra-users',
    file(
      'two.csv',
      `userPrincipalName,displayName,id\nx@example.com,来客,${'0'.repeat(8)}-0000-4000-8000-000000000000\n${one}`,
    ),
  );
  expect(joined).toMatchObject({ code: 0, complained: '' });
  expect(joined.said).toContain('当てはまる職員がいないユーザー 1件\n  2行目 来客 x@example.com');
  expect(joined.said).toMatch(/ユーザーが見つからない職員 \d+件/);
});

test.each([
  [[], '種類とファイルを1つずつ指定してください\n使い方: npm run import'],
  [['holidays'], '種類とファイルを1つずつ指定してください'],
  [['nothing', 'a.csv'], '「nothing」という種類はありません'],
  [['holidays', 'missing.csv'], 'ファイルを開けません: missing.csv'],
  [['holidays', 'a.csv', '--force'], '指定が正しくありません'],
  [['holidays', 'a.csv', '--mapping', '日付'], '--mapping は「列=見出し」の形で書いてください: 日付'],
  [['entra-users', 'a.csv', '--replace'], 'entra-users では --replace を使えません'],
])('使い方の誤り %j は、何がいけないかを言って 1 で終わる', async (args, message) => {
  const { code, complained } = await run(...args);
  expect(code).toBe(1);
  expect(complained).toContain(message);
});
