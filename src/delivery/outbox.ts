import type { Insertable } from 'kysely';
import type { Clock } from '../core/clock';
import type { AadObjectId } from '../core/ids';
import { lockRows } from '../db/lock';
import type { Reader, Writer } from '../db/open';
import type { DeliveryRow } from '../db/schema';
import {
  type AbsenceReason,
  type CancelReason,
  type Delivery,
  type DeliveryId,
  type JobId,
  type Priority,
  type Progress,
  priorityNumber,
} from './delivery';
import {
  cancel,
  chunks,
  countByState,
  findDeliveries,
  findTargets,
  insertDeliveries,
  insertJob,
  openDeliveries,
  postpone,
  replacePayload,
  setHeld,
  supersede,
  type Target,
} from './delivery-store';
import type { Payload } from './payload';
import type { JobKind } from './retention';

/** One send operation of the product: an announcement, a round of reminders, an answer from HR. */
export interface Job {
  readonly id: JobId;
  readonly kind: JobKind;
  /** Employee id, or `system`. */
  readonly createdBy: string;
}

interface When {
  /** Names the delivery for good: a second one with the same key is not added, in whatever job. */
  readonly dedupeKey: string;
  /** By the business clock; at once when absent. */
  readonly notBefore?: Date;
  /**
   * `open`: in open hours only, also when it is late because of a retry, a crash or an outage. Default `any`, which is for
   * emergencies and for what somebody asked for just now.
   */
  readonly hours?: 'any' | 'open';
  /** Default `normal`. */
  readonly priority?: Priority;
}

/**
 * What is to go out. An update or delete names the delivery whose message it changes, and waits until that one is
 * sent; a later one of the same message replaces every earlier one that has not gone out.
 */
export type NewDelivery =
  | (When & { readonly kind: 'send'; readonly recipient: AadObjectId; readonly payload: Payload })
  | (When & { readonly kind: 'update'; readonly target: DeliveryId; readonly payload: Payload })
  | (When & { readonly kind: 'delete'; readonly target: DeliveryId });

interface Added {
  readonly id: DeliveryId;
  readonly dedupeKey: string;
}

export interface Enqueued {
  readonly added: readonly Added[];
  /** Dedupe keys that were there already. */
  readonly duplicates: readonly string[];
}

/** The one way out for every proactive message. A worker sends what is in here. */
export interface Outbox {
  /**
   * Adds deliveries to a job (a new one, or one that exists) in the caller's transaction: they go out if it commits.
   * They are taken one by one, so a generator may make any number of them without all being in memory.
   * Throws when an update or delete names no sent or waiting message.
   */
  enqueue(tx: Writer, job: Job, deliveries: Iterable<NewDelivery>): Promise<Enqueued>;
  /** Withdraws what has not gone out. What is in flight may still arrive, but is not tried again. */
  cancelJob(tx: Writer, job: JobId): Promise<{ readonly cancelled: number; readonly inFlight: number }>;
  cancelDeliveries(
    tx: Writer,
    deliveries: readonly DeliveryId[],
    reason?: 'withdrawn' | AbsenceReason,
  ): Promise<{ readonly cancelled: number; readonly inFlight: number }>;
  /**
   * Holds back what of a job has not gone out, retries included, until `release`. What is in flight may still arrive.
   * Changes of its messages are jobs of their own, and are not held.
   */
  hold(tx: Writer, job: JobId): Promise<void>;
  /** Lets a held job go on, with nothing of it before `notBefore` (at once when absent). */
  release(tx: Writer, job: JobId, notBefore?: Date): Promise<void>;
  /**
   * Gives messages that wait another text. Answers those that were waiting; the rest may have gone out with the old text,
   * and wants an update.
   */
  rewrite(
    tx: Writer,
    messages: Iterable<{ readonly delivery: DeliveryId; readonly payload: Payload }>,
  ): Promise<ReadonlySet<DeliveryId>>;
  progress(reader: Reader, job: JobId): Promise<Progress>;
  /** Every delivery of a job, in the order in which they were added. */
  deliveriesOf(reader: Reader, job: JobId): Promise<Delivery[]>;
}

/** `wake` is called when there is something new to send. */
export function createOutbox(clock: Clock, wake: () => void): Outbox {
  return {
    async enqueue(tx, job, deliveries) {
      const now = clock.now();
      const at = now.toISOString();
      await insertJob(tx, { id: job.id, kind: job.kind, created_at: at, created_by: job.createdBy });
      const added: Added[] = [];
      const duplicates: string[] = [];
      for (const chunk of chunks(deliveries)) {
        if (added.length > 0) await turnOfEventLoop();
        const targets = chunk.flatMap((delivery) => (delivery.kind === 'send' ? [] : [delivery.target]));
        // So that no message ends meanwhile and leaves behind the updates that are not there yet.
        await lockRows(tx, 'deliveries', { id: targets });
        const rows = newRows(job.id, chunk, await findTargets(tx, targets), now);
        const addedNow = await insertDeliveries(tx, rows);
        await supersede(tx, targets, at);
        const keys = new Set(addedNow.map((row) => row.dedupeKey));
        added.push(...addedNow);
        // A key given twice was added once.
        duplicates.push(...chunk.map((row) => row.dedupeKey).filter((key) => !keys.delete(key)));
      }
      if (added.length > 0) wake();
      return { added, duplicates };
    },
    cancelJob: async (tx, job) =>
      cancel(tx, await openDeliveries(tx, job), 'withdrawn', clock.now().toISOString()),
    cancelDeliveries: (tx, deliveries, reason = 'withdrawn') =>
      cancel(tx, deliveries, reason, clock.now().toISOString()),
    hold: (tx, job) => setHeld(tx, job, true),
    async release(tx, job, notBefore) {
      if (notBefore !== undefined) await postpone(tx, job, notBefore.toISOString());
      await setHeld(tx, job, false);
      wake();
    },
    async rewrite(tx, messages) {
      const waiting = new Set<DeliveryId>();
      for (const { delivery, payload } of messages) {
        if (await replacePayload(tx, delivery, JSON.stringify(payload))) waiting.add(delivery);
      }
      return waiting;
    },
    progress: countByState,
    deliveriesOf: findDeliveries,
  };
}

/** So that a long list stops nobody else, and the statements that are done with give their memory back. */
const turnOfEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Rows for a chunk, with what is known of the messages that it changes. */
function newRows(
  job: JobId,
  chunk: readonly NewDelivery[],
  targets: ReadonlyMap<number, Target>,
  now: Date,
): Insertable<DeliveryRow>[] {
  const at = now.toISOString();
  const deleted = new Set<DeliveryId>();
  return chunk.map((delivery) => {
    const common = {
      job_id: job,
      dedupe_key: delivery.dedupeKey,
      kind: delivery.kind,
      payload: delivery.kind === 'delete' ? 'null' : JSON.stringify(delivery.payload),
      not_before: (delivery.notBefore ?? now).toISOString(),
      hours: delivery.hours ?? 'any',
      priority: priorityNumber(delivery.priority ?? 'normal'),
      attempts: 0,
      possibly_doubled: 0,
      backoff_ms: 0,
      cancel_requested: 0,
      claim_token: null,
      lease_until_ms: null,
      retry_at_ms: 0,
      activity_id: null,
      conversation_id: null,
      created_at: at,
    };
    const open = { state: 'pending', error: null, ended_at: null } as const;
    if (delivery.kind === 'send') return { ...common, recipient: delivery.recipient, target: null, ...open };
    const target = targets.get(delivery.target);
    if (target?.kind !== 'send')
      throw new Error(`delivery ${delivery.target} is no message to ${delivery.kind}`);
    const pointless = deleted.has(delivery.target) ? 'superseded' : whyPointless(target);
    if (delivery.kind === 'delete') deleted.add(delivery.target);
    const end = { state: 'cancelled', error: pointless, ended_at: at } as const;
    return { ...common, recipient: target.recipient, target: delivery.target, ...(pointless ? end : open) };
  });
}

/** Null while a change of this message can still make sense. */
function whyPointless(target: Target): CancelReason | null {
  switch (target.state) {
    case 'pending':
    case 'sending':
    case 'sent':
      return target.deleted ? 'superseded' : null;
    case 'failed':
    case 'cancelled':
    case 'unreachable':
      return 'target-not-sent';
    default:
      throw new Error(target.state satisfies never);
  }
}
