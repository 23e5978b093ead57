import { sql } from 'kysely';
import { addDays, type Day, instantAt } from '../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../core/calendar/fiscal-year';
import type { Reader, Writer } from '../db/open';
import { removedIn } from '../db/removed';
import { END_STATES, type JobId } from './delivery';

/**
 * For how many days after its end the outbox keeps what a message said, by the kind of its job: long enough to look into a
 * complaint, and short where the words are personal or only a trial. A later update, correction or withdrawal is made from the
 * feature's own rows and the activity id, so it needs none of this; whose cards are read again says so by `inUse`.
 */
export const PAYLOAD_DAYS = {
  announcement: 30,
  'announcement-work': 30,
  'campaign-test': 7,
  inquiry: 30,
  launch: 30,
  'launch-test': 7,
  'launch-welcome': 30,
  poll: 30,
  reminders: 30,
  survey: 30,
  'survey-results': 30,
  thanks: 7,
  'thanks-report': 30,
} as const satisfies Readonly<Record<string, number>>;

/** What a job is, in a word. Every kind has its period above. */
export type JobKind = keyof typeof PAYLOAD_DAYS;

/** Instead of what a message said: no message. */
const EMPTIED = 'null';

/**
 * Forgets what the retention period has passed for: what a message said, and whole rows (recipient, state, attempts, times,
 * activity id) at the end of the 年度 after they ended. Never of a delivery that is still to go out, or whose message is about to be
 * changed, nor of the jobs `inUse`. Answers how many.
 */
export async function forgetDeliveries(
  tx: Writer,
  today: Day,
  inUse: readonly JobId[],
): Promise<{ readonly payloads: number; readonly deliveries: number }> {
  let payloads = 0;
  for (const [days, kinds] of Map.groupBy(Object.entries(PAYLOAD_DAYS), ([, days]) => days))
    payloads += await emptyPayloads(
      tx,
      startOf(addDays(today, -days)),
      kinds.map(([kind]) => kind),
      inUse,
    );
  const before = startOf(fiscalYearStart(fiscalYearOf(today) - 1));
  return { payloads, deliveries: await removeRows(tx, before, inUse) };
}

const startOf = (day: Day): string => instantAt(day, '00:00').toISOString();

async function emptyPayloads(
  tx: Writer,
  endedBefore: string,
  kinds: readonly string[],
  inUse: readonly JobId[],
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ payload: EMPTIED })
    .where('payload', '!=', EMPTIED)
    .where(
      'id',
      'in',
      ended(tx, endedBefore, inUse)
        .innerJoin('delivery_jobs as job', 'job.id', 'old.job_id')
        .select('old.id')
        .where('job.kind', 'in', kinds)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('deliveries as change')
                .select('change.id')
                .whereRef('change.target', '=', 'old.id')
                .where('change.state', 'in', ['pending', 'sending']),
            ),
          ),
        ),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Changes first, then the messages that nothing names any more, then jobs without any. */
async function removeRows(tx: Writer, endedBefore: string, inUse: readonly JobId[]): Promise<number> {
  let count = 0;
  for (const kinds of [['update', 'delete'], ['send']] as const)
    count += removedIn(
      await tx
        .deleteFrom('deliveries')
        .where(
          'id',
          'in',
          ended(tx, endedBefore, inUse)
            .select('old.id')
            .where('old.kind', 'in', [...kinds])
            .where('old.id', 'not in', named(tx)),
        )
        .execute(),
    );
  await tx
    .deleteFrom('delivery_jobs')
    .where('created_at', '<', endedBefore)
    .where('id', 'not in', (used) => used.selectFrom('deliveries').select('job_id'))
    .execute();
  return count;
}

/** Deliveries that other rows name, which are kept by periods of their own. */
const named = (reader: Reader) =>
  reader
    .selectFrom('deliveries')
    .select(sql<number>`target`.as('id'))
    .where('target', 'is not', null)
    .unionAll(namedIn(reader, 'announcement_recipients'))
    .unionAll(namedIn(reader, 'announcement_posts'))
    .unionAll(namedIn(reader, 'poll_members'))
    .unionAll(namedIn(reader, 'thanks_cards'));

const namedIn = (
  reader: Reader,
  table: 'announcement_recipients' | 'announcement_posts' | 'poll_members' | 'thanks_cards',
) =>
  reader
    .selectFrom(table)
    .select(sql<number>`delivery_id`.as('id'))
    .where(sql<boolean>`delivery_id is not null`);

const ended = (reader: Reader, before: string, inUse: readonly JobId[]) =>
  reader
    .selectFrom('deliveries as old')
    .where('old.state', 'in', [...END_STATES])
    .where('old.ended_at', '<', before)
    .$if(inUse.length > 0, (old) => old.where('old.job_id', 'not in', [...inUse]));
