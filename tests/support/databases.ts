import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { KyselyPlugin } from 'kysely';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/db/open';
import { openSqlite } from '../../src/db/sqlite';

/** Databases for tests that run on SQLite and, brought together by `tests/postgres`, on PostgreSQL as well. */

const { TEST_POSTGRES_URL } = process.env;
/** Set by `alsoOnPostgres`, for the test file that it is called in. */
let server: string | null = null;
const schemas: string[] = [];

/** A new, empty database for `openStore`: to be opened several times, or by several processes. */
export async function databaseLocation(): Promise<string> {
  if (server === null) return path.join(mkdtempSync(path.join(tmpdir(), 'ikusei-test-')), 'test.db');
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create schema ${schema}`);
  schemas.push(schema);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

/** A store on a database of its own, or on the one at `location`. */
export async function openTestStore(location?: string): Promise<Store> {
  const elsewhere = server === null ? ':memory:' : await databaseLocation();
  return counted(await openStore(location ?? elsewhere));
}

/**
 * Stores that all begin as `seed` leaves one. On SQLite it runs once, and each store is a copy of what it left, in
 * memory: a roster of 480 takes 0.3 s to import, and a test file does it dozens of times.
 */
export function seededStores(seed: (store: Store) => Promise<void>): () => Promise<Store> {
  let image: Promise<Buffer> | null = null;
  return async () => {
    if (server !== null) {
      const store = await openTestStore();
      await seed(store);
      return store;
    }
    image ??= imageOf(seed);
    return counted(await openSqlite(await image));
  };
}

async function imageOf(seed: (store: Store) => Promise<void>): Promise<Buffer> {
  const file = await databaseLocation();
  const store = await openStore(file);
  await seed(store);
  await store.close();
  const closed = new SqliteDatabase(file);
  // A database in memory keeps no write-ahead log, and refuses the bytes of one that does.
  closed.pragma('journal_mode = DELETE');
  const bytes = closed.serialize();
  closed.close();
  return bytes;
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
