import { createHash, randomBytes } from 'node:crypto';
import { type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Store, Writer } from '../../db/open';

/** A file for one person to fetch in a browser, for a short time. */
export interface LinkedFile {
  readonly owner: EmployeeId;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

const LIFETIME_MS = 15 * 60_000;

/** Only the hash is stored: who reads the database cannot fetch the file by it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Answers the token of a new link, 256 random bits, good for 15 minutes. */
export async function linkFile(tx: Writer, file: LinkedFile, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await removeExpired(tx, now);
  await tx
    .insertInto('file_links')
    .values({
      token_hash: hashOf(token),
      owner: file.owner,
      name: file.name,
      media_type: file.mediaType,
      content: file.content,
      expires_at: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    })
    .execute();
  return token;
}

/** Removes the files whose time is over, which must not outlive their links. To be called now and then. */
export async function dropExpiredFiles(store: Store, now: Date): Promise<void> {
  const expired = store.db.selectFrom('file_links').where('expires_at', '<', now.toISOString());
  const any = await expired.select('token_hash').limit(1).execute();
  if (any.length > 0) await store.write((tx) => removeExpired(tx, now));
}

const removeExpired = (tx: Writer, now: Date) =>
  tx.deleteFrom('file_links').where('expires_at', '<', now.toISOString()).execute();

/** Null for a token that never was or has expired. */
export async function linkedFile(reader: Reader, token: string, now: Date): Promise<LinkedFile | null> {
  const row = await reader
    .selectFrom('file_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>=', now.toISOString())
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    owner: employeeId.parse(row.owner),
    name: row.name,
    mediaType: row.media_type,
    content: row.content,
  };
}
