import { z } from 'zod';
import { type AadObjectId, aadObjectId } from '../../core/ids';
import type { Reader } from '../../db/open';
import { type DeliveryId, deliveryId, type JobId } from '../../delivery';

/** A card of the outbox, and what it shows by now. */
export interface WorkCard {
  readonly delivery: DeliveryId;
  readonly recipient: AadObjectId;
  readonly shows: unknown;
  /** How often it was updated. */
  readonly updates: number;
}

const payload = z.object({ card: z.string(), view: z.unknown() });

/** The cards of that name that a job has sent, or is about to; without those that are gone from the chat, or forgotten. */
export async function workCardsOf(reader: Reader, job: JobId, card: string): Promise<readonly WorkCard[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .select(['id', 'kind', 'recipient', 'target', 'payload', 'state'])
    .where('job_id', '=', job)
    .where('kind', 'in', ['send', 'update'])
    .orderBy('id')
    .execute();
  const updates = Map.groupBy(
    rows.filter(({ kind }) => kind === 'update'),
    ({ target }) => target,
  );
  return rows.flatMap((row): WorkCard[] => {
    const isThere = row.state === 'pending' || row.state === 'sending' || row.state === 'sent';
    const sent = payload.safeParse(JSON.parse(row.payload)).data;
    if (row.kind !== 'send' || !isThere || sent?.card !== card) return [];
    const own = updates.get(row.id) ?? [];
    if (own.some(({ state }) => state === 'unreachable')) return [];
    const last = own.at(-1);
    const shown = last === undefined ? sent : payload.safeParse(JSON.parse(last.payload)).data;
    if (shown === undefined) return [];
    return [
      {
        delivery: deliveryId.parse(row.id),
        recipient: aadObjectId.parse(row.recipient),
        shows: shown.view,
        updates: own.length,
      },
    ];
  });
}
