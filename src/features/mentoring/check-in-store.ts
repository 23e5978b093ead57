import { type Day, day } from '../../core/calendar/day';
import { type PairId, pairId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { MentoringCheckInRow } from '../../db/schema';
import { type Answer, type CheckIn, type CheckInKey, readAnswer, type Topic } from './check-in';
import type { Side } from './pair';
import { type Period, pace } from './periods';

/** All that a pair ever talked or began to write, the latest first. */
export async function checkInsOf(reader: Reader, pair: PairId): Promise<readonly CheckIn[]> {
  return (await checkInsByPair(reader, [pair])).get(pair) ?? [];
}

/** The latest first. Neither texts nor moods. */
export async function checkInsByPair(
  reader: Reader,
  pairs: readonly PairId[],
): Promise<ReadonlyMap<string, readonly CheckIn[]>> {
  if (pairs.length === 0) return new Map();
  const rows = await reader
    .selectFrom('mentoring_check_ins')
    .selectAll()
    .where('pair_id', 'in', pairs)
    .orderBy('from_on', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return Map.groupBy(rows.map(checkInFrom), ({ pair }) => pair);
}

/** Finds it, or makes it, and locks it: the two sides are decided about one after the other. */
export async function lockCheckIn(
  tx: Writer,
  { pair, number }: CheckInKey,
  period: Period,
  newId: string,
): Promise<CheckIn> {
  await tx
    .insertInto('mentoring_check_ins')
    .values({
      id: newId,
      pair_id: pair,
      from_on: period.from,
      to_on: period.to,
      pace: period.pace,
      number,
      met_on: null,
      mentee_at: null,
      mentor_at: null,
    })
    .onConflict((conflict) => conflict.columns(['pair_id', 'from_on', 'number']).doNothing())
    .execute();
  const find = () =>
    tx
      .selectFrom('mentoring_check_ins')
      .selectAll()
      .where('pair_id', '=', pair)
      .where('from_on', '=', period.from)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
  await lockRows(tx, 'mentoring_check_ins', { id: (await find()).id });
  return checkInFrom(await find());
}

export async function saveDraft(tx: Writer, checkIn: CheckIn, answer: Answer, at: Date): Promise<void> {
  const given = { answer: JSON.stringify(answer.given), saved_at: at.toISOString() };
  await tx
    .insertInto('mentoring_drafts')
    .values({ check_in_id: checkIn.id, side: answer.side, ...given })
    .onConflict((conflict) => conflict.columns(['check_in_id', 'side']).doUpdateSet(given))
    .execute();
}

/** The draft becomes the answer. What was answered before stays as history. */
export async function insertAnswer(tx: Writer, checkIn: CheckIn, answer: Answer, at: Date): Promise<void> {
  const { side, given } = answer;
  await tx
    .insertInto('mentoring_answers')
    .values({ check_in_id: checkIn.id, side, answer: JSON.stringify(given), at: at.toISOString() })
    .execute();
  await tx
    .deleteFrom('mentoring_drafts')
    .where('check_in_id', '=', checkIn.id)
    .where('side', '=', side)
    .execute();
  const first = checkIn.submitted[side] === null ? { [`${side}_at` as const]: at.toISOString() } : {};
  const met = answer.side === 'mentor' ? { met_on: answer.given.metOn } : {};
  if (Object.keys({ ...first, ...met }).length > 0)
    await tx
      .updateTable('mentoring_check_ins')
      .set({ ...first, ...met })
      .where('id', '=', checkIn.id)
      .execute();
  if (answer.side === 'mentor') await replaceTopics(tx, checkIn.id, answer.given.topics);
}

async function replaceTopics(tx: Writer, checkIn: string, topics: readonly Topic[]): Promise<void> {
  await tx.deleteFrom('mentoring_topics').where('check_in_id', '=', checkIn).execute();
  const rows = [...new Set(topics)].map((topic) => ({ check_in_id: checkIn, topic }));
  if (rows.length > 0) await tx.insertInto('mentoring_topics').values(rows).execute();
}

/** What one side has of a check-in. */
export interface Written {
  readonly draft: Answer | null;
  /** The latest; null before the first. */
  readonly answer: Answer | null;
  /** When it was submitted and corrected, oldest first. */
  readonly times: readonly Date[];
}

export async function writtenBy(reader: Reader, checkIn: string, side: Side): Promise<Written> {
  const draft = await reader
    .selectFrom('mentoring_drafts')
    .select('answer')
    .where('check_in_id', '=', checkIn)
    .where('side', '=', side)
    .executeTakeFirst();
  const answers = await reader
    .selectFrom('mentoring_answers')
    .select(['answer', 'at'])
    .where('check_in_id', '=', checkIn)
    .where('side', '=', side)
    .orderBy('seq')
    .execute();
  const last = answers.at(-1);
  return {
    draft: draft === undefined ? null : readAnswer(side, draft.answer),
    answer: last === undefined ? null : readAnswer(side, last.answer),
    times: answers.map(({ at }) => new Date(at)),
  };
}

/** A side's answer as it was sent the first, second, … time; null where it was not sent so often, or is no longer kept. */
export async function wordingOf(
  reader: Reader,
  checkIn: string,
  side: Side,
  version: number,
): Promise<{ readonly answer: Answer; readonly at: Date } | null> {
  const row = await reader
    .selectFrom('mentoring_answers')
    .select(['answer', 'at'])
    .where('check_in_id', '=', checkIn)
    .where('side', '=', side)
    .orderBy('seq')
    .offset(version - 1)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { answer: readAnswer(side, row.answer), at: new Date(row.at) };
}

const checkInFrom = (row: MentoringCheckInRow): CheckIn => ({
  id: row.id,
  pair: pairId.parse(row.pair_id),
  period: { from: day.parse(row.from_on), to: day.parse(row.to_on), pace: pace.parse(row.pace) },
  number: row.number,
  metOn: dayOrNull(row.met_on),
  submitted: { mentee: dateOrNull(row.mentee_at), mentor: dateOrNull(row.mentor_at) },
});

const dayOrNull = (text: string | null): Day | null => (text === null ? null : day.parse(text));
const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));
