import { run } from './ddl';
import type { Migration } from './migration';

/**
 * Kept for:
 *
 * - announcement_recipients.reacted_at: that somebody reacted to an announcement, so that they are answered once; as long as the
 *   row.
 */
export const reactions: Migration = {
  version: 15,
  name: 'reactions',
  up: (db) => run(db, ['alter table announcement_recipients add column reacted_at text']),
};
