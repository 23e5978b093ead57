import fc from 'fast-check';
import { type Rounding, type Share, toldPart } from '../../../src/features/polls/certainty';
import type { Tally } from '../../../src/features/polls/survey';
import { resultsOf } from '../../../src/features/polls/survey-results';
import { rateOf } from '../../../src/features/stress-check';

/** A reader of the results adds and subtracts whatever is shown, over answers and groups, to learn what all or nobody of a group said. */

type Votes = readonly number[];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const same = (a: Share, b: Share): boolean => a.kind === b.kind && a.percent === b.percent;

/** Every way in which that many answers can fall on the choices. */
function* waysOf(answers: number, choices: number): Generator<Votes> {
  if (choices === 1) yield [answers];
  else
    for (let first = 0; first <= answers; first += 1)
      for (const rest of waysOf(answers - first, choices - 1)) yield [first, ...rest];
}

/** All that two groups may have answered for what is seen of each choice, in each group and in both together. */
function possible(
  answers: readonly [number, number],
  seen: (group: number | null, choice: number) => Share,
  rounding: Rounding,
): readonly (readonly [Votes, Votes])[] {
  const fits = (votes: Votes, group: number | null): boolean =>
    votes.every((count, choice) => same(rounding(count, sum(votes)), seen(group, choice)));
  const [first, second] = answers.map((count, group) =>
    [...waysOf(count, 3)].filter((one) => fits(one, group)),
  );
  return (first ?? []).flatMap((a) =>
    (second ?? []).flatMap((b) =>
      fits(
        a.map((count, choice) => count + (b[choice] ?? 0)),
        null,
      )
        ? [[a, b] as const]
        : [],
    ),
  );
}

/** Whether all of them have nobody, or everybody, of one group at one choice. */
const isTold = (all: readonly (readonly [Votes, Votes])[]): boolean =>
  [0, 1].some((group) =>
    [0, 1, 2].some((choice) => {
      const counts = all.map((groups) => groups[group]?.[choice] ?? 0);
      const answers = sum(all[0]?.[group] ?? []);
      return Math.max(...counts) === 0 || Math.min(...counts) === answers;
    }),
  );

const group = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(9))
  .filter((votes) => sum(votes) >= 10 && sum(votes) <= 14);

test('what is found out is what can be found out: the same as by looking at every possible vote', () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const both = a.map((count, choice) => count + (b[choice] ?? 0));
      const seen = (of: number | null, choice: number): Share => {
        const votes = of === null ? both : ([a, b][of] ?? []);
        return rateOf(votes[choice] ?? 0, sum(votes));
      };
      const told = isTold(possible([sum(a), sum(b)], seen, rateOf));
      expect(toldPart([{ votes: a }, { votes: b }], rateOf) !== null).toBe(told);
    }),
    { numRuns: 60 },
  );
});

const tallied = (name: string, votes: Votes): Tally[] =>
  votes.map((count, choice) => ({ group: name, choice, votes: count }));

test('of two groups that are shown nobody can conclude what all or nobody of one answered', () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [whole, first, second] = resultsOf(['x', 'y', 'z'], [...tallied('A部', a), ...tallied('B部', b)]);
      if (whole === undefined || first === undefined || second === undefined) return;
      const seen = (of: number | null, choice: number): Share => {
        const found = (of === null ? whole : [first, second][of])?.shares[choice];
        if (found === undefined) throw new Error('a share is missing');
        return found;
      };
      expect(isTold(possible([first.answers, second.answers], seen, rateOf))).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('where whole shares of ten answers would add up to nobody for a third, wider ones are shown', () => {
  const [whole] = resultsOf(['はい', 'いいえ', 'わからない'], tallied('', [5, 5, 0]));
  expect(whole?.shares).toEqual([
    { kind: 'between', percent: 20 },
    { kind: 'between', percent: 20 },
    { kind: 'below', percent: 20 },
  ]);
});

test('a group of which the sum would tell is counted with the others', () => {
  const results = resultsOf(
    ['x', 'y', 'z'],
    [...tallied('A部', [5, 5, 0]), ...tallied('B部', [14, 13, 12]), ...tallied('C部', [20, 15, 9])],
  );
  expect(results.map(({ group: name, answers }) => [name, answers])).toEqual([
    [null, 93],
    ['C部', 44],
    ['', 49],
  ]);
});
