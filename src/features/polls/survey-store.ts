import { day, dayOf } from '../../core/calendar/day';
import { employeeId, type SurveyId, surveyId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { PulseSurveyRow } from '../../db/schema';
import { audienceRule } from '../audience';
import { labels } from './poll-store';
import { type Survey, type SurveySettings, usualClosing } from './survey';

/** Made once: a dialog that is sent twice finds the survey of the first. */
export async function saveSurvey(
  tx: Writer,
  made: SurveySettings & Pick<Survey, 'id' | 'createdBy'>,
  at: Date,
): Promise<void> {
  const settings = {
    question: made.question,
    choices: JSON.stringify(made.choices),
    audience: JSON.stringify(made.audience),
    closes_on: made.closesOn,
  };
  await tx
    .insertInto('pulse_surveys')
    .values({
      ...settings,
      id: made.id,
      state: 'draft',
      created_by: made.createdBy,
      created_at: at.toISOString(),
      opened_at: null,
      closed_at: null,
      asked: 0,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(settings).where('pulse_surveys.state', '=', 'draft'),
    )
    .execute();
}

export async function findSurvey(reader: Reader, id: SurveyId): Promise<Survey | null> {
  const row = await reader.selectFrom('pulse_surveys').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : surveyFrom(row);
}

/** Held until the transaction ends. */
export async function lockSurvey(tx: Writer, id: SurveyId): Promise<Survey | null> {
  await lockRows(tx, 'pulse_surveys', { id });
  return findSurvey(tx, id);
}

/** Newest first. */
export async function listSurveys(reader: Reader, most: number): Promise<readonly Survey[]> {
  const rows = await reader
    .selectFrom('pulse_surveys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(surveyFrom);
}

/** Oldest first. */
export async function openSurveys(reader: Reader): Promise<readonly Survey[]> {
  const rows = await reader
    .selectFrom('pulse_surveys')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return rows.map(surveyFrom);
}

/** Those opened since that instant, closed ones too. */
export async function surveysSince(reader: Reader, since: Date): Promise<readonly Survey[]> {
  const rows = await reader
    .selectFrom('pulse_surveys')
    .selectAll()
    .where('opened_at', '>=', since.toISOString())
    .execute();
  return rows.map(surveyFrom);
}

export async function openSurvey(tx: Writer, id: SurveyId, asked: number, at: Date): Promise<void> {
  await tx
    .updateTable('pulse_surveys')
    .set({ state: 'open', asked, opened_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
}

export async function closeSurvey(tx: Writer, id: SurveyId, at: Date): Promise<void> {
  await tx
    .updateTable('pulse_surveys')
    .set({ state: 'closed', closed_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
}

export async function removeSurvey(tx: Writer, id: SurveyId): Promise<void> {
  await tx.deleteFrom('pulse_surveys').where('id', '=', id).where('state', '=', 'draft').execute();
}

const surveyFrom = (row: PulseSurveyRow): Survey => ({
  id: surveyId.parse(row.id),
  state: row.state,
  question: row.question,
  choices: labels.parse(JSON.parse(row.choices)),
  audience: audienceRule.parse(JSON.parse(row.audience)),
  createdBy: employeeId.parse(row.created_by),
  asked: row.asked,
  closesOn:
    row.closes_on === null
      ? usualClosing(dayOf(new Date(row.opened_at ?? row.created_at)))
      : day.parse(row.closes_on),
});
