import { z } from 'zod';
import { type AadObjectId, aadObjectId } from '../core/ids';
import type { Reader } from '../db/open';
import { UNREACHABLE_REASONS, type UnreachableReason } from './messenger';

/** Somebody whom no message reaches at present: HR has to tell them some other way. */
export interface UnreachablePerson {
  readonly recipient: AadObjectId;
  /** Of the last attempt. */
  readonly reason: UnreachableReason;
  /** UTC: when the first message ended as unreachable after the last one that arrived. */
  readonly since: Date;
}

const reasonColumn = z.enum(UNREACHABLE_REASONS).catch('refused');

/** Where an attempt came from, for whoever must not see all of them. */
export interface Attempted {
  readonly jobKind: string;
  readonly dedupeKey: string;
}

/**
 * Who could not be reached, and has not been reached by a later message either; the longest first. What `mayCount`
 * refuses is left out as if it had never been sent.
 */
export async function unreachablePeople(
  reader: Reader,
  mayCount: (attempted: Attempted) => boolean = () => true,
): Promise<UnreachablePerson[]> {
  const ended = await reader
    .selectFrom('deliveries as delivery')
    .innerJoin('delivery_jobs as job', 'job.id', 'delivery.job_id')
    .select([
      'delivery.recipient',
      'delivery.state',
      'delivery.error',
      'delivery.ended_at',
      'delivery.dedupe_key as dedupeKey',
      'job.kind as jobKind',
    ])
    .where('delivery.kind', '=', 'send')
    .where('delivery.state', 'in', ['sent', 'unreachable'])
    .where('delivery.recipient', 'in', (refused) =>
      refused
        .selectFrom('deliveries')
        .select('recipient')
        .where('kind', '=', 'send')
        .where('state', '=', 'unreachable'),
    )
    .orderBy('delivery.ended_at')
    .orderBy('delivery.id')
    .execute();
  const people = new Map<string, UnreachablePerson>();
  for (const { recipient, state, error, ended_at, ...attempted } of ended) {
    if (!mayCount(attempted)) continue;
    const since = people.get(recipient)?.since ?? new Date(z.string().parse(ended_at));
    if (state === 'sent') people.delete(recipient);
    else
      people.set(recipient, {
        recipient: aadObjectId.parse(recipient),
        reason: reasonColumn.parse(error),
        since,
      });
  }
  return [...people.values()].sort((a, b) => a.since.getTime() - b.since.getTime());
}
