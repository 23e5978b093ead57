import path from 'node:path';
import type { Kysely } from 'kysely';
import { openPostgres } from './postgres';
import type { Database } from './schema';
import { lockFile, openFileForReading, openSqlite } from './sqlite';
import type { Store } from './store';

export { DatabaseTooNew } from './migrate';
export { DatabaseInUse, DatabaseMissing } from './sqlite';
export type { Reader, Store, Writer } from './store';
export { whileUnwritten } from './unwritten';

/**
 * Opens the database and migrates it: PostgreSQL for a `postgres://` or `postgresql://` URL, else the SQLite file of
 * that name (created when missing) or `:memory:`. Throws `DatabaseTooNew` when a newer program has written it.
 */
export const openStore = (database: string): Promise<Store> =>
  isUrl(database) ? openPostgres(database) : openSqlite(database);

const isUrl = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/** Beside a running server; a file is not changed. Throws `DatabaseMissing` when there is no such file. */
export const openForReading = async (
  database: string,
): Promise<{ readonly db: Kysely<Database>; close(): Promise<void> }> =>
  isUrl(database) ? openPostgres(database) : openFileForReading(database);

/**
 * Holds a SQLite file for one server: throws `DatabaseInUse` when another one holds it. Any number of servers may have
 * a PostgreSQL database, or one in memory each.
 */
export const lockForServer = (database: string): { release(): void } =>
  isUrl(database) || database === ':memory:' ? { release: () => undefined } : lockFile(database);

/** As it may be shown and logged: without the password and whatever else a URL carries. */
export function nameOfDatabase(database: string): string {
  if (!isUrl(database)) return database;
  const url = URL.parse(database);
  return url === null ? 'PostgreSQL' : `PostgreSQL ${url.host}${url.pathname}`;
}

/** Where what can be made again may lie: beside the file; nowhere for a database in memory. */
export function cacheDirectoryOf(database: string): string | null {
  if (database === ':memory:') return null;
  return path.resolve(isUrl(database) ? 'var' : path.dirname(database));
}
