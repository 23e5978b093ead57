import { z } from 'zod';
import { type EmployeeId, employeeId, type PollId, pollId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { PollMemberRow, PollRow } from '../../db/schema';
import type { DeliveryId } from '../../delivery';
import { audienceRule } from '../audience';
import type { Poll, PollAnswer, PollMember, PollSettings } from './poll';

export const labels = z.array(z.string());
const CHUNK = 100;

/** Made once: a dialog that is sent twice finds the poll of the first. */
export async function savePoll(
  tx: Writer,
  made: PollSettings & Pick<Poll, 'id' | 'createdBy'>,
  at: Date,
): Promise<void> {
  const settings = {
    question: made.question,
    choices: JSON.stringify(made.choices),
    emergency: made.emergency ? 1 : 0,
    audience: JSON.stringify(made.audience),
  };
  await tx
    .insertInto('polls')
    .values({
      ...settings,
      id: made.id,
      state: 'draft',
      rounds: 0,
      created_by: made.createdBy,
      created_at: at.toISOString(),
      started_at: null,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settings).where('polls.state', '=', 'draft'))
    .execute();
}

export async function findPoll(reader: Reader, id: PollId): Promise<Poll | null> {
  const row = await reader.selectFrom('polls').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : pollFrom(row);
}

/** Held until the transaction ends. */
export async function lockPoll(tx: Writer, id: PollId): Promise<Poll | null> {
  await lockRows(tx, 'polls', { id });
  return findPoll(tx, id);
}

/** Newest first. */
export async function listPolls(reader: Reader, most: number): Promise<readonly Poll[]> {
  const rows = await reader
    .selectFrom('polls')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(pollFrom);
}

export async function startPoll(tx: Writer, id: PollId, at: Date): Promise<void> {
  await tx
    .updateTable('polls')
    .set({ state: 'open', started_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
}

export async function closePoll(tx: Writer, id: PollId, at: Date): Promise<void> {
  await tx
    .updateTable('polls')
    .set({ state: 'closed', closed_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
}

export async function removePoll(tx: Writer, id: PollId): Promise<void> {
  await tx.deleteFrom('polls').where('id', '=', id).where('state', '=', 'draft').execute();
}

export async function countRound(tx: Writer, { id, rounds }: Poll): Promise<void> {
  await tx
    .updateTable('polls')
    .set({ rounds: rounds + 1 })
    .where('id', '=', id)
    .execute();
}

export type NewMember = Omit<PollMember, 'answer'> & { readonly delivery: DeliveryId | null };

export async function insertMembers(tx: Writer, id: PollId, members: readonly NewMember[]): Promise<void> {
  for (let start = 0; start < members.length; start += CHUNK) {
    await tx
      .insertInto('poll_members')
      .values(
        members.slice(start, start + CHUNK).map(({ employee, section, gap, delivery }) => ({
          poll_id: id,
          employee,
          section,
          gap,
          delivery_id: delivery,
          answer: null,
          comment: null,
          answered_at: null,
        })),
      )
      .execute();
  }
}

export async function membersOf(reader: Reader, id: PollId): Promise<readonly PollMember[]> {
  const rows = await reader
    .selectFrom('poll_members')
    .selectAll()
    .where('poll_id', '=', id)
    .orderBy('section')
    .orderBy('employee')
    .execute();
  return rows.map(memberFrom);
}

export async function findMember(
  reader: Reader,
  id: PollId,
  employee: EmployeeId,
): Promise<PollMember | null> {
  const row = await reader
    .selectFrom('poll_members')
    .selectAll()
    .where('poll_id', '=', id)
    .where('employee', '=', employee)
    .executeTakeFirst();
  return row === undefined ? null : memberFrom(row);
}

/** A later answer takes the place of the one before. False for who was not asked. */
export async function recordAnswer(
  tx: Writer,
  id: PollId,
  employee: EmployeeId,
  answer: PollAnswer,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('poll_members')
    .set({ answer: answer.choice, comment: answer.comment, answered_at: at.toISOString() })
    .where('poll_id', '=', id)
    .where('employee', '=', employee)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

const pollFrom = (row: PollRow): Poll => ({
  id: pollId.parse(row.id),
  state: row.state,
  question: row.question,
  choices: labels.parse(JSON.parse(row.choices)),
  emergency: row.emergency === 1,
  audience: audienceRule.parse(JSON.parse(row.audience)),
  rounds: row.rounds,
  createdBy: employeeId.parse(row.created_by),
  startedAt: row.started_at === null ? null : new Date(row.started_at),
});

const memberFrom = (row: PollMemberRow): PollMember => ({
  employee: employeeId.parse(row.employee),
  section: row.section,
  gap: row.gap,
  answer: row.answer === null ? null : { choice: row.answer, comment: row.comment },
});
