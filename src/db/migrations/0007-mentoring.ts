import { createTables, run, wordsOf } from './ddl';
import type { Migration } from './migration';

/**
 * Mentors and mentees (推進計画 1.2.2). The daily expiry of mentoring removes them. Kept for:
 *
 * - mentoring_pairs, mentoring_pair_events: who was whose mentor, and who decided what; five years after the pair's end.
 * - mentoring_check_ins: that and when two people talked; as long as the pair. HR sees of it that much and no more.
 * - mentoring_answers, mentoring_topics, mentoring_drafts, mentoring_goals, mentoring_steps: what the two wrote for each
 *   other or for themselves, so that they can go on from it; until the end of the 年度 after the pair's end, a leaver's 30
 *   days after leaving. Nobody but the two reads them.
 * - mentoring_calls: that somebody asked one person for help, or for another mentor, and whether that one has answered; no
 *   text of it; until the end of the 年度 after.
 * - mentoring_awaited_files: that a person's next file is a list of pairs; ten minutes.
 */
const tables = (key: string): readonly string[] => [
  `mentoring_pairs (
    id text primary key, mentee text not null, mentor text not null, from_on text not null, until_on text not null,
    early text not null check (early in ('monthly', 'fortnightly', 'weekly')),
    state text not null check (state in ('active', 'suspended', 'ended')), why text, ended_on text,
    mentee_section text not null, mentor_section text not null, sample integer not null check (sample in (0, 1)),
    news integer not null check (news in (0, 1)), changed_at text not null, created_by text not null, created_at text not null,
    check (mentee <> mentor), check ((state = 'active') = (why is null)), check ((state = 'ended') = (ended_on is not null)))`,
  `mentoring_pair_events (
    seq ${key}, pair_id text not null references mentoring_pairs (id), at text not null, actor text not null,
    what text not null, detail text not null)`,
  `mentoring_check_ins (
    id text primary key, pair_id text not null references mentoring_pairs (id), from_on text not null, to_on text not null,
    pace text not null, number integer not null check (number between 1 and 9), met_on text, mentee_at text, mentor_at text,
    unique (pair_id, from_on, number))`,
  `mentoring_drafts (
    check_in_id text not null references mentoring_check_ins (id), side text not null check (side in ('mentee', 'mentor')),
    answer text not null, saved_at text not null, primary key (check_in_id, side))`,
  // The latest of a side counts; those before it are its history.
  `mentoring_answers (
    seq ${key}, check_in_id text not null references mentoring_check_ins (id),
    side text not null check (side in ('mentee', 'mentor')), answer text not null, at text not null)`,
  `mentoring_topics (
    check_in_id text not null references mentoring_check_ins (id), topic text not null, primary key (check_in_id, topic))`,
  `mentoring_goals (
    id text primary key, pair_id text not null references mentoring_pairs (id), text text not null, created_by text not null,
    created_at text not null, removed_at text)`,
  `mentoring_steps (
    id text primary key, goal_id text not null references mentoring_goals (id), text text not null, created_by text not null,
    created_at text not null, done_at text)`,
  `mentoring_calls (
    id text primary key, pair_id text not null references mentoring_pairs (id), kind text not null check (kind in ('help', 'change')),
    asker text not null, reader text not null, asked_at text not null,
    state text not null check (state in ('open', 'taken', 'withdrawn')), state_at text not null)`,
  `mentoring_awaited_files (person text primary key, until text not null)`,
];

const indexes = [
  `create index mentoring_pairs_mentee on mentoring_pairs (mentee)`,
  `create index mentoring_pairs_mentor on mentoring_pairs (mentor)`,
  `create index mentoring_pairs_state on mentoring_pairs (state)`,
  `create index mentoring_pair_events_pair on mentoring_pair_events (pair_id)`,
  `create index mentoring_answers_check_in on mentoring_answers (check_in_id, side)`,
  `create index mentoring_goals_pair on mentoring_goals (pair_id)`,
  `create index mentoring_steps_goal on mentoring_steps (goal_id)`,
  `create index mentoring_calls_state on mentoring_calls (state)`,
  // A double tap calls once.
  `create unique index mentoring_calls_open on mentoring_calls (pair_id, kind, asker, reader) where state = 'open'`,
];

/** Pairs, their check-ins and goals, and calls for help. */
export const mentoring: Migration = {
  version: 7,
  name: 'mentoring',
  async up(db) {
    await createTables(db, tables(wordsOf(db).key));
    await run(db, indexes);
  },
};
