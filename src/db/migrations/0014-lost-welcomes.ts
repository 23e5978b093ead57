import { run } from './ddl';
import type { Migration } from './migration';

/** Which message a welcome is, so that one that did not arrive is sent again. */
export const lostWelcomes: Migration = {
  version: 14,
  name: 'lost welcomes',
  up: (db) =>
    run(db, [
      `alter table launch_welcomes add column message text not null default ''`,
      `update launch_welcomes set message = 'launch-welcome:' || person`,
    ]),
};
