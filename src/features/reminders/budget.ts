import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, type Day, dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/store';
import {
  countedDays,
  insertMessage,
  insertMessages,
  isCounted,
  lockPeople,
  lockPerson,
  removeMessages,
} from './budget-store';

/** What one person gets from all features together; emergencies and changes of the same day stand outside. */
export const MOST_A_DAY = 1;
export const MOST_A_WEEK = 3;
/** Days, today included. */
const WEEK = 7;

const firstDayOf = (today: Day): Day => addDays(today, 1 - WEEK);

/**
 * `counted`: the days of the counted messages around that day. Those reserved for later days count as well, so that no seven
 * days hold more than three.
 */
export const hasRoom = (counted: readonly string[], on: Day): boolean =>
  counted.filter((day) => day === on).length < MOST_A_DAY &&
  counted.filter((day) => day >= firstDayOf(on) && day < addDays(on, WEEK)).length < MOST_A_WEEK;

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

/**
 * Takes a message for each from their budgets, in the transaction that puts them into the outbox, on the first open day from
 * `from` on that has room for it: what is due to them on that day waits. Answers the days. `nameOf` names a message for good.
 */
export async function reserveInBudget(
  tx: Writer,
  request: {
    readonly people: readonly EmployeeId[];
    readonly from: Day;
    readonly calendar: BusinessCalendar;
    readonly nameOf: (person: EmployeeId) => string;
  },
): Promise<ReadonlyMap<EmployeeId, Day>> {
  const { people, from, calendar, nameOf } = request;
  await lockPeople(tx, people);
  const counted = await countedDays(tx, people, firstDayOf(from));
  const days = new Map(
    people.map((person) => {
      const taken = counted.get(person) ?? [];
      let day = calendar.nextOpenDay(from);
      while (!hasRoom(taken, day)) day = calendar.addOpenDays(day, 1);
      return [person, day] as const;
    }),
  );
  await insertMessages(
    tx,
    [...days].map(([person, day]) => ({ name: nameOf(person), person, day, counted: true })),
  );
  return days;
}

/** Gives back what was taken for messages that do not go out after all. */
export const giveBackToBudget = (tx: Writer, messages: readonly string[]): Promise<void> =>
  removeMessages(tx, messages);
