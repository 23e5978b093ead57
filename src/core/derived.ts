/**
 * Remembers what was derived from `sources` until one of them is another object or value: data that is replaced as a whole
 * when it changes needs no other invalidation. Concurrent callers share one derivation.
 */
export function derived<S extends readonly unknown[], T>(derive: (...sources: S) => T): (...sources: S) => T {
  let last: { readonly sources: S; readonly value: T } | null = null;
  return (...sources) => {
    if (last === null || last.sources.some((source, at) => source !== sources[at])) {
      last = { sources, value: derive(...sources) };
    }
    return last.value;
  };
}
