import type { KyselyPlugin } from 'kysely';
import { openStore, type Store } from '../../src/db/open';
import { openSqlite } from '../../src/db/sqlite';
import { giveBack, takeDatabase } from './shared/postgres';
import { type Content, type Filled, newFile, sqliteImage } from './shared/sqlite-images';

/** Databases for tests that run on SQLite and, brought together by `tests/postgres`, on PostgreSQL as well. */

const { TEST_POSTGRES_URL } = process.env;
/** Set by `alsoOnPostgres`, for the test file that it is called in. */
let server: string | null = null;
const taken: string[] = [];

/** For what is tried many times: on PostgreSQL each takes several times as long. Belongs into the test's name. */
export const perDatabase = (count: { readonly sqlite: number; readonly postgres: number }): number =>
  server === null ? count.sqlite : count.postgres;

/** A new database for `openStore`: to be opened several times, or by several processes. */
export async function databaseLocation(content: Content = 'tables'): Promise<string> {
  if (server === null) return newFile(content);
  const database = await takeDatabase(server, content);
  taken.push(database);
  return database;
}

/** A store on a database of its own, or on the one at `location`. */
export const openTestStore = (location?: string): Promise<Store> =>
  location === undefined ? openNew('tables') : openStore(location).then(counted);

/** A store that holds the sample data. */
export const openSampleStore = (): Promise<Store> => openNew('sample');

const openNew = async (content: Filled): Promise<Store> =>
  counted(
    server === null
      ? await openSqlite(await sqliteImage(content))
      : await openStore(await databaseLocation(content)),
  );

/** Runs tests which use the databases from here on PostgreSQL; skips them, and says so, where there is none. */
export function alsoOnPostgres(what: string, define: () => void): void {
  if (TEST_POSTGRES_URL === undefined || TEST_POSTGRES_URL === '') {
    process.stdout.write(`PostgreSQL: ${what}: skipped (TEST_POSTGRES_URL is not set)\n`);
    test.skip(`${what} on PostgreSQL`, () => undefined);
    return;
  }
  server = TEST_POSTGRES_URL;
  describe('on PostgreSQL', () => {
    let before = 0;
    beforeEach(() => {
      before = taken.length;
    });
    // Those from before it are for several tests.
    afterEach(() => taken.splice(before).forEach(giveBack));
    afterAll(() => taken.splice(0).forEach(giveBack));
    define();
  });
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
