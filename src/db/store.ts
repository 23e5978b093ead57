import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema';

/** What readers take: both the handle and a transaction fit. */
export type Reader = Kysely<Database> | Transaction<Database>;
/** What writers take: a `Kysely` is not assignable to it, so a write outside a transaction does not compile. */
export type Writer = Transaction<Database>;

export interface Store {
  readonly db: Kysely<Database>;
  /**
   * Runs `work` in one transaction; runs the whole again when the database could not let it through beside another one
   * (SQLite: held by another process; PostgreSQL: serialization failure, dead-lock). What `work` decides by must be
   * locked first: see `lockRows`.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /**
   * Changes with every write by whichever process: what was read under the same version is still true. Another process's
   * write shows when the event loop comes round again, on PostgreSQL some milliseconds late. Takes a microsecond.
   */
  version(): string;
  close(): Promise<void>;
}
