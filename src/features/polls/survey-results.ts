import { LEAST_GROUP, rateOf } from '../stress-check';
import { type Rounding, type Share, toldPart } from './certainty';
import { type GroupName, type Tally, votesIn } from './survey';

export interface GroupResult {
  /** Null for all together, empty for everybody who is in no other group. */
  readonly group: GroupName | null;
  readonly answers: number;
  /** In the order of the choices. */
  readonly shares: readonly Share[];
}

interface Part {
  readonly group: GroupName;
  /** In the order of the choices. */
  readonly votes: readonly number[];
}

/** Shares by the bounds, in percent, that they lie between. */
const by =
  (bounds: readonly number[]): Rounding =>
  (votes, answers) => {
    const exact = (100 * votes) / answers;
    const below = bounds.find((bound) => exact < bound);
    const percent = bounds.findLast((bound) => bound <= exact);
    if (below === undefined) return { kind: 'from', percent: percent ?? 0 };
    return percent === undefined ? { kind: 'below', percent: below } : { kind: 'between', percent, below };
  };

/** From so many answers on shares are rounded as the stress check's are; of fewer that would nearly be their numbers. */
const MANY = 30;
const few = by([20, 50, 90]);
const usual: Rounding = (votes, answers) => (answers < MANY ? few(votes, answers) : rateOf(votes, answers));
/** For all together, where the usual one would tell too much. */
const WIDEST = by([20, 90]);

/**
 * What may be shown: all together, and groups of ten answers or more into which all fall, as finely as they tell of none
 * that all or nobody in it gave an answer, by whatever adding and subtracting. Groups that may not stand alone are counted
 * together. Empty where not even all together may be shown.
 */
export function resultsOf(choices: readonly string[], tallies: readonly Tally[]): readonly GroupResult[] {
  if (votesIn(tallies) < LEAST_GROUP) return [];
  const votesOf = (own: readonly Tally[]): readonly number[] =>
    choices.map((_, choice) => votesIn(own.filter((one) => one.choice === choice)));
  let parts: readonly Part[] = [...Map.groupBy(tallies, ({ group }) => group)]
    .map(([group, own]) => ({ group, votes: votesOf(own) }))
    .filter(({ votes }) => sum(votes) > 0);
  while (parts.length > 1) {
    const weak = parts.find(({ votes }) => sum(votes) < LEAST_GROUP) ?? toldPart(parts, usual);
    if (weak === null) break;
    parts = joined(parts, weak);
  }
  const whole: Part = { group: '', votes: votesOf(tallies) };
  if (parts.length > 1)
    return [{ ...resultOf(whole, usual), group: null }, ...parts.map((part) => resultOf(part, usual))];
  const rounding = [usual, WIDEST].find((one) => toldPart([whole], one) === null);
  return rounding === undefined ? [] : [{ ...resultOf(whole, rounding), group: null }];
}

/** Puts a part to those that are counted together, or to the smallest of the others where there are none yet. */
function joined(parts: readonly Part[], weak: Part): readonly Part[] {
  const others = parts.filter((part) => part !== weak);
  const smallest = others.toSorted((a, b) => sum(a.votes) - sum(b.votes))[0];
  const partner = others.find(({ group }) => group === '') ?? smallest;
  if (partner === undefined) return parts;
  const votes = weak.votes.map((count, choice) => count + (partner.votes[choice] ?? 0));
  return [...others.filter((part) => part !== partner), { group: '', votes }];
}

function resultOf({ group, votes }: Part, rounding: Rounding): GroupResult {
  const answers = sum(votes);
  return { group, answers, shares: votes.map((count) => rounding(count, answers)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
