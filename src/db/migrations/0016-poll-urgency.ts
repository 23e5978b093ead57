import { run } from './ddl';
import type { Migration } from './migration';

/** Beside how a poll goes out, whether it is about 安否・参集. */
export const pollUrgency: Migration = {
  version: 16,
  name: 'poll-urgency',
  async up(db) {
    await run(db, [
      `alter table polls add column urgency text not null default 'safety'
        check (urgency in ('emergency', 'safety', 'other'))`,
      `update polls set urgency = 'emergency' where emergency = 1`,
      `alter table polls drop column emergency`,
    ]);
  },
};
