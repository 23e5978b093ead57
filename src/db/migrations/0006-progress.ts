import { createTables } from './ddl';
import type { Migration } from './migration';

/**
 * What managers did about those who still owe something. No column can hold what anybody answered. Kept for:
 *
 * - section_talks: that a 所属長 spoke to their section about a campaign in a week (the day of its Monday), so that nobody asks
 *   them again in that week; until the end of the 年度 after, as the campaign's members.
 */
const tables = [
  `section_talks (
    campaign_id text not null references campaigns (id), section text not null, week text not null, spoken_by text not null,
    spoken_at text not null, primary key (campaign_id, section, week))`,
];

/** How far a campaign is in its sections. */
export const progress: Migration = {
  version: 6,
  name: 'progress',
  up: (db) => createTables(db, tables),
};
