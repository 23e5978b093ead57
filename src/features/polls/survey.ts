import type { EmployeeId, SurveyId } from '../../core/ids';
import type { AudienceRule } from '../audience';
import { LEAST_GROUP, type Placed, publish, type Rate, rateOf } from '../stress-check';

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
}

export type SurveySettings = Pick<Survey, 'question' | 'choices' | 'audience'>;

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

export interface GroupResult {
  /** Null for all together, empty for everybody who is in no other group. */
  readonly group: GroupName | null;
  readonly answers: number;
  /** In the order of the choices. */
  readonly rates: readonly Rate[];
}

/**
 * What may be shown: groups of ten answers or more of which no sum or difference is smaller, never that all or none of one
 * gave an answer (the rule of the stress check, for each choice). Groups that may not stand alone are counted together.
 * Empty where not even all together may be shown.
 */
export function resultsOf(choices: readonly string[], tallies: readonly Tally[]): readonly GroupResult[] {
  let merged = tallies;
  for (;;) {
    const names = [...new Set(merged.filter(({ votes }) => votes > 0).map(({ group }) => group))];
    const shown = choices.map((_, choice) => shownFor(merged, choice));
    const hidden = names.filter((name) => shown.some((groups) => !groups.has(name)));
    const named = hidden.filter((name) => name !== '');
    if (named.length === 0) {
      if (names.length === 0 || shown.some((groups) => !groups.has(null))) return [];
      // Where those that are left may not be shown, the others would tell of them by what is missing.
      const parts = hidden.length > 0 || names.length < 2 ? [] : names;
      return [null, ...parts].map((group) => resultOf(group, merged, choices));
    }
    merged = merged.map((tally) => (named.includes(tally.group) ? { ...tally, group: '' } : tally));
  }
}

/** The groups, and null for all together, that may be shown as far as one choice goes. */
function shownFor(tallies: readonly Tally[], choice: number): ReadonlySet<GroupName | null> {
  const people = [...Map.groupBy(tallies, ({ group }) => group)].flatMap(([group, own]) => {
    const all = votesIn(own);
    const taken = votesIn(own.filter((one) => one.choice === choice));
    return Array.from(
      { length: all },
      (_, index): Placed => ({
        employee: `${group}/${index}`,
        department: '',
        section: group,
        taken: index < taken,
      }),
    );
  });
  const { groups } = publish(people, LEAST_GROUP);
  return new Set(groups.map(({ level, name }) => (level === 'city' ? null : name)));
}

function resultOf(
  group: GroupName | null,
  tallies: readonly Tally[],
  choices: readonly string[],
): GroupResult {
  const own = group === null ? tallies : tallies.filter((one) => one.group === group);
  const answers = votesIn(own);
  return {
    group,
    answers,
    rates: choices.map((_, choice) => rateOf(votesIn(own.filter((one) => one.choice === choice)), answers)),
  };
}

export const votesIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { votes }) => sum + votes, 0);
