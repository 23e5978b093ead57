import { type EmployeeId, employeeId, type PollId, pollId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { PollMemberRow } from '../../db/schema';
import type { DeliveryId } from '../../delivery';
import type { PollAnswer, PollMember } from './poll';

const CHUNK = 100;

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

/** Takes an answer back: the person counts as one who has not answered. */
export async function removeAnswer(tx: Writer, id: PollId, employee: EmployeeId): Promise<void> {
  await tx
    .updateTable('poll_members')
    .set({ answer: null, comment: null, answered_at: null })
    .where('poll_id', '=', id)
    .where('employee', '=', employee)
    .execute();
}

/** The message by which each was asked last. */
export async function noteDeliveries(
  tx: Writer,
  id: PollId,
  deliveries: ReadonlyMap<EmployeeId, DeliveryId>,
): Promise<void> {
  for (const [employee, delivery] of deliveries)
    await tx
      .updateTable('poll_members')
      .set({ delivery_id: delivery })
      .where('poll_id', '=', id)
      .where('employee', '=', employee)
      .execute();
}

export interface AskedPoll {
  readonly id: PollId;
  readonly member: PollMember;
  readonly answeredAt: Date | null;
}

/** Open polls that somebody was asked, with what they answered and when (UTC); the oldest first. */
export async function askedOf(reader: Reader, employee: EmployeeId): Promise<readonly AskedPoll[]> {
  const rows = await reader
    .selectFrom('poll_members')
    .innerJoin('polls', 'polls.id', 'poll_members.poll_id')
    .selectAll('poll_members')
    .where('poll_members.employee', '=', employee)
    .where('polls.state', '=', 'open')
    .orderBy('polls.started_at')
    .orderBy('polls.id')
    .execute();
  return rows.map((row) => ({
    id: pollId.parse(row.poll_id),
    member: memberFrom(row),
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
  }));
}

/**
 * Who has not answered, and when the last message that asked them arrived (UTC): null for those to whom none was sent.
 * Those whose message is still on its way, or could not be delivered, are left out.
 */
export async function overdueMembers(
  reader: Reader,
  id: PollId,
): Promise<readonly { readonly employee: EmployeeId; readonly askedAt: Date | null }[]> {
  const rows = await reader
    .selectFrom('poll_members as member')
    .leftJoin('deliveries as delivery', 'delivery.id', 'member.delivery_id')
    .select(['member.employee', 'member.delivery_id', 'delivery.state', 'delivery.ended_at'])
    .where('member.poll_id', '=', id)
    .where('member.answer', 'is', null)
    .orderBy('member.employee')
    .execute();
  return rows.flatMap(({ employee, delivery_id, state, ended_at }) => {
    if (delivery_id !== null && (state !== 'sent' || ended_at === null)) return [];
    return [
      {
        employee: employeeId.parse(employee),
        askedAt: ended_at === null ? null : new Date(ended_at),
      },
    ];
  });
}

const memberFrom = (row: PollMemberRow): PollMember => ({
  employee: employeeId.parse(row.employee),
  section: row.section,
  gap: row.gap,
  answer: row.answer === null ? null : { choice: row.answer, comment: row.comment },
});
