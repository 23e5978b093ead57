import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { readConfig } from '../src/config';
import { lockForServer, openStore } from '../src/db/open';
import { createHttpServer } from '../src/http/server';
import { explain } from '../src/start-problem';
import { freshDirectory } from './support/test-bot';

/** What the server would say of what `start` throws. */
async function saidOf(start: () => unknown): Promise<string> {
  try {
    await start();
  } catch (error) {
    return explain(error);
  }
  throw new Error('it started');
}

const file = (name: string): string => path.join(freshDirectory(), name);

it('a port that is taken', async () => {
  const servers = [1, 2].map(() => createHttpServer({ routes: [], onError: () => undefined }));
  const port = (await servers[0]?.listen('127.0.0.1', 0)) ?? 0;
  expect(await saidOf(() => servers[1]?.listen('127.0.0.1', port))).toBe(
    'ポートが使われています。PORT に別の番号を指定してください。',
  );
  await servers[0]?.close();
});

it('a file that is no database', async () => {
  const notes = file('notes.db');
  writeFileSync(notes, 'これはメモです。'.repeat(200));
  expect(await saidOf(() => openStore(notes))).toContain('育成ナビのデータベースではありません');
});

it('a file in a folder that is none', async () => {
  const notes = file('notes');
  writeFileSync(notes, '');
  expect(await saidOf(() => lockForServer(path.join(notes, 'ikusei.db')))).toContain(
    'DATABASE_FILE の場所と、書き込む権限を確かめてください',
  );
});

it('a database of a newer program', async () => {
  const newer = file('newer.db');
  await (await openStore(newer)).close();
  const sqlite = new Sqlite(newer);
  sqlite.prepare("insert into schema_migrations (version, name) values (9999, 'later')").run();
  sqlite.close();
  expect(await saidOf(() => openStore(newer))).toContain('新しい版の育成ナビで起動してください');
});

it('a PostgreSQL server that does not answer, without the password', async () => {
  const said = await saidOf(() => openStore('postgres://navi:himitsu@127.0.0.1:1/ikusei'));
  expect(said).toContain('データベースにつながりません');
  expect(said).not.toContain('himitsu');
});

it('a second server, and settings, as before', async () => {
  const used = file('used.db');
  const lock = lockForServer(used);
  expect(await saidOf(() => lockForServer(used))).toContain('先にそちらを終了してください');
  lock.release();
  expect(await saidOf(() => readConfig({ PORT: 'x' }))).toContain('・PORT の値が正しくありません');
});

it('what nobody foresaw keeps its stack', () => {
  expect(explain(new Error('surprise'))).toMatch(/surprise\n {4}at /);
});
