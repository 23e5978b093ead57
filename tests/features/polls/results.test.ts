import fc from 'fast-check';
import { groupsOf, type Tally } from '../../../src/features/polls/survey';
import { resultsOf } from '../../../src/features/polls/survey-results';

const CHOICES = ['a', 'b', 'c'];
const tallies = fc
  .dictionary(
    fc.constantFrom('', '総務部', '企画部', '教育部', '建設部'),
    fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }),
  )
  .map((groups) =>
    Object.entries(groups).flatMap(([group, votes]) =>
      votes.map((count, choice): Tally => ({ group, choice, votes: count })),
    ),
  );
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

test('every group that is shown, and whatever is left without the others, has ten answers or more', () => {
  fc.assert(
    fc.property(tallies, (given) => {
      const results = resultsOf(CHOICES, given);
      const [whole, ...parts] = results;
      if (whole === undefined) return;
      expect(whole.group).toBeNull();
      expect(whole.answers).toBe(sum(given.map(({ votes }) => votes)));
      for (const { answers } of results) expect(answers).toBeGreaterThanOrEqual(10);
      if (parts.length > 0) expect(sum(parts.map(({ answers }) => answers))).toBe(whole.answers);
    }),
  );
});

test('no share says that all or none of a group gave an answer', () => {
  fc.assert(
    fc.property(tallies, (given) => {
      for (const { shares } of resultsOf(CHOICES, given))
        for (const rate of shares) {
          expect(rate.percent).toBeGreaterThan(0);
          expect(rate.percent).toBeLessThan(100);
        }
    }),
  );
});

test('a group of nine is not shown, nor found by taking the others from all', () => {
  const of = (group: string, votes: readonly number[]): Tally[] =>
    votes.map((count, choice) => ({ group, choice, votes: count }));
  const results = resultsOf(CHOICES, [
    ...of('総務部', [12, 9, 8]),
    ...of('企画部', [5, 4, 4]),
    ...of('教育部', [3, 3, 3]),
  ]);
  expect(results.map(({ group, answers }) => [group, answers])).toEqual([
    [null, 51],
    ['総務部', 29],
    ['', 22],
  ]);
});

test('fewer than ten answers in all show nothing', () => {
  expect(resultsOf(CHOICES, [{ group: '総務部', choice: 0, votes: 9 }])).toEqual([]);
});

test('everybody is put into a group of ten or more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ department: fc.constantFrom('', 'A', 'B', 'C', 'D') }), {
        minLength: 10,
        maxLength: 80,
      }),
      (people) => {
        const groups = Map.groupBy(groupsOf(people).values(), (name) => name);
        for (const [, own] of groups) expect(own.length).toBeGreaterThanOrEqual(10);
      },
    ),
  );
});
