import { randomUUID } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/db/open';
import { openSqlite } from '../../src/db/sqlite';
import { seedSample } from './shared/sample';
import { type Content, type Filled, newFile, sqliteImage } from './shared/sqlite-images';

/** Databases for tests that run on SQLite and, brought together by `tests/postgres`, on PostgreSQL as well. */

const { TEST_POSTGRES_URL } = process.env;
/** Set by `alsoOnPostgres`, for the test file that it is called in. */
let server: string | null = null;
const schemas: string[] = [];

/** A new database for `openStore`: to be opened several times, or by several processes. */
export async function databaseLocation(content: Exclude<Content, 'sample'> = 'tables'): Promise<string> {
  if (server === null) return newFile(content);
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create schema ${schema}`);
  schemas.push(schema);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

/** A store on a database of its own, or on the one at `location`. */
export const openTestStore = (location?: string): Promise<Store> =>
  location === undefined ? openNew('tables') : openStore(location).then(counted);

/** A store that holds the sample data. */
export const openSampleStore = (): Promise<Store> => openNew('sample');

async function openNew(content: Filled): Promise<Store> {
  if (server === null) return counted(await openSqlite(await sqliteImage(content)));
  const store = await openStore(await databaseLocation());
  if (content === 'sample') await seedSample(store);
  return counted(store);
}

/** Runs tests which use the databases from here on PostgreSQL; skips them, and says so, where there is none. */
export function alsoOnPostgres(what: string, define: () => void): void {
  if (TEST_POSTGRES_URL === undefined || TEST_POSTGRES_URL === '') {
    process.stdout.write(`PostgreSQL: ${what}: skipped (TEST_POSTGRES_URL is not set)\n`);
    test.skip(`${what} on PostgreSQL`, () => undefined);
    return;
  }
  server = TEST_POSTGRES_URL;
  describe('on PostgreSQL', () => {
    afterAll(async () => {
      for (const schema of schemas) await onServer(TEST_POSTGRES_URL, `drop schema ${schema} cascade`);
    });
    define();
  });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

let pending = 0;
let waiting: (() => void)[] = [];

/** Resolves when no query is under way: at once with false, or with true after a wait. */
export async function databaseIdle(): Promise<boolean> {
  if (pending === 0) return false;
  await new Promise<void>((resolve) => waiting.push(resolve));
  return true;
}

function end(): void {
  pending -= 1;
  if (pending > 0) return;
  for (const resolve of waiting) resolve();
  waiting = [];
}

/** A query that fails is never counted as ended; such ones have to be made in `write`. */
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    pending += 1;
    return node;
  },
  transformResult: async ({ result }) => {
    end();
    return result;
  },
};

const counted = (store: Store): Store => ({
  ...store,
  db: store.db.withPlugin(counting),
  write: (work) => {
    pending += 1;
    return store.write(work).finally(end);
  },
});
