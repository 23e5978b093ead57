import { type Day, dayOf } from '../../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../../core/calendar/fiscal-year';
import type { ThanksNeeds } from './thanks-needs';

/** Removes cards at the end of the 年度 after they were sent, once a day. That somebody thanked somebody leaves no count behind. */
export function createExpiry({ store }: Pick<ThanksNeeds, 'store'>) {
  let doneOn: Day | null = null;

  return async function expire(now: Date): Promise<void> {
    const today = dayOf(now);
    if (doneOn === today) return;
    const lastYear = fiscalYearStart(fiscalYearOf(today) - 1);
    await store.write((tx) => tx.deleteFrom('thanks_cards').where('sent_on', '<', lastYear).execute());
    doneOn = today;
  };
}
