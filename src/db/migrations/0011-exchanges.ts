import { createTables, createUnorderedTables, run } from './ddl';
import type { Migration } from './migration';

/**
 * メンター情報交換会. The daily expiry of mentoring removes them. Kept for:
 *
 * - mentoring_exchanges, mentoring_exchange_seats: when and where mentors meet, and who comes; until the end of the 年度 after.
 * - mentoring_exchange_topics: what somebody wants to talk about. No person, no time, and no order by which it could be told
 *   whose it is; removed with its exchange.
 * - mentoring_tips: what HR tells all mentors in a month; five years.
 */
const tables: readonly string[] = [
  `mentoring_exchanges (
    id text primary key, held_on text not null, start_time text not null, end_time text not null, place text not null,
    seats integer not null check (seats between 1 and 500), state text not null check (state in ('open', 'cancelled')),
    version integer not null, changed_at text, created_by text not null, created_at text not null)`,
  `mentoring_exchange_seats (
    exchange_id text not null references mentoring_exchanges (id), person text not null,
    state text not null check (state in ('going', 'withdrawn')), at text not null, primary key (exchange_id, person))`,
  `mentoring_tips (month text primary key, text text not null, written_by text not null, written_at text not null)`,
];

const unordered: readonly string[] = [
  `mentoring_exchange_topics (
    id text primary key, exchange_id text not null references mentoring_exchanges (id), topic text not null)`,
];

/** Meetings of mentors, their topics, and the tip of the month. */
export const exchanges: Migration = {
  version: 11,
  name: 'exchanges',
  async up(db) {
    await createTables(db, tables);
    await createUnorderedTables(db, unordered);
    await run(db, [
      `create index mentoring_exchange_topics_exchange on mentoring_exchange_topics (exchange_id)`,
    ]);
  },
};
