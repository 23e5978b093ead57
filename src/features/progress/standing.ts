import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Member } from '../campaigns';
import type { Person } from '../directory';
import { type TeamsGap, teamsGapOf } from './teams-at-hand';

/** How a member of a campaign stands. `away`: has not handed in and is on leave, so that nobody asks them. */
export type Standing =
  | { readonly kind: 'owes'; readonly gap: TeamsGap | null }
  | { readonly kind: 'away' }
  | Extract<Member['status'], { readonly kind: 'done' }>;

export interface Placed {
  readonly employee: EmployeeId;
  readonly name: string;
  readonly department: string;
  /** Of today's roster; empty for who is no longer in it. */
  readonly section: string;
  readonly standing: Standing;
}

/** By section, then by employee number. Who left without handing in is in no list: nothing is asked of them. */
export function placedFrom(
  members: readonly Member[],
  people: readonly Person[],
  unreached: ReadonlySet<AadObjectId>,
): readonly Placed[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return members
    .flatMap(({ employee, status }): readonly Placed[] => {
      const person = known.get(employee);
      const place = {
        employee,
        name: person?.name ?? employee,
        department: person?.department ?? '',
        section: person?.section ?? '',
      };
      switch (status.kind) {
        case 'left':
          return [];
        case 'done':
          return [{ ...place, standing: status }];
        case 'open':
          return person === undefined ? [] : [{ ...place, standing: openStanding(person, unreached) }];
        default:
          return status satisfies never;
      }
    })
    .toSorted(bySection);
}

const openStanding = (person: Person, unreached: ReadonlySet<AadObjectId>): Standing =>
  person.leave === null ? { kind: 'owes', gap: teamsGapOf(person, unreached) } : { kind: 'away' };

function bySection(a: Placed, b: Placed): number {
  // Those without a section come last.
  if (a.section !== b.section) {
    if (a.section === '' || b.section === '') return a.section === '' ? 1 : -1;
    return a.section < b.section ? -1 : 1;
  }
  return a.employee < b.employee ? -1 : 1;
}

export const FILTERS = ['owes', 'done', 'away', 'unreachable', 'all'] as const;
/** Which members a list shows. `unreachable`: of those who still owe, whom no message reaches. */
export type Filter = (typeof FILTERS)[number];

export function fits({ standing }: Placed, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unreachable':
      return standing.kind === 'owes' && (standing.gap === 'no-account' || standing.gap === 'unreached');
    case 'owes':
    case 'done':
    case 'away':
      return standing.kind === filter;
    default:
      return filter satisfies never;
  }
}

/** Those of one section; all of them where nobody is of it (a choice of all, an old card). */
export function within(placed: readonly Placed[], section: string): readonly Placed[] {
  const own = placed.filter((one) => one.section === section);
  return section === '' || own.length === 0 ? placed : own;
}

/** Without who is no longer in the roster. */
export const sectionsIn = (placed: readonly Placed[]): readonly string[] =>
  [...new Set(placed.map(({ section }) => section))].filter((name) => name !== '').toSorted();

export interface Tally {
  readonly done: number;
  /** At work and not done; those on leave are not counted. */
  readonly owes: number;
  readonly away: number;
}

export function tallyOf(placed: readonly Placed[]): Tally {
  const count = (kind: Standing['kind']): number =>
    placed.filter(({ standing }) => standing.kind === kind).length;
  return { done: count('done'), owes: count('owes'), away: count('away') };
}

/** Whole percent, rounded down, so that 100 is said of all alone; 100 where nobody is asked. */
export const percentOf = ({ done, owes }: Tally): number =>
  done + owes === 0 ? 100 : Math.floor((done * 100) / (done + owes));

export interface SectionTally extends Tally {
  readonly section: string;
}

/** Where most is missing comes first; equal ones in the order of their names. */
export const bySections = (placed: readonly Placed[]): readonly SectionTally[] =>
  [...Map.groupBy(placed, ({ section }) => section)]
    .map(([section, own]) => ({ section, ...tallyOf(own) }))
    .toSorted((a, b) => percentOf(a) - percentOf(b) || b.owes - a.owes || (a.section < b.section ? -1 : 1));
