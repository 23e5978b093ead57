import { z } from 'zod';
import { employeeId, type PollId, pollId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { PollRow } from '../../db/schema';
import { audienceRule } from '../audience';
import type { Poll, PollSettings } from './poll';

export const labels = z.array(z.string());

/** Made once: a dialog that is sent twice finds the poll of the first. */
export async function savePoll(
  tx: Writer,
  made: PollSettings & Pick<Poll, 'id' | 'createdBy'>,
  at: Date,
): Promise<void> {
  const settings = {
    question: made.question,
    choices: JSON.stringify(made.choices),
    urgency: made.urgency,
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

/** Oldest first. */
export async function openPolls(reader: Reader): Promise<readonly Poll[]> {
  const rows = await reader
    .selectFrom('polls')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('started_at')
    .orderBy('id')
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

const pollFrom = (row: PollRow): Poll => ({
  id: pollId.parse(row.id),
  state: row.state,
  question: row.question,
  choices: labels.parse(JSON.parse(row.choices)),
  urgency: row.urgency,
  audience: audienceRule.parse(JSON.parse(row.audience)),
  rounds: row.rounds,
  createdBy: employeeId.parse(row.created_by),
  startedAt: row.started_at === null ? null : new Date(row.started_at),
});
