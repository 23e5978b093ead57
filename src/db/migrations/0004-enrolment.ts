import { createTables, run, wordsOf } from './ddl';
import type { Migration } from './migration';

/**
 * Applications for offerings. Why: seats, reminders, and what the manager is told. Kept until the end of the fifth 年度
 * after the offering (as the training records), then removed with their events; a leaver's on leaving.
 *
 * `state` has no check: the states are `ENROLMENT_STATES` of the feature, and approval, selection and the waiting list
 * will add to them, which SQLite could only take by building the table anew.
 */
const tables = (key: string): readonly string[] => [
  // What is locked by whoever takes or gives a seat. `schedule` is when and where, as last noticed; `previous` before that.
  `enrolment_offerings (
    offering_id text primary key, course_id text not null, schedule text not null, previous text,
    version integer not null default 0, changed_at text)`,
  `enrolments (
    id text primary key, offering_id text not null references enrolment_offerings (offering_id), employee text not null,
    state text not null, applied_at text not null, state_at text not null, seen_version integer not null,
    manager_knows text, manager_knew_by text, manager_knew_at text, unique (offering_id, employee))`,
  // Who changed what when: a person's own history, and what a later decision is explained by.
  `enrolment_events (
    seq ${key}, enrolment_id text not null references enrolments (id), at text not null, actor text not null, state text not null)`,
];

export const enrolment: Migration = {
  version: 4,
  name: 'enrolment',
  async up(db) {
    await createTables(db, tables(wordsOf(db).key));
    await run(db, [
      `create index enrolments_employee on enrolments (employee, state)`,
      `create index enrolments_state on enrolments (state, offering_id)`,
      `create index enrolment_events_enrolment on enrolment_events (enrolment_id)`,
    ]);
  },
};
