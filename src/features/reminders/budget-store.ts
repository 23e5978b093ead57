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
export const lockPerson = (tx: Writer, person: EmployeeId): Promise<void> => lockPeople(tx, [person]);

export async function lockPeople(tx: Writer, people: readonly EmployeeId[]): Promise<void> {
  for (let start = 0; start < people.length; start += CHUNK) {
    const chunk = people.slice(start, start + CHUNK);
    await tx
      .insertInto('reminder_people')
      .values(chunk.map((person) => ({ person, minute: null })))
      .onConflict((conflict) => conflict.column('person').doNothing())
      .execute();
    await lockRows(tx, 'reminder_people', { person: chunk });
  }
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

interface Noted {
  readonly name: string;
  readonly person: EmployeeId;
  readonly day: Day;
  readonly counted: boolean;
}

/** Once a message, whatever it is noted for. */
export const insertMessage = (tx: Writer, message: Noted): Promise<void> => insertMessages(tx, [message]);

export async function insertMessages(tx: Writer, messages: readonly Noted[]): Promise<void> {
  for (let start = 0; start < messages.length; start += CHUNK) {
    const rows = messages.slice(start, start + CHUNK).map(({ name, person, day, counted }) => ({
      message: name,
      person,
      day,
      counted: counted ? 1 : 0,
    }));
    await tx
      .insertInto('proactive_messages')
      .values(rows)
      .onConflict((conflict) => conflict.column('message').doNothing())
      .execute();
  }
}

export async function removeMessages(tx: Writer, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += CHUNK) {
    await tx
      .deleteFrom('proactive_messages')
      .where('message', 'in', names.slice(start, start + CHUNK))
      .execute();
  }
}

export async function isCounted(reader: Reader, name: string): Promise<boolean> {
  const row = await reader
    .selectFrom('proactive_messages')
    .select('message')
    .where('message', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}
