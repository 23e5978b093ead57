import fc from 'fast-check';
import {
  boundsOfRate,
  LEAST_GROUP,
  type Placed,
  type Publication,
  type PublishedGroup,
  publish,
  rateOf,
} from '../../../src/features/stress-check';

/** People by department and section; `taken` of each section have taken it. */
const city = (
  shape: Readonly<Record<string, Readonly<Record<string, readonly [size: number, taken: number]>>>>,
) =>
  Object.entries(shape).flatMap(([department, sections]) =>
    Object.entries(sections).flatMap(([section, [size, taken]]) =>
      Array.from(
        { length: size },
        (_, index): Placed => ({
          employee: `${department}-${section}-${index}`,
          department,
          section,
          taken: index < taken,
        }),
      ),
    ),
  );

const membersOf = (people: readonly Placed[], group: PublishedGroup): readonly Placed[] =>
  people.filter(
    ({ department, section }) =>
      group.level === 'city' ||
      (department === group.department && (group.level === 'department' || section === group.name)),
  );

type Sets = readonly ReadonlySet<string>[];
const setsOf = (people: readonly Placed[], groups: readonly PublishedGroup[]): Sets =>
  groups.map((group) => new Set(membersOf(people, group).map(({ employee }) => employee)));

const isWithin = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  [...inner].every((one) => outer.has(one));
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));

const subsets = <T>(of: readonly T[]): readonly (readonly T[])[] =>
  of.length > 12
    ? [of, ...of.map((one) => of.filter((other) => other !== one)), ...of.map((one) => [one])]
    : Array.from({ length: 2 ** of.length }, (_, mask) => of.filter((_, index) => (mask >> index) & 1));

/** Every number of people below `least` (but not 0) that a subtraction of published groups leads to. */
function revealed(sets: Sets, least: number): readonly number[] {
  const found: number[] = [];
  const note = (size: number) => {
    if (size > 0 && size < least) found.push(size);
  };
  for (const one of sets) {
    note(one.size);
    const within = sets.filter((other) => other !== one && isWithin(other, one));
    for (const other of within) note(one.size - other.size);
    const children = within.filter(
      (child) => !within.some((other) => other !== child && isWithin(child, other)),
    );
    for (const level of [children, within]) {
      for (const some of subsets(level)) {
        if (some.some((a) => some.some((b) => a !== b && overlap(a, b)))) continue;
        note(one.size - some.reduce((total, { size }) => total + size, 0));
      }
    }
  }
  return found;
}

const aSection = fc
  .integer({ min: 1, max: 40 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size })));
const aDepartment = fc.dictionary(fc.stringMatching(/^[a-h]$/), aSection, { minKeys: 1, maxKeys: 7 });
const aCity = fc.dictionary(fc.stringMatching(/^[A-F]?$/), aDepartment, { minKeys: 1, maxKeys: 6 }).map(city);

it('no subtraction of published groups leads to fewer than the threshold', () => {
  fc.assert(
    fc.property(aCity, fc.constantFrom(10, 15, 20), (people, least) => {
      const { groups, regions } = publish(people, least);
      expect(revealed(setsOf(people, groups), least)).toEqual([]);
      expect(regions.filter(({ length }) => length < least)).toEqual([]);
      expect(new Set(regions.flat()).size).toBe(regions.flat().length);
    }),
    { numRuns: 400 },
  );
});

it('with the threshold alone a subtraction would reveal a small group: the property can fail', () => {
  const people = city({ 総務部: { 総務課: [12, 9], 秘書課: [4, 1] }, 市民部: { 市民課: [30, 20] } });
  const naive: PublishedGroup[] = [
    { level: 'city', department: '', name: '' },
    { level: 'department', department: '総務部', name: '総務部' },
    { level: 'section', department: '総務部', name: '総務課' },
    { level: 'department', department: '市民部', name: '市民部' },
  ].map((group) => ({ ...group, size: 0, rate: rateOf(1, 10) }) as PublishedGroup);
  expect(revealed(setsOf(people, naive), 10)).toContain(4);
  expect(publish(people, 10).groups.map(({ level, name }) => `${level}:${name}`)).toEqual([
    'city:',
    'department:総務部',
    'department:市民部',
    'section:市民課',
  ]);
});

it('a threshold below ten counts as ten', () => {
  const people = city({ A: { a: [9, 4] } });
  expect(publish(people, 1).groups).toEqual([]);
  expect(LEAST_GROUP).toBe(10);
});

it('groups that are big enough and cover their department are shown', () => {
  const people = city({ A: { a: [20, 10], b: [30, 12] }, B: { c: [11, 6] } });
  expect(publish(people, 10).groups.map(({ level, name }) => `${level}:${name}`)).toEqual([
    'city:',
    'department:A',
    'section:a',
    'section:b',
    'department:B',
    'section:c',
  ]);
});

describe('what can be concluded from the rates', () => {
  test('never that everybody or nobody has taken it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, share) => {
          const { low, high } = boundsOfRate(Math.round(size * share), size);
          expect(low).toBeLessThan(size);
          expect(high).toBeGreaterThan(0);
        },
      ),
    );
    for (const size of [10, 11, 19, 20, 99, 100, 101]) {
      expect(rateOf(size, size)).toEqual(rateOf(size - 1, size));
      expect(rateOf(0, size)).toEqual(rateOf(1, size));
    }
  });

  /** All ways in which the regions can have taken it that fit every published rate, tried one by one. */
  function worlds(
    people: readonly Placed[],
    { groups, regions }: Publication,
  ): readonly (readonly number[])[] {
    const sets = setsOf(people, groups);
    const bounds = groups.map((group) => {
      const members = membersOf(people, group);
      return boundsOfRate(members.filter(({ taken }) => taken).length, members.length);
    });
    const inGroup = sets.map((set) => regions.map((region) => set.has(region[0] ?? '')));
    let all: number[][] = [[]];
    for (const region of regions)
      all = all.flatMap((world) =>
        Array.from({ length: region.length + 1 }, (_, taken) => [...world, taken]),
      );
    return all.filter((world) =>
      bounds.every(({ low, high }, group) => {
        const taken = world.reduce((total, one, region) => total + (inGroup[group]?.[region] ? one : 0), 0);
        return taken >= low && taken <= high;
      }),
    );
  }

  const sized = fc
    .integer({ min: 10, max: 12 })
    .chain((size) => fc.tuple(fc.constant(size), fc.constantFrom(0, 1, 5, 6, 7, size - 1, size)));
  const small = fc
    .record({
      A: fc.dictionary(fc.constantFrom('a', 'b', 'c'), sized, { minKeys: 1, maxKeys: 3 }),
      B: fc.dictionary(fc.constantFrom('d'), sized, { minKeys: 1, maxKeys: 1 }),
    })
    .map(city);

  test('not even by adding and subtracting them', () => {
    fc.assert(
      fc.property(small, (people) => {
        const published = publish(people, 10);
        const possible = worlds(people, published);
        published.regions.forEach((region, index) => {
          const counts = new Set(possible.map((world) => world[index]));
          expect([...counts]).not.toEqual([0]);
          expect([...counts]).not.toEqual([region.length]);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('which a naive publication of rates would allow', () => {
    // 16 or 17 of 20 in the department and 6 of 10 in b: so all 10 of a.
    const people = city({ A: { a: [10, 10], b: [10, 6] } });
    const shown = publish(people, 10).groups.map(({ name }) => name);
    expect(shown).not.toEqual(expect.arrayContaining(['A', 'a', 'b']));
  });
});

describe('beside an earlier publication about the same check', () => {
  const regionsOf = (people: readonly Placed[]) => [publish(people, 10).regions];
  /** The least difference, but not none, of any sum of regions then and any now. */
  function leastDifference(before: Publication['regions'], now: Publication['regions']): number {
    let least = Number.POSITIVE_INFINITY;
    const sums = (of: Publication['regions']) => subsets(of).map((some) => new Set(some.flat()));
    for (const a of sums(before)) {
      for (const b of sums(now)) {
        const difference = a.size + b.size - 2 * [...a].filter((one) => b.has(one)).length;
        if (difference > 0) least = Math.min(least, difference);
      }
    }
    return least;
  }

  test('no difference between the two is a small group', () => {
    const pair = fc
      .tuple(
        fc.dictionary(
          fc.stringMatching(/^[A-C]$/),
          fc.dictionary(fc.stringMatching(/^[a-c]$/), aSection, { minKeys: 1, maxKeys: 2 }),
          {
            minKeys: 1,
            maxKeys: 3,
          },
        ),
        fc.array(fc.nat(200), { maxLength: 30 }),
        fc.integer({ min: 0, max: 15 }),
      )
      .map(([shape, gone, moved]) => {
        const before = city(shape);
        const away = new Set(gone);
        const now = before
          .filter((_, index) => !away.has(index))
          .map((one, index) => (index < moved ? { ...one, section: 'a' } : one));
        return { before, now };
      });
    fc.assert(
      fc.property(pair, ({ before, now }) => {
        const first = publish(before, 10).regions;
        const second = publish(now, 10, [first]).regions;
        expect(leastDifference(first, second)).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 200 },
    );
  });

  test('all but one of yesterday’s group are not shown today', () => {
    const people = city({ A: { a: [20, 10] }, B: { b: [25, 12] } });
    const without = people.slice(1);
    expect(leastDifference(publish(people, 10).regions, publish(without, 10).regions)).toBe(1);
    expect(publish(without, 10, regionsOf(people)).groups.map(({ name }) => name)).toEqual(['B', 'b']);
  });

  test('the same groups and groups apart are', () => {
    const people = city({ A: { a: [20, 10] }, B: { b: [25, 12] } });
    expect(publish(people, 10, regionsOf(people)).groups).toHaveLength(5);
    const others = city({ C: { c: [20, 10] } });
    expect(publish(others, 10, regionsOf(people)).groups).toHaveLength(3);
  });
});
