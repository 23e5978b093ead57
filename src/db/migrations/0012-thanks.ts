import { createTables, run, wordsOf } from './ddl';
import type { Migration } from './migration';

/**
 * 「ありがとう」 from one colleague to another. Kept for:
 *
 * - thanks_cards: who thanked whom with which words, for the two of them to read, share and take back; until the end of the
 *   年度 after. Nothing counts them by person.
 */
const tables = (bigint: string): readonly string[] => [
  `thanks_cards (
    id text primary key, sender text not null, receiver text not null, text text not null, sent_on text not null,
    delivery_id ${bigint} references deliveries (id),
    sender_allows text not null check (sender_allows in ('nobody', 'section', 'all')),
    shared_with text check (shared_with in ('section', 'all')), shared_on text,
    taken_back integer not null default 0 check (taken_back in (0, 1)),
    reported integer not null default 0 check (reported in (0, 1)), check (sender <> receiver),
    unique (sender, receiver, sent_on))`,
];

/** Thanks between colleagues. */
export const thanks: Migration = {
  version: 12,
  name: 'thanks',
  async up(db) {
    await createTables(db, tables(wordsOf(db).bigint));
    await run(db, [
      `create index thanks_cards_shared on thanks_cards (shared_on) where shared_with is not null`,
    ]);
  },
};
