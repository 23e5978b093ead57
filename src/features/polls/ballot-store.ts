import type { SurveyId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { Ballot, GroupName, Tally } from './survey';

/** What was answered. No person is known here, no time and no order; `tests/features/polls/anonymity.test.ts` holds it to that. */

export const BOX = ['pulse_tallies', 'pulse_comments'] as const;

/** Random numbers and keys, handed in. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  readonly random: () => number;
  readonly newKey: () => string;
}

/** All counts there will be, at 0: a vote adds no row. */
export async function prepareBox(
  tx: Writer,
  survey: SurveyId,
  groups: readonly GroupName[],
  choices: number,
): Promise<void> {
  const tallies = groups
    .toSorted()
    .flatMap((group) => Array.from({ length: choices }, (_, choice) => ({ group, choice, votes: 0 })));
  await insertTallies(tx, survey, tallies);
}

/**
 * Puts a ballot into the box, whose survey the caller has locked. The box is emptied and filled anew with it, so that neither
 * places in the file nor transaction numbers (xmin of PostgreSQL) tell which of its rows this one changed.
 */
export async function castBallot(
  tx: Writer,
  survey: SurveyId,
  ballot: Ballot,
  chance: Chance,
): Promise<void> {
  const tallies = await talliesOf(tx, survey);
  const isOf = ({ group, choice }: Tally): boolean => group === ballot.group && choice === ballot.choice;
  if (!tallies.some(isOf)) throw new Error(`survey ${survey} has no box for this`);
  await tx.deleteFrom('pulse_tallies').where('survey_id', '=', survey).execute();
  await insertTallies(
    tx,
    survey,
    tallies.map((one) => (isOf(one) ? { ...one, votes: one.votes + 1 } : one)),
  );
  const comments = await readComments(tx, survey);
  if (ballot.comment !== null) comments.push(ballot.comment);
  if (comments.length === 0) return;
  await tx.deleteFrom('pulse_comments').where('survey_id', '=', survey).execute();
  for (const text of shuffled(comments, chance.random))
    await tx.insertInto('pulse_comments').values({ id: chance.newKey(), survey_id: survey, text }).execute();
}

const insertTallies = async (tx: Writer, survey: SurveyId, tallies: readonly Tally[]): Promise<void> => {
  await tx
    .insertInto('pulse_tallies')
    .values(
      tallies.map(({ group, choice, votes }) => ({ survey_id: survey, group_name: group, choice, votes })),
    )
    .execute();
};

export async function talliesOf(reader: Reader, survey: SurveyId): Promise<readonly Tally[]> {
  const rows = await reader
    .selectFrom('pulse_tallies')
    .select(['group_name', 'choice', 'votes'])
    .where('survey_id', '=', survey)
    .orderBy('group_name')
    .orderBy('choice')
    .execute();
  return rows.map((row) => ({ group: row.group_name, choice: row.choice, votes: row.votes }));
}

/** By their random keys: in the same, meaningless order at every reading. */
export async function readComments(reader: Reader, survey: SurveyId): Promise<string[]> {
  const rows = await reader
    .selectFrom('pulse_comments')
    .select('text')
    .where('survey_id', '=', survey)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
}

function shuffled(texts: readonly string[], random: () => number): readonly string[] {
  return texts
    .map((text) => ({ text, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ text }) => text);
}
