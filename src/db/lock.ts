import { type Selectable, sql } from 'kysely';
import { onPostgres } from './dialect';
import type { Database } from './schema';
import type { Writer } from './store';

/** Values of a row's columns; several for a column name as many rows. */
type RowsOf<Table extends keyof Database> = {
  readonly [Column in keyof Selectable<Database[Table]>]?:
    | Selectable<Database[Table]>[Column]
    | readonly Selectable<Database[Table]>[Column][];
};

/**
 * Every transaction that decides by what it reads (a free seat, a state) first locks the parent row of the decision:
 * who comes second waits here, and then reads what the first has written. Read before the lock is read too early.
 *
 *     await lockRows(tx, 'records', { dataset: 'offering', id });
 *
 * Several rows are locked in the order of `where`'s columns. A row that does not exist locks nothing. Does nothing on
 * SQLite, where one transaction writes at a time; on PostgreSQL two that lock in opposite order are told by 40P01, upon
 * which `Store.write` runs one of them again.
 */
export async function lockRows<Table extends keyof Database>(
  tx: Writer,
  table: Table,
  where: RowsOf<Table>,
): Promise<void> {
  const columns = Object.entries<unknown>(where).map(
    ([column, value]) => [column, Array.isArray(value) ? value : [value]] as const,
  );
  if (columns.length === 0) throw new TypeError(`which rows of ${table}?`);
  if (!onPostgres(tx) || columns.some(([, values]) => values.length === 0)) return;
  const conditions = columns.map(([column, values]) => sql`${sql.ref(column)} = any(${values})`);
  const order = columns.map(([column]) => sql.ref(column));
  // Not FOR UPDATE: that would also wait for, and dead-lock with, whoever inserts a row that refers to this one.
  await sql`select 1 from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}
    order by ${sql.join(order)} for no key update`.execute(tx);
}

/** As `lockRows`, for a decision that has no parent row: one transaction at a time goes beyond this with the same name. */
export async function lockName(tx: Writer, name: string): Promise<void> {
  if (!onPostgres(tx)) return;
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.' || ${name}))`.execute(tx);
}
