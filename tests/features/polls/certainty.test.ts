import fc from 'fast-check';
import { type Share, toldPart } from '../../../src/features/polls/certainty';
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

/** All that two groups may have answered for what is seen of each (0, 1) and of both together (null). */
function possible(
  answers: readonly [number, number],
  looksSo: (votes: Votes, of: number | null) => boolean,
): readonly (readonly [Votes, Votes])[] {
  const [first, second] = answers.map((count, of) => [...waysOf(count, 3)].filter((one) => looksSo(one, of)));
  return (first ?? []).flatMap((a) =>
    (second ?? []).flatMap((b) => (looksSo(added(a, b), null) ? [[a, b] as const] : [])),
  );
}

const added = (a: Votes, b: Votes): Votes => a.map((count, choice) => count + (b[choice] ?? 0));

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

test.each([
  ['rounded to tens', rateOf],
  [
    'in wide bands',
    (votes: number, answers: number) => rateOf(votes >= answers / 2 ? answers / 2 : 0, answers),
  ],
] as const)(
  'what is found out, %s, is what can be found out by looking at every possible vote',
  (_, rounding) => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const seen = [a, b].map((votes) => votes.map((count) => rounding(count, sum(votes))));
        const both = added(a, b).map((count) => rounding(count, sum(a) + sum(b)));
        const all = possible([sum(a), sum(b)], (votes, of) =>
          votes.every((count, choice) => {
            const share = (of === null ? both : (seen[of] ?? []))[choice];
            return share !== undefined && same(rounding(count, sum(votes)), share);
          }),
        );
        expect(toldPart([{ votes: a }, { votes: b }], rounding) !== null).toBe(isTold(all));
      }),
      { numRuns: 60 },
    );
  },
);

const tallied = (name: string, votes: Votes): Tally[] =>
  votes.map((count, choice) => ({ group: name, choice, votes: count }));

test('of two groups that are shown nobody can conclude what all or nobody of one answered', () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      const results = resultsOf(['x', 'y', 'z'], [...tallied('A部', a), ...tallied('B部', b)]);
      const [whole, first, second] = results;
      if (whole === undefined || first === undefined || second === undefined) return;
      const all = possible([first.answers, second.answers], (votes, of) =>
        votes.every((count, choice) => {
          const share = (of === null ? whole : [first, second][of])?.shares[choice];
          return share !== undefined && fits(count, sum(votes), share);
        }),
      );
      expect(isTold(all)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

/** Whether a number of votes is what a share says. */
function fits(votes: number, answers: number, share: Share): boolean {
  const percent = (100 * votes) / answers;
  switch (share.kind) {
    case 'below':
      return percent < share.percent;
    case 'from':
      return percent >= share.percent;
    case 'between':
      return percent >= share.percent && percent < share.below;
    case 'about':
      throw new Error('so few answers are not rounded to tens');
    default:
      return share satisfies never;
  }
}

const wordsOf = (share: Share): string =>
  share.kind === 'between' ? `${share.percent}-${share.below}` : `${share.kind} ${share.percent}`;

test.each([
  [
    [8, 2, 0],
    ['50-90', '20-50', 'below 20'],
  ],
  [
    [4, 4, 4, 0, 0],
    ['20-50', '20-50', '20-50', 'below 20', 'below 20'],
  ],
  // Twice at least half leaves nothing for the third.
  [
    [5, 5, 0],
    ['20-90', '20-90', 'below 20'],
  ],
  [
    [10, 0, 0],
    ['from 90', 'below 20', 'below 20'],
  ],
  [
    [15, 9, 6],
    ['about 50', 'about 30', 'about 20'],
  ],
])('%j is shown as %j', (votes, expected) => {
  const choices = votes.map((_, choice) => String(choice));
  expect(resultsOf(choices, tallied('', votes))[0]?.shares.map(wordsOf)).toEqual(expected);
});

test('of all together nobody can conclude what all or nobody answered', () => {
  const votes = fc
    .tuple(fc.integer({ min: 10, max: 14 }), fc.array(fc.nat(2), { minLength: 14, maxLength: 14 }))
    .map(([size, picks]) =>
      [0, 1, 2].map((choice) => picks.slice(0, size).filter((pick) => pick === choice).length),
    );
  fc.assert(
    fc.property(votes, (given) => {
      const [whole] = resultsOf(['x', 'y', 'z'], tallied('', given));
      if (whole === undefined) return;
      const all = [...waysOf(sum(given), 3)].filter((one) =>
        whole.shares.every((share, choice) => fits(one[choice] ?? 0, sum(one), share)),
      );
      for (const choice of [0, 1, 2]) {
        const counts = all.map((one) => one[choice] ?? 0);
        expect(Math.max(...counts)).toBeGreaterThan(0);
        expect(Math.min(...counts)).toBeLessThan(sum(given));
      }
    }),
  );
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
