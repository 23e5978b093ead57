import type { Person } from '../directory';
import { type AudienceRule, fitOf } from './audience';

/** Whether Teams reaches a person: not at hand in nurseries, kitchens and 現業, nor for many 会計年度任用職員. */
export const isReachable = ({ aadObjectId }: Pick<Person, 'aadObjectId'>): boolean => aadObjectId !== null;

/** An audience in numbers, shown before anything goes out. Those on leave are in `total`, but hear nothing until back. */
export interface AudienceCount {
  readonly total: number;
  /** Without an Entra id, so that no message reaches them. */
  readonly notInTeams: number;
  readonly onLeave: number;
  /** Not in `total`: the roster lacks what the rule asks for (a birth date, the weekly hours). */
  readonly unknown: number;
  /** Biggest first, then by name. */
  readonly bySection: readonly SectionCount[];
}

export interface SectionCount {
  readonly section: string;
  readonly total: number;
  readonly notInTeams: number;
}

export function countAudience(
  people: readonly Person[],
  rule: AudienceRule,
  fiscalYear: number,
): AudienceCount {
  const fits = people.map((person) => ({ person, fit: fitOf(person, rule, fiscalYear) }));
  const members = fits.filter(({ fit }) => fit === 'in').map(({ person }) => person);
  const sections = Map.groupBy(members, ({ section }) => section);
  return {
    total: members.length,
    notInTeams: unreachable(members),
    onLeave: members.filter(({ leave }) => leave !== null).length,
    unknown: fits.filter(({ fit }) => fit === 'unknown').length,
    bySection: [...sections]
      .map(([section, of]) => ({ section, total: of.length, notInTeams: unreachable(of) }))
      .toSorted((a, b) => b.total - a.total || (a.section < b.section ? -1 : 1)),
  };
}

const unreachable = (people: readonly Person[]): number =>
  people.filter((person) => !isReachable(person)).length;
