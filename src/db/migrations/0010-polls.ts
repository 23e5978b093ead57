import { createTables, createUnorderedTables, wordsOf } from './ddl';
import type { Migration } from './migration';

/**
 * What HR asks people at once. Kept for:
 *
 * - polls: three years after they were closed (what was asked, by whom).
 * - poll_members: who was asked and what they answered, under their names and known to them; until the end of the 年度 after.
 * - pulse_surveys: as polls; no person but who asked, and how many were asked.
 * - pulse_participants: who was asked and whether they took part, so that nobody votes twice; until the survey is closed.
 */
const tables = (bigint: string): readonly string[] => [
  `polls (
    id text primary key, state text not null check (state in ('draft', 'open', 'closed')), question text not null,
    choices text not null, emergency integer not null check (emergency in (0, 1)), audience text not null,
    rounds integer not null default 0, created_by text not null, created_at text not null,
    started_at text, closed_at text)`,
  `poll_members (
    poll_id text not null references polls (id), employee text not null, section text not null,
    gap text check (gap in ('not-in-teams', 'on-leave')), delivery_id ${bigint} references deliveries (id),
    answer integer, comment text, answered_at text, primary key (poll_id, employee),
    check ((answer is null) = (answered_at is null)))`,
  `pulse_surveys (
    id text primary key, state text not null check (state in ('draft', 'open', 'closed')), question text not null,
    choices text not null, audience text not null, created_by text not null, created_at text not null,
    opened_at text, closed_at text, asked integer not null default 0)`,
];

/**
 * Who took part, and what was answered. No column of one leads to a row of the other, none tells a time or an order: answers
 * are counts that exist from the beginning, comments are put down anew, under new random keys, with every ballot.
 *
 * - pulse_tallies, pulse_comments: three years after the survey was closed; no person.
 */
const unordered = [
  `pulse_participants (
    survey_id text not null references pulse_surveys (id), employee text not null, group_name text not null,
    took_part integer not null check (took_part in (0, 1)), primary key (survey_id, employee))`,
  `pulse_tallies (
    survey_id text not null references pulse_surveys (id), group_name text not null, choice integer not null,
    votes integer not null check (votes >= 0), primary key (survey_id, group_name, choice))`,
  `pulse_comments (id text primary key, survey_id text not null references pulse_surveys (id), text text not null)`,
];

/** Polls under one's name, and surveys that know no name. */
export const polls: Migration = {
  version: 10,
  name: 'polls',
  async up(db) {
    await createTables(db, tables(wordsOf(db).bigint));
    await createUnorderedTables(db, unordered);
  },
};
