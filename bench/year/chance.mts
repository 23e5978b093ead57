/** Numbers in [0, 1) that are the same for the same seed, so that a year can be run again. */
export function chanceFrom(seed: string) {
  let state = 0x811c9dc5;
  for (const unit of seed) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** True with that probability. */
    happens: (probability: number): boolean => next() < probability,
    /** A whole number from `from` up to and with `to`. */
    between: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
    /** Undefined of an empty list. */
    one: <T,>(of: readonly T[]): T | undefined => of[Math.floor(next() * of.length)],
  };
}
export type Chance = ReturnType<typeof chanceFrom>;
