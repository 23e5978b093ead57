import { Kysely, PostgresDialect } from 'kysely';
import type { PoolConfig } from 'pg';
import { again, codeOf } from './again';
import { migrate } from './migrate';
import type { Database } from './schema';
import type { Store } from './store';
import { WriteWatch } from './write-watch';

const CONNECTIONS = 10;
/** A process that stands still in the middle of a transaction keeps its locks no longer than this. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECT_MS = 10_000;

/** Serialization failure and dead-lock: the transaction was undone as a whole, and may pass the next time. */
const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/**
 * Opens a PostgreSQL database and migrates it; any number of processes may have it open. Transactions read what is
 * committed at each statement, so what they decide by has to be locked first (`lockRows`).
 */
export async function openPostgres(url: string): Promise<Store> {
  // Loaded only here: nobody on SQLite pays its 10 MB.
  const { Client, Pool, TypeOverrides, types } = await import('pg');
  // The driver gives these as text: for it they may not fit into a number. Our ids, times and sums do.
  const numbers = new TypeOverrides();
  for (const type of [types.builtins.INT8, types.builtins.NUMERIC]) numbers.setTypeParser(type, Number);
  const config: PoolConfig = { connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true };
  const pool = new Pool({
    ...config,
    types: numbers,
    max: CONNECTIONS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // The pool replaces an idle connection that breaks; its error, when nobody listens, would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const watch = new WriteWatch(() => new Client({ ...config, query_timeout: CONNECT_MS }));
  const store: Store = {
    db,
    async write(work) {
      const transaction = db.transaction().setIsolationLevel('read committed');
      try {
        return await again(
          () =>
            transaction.execute(async (tx) => {
              const result = await work(tx);
              await watch.announce(tx);
              return result;
            }),
          isConflict,
        );
      } finally {
        watch.wrote();
      }
    },
    version: () => watch.version(),
    async close() {
      await watch.close();
      await db.destroy();
    },
  };
  try {
    await again(() => migrate(db), isConflict);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
