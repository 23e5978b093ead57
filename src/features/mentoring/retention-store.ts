import { type Day, instantAt } from '../../core/calendar/day';
import type { PairId } from '../../core/ids';
import type { Writer } from '../../db/open';
import { isShared, readAnswer, withoutPrivate } from './check-in';
import { checkInsByPair, checkInsOf } from './check-in-store';
import type { Side } from './pair';

/** Everything that the two of a pair wrote; that and when they talked stays. Answers how many texts there were. */
export async function removeTexts(tx: Writer, pairs: readonly PairId[]): Promise<number> {
  if (pairs.length === 0) return 0;
  const checkIns = [...(await checkInsByPair(tx, pairs)).values()].flat().map(({ id }) => id);
  return (await removeAnswers(tx, checkIns)) + (await removeGoals(tx, pairs));
}

async function removeAnswers(tx: Writer, checkIns: readonly string[]): Promise<number> {
  if (checkIns.length === 0) return 0;
  await tx.deleteFrom('mentoring_topics').where('check_in_id', 'in', checkIns).execute();
  return countOf([
    ...(await tx.deleteFrom('mentoring_drafts').where('check_in_id', 'in', checkIns).execute()),
    ...(await tx.deleteFrom('mentoring_answers').where('check_in_id', 'in', checkIns).execute()),
  ]);
}

async function removeGoals(tx: Writer, pairs: readonly PairId[]): Promise<number> {
  const goals = (
    await tx.selectFrom('mentoring_goals').select('id').where('pair_id', 'in', pairs).execute()
  ).map(({ id }) => id);
  if (goals.length === 0) return 0;
  return countOf([
    ...(await tx.deleteFrom('mentoring_steps').where('goal_id', 'in', goals).execute()),
    ...(await tx.deleteFrom('mentoring_goals').where('id', 'in', goals).execute()),
  ]);
}

/**
 * What one side wrote for nobody else to read: drafts, what was never shared, earlier wordings; private fields are emptied.
 * Answers how many texts that were.
 */
export async function removeOwnTexts(tx: Writer, pair: PairId, side: Side): Promise<number> {
  let count = 0;
  for (const checkIn of await checkInsOf(tx, pair)) {
    const ofSide = { check_in_id: checkIn.id, side };
    count += countOf(
      await tx
        .deleteFrom('mentoring_drafts')
        .where((eb) => eb.and(ofSide))
        .execute(),
    );
    const answers = await tx
      .selectFrom('mentoring_answers')
      .select(['seq', 'answer'])
      .where((eb) => eb.and(ofSide))
      .orderBy('seq', 'desc')
      .execute();
    const [last, ...earlier] = answers;
    const kept = isShared(checkIn) ? last : undefined;
    const gone = kept === undefined ? answers : earlier;
    for (const { seq } of gone)
      count += countOf(await tx.deleteFrom('mentoring_answers').where('seq', '=', seq).execute());
    if (kept === undefined) {
      if (side === 'mentor')
        await tx.deleteFrom('mentoring_topics').where('check_in_id', '=', checkIn.id).execute();
      continue;
    }
    const answer = JSON.stringify(withoutPrivate(readAnswer(side, kept.answer)).given);
    if (answer === kept.answer) continue;
    await tx.updateTable('mentoring_answers').set({ answer }).where('seq', '=', kept.seq).execute();
    count += 1;
  }
  return count;
}

/** Pairs with all that hangs on them. */
export async function removePairs(tx: Writer, pairs: readonly PairId[]): Promise<number> {
  if (pairs.length === 0) return 0;
  await removeTexts(tx, pairs);
  for (const table of ['mentoring_check_ins', 'mentoring_calls', 'mentoring_pair_events'] as const)
    await tx.deleteFrom(table).where('pair_id', 'in', pairs).execute();
  return countOf(await tx.deleteFrom('mentoring_pairs').where('id', 'in', pairs).execute());
}

export const removeCallsBefore = async (tx: Writer, day: Day): Promise<number> =>
  countOf(await tx.deleteFrom('mentoring_calls').where('asked_at', '<', startOf(day)).execute());

/** With their seats and topics. */
export async function removeExchangesBefore(tx: Writer, day: Day): Promise<number> {
  const old = (
    await tx.selectFrom('mentoring_exchanges').select('id').where('held_on', '<', day).execute()
  ).map(({ id }) => id);
  if (old.length === 0) return 0;
  await tx.deleteFrom('mentoring_exchange_seats').where('exchange_id', 'in', old).execute();
  await tx.deleteFrom('mentoring_exchange_topics').where('exchange_id', 'in', old).execute();
  return countOf(await tx.deleteFrom('mentoring_exchanges').where('id', 'in', old).execute());
}

export const removeTipsBefore = async (tx: Writer, day: Day): Promise<number> =>
  countOf(await tx.deleteFrom('mentoring_tips').where('written_at', '<', startOf(day)).execute());

/** Nobody's next file is a list of pairs any more, where the time for it is over. */
export async function removeAwaitedFiles(tx: Writer, now: Date): Promise<void> {
  await tx.deleteFrom('mentoring_awaited_files').where('until', '<', now.toISOString()).execute();
}

const startOf = (day: Day): string => instantAt(day, '00:00').toISOString();
const countOf = (results: readonly { readonly numDeletedRows: bigint }[]): number =>
  results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
