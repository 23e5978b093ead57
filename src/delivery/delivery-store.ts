import type { Insertable, Selectable } from 'kysely';
import { aadObjectId } from '../core/ids';
import { lockRows } from '../db/lock';
import type { Reader, Writer } from '../db/open';
import type { DeliveryJobRow, DeliveryRow, DeliveryState } from '../db/schema';
import {
  type CancelReason,
  type Delivery,
  type DeliveryId,
  deliveryId,
  type JobId,
  jobId,
  type Progress,
} from './delivery';

/** Queries of the outbox's own side: writing rows, withdrawing them, counting. What the worker asks is in `claim-store.ts`. */

/** Rows in one statement: its parameters stay far below the limits of SQLite and PostgreSQL. */
const CHUNK = 500;

/** Pieces that one statement takes. Of `all` no more than a piece is held at a time. */
export function* chunks<T>(all: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const one of all) {
    if (chunk.push(one) < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

export async function insertJob(tx: Writer, job: Insertable<DeliveryJobRow>): Promise<void> {
  await tx
    .insertInto('delivery_jobs')
    .values(job)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Adds the rows of a chunk whose dedupe key is new; answers those that were added. */
export async function insertDeliveries(
  tx: Writer,
  chunk: readonly Insertable<DeliveryRow>[],
): Promise<{ readonly id: DeliveryId; readonly dedupeKey: string }[]> {
  const added = await tx
    .insertInto('deliveries')
    .values(chunk)
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning(['id', 'dedupe_key'])
    .execute();
  return added.map((row) => ({ id: deliveryId.parse(row.id), dedupeKey: row.dedupe_key }));
}

/** What an update or delete has to know of the message it is for. */
export type Target = Pick<DeliveryRow, 'kind' | 'recipient' | 'state'> & { readonly deleted: boolean };

export async function findTargets(
  reader: Reader,
  chunk: readonly DeliveryId[],
): Promise<ReadonlyMap<number, Target>> {
  if (chunk.length === 0) return new Map();
  const rows = await reader
    .selectFrom('deliveries as target')
    .select((row) => [
      'target.id',
      'target.kind',
      'target.recipient',
      'target.state',
      row
        .exists(
          row
            .selectFrom('deliveries as deletion')
            .select('deletion.id')
            .whereRef('deletion.target', '=', 'target.id')
            .where('deletion.kind', '=', 'delete')
            .where('deletion.state', 'in', ['pending', 'sending', 'sent']),
        )
        .as('deleted'),
    ])
    .where('target.id', 'in', chunk)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, deleted: Boolean(row.deleted) }]));
}

/** Cancels what an update or delete just added makes void: earlier ones of the same message that have not gone out. */
export async function supersede(tx: Writer, chunk: readonly DeliveryId[], at: string): Promise<void> {
  if (chunk.length === 0) return;
  const void_ = await tx
    .selectFrom('deliveries as earlier')
    .select('earlier.id')
    .where('earlier.target', 'in', chunk)
    .where('earlier.state', 'in', ['pending', 'sending'])
    .where((row) =>
      row.exists(
        row
          .selectFrom('deliveries as later')
          .select('later.id')
          .whereRef('later.target', '=', 'earlier.target')
          .whereRef('later.id', '>', 'earlier.id')
          .where('later.state', 'in', ['pending', 'sending', 'sent']),
      ),
    )
    .execute();
  await cancel(tx, ids(void_), 'superseded', at);
}

/** Rows of a job that are still open. */
export async function openDeliveries(reader: Reader, job: JobId): Promise<DeliveryId[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .select('id')
    .where('job_id', '=', job)
    .where('state', 'in', ['pending', 'sending'])
    .execute();
  return ids(rows);
}

/**
 * Ends what is pending; what is in flight ends as cancelled instead of being tried again. Changes that wait for a
 * cancelled message are cancelled with it. Answers how many ended here, and how many are in flight.
 */
export async function cancel(
  tx: Writer,
  of: readonly DeliveryId[],
  reason: CancelReason,
  at: string,
): Promise<{ readonly cancelled: number; readonly inFlight: number }> {
  let cancelled = 0;
  let inFlight = 0;
  for (const chunk of chunks(of)) {
    // So that none turns from `sending` to `pending` between the two statements below, and escapes both.
    await lockRows(tx, 'deliveries', { id: chunk });
    const ended = await tx
      .updateTable('deliveries')
      .set({ state: 'cancelled', error: reason, ended_at: at })
      .where('id', 'in', chunk)
      .where('state', '=', 'pending')
      .returning('id')
      .execute();
    const flagged = await tx
      .updateTable('deliveries')
      .set({ cancel_requested: 1 })
      .where('id', 'in', chunk)
      .where('state', '=', 'sending')
      .executeTakeFirst();
    await cancelOrphans(tx, ids(ended), at);
    cancelled += ended.length;
    inFlight += Number(flagged.numUpdatedRows);
  }
  return { cancelled, inFlight };
}

/** Ends the updates and deletes of messages which ended without being sent. */
export async function cancelOrphans(tx: Writer, targets: readonly DeliveryId[], at: string): Promise<void> {
  for (const chunk of chunks(targets)) {
    await tx
      .updateTable('deliveries')
      .set({ state: 'cancelled', error: 'target-not-sent' satisfies CancelReason, ended_at: at })
      .where('target', 'in', chunk)
      .where('state', '=', 'pending')
      .execute();
  }
}

export async function setHeld(tx: Writer, job: JobId, held: boolean): Promise<void> {
  await tx
    .updateTable('delivery_jobs')
    .set({ held: held ? 1 : 0 })
    .where('id', '=', job)
    .execute();
}

/** What was due earlier waits until `at`; what is in flight too, should it be tried again. */
export async function postpone(tx: Writer, job: JobId, at: string): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set({ not_before: at })
    .where('job_id', '=', job)
    .where('state', 'in', ['pending', 'sending'])
    .where('not_before', '<', at)
    .execute();
}

/** False when the message no longer waits. */
export async function replacePayload(tx: Writer, delivery: DeliveryId, payload: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ payload })
    .where('id', '=', delivery)
    .where('kind', '=', 'send')
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export async function countByState(reader: Reader, job: JobId): Promise<Progress> {
  const rows = await reader
    .selectFrom('deliveries')
    .select((row) => ['state', row.fn.countAll().as('count')])
    .where('job_id', '=', job)
    .groupBy('state')
    .execute();
  const counts: Record<DeliveryState, number> = {
    pending: 0,
    sending: 0,
    sent: 0,
    failed: 0,
    cancelled: 0,
    unreachable: 0,
  };
  for (const { state, count } of rows) counts[state] = Number(count);
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** In the order in which they were added; of every job where none is named. */
export async function findDeliveries(reader: Reader, job: JobId | null): Promise<Delivery[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .selectAll()
    .$if(job !== null, (query) => query.where('job_id', '=', job))
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}

function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: deliveryId.parse(row.id),
    job: jobId.parse(row.job_id),
    dedupeKey: row.dedupe_key,
    kind: row.kind,
    recipient: aadObjectId.parse(row.recipient),
    target: deliveryId.nullable().parse(row.target),
    state: row.state,
    attempts: row.attempts,
    possiblyDoubled: row.possibly_doubled > 0,
    activityId: row.activity_id,
    error: row.error,
    notBefore: new Date(row.not_before),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  };
}

const ids = (rows: readonly { readonly id: number }[]): DeliveryId[] =>
  rows.map((row) => deliveryId.parse(row.id));
