import { type Kysely, PostgresAdapter } from 'kysely';
import type { Database } from './schema';

/** Whether queries of this handle or transaction go to PostgreSQL; else they go to SQLite. Only db/ asks. */
export const onPostgres = (db: Kysely<Database>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter;
