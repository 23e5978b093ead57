import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import type { Store } from './store';

export { DatabaseTooNew } from './migrate';
export { DatabaseInUse, DatabaseMissing, lockForServer, openForReading } from './sqlite';
export type { Reader, Store, Writer } from './store';
export { whileUnwritten } from './unwritten';

/**
 * Opens the database and migrates it: PostgreSQL for a `postgres://` or `postgresql://` URL, else the SQLite file of
 * that name (created when missing) or `:memory:`. Throws `DatabaseTooNew` when a newer program has written it.
 */
export const openStore = (database: string): Promise<Store> =>
  /^postgres(ql)?:\/\//.test(database) ? openPostgres(database) : openSqlite(database);
