import { sql } from 'kysely';
import type { SurveyId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { Ballot, GroupName, Tally } from './survey';

/** What was answered. No person is known here, no time and no order; `tests/features/polls/anonymity.test.ts` holds it to that. */

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
  const cells = groups.toSorted().flatMap((group) =>
    Array.from({ length: choices }, (_, choice) => ({
      survey_id: survey,
      group_name: group,
      choice,
      votes: 0,
    })),
  );
  await tx.insertInto('pulse_tallies').values(cells).execute();
}

/**
 * Puts a ballot into the box, whose survey the caller has locked. Every count and every comment of the survey is written anew
 * with it, so that neither places in the file nor transaction numbers (xmin of PostgreSQL) tell which of them this one changed.
 */
export async function castBallot(
  tx: Writer,
  survey: SurveyId,
  ballot: Ballot,
  chance: Chance,
): Promise<void> {
  const result = await tx
    .updateTable('pulse_tallies')
    .set({
      votes: sql<number>`votes + case when group_name = ${ballot.group} and choice = ${ballot.choice} then 1 else 0 end`,
    })
    .where('survey_id', '=', survey)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) throw new Error(`survey ${survey} has no box`);
  const comments = [
    ...(await readComments(tx, survey)),
    ...(ballot.comment === null ? [] : [ballot.comment]),
  ];
  if (comments.length === 0) return;
  await tx.deleteFrom('pulse_comments').where('survey_id', '=', survey).execute();
  for (const text of shuffled(comments, chance.random))
    await tx.insertInto('pulse_comments').values({ id: chance.newKey(), survey_id: survey, text }).execute();
}

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
export async function readComments(reader: Reader, survey: SurveyId): Promise<readonly string[]> {
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
