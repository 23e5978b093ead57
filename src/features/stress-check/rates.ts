/** The fewest people of whom a rate may be shown; a stress_admin can only raise it. */
export const LEAST_GROUP = 10;

/** A person who was asked, where they work on the day of publication, and whether the vendor's list has them. */
export interface Placed {
  readonly employee: string;
  /** Empty where the roster names none. */
  readonly department: string;
  readonly section: string;
  readonly taken: boolean;
}

export type GroupLevel = 'city' | 'department' | 'section';

/** How many have taken it, as it may be shown: never exactly all, never exactly nobody. */
export type Rate =
  | { readonly kind: 'below'; readonly percent: number }
  | { readonly kind: 'about'; readonly percent: number }
  | { readonly kind: 'from'; readonly percent: number };

export interface PublishedGroup {
  readonly level: GroupLevel;
  readonly department: string;
  /** Empty for the whole city. */
  readonly name: string;
  readonly size: number;
  readonly rate: Rate;
}

export interface Publication {
  /** The city first, then departments with their sections, in the order of the roster. */
  readonly groups: readonly PublishedGroup[];
  /**
   * The finest sets that can be told apart by adding and subtracting what is published, disjoint; all of them hold as
   * many people as a group must.
   */
  readonly regions: readonly (readonly string[])[];
}

/** From so many on a rate is given in whole percent, below in steps of ten. */
const BIG = 100;

/** In percent. */
export const stepOf = (size: number): number => (size >= BIG ? 1 : 10);

/**
 * The rate of a group as it is shown. Rounded down; open at both ends, so that it never says that all or none of a group
 * have taken it.
 */
export function rateOf(taken: number, size: number): Rate {
  const step = stepOf(size);
  const [bottom, top] = size >= BIG ? [5, 95] : [20, 90];
  const exact = (100 * taken) / size;
  if (exact < bottom) return { kind: 'below', percent: bottom };
  if (exact >= top) return { kind: 'from', percent: top };
  return { kind: 'about', percent: Math.floor(exact / step) * step };
}

/** A node of the tree city – department – section while it is decided what of it may be shown. */
interface Group {
  readonly level: GroupLevel;
  readonly department: string;
  readonly name: string;
  readonly people: readonly Placed[];
  readonly parent: Group | null;
}

/**
 * Chooses which groups may be published together. Any group that is shown has at least `least` members, and so has whatever
 * is left of it without the shown groups inside it (complementary suppression): groups lie within each other or apart, so
 * that everything one can compute from them is a sum of such remainders. Nobody can conclude either that all or none of a
 * group have taken it. `earlier`: the regions of what was published before about the same check; no difference between
 * then and now may be a smaller group.
 *
 * 10 is the city's own rule: the law lets an employer know who has taken it (ストレスチェック指針 7(3)), and names ten
 * only for the analysis by groups (労働安全衛生規則 第52条の14, 指針 9(1)).
 */
export function publish(
  people: readonly Placed[],
  least: number,
  earlier: readonly (readonly (readonly string[])[])[] = [],
): Publication {
  const least10 = Math.max(least, LEAST_GROUP);
  const shown = new Set(groupsOf(people).filter((group) => group.people.length >= least10));
  for (;;) {
    const unsafe = smallRemainder(shown, least10) ?? likeEarlier(shown, earlier, least10) ?? certain(shown);
    if (unsafe === null) break;
    shown.delete(unsafe);
  }
  return {
    groups: [...shown].map(({ level, department, name, people: members }) => ({
      level,
      department,
      name,
      size: members.length,
      rate: rateOf(takenBy(members), members.length),
    })),
    regions: [...shown].map((group) => remainder(group, shown)).filter((region) => region.length > 0),
  };
}

function groupsOf(people: readonly Placed[]): readonly Group[] {
  const city: Group = { level: 'city', department: '', name: '', people, parent: null };
  const groups: Group[] = [city];
  for (const [department, staff] of Map.groupBy(people, (one) => one.department)) {
    const above: Group =
      department === ''
        ? city
        : { level: 'department', department, name: department, people: staff, parent: city };
    if (above !== city) groups.push(above);
    for (const [section, members] of Map.groupBy(staff, (one) => one.section))
      groups.push({ level: 'section', department, name: section, people: members, parent: above });
  }
  return groups;
}

type Shown = ReadonlySet<Group>;

/** The nearest group around it that is shown. */
function around(group: Group, shown: Shown): Group | null {
  let { parent } = group;
  while (parent !== null && !shown.has(parent)) parent = parent.parent;
  return parent;
}

/** The shown groups directly inside, the smallest first. */
const inside = (group: Group, shown: Shown): readonly Group[] =>
  [...shown]
    .filter((one) => around(one, shown) === group)
    .toSorted((a, b) => a.people.length - b.people.length);

function remainder(group: Group, shown: Shown): readonly string[] {
  const covered = new Set(
    inside(group, shown).flatMap(({ people }) => people.map(({ employee }) => employee)),
  );
  return group.people.map(({ employee }) => employee).filter((employee) => !covered.has(employee));
}

/**
 * What has to go so that a remainder which is too small becomes part of a bigger one: the smallest group inside which has
 * a remainder of its own, or else the smallest.
 */
function smallRemainder(shown: Shown, least: number): Group | null {
  for (const group of shown) {
    const rest = remainder(group, shown).length;
    if (rest === 0 || rest >= least) continue;
    const parts = inside(group, shown);
    return parts.find((part) => remainder(part, shown).length > 0) ?? parts[0] ?? group;
  }
  return null;
}

/**
 * A group whose remainder shares some, but too few, people with a region of an earlier publication, or with what lies
 * outside all of them. Where every such share is 0 or big enough, any two sums of regions, one of each publication, differ
 * by nobody or by enough people.
 */
function likeEarlier(
  shown: Shown,
  earlier: readonly (readonly (readonly string[])[])[],
  least: number,
): Group | null {
  if (earlier.length === 0) return null;
  const rests = [...shown].map((group) => ({ group, rest: remainder(group, shown) }));
  const now = new Set(rests.flatMap(({ rest }) => rest));
  for (const before of earlier) {
    const places = new Map(before.flatMap((region, index) => region.map((employee) => [employee, index])));
    for (const { group, rest } of rests) {
      const shares = Map.groupBy(rest, (employee) => places.get(employee) ?? -1);
      const lost = [...shares.keys()].some((index) => {
        const missing = (before[index] ?? []).filter((employee) => !now.has(employee)).length;
        return missing > 0 && missing < least;
      });
      if (lost || [...shares.values()].some((share) => share.length < least)) return group;
    }
  }
  return null;
}

const takenBy = (people: readonly Placed[]): number => people.filter(({ taken }) => taken).length;

/** The least and the most who can have taken it, by what is shown. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A group of which one could conclude, by all that is shown, that everybody or nobody in it or its remainder has taken it. */
function certain(shown: Shown): Group | null {
  const roots = [...shown].filter((group) => around(group, shown) === null);
  for (const root of roots) {
    const found = certainWithin(root, shown, boundsOf(root, shown));
    if (found !== null) return found;
  }
  return null;
}

/** From below: by its own rate and by those of the groups inside. */
function boundsOf(group: Group, shown: Shown): Bounds {
  const own = boundsOfRate(takenBy(group.people), group.people.length);
  const parts = inside(group, shown).map((part) => boundsOf(part, shown));
  const rest = remainder(group, shown).length;
  return {
    low: Math.max(own.low, sum(parts.map(({ low }) => low))),
    high: Math.min(own.high, sum(parts.map(({ high }) => high)) + rest),
  };
}

/** From above: `known` is the final knowledge of the group; that of its parts follows from it and from the other parts. */
function certainWithin(group: Group, shown: Shown, known: Bounds): Group | null {
  const parts = inside(group, shown);
  const rest = remainder(group, shown).length;
  const ofParts = parts.map((part) => boundsOf(part, shown));
  const low = sum(ofParts.map((one) => one.low));
  const high = sum(ofParts.map((one) => one.high));
  if (tells(known, group.people.length)) return group;
  const ofRest = { low: Math.max(0, known.low - high), high: Math.min(rest, known.high - low) };
  if (rest > 0 && tells(ofRest, rest)) return parts[0] ?? group;
  for (const [index, part] of parts.entries()) {
    const own = ofParts[index] ?? { low: 0, high: 0 };
    const found = certainWithin(part, shown, {
      low: Math.max(own.low, known.low - (high - own.high) - rest),
      high: Math.min(own.high, known.high - (low - own.low)),
    });
    if (found !== null) return found;
  }
  return null;
}

const tells = ({ low, high }: Bounds, size: number): boolean => high === 0 || low === size;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** All numbers that would be shown as the same rate. */
export function boundsOfRate(taken: number, size: number): Bounds {
  const shown = rateOf(taken, size);
  const same = (number: number): boolean => {
    const rate = rateOf(number, size);
    return rate.kind === shown.kind && rate.percent === shown.percent;
  };
  let [low, high] = [taken, taken];
  while (low > 0 && same(low - 1)) low -= 1;
  while (high < size && same(high + 1)) high += 1;
  return { low, high };
}
