import { createTables, run, wordsOf } from './ddl';
import type { Migration } from './migration';

/**
 * What HR tells people. Kept for:
 *
 * - announcements: three years after they went out (what was said to whom, who approved it).
 * - announcement_recipients: who was in the audience, whether it reached them, and that they confirmed it; until the end of the
 *   年度 after. What became of each message is in its delivery, which is kept as long.
 * - announcement_posts: as the announcements; no person.
 * - team_channels: as long as the bot is in the channel, and while an announcement names it; no person.
 */
const tablesWith = (bigint: string): readonly string[] => [
  `announcements (
    id text primary key,
    state text not null check (
      state in ('draft', 'requested', 'scheduled', 'sending', 'paused', 'finished', 'cancelled', 'withdrawn')),
    content text not null, audience text not null, plan text not null, series text, issue text,
    created_by text not null, created_at text not null, edited_by text not null, edited_at text not null,
    requested_by text, requested_at text, approved_by text, scheduled_by text, starts_at text, started_at text,
    ended_by text, ended_at text, correction text, correction_by text,
    corrections integer not null default 0, corrected_at text, unique (series, issue))`,
  `announcement_recipients (
    announcement_id text not null references announcements (id), employee text not null, section text not null,
    delivery_id ${bigint} references deliveries (id), skipped text check (skipped in ('not-in-teams', 'on-leave')),
    left_on text, confirmed_at text,
    primary key (announcement_id, employee), check ((delivery_id is null) = (skipped is not null)))`,
  `team_channels (
    id text primary key, conversation_id text not null unique, team_id text not null, team text not null,
    channel text not null, seen_at text not null, removed_at text)`,
  `announcement_posts (
    announcement_id text not null references announcements (id), channel_id text not null references team_channels (id),
    delivery_id ${bigint} not null references deliveries (id), primary key (announcement_id, channel_id))`,
];

const changes = [
  `alter table delivery_jobs add column held integer not null default 0 check (held in (0, 1))`,
  `create index delivery_jobs_held on delivery_jobs (id) where held = 1`,
  `create index announcements_state on announcements (state)`,
  `create index announcement_recipients_employee on announcement_recipients (employee)`,
  `create index announcement_recipients_delivery on announcement_recipients (delivery_id) where delivery_id is not null`,
  `create index announcement_posts_delivery on announcement_posts (delivery_id)`,
];

/** Announcements, who is to get them, and the channels they can be posted in; jobs of the outbox can be held back. */
export const announcements: Migration = {
  version: 8,
  name: 'announcements',
  async up(db) {
    await createTables(db, tablesWith(wordsOf(db).bigint));
    await run(db, changes);
  },
};
