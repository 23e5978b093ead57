import { sql } from 'kysely';
import { z } from 'zod';
import { type AadObjectId, aadObjectId } from '../core/ids';
import type { Locale } from '../core/turn';
import type { Reader, Writer } from '../db/open';
import type { DeliveryState } from '../db/schema';
import { type DeliveryId, deliveryId, PRIORITIES, type Priority, priorityNumber } from './delivery';
import type { ConversationAddress } from './messenger';
import { type Attempt, LONGEST_WAIT_MS } from './retry';

/** Queries of the worker: what is ready, and claiming it. */

/** The present by both clocks: business time decides what is due, the machine's what may be tried again. */
export interface Moment {
  /** UTC ISO text of the business clock. */
  readonly at: string;
  /** Whole ms of the machine. */
  readonly machineMs: number;
  /** Whether these are open hours, in which everything that is due may go out. */
  readonly open: boolean;
}

/** A delivery that can go out now; its numbers are those before this attempt. */
export interface Ready extends Attempt {
  readonly id: DeliveryId;
  readonly dedupeKey: string;
  readonly recipient: AadObjectId;
  readonly payload: string;
  /** Null when this person was never talked to. */
  readonly address: ConversationAddress | null;
  readonly locale: Locale;
  /** The message that an update or delete is for. */
  readonly targetActivityId: string | null;
}

/** A delivery held under a lease: only who has the token may end it. */
export interface Held extends Attempt {
  readonly id: DeliveryId;
  readonly token: string;
}

export type Claim = Ready & Held;

// Literals, because SQLite uses a partial index only when it sees the value.
const PENDING = sql.lit<DeliveryState>('pending');
const SENDING = sql.lit<DeliveryState>('sending');
const HELD = sql.lit(1);
// With each priority named, the index finds what is due without looking at what is planned for later.
const ALL_PRIORITIES = PRIORITIES.map(priorityNumber);

const localeColumn = z.enum(['ja', 'en']).catch('ja');

/** A stored time is over when it is past, or further away than any can be: then the machine's clock was moved back. */
const window = (moment: Moment) => ({
  earliest: moment.machineMs,
  latest: moment.machineMs + LONGEST_WAIT_MS,
});

/** What can go out now, the most urgent first, at most `limit`, and one for each recipient; `but` are left out. */
export async function findReady(
  reader: Reader,
  moment: Moment,
  limit: number,
  but: readonly AadObjectId[],
): Promise<Ready[]> {
  const ready = new Map<string, Ready>();
  const held = await heldJobs(reader);
  // A query for each priority: then the index gives the order, however many rows wait.
  for (const priority of PRIORITIES) {
    if (ready.size >= limit) break;
    for (const row of await findReadyOf(reader, priority, moment, limit, { people: but, jobs: held })) {
      if (ready.size < limit && !ready.has(row.recipient)) ready.set(row.recipient, row);
    }
  }
  return [...ready.values()];
}

/** Almost always none. */
async function heldJobs(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('delivery_jobs').select('id').where('held', '=', HELD).execute();
  return rows.map(({ id }) => id);
}

async function findReadyOf(
  reader: Reader,
  priority: Priority,
  moment: Moment,
  limit: number,
  but: { readonly people: readonly AadObjectId[]; readonly jobs: readonly string[] },
): Promise<Ready[]> {
  const { earliest, latest } = window(moment);
  const rows = await reader
    .selectFrom('deliveries as delivery')
    .leftJoin('conversations as conversation', 'conversation.aad_object_id', 'delivery.recipient')
    .leftJoin('deliveries as target', 'target.id', 'delivery.target')
    .select([
      'delivery.id',
      'delivery.kind',
      'delivery.dedupe_key',
      'delivery.recipient',
      'delivery.payload',
      'delivery.attempts',
      'delivery.possibly_doubled',
      'delivery.backoff_ms',
      'conversation.conversation_id',
      'conversation.service_url',
      'conversation.reference',
      'conversation.locale',
      'target.activity_id as target_activity_id',
    ])
    .where('delivery.state', '=', PENDING)
    .where('delivery.priority', '=', priorityNumber(priority))
    .where('delivery.not_before', '<=', moment.at)
    .$if(!moment.open, (query) => query.where('delivery.hours', '=', 'any'))
    .where((row) =>
      row.or([row('delivery.retry_at_ms', '<=', earliest), row('delivery.retry_at_ms', '>', latest)]),
    )
    .where((row) => row.or([row('delivery.target', 'is', null), row('target.state', '=', 'sent')]))
    .$if(but.people.length > 0, (query) => query.where('delivery.recipient', 'not in', but.people))
    .$if(but.jobs.length > 0, (query) => query.where('delivery.job_id', 'not in', but.jobs))
    .orderBy('delivery.not_before')
    .orderBy('delivery.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: deliveryId.parse(row.id),
    kind: row.kind,
    dedupeKey: row.dedupe_key,
    recipient: aadObjectId.parse(row.recipient),
    payload: row.payload,
    attempts: row.attempts,
    unknownOutcomes: row.possibly_doubled,
    backoffMs: row.backoff_ms,
    address:
      row.conversation_id === null || row.service_url === null || row.reference === null
        ? null
        : { conversationId: row.conversation_id, serviceUrl: row.service_url, reference: row.reference },
    locale: localeColumn.parse(row.locale),
    targetActivityId: row.target_activity_id,
  }));
}

/** Takes what is still pending of `ready` under a lease. */
export async function claim(
  tx: Writer,
  ready: readonly Ready[],
  token: string,
  leaseUntilMs: number,
): Promise<Claim[]> {
  if (ready.length === 0) return [];
  const taken = await tx
    .updateTable('deliveries')
    .set((row) => ({
      state: 'sending',
      attempts: row('attempts', '+', 1),
      claim_token: token,
      lease_until_ms: leaseUntilMs,
    }))
    .where(
      'id',
      'in',
      ready.map((row) => row.id),
    )
    .where('state', '=', 'pending')
    .returning('id')
    .execute();
  const mine = new Set(taken.map((row) => row.id));
  return ready
    .filter((row) => mine.has(row.id))
    .map((row) => ({ ...row, attempts: row.attempts + 1, token }));
}

/** Claims whose holder has died or stood still for too long; `own` are known to be alive. */
export async function findLost(reader: Reader, moment: Moment, own: readonly DeliveryId[]): Promise<Held[]> {
  const { earliest, latest } = window(moment);
  const rows = await reader
    .selectFrom('deliveries')
    .select(['id', 'kind', 'attempts', 'possibly_doubled', 'backoff_ms', 'claim_token'])
    .where('state', '=', SENDING)
    .where((row) => row.or([row('lease_until_ms', '<=', earliest), row('lease_until_ms', '>', latest)]))
    .$if(own.length > 0, (query) => query.where('id', 'not in', own))
    .execute();
  return rows.map((row) => ({
    id: deliveryId.parse(row.id),
    token: z.string().parse(row.claim_token),
    kind: row.kind,
    attempts: row.attempts,
    unknownOutcomes: row.possibly_doubled,
    backoffMs: row.backoff_ms,
  }));
}

/** When, by the machine, a back-off or another worker's lease next runs out among what is due; null when none does. */
export async function nextAttemptAt(
  reader: Reader,
  moment: Moment,
  own: readonly DeliveryId[],
): Promise<number | null> {
  const backoff = await reader
    .selectFrom('deliveries as delivery')
    .leftJoin('deliveries as target', 'target.id', 'delivery.target')
    .select((row) => row.fn.min('delivery.retry_at_ms').as('at'))
    .where('delivery.state', '=', PENDING)
    .where('delivery.priority', 'in', ALL_PRIORITIES)
    .where('delivery.not_before', '<=', moment.at)
    .$if(!moment.open, (query) => query.where('delivery.hours', '=', 'any'))
    .where('delivery.retry_at_ms', '>', moment.machineMs)
    .where((row) => row.or([row('delivery.target', 'is', null), row('target.state', '=', 'sent')]))
    .executeTakeFirst();
  const lease = await reader
    .selectFrom('deliveries')
    .select((row) => row.fn.min('lease_until_ms').as('at'))
    .where('state', '=', SENDING)
    .$if(own.length > 0, (query) => query.where('id', 'not in', own))
    .executeTakeFirst();
  const times = [backoff?.at, lease?.at].filter((at) => at !== null && at !== undefined);
  return times.length === 0 ? null : Math.min(...times.map(Number));
}

/** How many deliveries are due by the business clock, and by the hours, and not ended. */
export async function countDue(reader: Reader, moment: Moment): Promise<number> {
  const counted = (state: typeof PENDING) =>
    reader
      .selectFrom('deliveries')
      .select((due) => due.fn.countAll().as('count'))
      .where('state', '=', state)
      .where('priority', 'in', ALL_PRIORITIES)
      .where('not_before', '<=', moment.at)
      .$if(!moment.open, (query) => query.where('hours', '=', 'any'))
      .executeTakeFirstOrThrow();
  const counts = [await counted(PENDING), await counted(SENDING)];
  return counts.reduce((sum, { count }) => sum + Number(count), 0);
}

export async function recipientsInFlight(reader: Reader): Promise<AadObjectId[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .select('recipient')
    .where('state', '=', SENDING)
    .execute();
  return rows.map((row) => aadObjectId.parse(row.recipient));
}

/** Keeps the address of a conversation that the bot has opened; one that the person has opened in the meantime stays. */
export async function rememberAddress(
  tx: Writer,
  recipient: AadObjectId,
  { conversationId, serviceUrl, reference }: ConversationAddress,
  at: string,
): Promise<void> {
  await tx
    .insertInto('conversations')
    .values({
      aad_object_id: recipient,
      conversation_id: conversationId,
      service_url: serviceUrl,
      reference,
      locale: 'ja',
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('aad_object_id').doNothing())
    .execute();
}
