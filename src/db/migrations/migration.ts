import type { Kysely } from 'kysely';
import type { Database } from '../schema';

/** A step of the schema's history; run once, in a transaction of its own, in the order of `version`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Kysely<Database>): Promise<void>;
}
