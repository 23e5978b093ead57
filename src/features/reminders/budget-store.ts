import type { Day } from '../../core/calendar/day';
import { type EmployeeId, employeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/store';

/** Parameters of one statement stay far below SQLite's limit. */
const CHUNK = 500;

/**
 * Locks what is decided about this person's messages until the transaction ends: who comes second then reads what the
 * first has written.
 */
export async function lockPerson(tx: Writer, person: EmployeeId): Promise<void> {
  await tx
    .insertInto('reminder_people')
    .values({ person, minute: null })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .execute();
  await lockRows(tx, 'reminder_people', { person });
}

/** The days, from `from` on, on which each of these people got a counted message. */
export async function countedDays(
  reader: Reader,
  people: readonly EmployeeId[],
  from: Day,
): Promise<ReadonlyMap<EmployeeId, readonly string[]>> {
  const days = new Map<EmployeeId, string[]>();
  for (let start = 0; start < people.length; start += CHUNK) {
    const rows = await reader
      .selectFrom('proactive_messages')
      .select(['person', 'day'])
      .where('day', '>=', from)
      .where('counted', '=', 1)
      .where('person', 'in', people.slice(start, start + CHUNK))
      .execute();
    for (const row of rows) {
      const person = employeeId.parse(row.person);
      days.set(person, [...(days.get(person) ?? []), row.day]);
    }
  }
  return days;
}

/** Once a message, whatever it is noted for. */
export async function insertMessage(
  tx: Writer,
  message: {
    readonly name: string;
    readonly person: EmployeeId;
    readonly day: Day;
    readonly counted: boolean;
  },
): Promise<void> {
  await tx
    .insertInto('proactive_messages')
    .values({
      message: message.name,
      person: message.person,
      day: message.day,
      counted: message.counted ? 1 : 0,
    })
    .onConflict((conflict) => conflict.column('message').doNothing())
    .execute();
}

export async function isCounted(reader: Reader, name: string): Promise<boolean> {
  const row = await reader
    .selectFrom('proactive_messages')
    .select('message')
    .where('message', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}
