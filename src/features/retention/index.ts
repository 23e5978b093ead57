import { type Day, dayOf } from '../../core/calendar/day';
import type { Reader, Store } from '../../db/open';
import { forgetDeliveries, type JobId } from '../../delivery';
import type { Audit } from '../audit';

/** What the outbox's retention needs of the rest of the house. */
export interface RetentionNeeds {
  readonly store: Store;
  readonly audit: Audit;
  /** Jobs whose messages a feature may still read again or change. */
  readonly jobsInUse: readonly ((reader: Reader) => Promise<readonly JobId[]>)[];
}

/**
 * Forgets of the outbox what its periods have passed for, once a day, launched or not; the audit log gets counts. May be called
 * any number of times.
 */
export function createRetention({ store, audit, jobsInUse }: RetentionNeeds) {
  let doneOn: Day | null = null;

  return async function expire(now: Date): Promise<void> {
    const today = dayOf(now);
    if (doneOn === today) return;
    await store.write(async (tx) => {
      const inUse: JobId[] = [];
      for (const jobs of jobsInUse) inUse.push(...(await jobs(tx)));
      const { payloads, deliveries } = await forgetDeliveries(tx, today, inUse);
      if (payloads + deliveries === 0) return;
      const detail = { step: 'expired', payloads, deliveries };
      await audit.record(tx, {
        at: now,
        actor: 'system',
        action: 'messages-forgotten',
        subject: 'outbox',
        detail,
      });
    });
    doneOn = today;
  };
}
