import { type Day, day } from '../../core/calendar/day';
import { type CampaignId, type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { CampaignMeetingRow } from '../../db/schema';
import type { Meeting, Said } from './meeting';

export async function meetingsOf(
  reader: Reader,
  campaign: CampaignId,
): Promise<ReadonlyMap<EmployeeId, Meeting>> {
  const rows = await reader
    .selectFrom('campaign_meetings')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .execute();
  return new Map(rows.map(meetingFrom).map((meeting) => [meeting.employee, meeting]));
}

export async function findMeeting(
  reader: Reader,
  campaign: CampaignId,
  employee: EmployeeId,
): Promise<Meeting | null> {
  const row = await reader
    .selectFrom('campaign_meetings')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('employee', '=', employee)
    .executeTakeFirst();
  return row === undefined ? null : meetingFrom(row);
}

/** What the evaluator says, in place of what an evaluator said before. */
export async function saveEvaluatorDay(
  tx: Writer,
  of: { readonly campaign: CampaignId; readonly employee: EmployeeId; readonly evaluator: EmployeeId },
  said: { readonly day: Day; readonly at: Date },
): Promise<void> {
  const given = {
    evaluator: of.evaluator,
    evaluator_day: said.day,
    evaluator_at: said.at.toISOString(),
  };
  await tx
    .insertInto('campaign_meetings')
    .values({
      campaign_id: of.campaign,
      employee: of.employee,
      employee_day: null,
      employee_at: null,
      ...given,
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'employee']).doUpdateSet(given))
    .execute();
}

/** What the employee says, in place of what they said before. */
export async function saveEmployeeDay(
  tx: Writer,
  of: { readonly campaign: CampaignId; readonly employee: EmployeeId },
  said: { readonly day: Day; readonly at: Date },
): Promise<void> {
  const given = { employee_day: said.day, employee_at: said.at.toISOString() };
  await tx
    .insertInto('campaign_meetings')
    .values({
      campaign_id: of.campaign,
      employee: of.employee,
      evaluator: null,
      evaluator_day: null,
      evaluator_at: null,
      ...given,
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'employee']).doUpdateSet(given))
    .execute();
}

/** They have said nothing, after all. */
export async function clearEmployeeDay(
  tx: Writer,
  of: { readonly campaign: CampaignId; readonly employee: EmployeeId },
): Promise<void> {
  await tx
    .updateTable('campaign_meetings')
    .set({ employee_day: null, employee_at: null })
    .where('campaign_id', '=', of.campaign)
    .where('employee', '=', of.employee)
    .execute();
}

/** As above, of an evaluator's word. */
export async function clearEvaluatorDay(
  tx: Writer,
  of: { readonly campaign: CampaignId; readonly employee: EmployeeId },
): Promise<void> {
  await tx
    .updateTable('campaign_meetings')
    .set({ evaluator: null, evaluator_day: null, evaluator_at: null })
    .where('campaign_id', '=', of.campaign)
    .where('employee', '=', of.employee)
    .execute();
}

const said = (on: string | null, at: string | null): Said | null =>
  on === null || at === null ? null : { day: day.parse(on), at: new Date(at) };

const meetingFrom = (row: CampaignMeetingRow): Meeting => ({
  employee: employeeId.parse(row.employee),
  evaluator: row.evaluator === null ? null : employeeId.parse(row.evaluator),
  byEmployee: said(row.employee_day, row.employee_at),
  byEvaluator: said(row.evaluator_day, row.evaluator_at),
});
