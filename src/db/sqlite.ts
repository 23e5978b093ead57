import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase as Preparing,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { again, codeOf } from './again';
import { migrate } from './migrate';
import type { Database } from './schema';
import type { Store } from './store';

/** Kysely begins deferred transactions; two processes then lose read-then-write work to SQLITE_BUSY. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: SqliteDatabase.Database;
  constructor(database: SqliteDatabase.Database) {
    super({ database: keepingStatements(database) });
    this.#database = database;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** A full disk makes SQLite roll back by itself; a second attempt would hide the error that tells of it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

const MOST_STATEMENTS = 300;

/** Kysely prepares every statement anew, which takes longer than most of them do; the last few hundred are kept. */
function keepingStatements(database: SqliteDatabase.Database): Preparing {
  const kept = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => void database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? database.prepare(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;
  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }
}

/** Of all stores of this process. */
let writes = 0;

/** SQLite itself waits this long, in ms, blocking the event loop; the rest is awaited. */
const BUSY_TIMEOUT_MS = 50;

/**
 * Opens (and creates) the SQLite database at `file`, or `:memory:`, or in memory from the bytes of one, and migrates it.
 * Throws when the database was written by a newer program.
 */
export async function openSqlite(file: string | Buffer): Promise<Store> {
  if (typeof file === 'string' && file !== ':memory:')
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  // What is removed is gone from the file as well.
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const db = new Kysely<Database>({ dialect: new ImmediateDialect(sqlite) });
  const dataVersion = sqlite.prepare('pragma data_version').pluck();
  let ofOthers: unknown = null;
  /** Asked once for all that runs before the event loop comes round again: a question asks a dozen times. */
  const writesOfOthers = (): unknown => {
    if (ofOthers === null) {
      ofOthers = dataVersion.get();
      setImmediate(() => {
        ofOthers = null;
      });
    }
    return ofOthers;
  };
  const store: Store = {
    db,
    async write(work) {
      try {
        return await again(() => db.transaction().execute(work), isBusy);
      } finally {
        writes += 1;
      }
    },
    // SQLite's own number tells of other connections only, so this process's writes are counted beside it.
    version: () => `${writesOfOthers()}.${writes}`,
    close: () => db.destroy(),
  };
  try {
    await again(() => migrate(db), isBusy);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

export class DatabaseMissing extends Error {}

/**
 * Opens an existing database for reading: nothing is created or migrated, and writing is refused by the database.
 * Throws `DatabaseMissing` when there is no such file.
 */
export function openFileForReading(file: string): { readonly db: Kysely<Database>; close(): Promise<void> } {
  if (!existsSync(file)) throw new DatabaseMissing(file);
  const sqlite = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  return { db, close: () => db.destroy() };
}

const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

export class DatabaseInUse extends Error {}

/**
 * Holds `file` for one server: throws `DatabaseInUse` when another server holds it. Released by `release`, and by the
 * operating system when the process dies, whatever way.
 */
export function lockFile(file: string): { release(): void } {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const lock = new SqliteDatabase(`${file}.server-lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new DatabaseInUse(file);
    throw error;
  }
  return { release: () => lock.close() };
}
