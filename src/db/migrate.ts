import { type Kysely, sql } from 'kysely';
import { lockName } from './lock';
import { foundation } from './migrations/0001-foundation';
import { reminders } from './migrations/0002-reminders';
import { campaigns } from './migrations/0003-campaigns';
import { enrolment } from './migrations/0004-enrolment';
import { stressCheck } from './migrations/0005-stress-check';
import { progress } from './migrations/0006-progress';
import { mentoring } from './migrations/0007-mentoring';
import { announcements } from './migrations/0008-announcements';
import { launch } from './migrations/0009-launch';
import { polls } from './migrations/0010-polls';
import { exchanges } from './migrations/0011-exchanges';
import { thanks } from './migrations/0012-thanks';
import { openHours } from './migrations/0013-open-hours';
import { lostWelcomes } from './migrations/0014-lost-welcomes';
import { reactions } from './migrations/0015-reactions';
import { pollUrgency } from './migrations/0016-poll-urgency';
import { surveyClosing } from './migrations/0017-survey-closing';
import type { Migration } from './migrations/migration';
import type { Database } from './schema';
import type { Reader, Writer } from './store';

const migrations: readonly Migration[] = [
  foundation,
  reminders,
  campaigns,
  enrolment,
  stressCheck,
  progress,
  mentoring,
  announcements,
  launch,
  polls,
  exchanges,
  thanks,
  openHours,
  lostWelcomes,
  reactions,
  pollUrgency,
  surveyClosing,
];

export class DatabaseTooNew extends Error {}

/**
 * Brings the schema up to date, each migration in a transaction of its own; of several processes that start together
 * one does it and the others wait. Throws `DatabaseTooNew` rather than touch a newer database.
 */
export async function migrate(db: Kysely<Database>, known: readonly Migration[] = migrations): Promise<void> {
  const done = await inTurn(db, async (tx) => {
    await sql`create table if not exists schema_migrations (version integer primary key, name text not null)`.execute(
      tx,
    );
    return versionsDone(tx);
  });
  const newest = Math.max(0, ...done);
  const last = known.at(-1)?.version ?? 0;
  if (newest > last) {
    throw new DatabaseTooNew(
      `the database has schema version ${newest}, this program knows ${last}: update the program`,
    );
  }
  for (const migration of known) {
    if (done.has(migration.version)) continue;
    await inTurn(db, async (tx) => {
      if ((await versionsDone(tx)).has(migration.version)) return;
      await migration.up(tx);
      await sql`insert into schema_migrations (version, name) values (${migration.version}, ${migration.name})`.execute(
        tx,
      );
    });
  }
}

const inTurn = <T>(db: Kysely<Database>, work: (tx: Writer) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await lockName(tx, 'migrations');
    return work(tx);
  });

async function versionsDone(reader: Reader): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ version: number }>`select version from schema_migrations`.execute(reader);
  return new Set(rows.map((row) => row.version));
}
