import { openSqlite } from '../../../src/db/sqlite';
import { type KnownRows, readRows } from '../../../src/rows';
import { sqliteImage } from './sqlite-images';

let rows: Promise<KnownRows> | null = null;

/** The rows of the sample data, which take a bot 50 ms to read, for all bots. */
export function sampleRows(): Promise<KnownRows> {
  rows ??= read();
  return rows;
}

async function read(): Promise<KnownRows> {
  const store = await openSqlite(await sqliteImage('sample'));
  return readRows(store.db).finally(() => store.close());
}
