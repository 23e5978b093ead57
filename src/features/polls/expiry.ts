import { addMonths, type Day, dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../../core/calendar/fiscal-year';
import type { Writer } from '../../db/open';
import { removedIn } from '../../db/removed';
import type { PollsNeeds } from './polls-needs';

const YEARS_OF_QUESTIONS = 3;

/**
 * Removes what its retention period has passed for, once a day, launched or not: answers of polls at the end of the 年度 after
 * they were closed, polls and surveys three years after. The audit log gets counts. May be called any number of times.
 */
export function createExpiry({ store, audit }: Pick<PollsNeeds, 'store' | 'audit'>) {
  let doneOn: Day | null = null;

  return async function expire(now: Date): Promise<void> {
    const today = dayOf(now);
    if (doneOn === today) return;
    const lastYear = startOf(fiscalYearStart(fiscalYearOf(today) - 1));
    const longAgo = startOf(addMonths(today, -12 * YEARS_OF_QUESTIONS));
    await store.write(async (tx) => {
      const removed = {
        answers: await removeMembers(tx, lastYear),
        polls: await removePolls(tx, longAgo),
        surveys: await removeSurveys(tx, longAgo),
      };
      const counts = Object.fromEntries(Object.entries(removed).filter(([, count]) => count > 0));
      if (Object.keys(counts).length === 0) return;
      const detail = { step: 'expired', ...counts };
      await audit.record(tx, { at: now, actor: 'system', action: 'poll-changed', subject: 'polls', detail });
    });
    doneOn = today;
  };
}

const startOf = (day: Day): string => instantAt(day, '00:00').toISOString();

const removeMembers = async (tx: Writer, closedBefore: string): Promise<number> =>
  removedIn(
    await tx
      .deleteFrom('poll_members')
      .where('poll_id', 'in', (polls) =>
        polls.selectFrom('polls').select('id').where('closed_at', '<', closedBefore),
      )
      .execute(),
  );

const removePolls = async (tx: Writer, closedBefore: string): Promise<number> =>
  removedIn(await tx.deleteFrom('polls').where('closed_at', '<', closedBefore).execute());

async function removeSurveys(tx: Writer, closedBefore: string): Promise<number> {
  for (const table of ['pulse_tallies', 'pulse_comments'] as const)
    await tx
      .deleteFrom(table)
      .where('survey_id', 'in', (surveys) =>
        surveys.selectFrom('pulse_surveys').select('id').where('closed_at', '<', closedBefore),
      )
      .execute();
  return removedIn(await tx.deleteFrom('pulse_surveys').where('closed_at', '<', closedBefore).execute());
}
