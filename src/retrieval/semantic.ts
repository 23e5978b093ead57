import type { Hit } from './retrieval-index';
import { WEIGHTS } from './weights';

const UNMATCHED = { coverage: 0, closeness: 0, grams: 0 };

/**
 * Adds semantic similarity to hits by words, a convex combination of both: similarities are stretched to 0–1 and then
 * to the best score by words, so scores stay comparable with those without. Answers in no particular order; ids
 * that are not `known` are ignored.
 */
export function withSemantic(
  hits: readonly Hit[],
  semantic: ReadonlyMap<string, number>,
  known: ReadonlySet<string>,
): Hit[] {
  const values = [...semantic.values()];
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  if (!(span > 0)) return [...hits];
  const top = Math.max(0, ...hits.map((hit) => hit.score)) || 1;
  const found = new Set(hits.map((hit) => hit.id));
  const others = [...semantic.keys()]
    .filter((id) => known.has(id) && !found.has(id))
    .map((id): Hit => ({ id, score: 0, matched: UNMATCHED }));
  return [...hits, ...others]
    .map((hit) => {
      const similarity = ((semantic.get(hit.id) ?? lowest) - lowest) / span;
      const score = (1 - WEIGHTS.semantic) * hit.score + WEIGHTS.semantic * top * similarity;
      return { ...hit, score };
    })
    .filter((hit) => hit.score > 0);
}
