import { type Kysely, sql } from 'kysely';
import { onPostgres } from './dialect';
import type { Database } from './schema';

/**
 * Removes former versions of the rows of these tables, of which a single copy of the database would tell how they came to be
 * what they are: on SQLite the write-ahead log is emptied into the file, whose freed places are overwritten; on PostgreSQL
 * dead rows are vacuumed. What another process is reading at that moment may stay until the next time. Never within a
 * transaction.
 */
export async function clearTraces(db: Kysely<Database>, tables: readonly (keyof Database)[]): Promise<void> {
  if (!onPostgres(db)) {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    return;
  }
  for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(db);
}
