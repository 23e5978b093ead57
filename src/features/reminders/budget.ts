import { addDays, type Day, dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/store';
import { countedDays, insertMessage, isCounted, lockPerson } from './budget-store';

/** What one person gets from all features together; emergencies and changes of the same day stand outside. */
export const MOST_A_DAY = 1;
export const MOST_A_WEEK = 3;
/** Days, today included. */
const WEEK = 7;

const firstDayOf = (today: Day): Day => addDays(today, 1 - WEEK);

/** `counted`: the days of the counted messages of the last seven days, today included. */
export const hasRoom = (counted: readonly string[], today: Day): boolean =>
  counted.filter((day) => day === today).length < MOST_A_DAY &&
  counted.filter((day) => day >= firstDayOf(today) && day <= today).length < MOST_A_WEEK;

/** Those of `people` to whom one more counted message may go today. */
export async function peopleWithRoom(
  reader: Reader,
  people: readonly EmployeeId[],
  now: Date,
): Promise<ReadonlySet<EmployeeId>> {
  const today = dayOf(now);
  const days = await countedDays(reader, people, firstDayOf(today));
  return new Set(people.filter((person) => hasRoom(days.get(person) ?? [], today)));
}

/**
 * Takes a message from a person's budget, in the transaction that puts it into the outbox. False when there is no room:
 * it then has to wait for another day. `message` names it for good (its dedupe key): asked again, it costs nothing more.
 */
export async function takeFromBudget(
  tx: Writer,
  { person, now, message }: { readonly person: EmployeeId; readonly now: Date; readonly message: string },
): Promise<boolean> {
  await lockPerson(tx, person);
  if (await isCounted(tx, message)) return true;
  const room = (await peopleWithRoom(tx, [person], now)).has(person);
  if (room) await insertMessage(tx, { name: message, person, day: dayOf(now), counted: true });
  return room;
}
