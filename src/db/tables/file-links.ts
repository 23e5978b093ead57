import type { ColumnType } from 'kysely';

export interface FileLinksTables {
  file_links: FileLinkRow;
}

/** A link to a file: random, for one person, for a short time. */
export interface FileLinkRow {
  token_hash: string;
  owner: string;
  name: string;
  media_type: string;
  content: ColumnType<Uint8Array, Uint8Array, never>;
  expires_at: string;
}
