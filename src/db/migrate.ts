import { type Kysely, sql } from 'kysely';
import { foundation } from './migrations/0001-foundation';
import type { Migration } from './migrations/migration';
import type { Database } from './schema';

const migrations: readonly Migration[] = [foundation];

export class DatabaseTooNew extends Error {}

/** Brings the schema up to date, each migration in a transaction of its own. Throws `DatabaseTooNew` rather than touch a newer database. */
export async function migrate(db: Kysely<Database>, known: readonly Migration[] = migrations): Promise<void> {
  await sql`create table if not exists schema_migrations (version integer primary key, name text not null)`.execute(
    db,
  );
  const { rows } = await sql<{ version: number }>`select version from schema_migrations`.execute(db);
  const done = new Set(rows.map((row) => Number(row.version)));
  const newest = Math.max(0, ...done);
  const last = known.at(-1)?.version ?? 0;
  if (newest > last) {
    throw new DatabaseTooNew(
      `the database has schema version ${newest}, this program knows ${last}: update the program`,
    );
  }
  for (const migration of known) {
    if (done.has(migration.version)) continue;
    await db.transaction().execute(async (tx) => {
      const { rows: again } =
        await sql`select 1 from schema_migrations where version = ${migration.version}`.execute(tx);
      if (again.length > 0) return;
      await migration.up(tx);
      await sql`insert into schema_migrations (version, name) values (${migration.version}, ${migration.name})`.execute(
        tx,
      );
    });
  }
}
