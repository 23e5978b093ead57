import { sql } from 'kysely';
import { onPostgres } from '../../src/db/dialect';
import type { Store } from '../../src/db/open';
import type { Database } from '../../src/db/schema';

/** Makes the database refuse every update of `table` for which `condition`, SQL over the rows `old` and `new`, is true. */
export async function refuseUpdates(
  { db }: Store,
  table: keyof Database,
  condition: string,
  message: string,
): Promise<{ lift(): Promise<void> }> {
  const name = `refuse_${message.replaceAll(/\W/g, '_')}`;
  const run = (statement: string) => sql.raw(statement).execute(db);
  if (onPostgres(db)) {
    await run(`create function ${name}() returns trigger language plpgsql as
      $$ begin if ${condition} then raise exception '${message}'; end if; return new; end $$`);
    await run(`create trigger ${name} before update on ${table} for each row execute function ${name}()`);
  } else {
    await run(`create trigger ${name} before update on ${table} when ${condition}
      begin select raise(abort, '${message}'); end`);
  }
  return {
    async lift() {
      await run(`drop trigger ${name}${onPostgres(db) ? ` on ${table}` : ''}`);
    },
  };
}
