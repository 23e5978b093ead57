import type { EmployeeId, SurveyId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { GroupName } from './survey';

/** Who was asked, and who has taken part. Nothing of an answer is known here. */

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

/** Takes somebody's one vote: the group that it counts in, or null for who has voted or was not asked. */
export async function takePart(
  tx: Writer,
  survey: SurveyId,
  employee: EmployeeId,
): Promise<GroupName | null> {
  const row = await tx
    .updateTable('pulse_participants')
    .set({ took_part: 1 })
    .where('survey_id', '=', survey)
    .where('employee', '=', employee)
    .where('took_part', '=', 0)
    .returning('group_name')
    .executeTakeFirst();
  return row?.group_name ?? null;
}

export async function standingOf(
  reader: Reader,
  survey: SurveyId,
  employee: EmployeeId,
): Promise<'asked' | 'took-part' | null> {
  const row = await reader
    .selectFrom('pulse_participants')
    .select('took_part')
    .where('survey_id', '=', survey)
    .where('employee', '=', employee)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.took_part === 1 ? 'took-part' : 'asked';
}

/** Once nobody can vote any more, nobody needs to know who did. */
export async function forgetParticipants(tx: Writer, survey: SurveyId): Promise<void> {
  await tx.deleteFrom('pulse_participants').where('survey_id', '=', survey).execute();
}
