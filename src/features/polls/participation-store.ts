import { sql } from 'kysely';
import { type EmployeeId, employeeId, type SurveyId, surveyId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { GroupName } from './survey';

/** Who was asked, and who has taken part. Nothing of an answer is known here. */

export const PARTICIPANTS = 'pulse_participants';

export type Standing = 'asked' | 'took-part';

const CHUNK = 200;

/** In the order of the employee numbers. */
export async function insertParticipants(
  tx: Writer,
  survey: SurveyId,
  people: readonly { readonly employee: EmployeeId; readonly group: GroupName }[],
): Promise<void> {
  const sorted = people.toSorted((a, b) => (a.employee < b.employee ? -1 : 1));
  for (let start = 0; start < sorted.length; start += CHUNK) {
    await tx
      .insertInto('pulse_participants')
      .values(
        sorted
          .slice(start, start + CHUNK)
          .map(({ employee, group }) => ({ survey_id: survey, employee, group_name: group, took_part: 0 })),
      )
      .execute();
  }
}

/**
 * Takes somebody's one vote: the group that it counts in, or null for who has voted or was not asked. The caller has locked
 * the survey. All its rows are written anew, so that none is known as the one that changed last.
 */
export async function takePart(
  tx: Writer,
  survey: SurveyId,
  employee: EmployeeId,
): Promise<GroupName | null> {
  const row = await tx
    .selectFrom('pulse_participants')
    .select('group_name')
    .where('survey_id', '=', survey)
    .where('employee', '=', employee)
    .where('took_part', '=', 0)
    .executeTakeFirst();
  if (row === undefined) return null;
  await tx
    .updateTable('pulse_participants')
    .set({ took_part: sql<number>`case when employee = ${employee} then 1 else took_part end` })
    .where('survey_id', '=', survey)
    .execute();
  return row.group_name;
}

export async function standingOf(
  reader: Reader,
  survey: SurveyId,
  employee: EmployeeId,
): Promise<Standing | null> {
  const row = await reader
    .selectFrom('pulse_participants')
    .select('took_part')
    .where('survey_id', '=', survey)
    .where('employee', '=', employee)
    .executeTakeFirst();
  return row === undefined ? null : standingFrom(row);
}

/** Open surveys that somebody was asked; the oldest first. */
export async function surveysOf(
  reader: Reader,
  employee: EmployeeId,
): Promise<readonly { readonly id: SurveyId; readonly standing: Standing }[]> {
  const rows = await reader
    .selectFrom('pulse_participants')
    .innerJoin('pulse_surveys', 'pulse_surveys.id', 'pulse_participants.survey_id')
    .select(['pulse_participants.survey_id', 'pulse_participants.took_part'])
    .where('pulse_participants.employee', '=', employee)
    .where('pulse_surveys.state', '=', 'open')
    .orderBy('pulse_surveys.opened_at')
    .orderBy('pulse_surveys.id')
    .execute();
  return rows.map((row) => ({ id: surveyId.parse(row.survey_id), standing: standingFrom(row) }));
}

/** In the order of the employee numbers. */
export async function notYetIn(reader: Reader, survey: SurveyId): Promise<readonly EmployeeId[]> {
  const rows = await reader
    .selectFrom('pulse_participants')
    .select('employee')
    .where('survey_id', '=', survey)
    .where('took_part', '=', 0)
    .orderBy('employee')
    .execute();
  return rows.map(({ employee }) => employeeId.parse(employee));
}

/** Once nobody can vote any more, nobody needs to know who did. */
export async function forgetParticipants(tx: Writer, survey: SurveyId): Promise<void> {
  await tx.deleteFrom('pulse_participants').where('survey_id', '=', survey).execute();
}

const standingFrom = ({ took_part }: { readonly took_part: number }): Standing =>
  took_part === 1 ? 'took-part' : 'asked';
