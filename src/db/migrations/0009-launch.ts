import { createTables, run } from './ddl';
import type { Migration } from './migration';

/**
 * Kept for:
 *
 * - launch_welcomes: that somebody has been told what the bot is, so that nobody is told twice; as long as they are in the
 *   roster.
 * - reminder_digest_tips: which tip a digest carried, so that the next one carries another; as long as the digest.
 * - reminder_tips_off: that somebody wants no tips; until they want them again, a leaver's until they leave.
 */
const tables: readonly string[] = [
  `launch_welcomes (person text primary key, at text not null, role text not null)`,
  `reminder_digest_tips (digest text primary key references reminder_digests (id), tip text not null)`,
  `reminder_tips_off (person text primary key)`,
];

/** Where the bot has been published before there were publish dates, it stays so. */
const published = `insert into settings (key, value)
  select 'launch', '{"publishOn":"' || substr(value, 1, 10) || '","pilot":[]}' from settings where key = 'published_at'`;

/** The plan of the launch, welcomes, tips. */
export const launch: Migration = {
  version: 9,
  name: 'launch',
  async up(db) {
    await createTables(db, tables);
    await run(db, [published, `delete from settings where key = 'published_at'`]);
  },
};
