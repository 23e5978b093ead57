import { run } from './ddl';
import type { Migration } from './migration';

/** A delivery may be bound to open hours, whenever it comes to be sent. */
export const openHours: Migration = {
  version: 13,
  name: 'open hours',
  up: (db) =>
    run(db, [
      `alter table deliveries add column hours text not null default 'any' check (hours in ('any', 'open'))`,
    ]),
};
