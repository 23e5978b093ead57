import type { Day } from '../../core/calendar/day';
import type { EmployeeId, PollId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Directory, Person } from '../directory';
import { membersOf } from './member-store';
import type { PollMember } from './poll';

export interface LedMember {
  readonly person: Person;
  readonly member: PollMember;
}

/** Those who were asked and whom somebody leads today, as 所属長 or standing in for one: by the roster of now, without themself. */
export function ledBy(
  leader: Person,
  members: readonly PollMember[],
  people: ReadonlyMap<EmployeeId, Person>,
): readonly LedMember[] {
  return members.flatMap((member) => {
    const person = people.get(member.employee);
    return person !== undefined && person.id !== leader.id && leader.leads.includes(person.section)
      ? [{ person, member }]
      : [];
  });
}

export async function ledIn(
  reader: Reader,
  directory: Directory,
  leader: Person,
  poll: PollId,
  today: Day,
): Promise<readonly LedMember[]> {
  if (leader.leads.length === 0) return [];
  const everybody = await directory.everybody(reader, today);
  return ledBy(leader, await membersOf(reader, poll), new Map(everybody.map((one) => [one.id, one])));
}

export const unanswered = (led: readonly LedMember[]): readonly LedMember[] =>
  led.filter(({ member }) => member.answer === null);
