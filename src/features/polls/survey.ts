import { addDays, type Day } from '../../core/calendar/day';
import type { EmployeeId, SurveyId } from '../../core/ids';
import type { AudienceRule } from '../audience';
import { LEAST_GROUP } from '../stress-check';

/** A question about 職場の雰囲気 that is answered without a name. What comes of it is read once it is closed, and never before. */
export interface Survey {
  readonly id: SurveyId;
  readonly state: 'draft' | 'open' | 'closed';
  readonly question: string;
  readonly choices: readonly string[];
  readonly audience: AudienceRule;
  readonly createdBy: EmployeeId;
  /** 0 before it is opened. */
  readonly asked: number;
  /** The last day, in Tokyo, on which answers are taken; it is closed by itself after that. */
  readonly closesOn: Day;
}

export type SurveySettings = Pick<Survey, 'question' | 'choices' | 'audience' | 'closesOn'>;

const DAYS_OPEN = 14;
/** Longer than that nobody's taking part is kept. */
const MOST_DAYS_OPEN = 60;

export const usualClosing = (from: Day): Day => addDays(from, DAYS_OPEN);

export const mayCloseOn = (on: Day, today: Day): boolean =>
  on > today && on <= addDays(today, MOST_DAYS_OPEN);

/** The part of the city that an answer is counted in; holds ten people or more. Empty: all those of smaller ones. */
export type GroupName = string;

/**
 * What is put into the box: no person, no section below ten, no time. Where this is read or written no employee is known.
 */
export interface Ballot {
  readonly group: GroupName;
  readonly choice: number;
  readonly comment: string | null;
}

/** How often a choice was made in a group. */
export interface Tally {
  readonly group: GroupName;
  readonly choice: number;
  readonly votes: number;
}

/** Days after which everybody's budget has had room again. */
export const ROOM_WITHIN_DAYS = 7;

/** Fewer people than these are not asked: their results could never be shown. */
export const LEAST_ASKED = LEAST_GROUP;

/**
 * The group of each person: their 部 where at least ten of it are asked, all others together. Where those are fewer than
 * ten, the smallest 部 joins them.
 */
export function groupsOf<P extends { readonly department: string }>(
  people: readonly P[],
): ReadonlyMap<P, GroupName> {
  const departments = [...Map.groupBy(people, ({ department }) => department)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const own = departments.filter(([name, staff]) => name !== '' && staff.length >= LEAST_GROUP);
  const rest = departments
    .filter((one) => !own.includes(one))
    .reduce((sum, [, staff]) => sum + staff.length, 0);
  if (rest > 0 && rest < LEAST_GROUP) own.pop();
  const named = new Set(own.map(([name]) => name));
  return new Map(people.map((person) => [person, named.has(person.department) ? person.department : '']));
}

export const votesIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { votes }) => sum + votes, 0);

/**
 * Whether two audiences differ by so few people that their answers could be told by comparing both results: of two that
 * share people, each may have nobody that the other has not, or ten and more.
 */
export function tooClose(one: ReadonlySet<EmployeeId>, other: ReadonlySet<EmployeeId>): boolean {
  const shared = [...one].filter((person) => other.has(person)).length;
  const apart = [one.size - shared, other.size - shared];
  return shared > 0 && apart.some((size) => size > 0 && size < LEAST_GROUP);
}

/** Names the job of its messages in the outbox. */
export const roundName = (id: SurveyId): string => `pulse:${id}`;
