import { existsSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { DatabaseTooNew } from '../../src/db/migrate';
import { cacheDirectoryOf, DatabaseInUse, lockForServer, nameOfDatabase, openStore } from '../../src/db/open';
import { freshDirectory } from '../support/test-bot';

const set = (key: string, value: string) => ({ key, value });

it('every table is strict and foreign keys hold', async () => {
  const store = await openStore(':memory:');
  const { rows } = await sql<{ name: string; strict: number }>`
    select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%' and name <> 'schema_migrations'`.execute(
    store.db,
  );
  expect(rows.filter(({ strict }) => strict !== 1)).toEqual([]);
  await expect(
    store.write((tx) =>
      tx
        .insertInto('changes')
        .values({ change_set_id: 'none', record_id: 'x', before: null, after: null })
        .execute(),
    ),
  ).rejects.toThrow('FOREIGN KEY');
  await store.close();
});

it('refuses a database of a newer program, and leaves it as it was', async () => {
  const file = path.join(freshDirectory(), 'a.db');
  const store = await openStore(file);
  await sql`insert into schema_migrations (version, name) values (999, 'future')`.execute(store.db);
  await store.close();
  await expect(openStore(file)).rejects.toThrow(DatabaseTooNew);
});

it('is one server’s at a time, and free again when that one ends', () => {
  const file = path.join(freshDirectory(), 'a.db');
  const lock = lockForServer(file);
  expect(() => lockForServer(file)).toThrow(DatabaseInUse);
  lock.release();
  lockForServer(file).release();
});

it('when SQLite has rolled back by itself, as on a full disk, the first error is the one that is told', async () => {
  const store = await openStore(':memory:');
  await expect(
    store.write(async (tx) => {
      await tx.insertInto('settings').values(set('a', '1')).execute();
      await sql`rollback`.execute(tx);
      throw new Error('disk full');
    }),
  ).rejects.toThrow('disk full');
  await store.write((tx) => tx.insertInto('settings').values(set('b', '1')).execute());
  expect(await store.db.selectFrom('settings').select('key').execute()).toEqual([{ key: 'b' }]);
  await store.close();
});

it('shows of a PostgreSQL address neither user nor password, and names no file after it', () => {
  const url = 'postgresql://navi:himitsu@db.example:5432/ikusei?password=himitsu';
  expect(nameOfDatabase(url)).toBe('PostgreSQL db.example:5432/ikusei');
  expect(nameOfDatabase('postgres://navi:himitsu')).not.toContain('himitsu');
  expect(nameOfDatabase('var/ikusei.db')).toBe('var/ikusei.db');
  expect(cacheDirectoryOf(url)).toBe(path.resolve('var'));
  const first = lockForServer(url);
  lockForServer(url).release();
  first.release();
  expect(existsSync('postgresql:')).toBe(false);
});

it('keeps what can be made again beside the file, and nothing of a database in memory', () => {
  expect(cacheDirectoryOf('a/b.db')).toBe(path.resolve('a'));
  expect(cacheDirectoryOf(':memory:')).toBeNull();
});
