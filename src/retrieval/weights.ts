import type { FieldWeight } from './postings';

/**
 * Every constant that ranking depends on. Round numbers on purpose: each was varied by ±50 % on two question sets
 * (docs/adr/0002-retrieval.md) and none moves the result by more than the noise, so do not tune them to one corpus.
 */
export const WEIGHTS = {
  /** One occurrence in an answer counts 1. Answers differ more in length for good reasons: discount them less. */
  fields: {
    question: { weight: 1.5, lengthNorm: 0.75 },
    alternates: { weight: 1.5, lengthNorm: 0.75 },
    answer: { weight: 1, lengthNorm: 0.5 },
  } satisfies Record<string, FieldWeight>,
  /** BM25's k1: how soon repetition of a word stops to matter. Grams repeat by chance, so theirs is higher. */
  saturation: { words: 1.2, grams: 2 },
  /** A word matched by its reading only (子供 for こども, a wrong conversion), or by a synonym only. Exact is 1. */
  reading: 0.5,
  synonym: 0.5,
  /** Neighbouring characters beside whole words; a kanji alone counts half of a pair. */
  pair: 0.2,
  kanji: 0.1,
  /** Bonus for likeness to the best single way of asking, as a share of all that the query's words could earn. */
  closeness: 0.5,
  /** For each factor e by which the document's topic is less likely, as a share of the best score. */
  topic: 0.05,
  /** Only this many of the best by words are compared with their single ways of asking. */
  depth: 50,
  /** Share of the final score given to semantic similarity, where the caller has it: equal parts. */
  semantic: 0.5,
} as const;
