import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openStore } from '../../../src/db/open';
import { seedSample } from './sample';

/** What a test's database begins with: nothing at all, the migrated tables, or the sample data in them. */
export type Content = 'nothing' | 'tables' | 'sample';
export type Filled = Exclude<Content, 'nothing'>;

/** A new SQLite file: its path. */
export async function newFile(content: Content): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'ikusei-test-')), 'test.db');
  if (content !== 'nothing') writeFileSync(file, await sqliteImage(content));
  return file;
}

const images = new Map<Filled, Promise<Buffer>>();

/** The bytes of a SQLite database, to be opened in memory; made once, since the sample takes 0.3 s. */
export function sqliteImage(content: Filled): Promise<Buffer> {
  const image = images.get(content) ?? makeImage(content);
  images.set(content, image);
  return image;
}

async function makeImage(content: Filled): Promise<Buffer> {
  const file = await newFile('nothing');
  const store = await openStore(file);
  if (content === 'sample') await seedSample(store);
  await store.close();
  const closed = new SqliteDatabase(file);
  // A database in memory keeps no write-ahead log, and refuses the bytes of one that does.
  closed.pragma('journal_mode = DELETE');
  closed.close();
  return readFileSync(file);
}
