import type { Text } from './analysis';
import { WEIGHTS } from './weights';

/** One thing the query names: a word, with all that may stand for it. */
export interface Concept {
  /** Empty where only a phrase of stop words is meant. */
  readonly key: string;
  readonly reading: string;
  readonly groups: readonly string[];
  readonly rarity: number;
}

/** One way to ask for a document: its question or one of its alternates. */
export interface Ask {
  readonly keys: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Sum of the rarity of its words. */
  readonly mass: number;
}

export function askOf(text: Text, rarityOf: (key: string) => number): Ask {
  const named = text.words.filter((word) => word.key !== '');
  const keys = new Set(named.map((word) => word.key));
  return {
    keys,
    readings: new Set(named.map((word) => word.reading)),
    groups: new Set(text.words.flatMap((word) => word.senses.map((sense) => sense.group))),
    mass: [...keys].reduce((sum, key) => sum + rarityOf(key), 0),
  };
}

/** F-measure that favours precision: what an ask says beyond the query counts against it more than what it leaves out. */
const BETA_SQUARED = 0.25;

/**
 * 0–1: likeness of the query to the best single ask. Pooled fields cannot tell one ask that says it all from ten
 * that say a little each.
 */
export function closenessTo(asks: readonly Ask[], concepts: readonly Concept[], total: number): number {
  let best = 0;
  for (const ask of asks) {
    let shared = 0;
    for (const concept of concepts) shared += concept.rarity * agreement(ask, concept);
    const recall = total > 0 ? shared / total : 0;
    const precision = ask.mass > 0 ? Math.min(1, shared / ask.mass) : 0;
    const sum = BETA_SQUARED * precision + recall;
    if (sum > 0) best = Math.max(best, ((1 + BETA_SQUARED) * precision * recall) / sum);
  }
  return best;
}

function agreement(ask: Ask, { key, reading, groups }: Concept): number {
  if (ask.keys.has(key)) return 1;
  if (ask.readings.has(reading)) return WEIGHTS.reading;
  return groups.some((group) => ask.groups.has(group)) ? WEIGHTS.synonym : 0;
}
