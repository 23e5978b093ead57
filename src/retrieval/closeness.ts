import type { Text } from './analysis';
import { type Packed, packPostings, readPostings } from './postings';
import { WEIGHTS } from './weights';

/** One thing the query names: a word, with all that may stand for it. */
export interface Concept {
  /** Empty where only a phrase of stop words is meant. */
  readonly key: string;
  readonly reading: string;
  readonly groups: readonly string[];
  readonly rarity: number;
}

/** All ways to ask, those of a document next to each other: plain data, that can be kept in a file. */
export interface Asks {
  /** Those of document d are the numbers from starts[d] to below starts[d + 1]. */
  readonly starts: Uint32Array;
  /** By ask: sum of the rarity of its words. */
  readonly masses: Float64Array;
  readonly keys: Packed;
  readonly readings: Packed;
  readonly groups: Packed;
}

const PRESENT = [{ weight: 1, lengthNorm: 0 }];

/** `documents`: of each, its question and its alternates. */
export function packAsks(documents: readonly (readonly Text[])[], rarityOf: (key: string) => number): Asks {
  const asks = documents.flat();
  const starts = new Uint32Array(documents.length + 1);
  for (const [at, own] of documents.entries()) starts[at + 1] = (starts[at] ?? 0) + own.length;
  const pack = (termsOf: (text: Text) => readonly string[]) =>
    packPostings(
      asks.map((text) => [termsOf(text)]),
      PRESENT,
    );
  const named = ({ words }: Text) => words.filter(({ key }) => key !== '');
  return {
    starts,
    masses: Float64Array.from(asks, (text) =>
      [...new Set(named(text).map(({ key }) => key))].reduce((sum, key) => sum + rarityOf(key), 0),
    ),
    keys: pack((text) => named(text).map(({ key }) => key)),
    readings: pack((text) => named(text).map(({ reading }) => reading)),
    groups: pack(({ words }) => words.flatMap(({ senses }) => senses.map(({ group }) => group))),
  };
}

/** F-measure that favours precision: what an ask says beyond the query counts against it more than what it leaves out. */
const BETA_SQUARED = 0.25;

/**
 * Tells for each document, 0–1, how like the query is to its best single ask. Pooled fields cannot tell one ask that says
 * it all from ten that say a little each. `total`: what the rarities of all concepts sum up to. What it answers holds until
 * the next query.
 */
export function readAsks({
  starts,
  masses,
  ...terms
}: Asks): (concepts: readonly Concept[], total: number) => (document: number) => number {
  const keys = readPostings(terms.keys);
  const readings = readPostings(terms.readings);
  const groups = readPostings(terms.groups);

  // Serve all queries, one after the other.
  const shared = new Float64Array(masses.length);
  const agreement = new Float64Array(masses.length);

  /** By ask: what it shares with the query. */
  function share(concepts: readonly Concept[]): void {
    shared.fill(0);
    for (const { key, reading, groups: meant, rarity } of concepts) {
      const touched: number[] = [];
      const see = (worth: number) => (ask: number) => {
        if (agreement[ask] === 0) touched.push(ask);
        agreement[ask] = Math.max(agreement[ask] ?? 0, worth);
      };
      keys.visit(key, see(1));
      readings.visit(reading, see(WEIGHTS.reading));
      for (const group of meant) groups.visit(group, see(WEIGHTS.synonym));
      for (const ask of touched) {
        shared[ask] = (shared[ask] ?? 0) + rarity * (agreement[ask] ?? 0);
        agreement[ask] = 0;
      }
    }
  }

  return (concepts, total) => {
    share(concepts);
    return (document) => {
      let best = 0;
      for (let ask = starts[document] ?? 0; ask < (starts[document + 1] ?? 0); ask += 1) {
        const mass = masses[ask] ?? 0;
        const own = shared[ask] ?? 0;
        const recall = total > 0 ? own / total : 0;
        const precision = mass > 0 ? Math.min(1, own / mass) : 0;
        const sum = BETA_SQUARED * precision + recall;
        if (sum > 0) best = Math.max(best, ((1 + BETA_SQUARED) * precision * recall) / sum);
      }
      return best;
    };
  };
}
