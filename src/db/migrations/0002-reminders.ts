import { createTables, run } from './ddl';
import type { Migration } from './migration';

/**
 * Every table here is about a person, so that a reminder goes out once and at a good time, and for nothing else. They hold
 * what was told about (`campaign:12`), never what was said. Kept for:
 *
 * - reminder_people: as long as the person is in the roster (their wish for a time; also the row that a decision locks).
 * - reminder_digests, reminder_log: two years, longer than any thing can be due; then nothing could be told twice.
 * - reminder_snoozes: until the day has come.
 * - reminder_mutes: two years, as the log.
 * - proactive_messages: 35 days; the budget looks back 7.
 */
const tables = [
  `reminder_people (person text primary key, minute integer check (minute between 510 and 1020))`,
  `reminder_digests (
    id text primary key, person text not null references reminder_people (person), at text not null)`,
  `reminder_log (
    person text not null, thing text not null, step text not null, at text not null,
    digest text not null references reminder_digests (id), position integer not null, due_on text,
    primary key (person, thing, step))`,
  `reminder_snoozes (
    person text not null, thing text not null, until text not null, due_on text, primary key (person, thing))`,
  `reminder_mutes (person text not null, thing text not null, day text not null, primary key (person, thing))`,
  `proactive_messages (
    message text primary key, person text not null, day text not null, counted integer not null check (counted in (0, 1)))`,
];

const indexes = [
  `create index reminder_digests_person on reminder_digests (person, at)`,
  `create index reminder_log_digest on reminder_log (digest)`,
  `create index reminder_log_thing on reminder_log (thing, step)`,
  `create index reminder_snoozes_until on reminder_snoozes (until)`,
  `create index proactive_messages_day on proactive_messages (day, person)`,
];

/** What was told to whom, what is put off or no longer wanted, and everybody's budget of messages. */
export const reminders: Migration = {
  version: 2,
  name: 'reminders',
  async up(db) {
    await createTables(db, tables);
    await run(db, indexes);
  },
};
