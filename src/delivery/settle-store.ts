import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../db/open';
import type { Held, Moment } from './claim-store';
import type { EndState } from './delivery';
import { cancelOrphans, chunks } from './delivery-store';
import type { Verdict } from './retry';

/** Queries of the worker: ending what it holds. */

/** An attempt that is over, and what becomes of its delivery. */
export interface Judged<V extends Verdict = Verdict> {
  readonly held: Held;
  readonly verdict: V;
}

type SentVerdict = Verdict & { readonly state: 'sent' };
type FailedVerdict = Exclude<Verdict, SentVerdict>;

/**
 * Ends attempts, or their deliveries, and keeps the activity ids. Answers the states in which they are now; of a claim that
 * was lost to another worker in the meantime there is none, and nothing is changed.
 */
export async function settle(
  tx: Writer,
  judged: readonly Judged[],
  moment: Moment,
): Promise<(EndState | 'pending')[]> {
  const states: (EndState | 'pending')[] = [];
  for (const sent of chunks(judged.filter(isSent))) states.push(...(await settleSent(tx, sent, moment)));
  for (const { held, verdict } of judged) {
    if (verdict.state !== 'sent') states.push(...(await settleFailed(tx, held, verdict, moment)));
  }
  return states;
}

const isSent = (one: Judged): one is Judged<SentVerdict> => one.verdict.state === 'sent';

const RELEASED = { claim_token: null, lease_until_ms: null, cancel_requested: 0 } as const;

/** All in one statement: most attempts end like this. */
async function settleSent(
  tx: Writer,
  sent: readonly Judged<SentVerdict>[],
  moment: Moment,
): Promise<'sent'[]> {
  const each = (value: (verdict: SentVerdict) => string | null): RawBuilder<string | null> => {
    const cases = sent.map(({ held, verdict }) => sql`when ${held.id} then ${value(verdict)}`);
    return sql`case id ${sql.join(cases, sql` `)} end`;
  };
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ ...RELEASED, state: 'sent', error: null, ended_at: moment.at })
    .set({
      activity_id: each((verdict) => verdict.activityId),
      conversation_id: each((verdict) => verdict.conversationId),
    })
    .where((row) => row.or(sent.map(({ held }) => row.and({ id: held.id, claim_token: held.token }))))
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return Array<'sent'>(Number(numUpdatedRows)).fill('sent');
}

async function settleFailed(
  tx: Writer,
  { id, token, kind }: Held,
  verdict: FailedVerdict,
  moment: Moment,
): Promise<(EndState | 'pending')[]> {
  const failed = tx
    .updateTable('deliveries')
    .set((row) => ({
      ...RELEASED,
      error: verdict.error,
      possibly_doubled: row('possibly_doubled', '+', verdict.outcomeUnknown ? 1 : 0),
    }))
    .where('id', '=', id)
    .where('claim_token', '=', token)
    .where('state', '=', 'sending');
  const settled = async (query: typeof failed): Promise<boolean> =>
    Number((await query.executeTakeFirst()).numUpdatedRows) === 1;

  if (verdict.state === 'pending') {
    const { backoffMs, retryInMs } = verdict;
    const retry = {
      state: 'pending',
      backoff_ms: backoffMs,
      retry_at_ms: moment.machineMs + retryInMs,
    } as const;
    if (await settled(failed.set(retry).where('cancel_requested', '=', 0))) return ['pending'];
  }
  const end = verdict.state === 'pending' ? 'cancelled' : verdict.state;
  if (!(await settled(failed.set({ state: end, ended_at: moment.at })))) return [];
  if (kind === 'send') await cancelOrphans(tx, [id], moment.at);
  return [end];
}
