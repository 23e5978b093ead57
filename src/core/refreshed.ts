export interface Refreshed<T> {
  /** As last made of the sources; waits only where nothing was made yet. What is newer is then on its way. */
  latest(): Promise<T>;
  /** The number of the sources as seen by the last read; a change has another. */
  seen(): number;
  /** Resolves once what `latest` answers is made of the sources as they are now, if they changed since `seen` was that. */
  caughtUp(since: number): Promise<void>;
}

/**
 * What is made of sources that are replaced as a whole when they change. `ahead` does the slow part of making it elsewhere
 * and never rejects, while the last value goes on serving; null where there is nothing to wait for. One at a time is made:
 * of several changes in between only the last counts.
 */
export function refreshed<S extends readonly object[], T>(of: {
  readonly read: () => Promise<S>;
  readonly ahead: (...sources: S) => Promise<void> | null;
  readonly make: (...sources: S) => T;
}): Refreshed<T> {
  let reads = 0;
  let wanted: { readonly sources: S; readonly number: number; readonly read: number } | null = null;
  let made: { readonly number: number; readonly value: T } | null = null;
  let making: Promise<void> | null = null;

  /** Reads may overtake each other: one that began before another has nothing newer. */
  async function look(): Promise<number> {
    reads += 1;
    const read = reads;
    const sources = await of.read();
    if (wanted !== null && read < wanted.read) return wanted.number;
    const last = wanted;
    const same = last !== null && sources.every((source, at) => source === last.sources[at]);
    wanted = { sources, number: (last?.number ?? 0) + (same ? 0 : 1), read };
    return wanted.number;
  }

  /** Begins to make what is wanted, unless something is being made; null where there is nothing to wait for. */
  function make(): Promise<void> | null {
    if (making !== null || wanted === null || wanted.number === made?.number) return making;
    const { sources, number } = wanted;
    const finish = (): void => {
      made = { number, value: of.make(...sources) };
    };
    const slow = of.ahead(...sources);
    if (slow === null) {
      finish();
      return null;
    }
    making = slow.then(finish).finally(() => {
      making = null;
    });
    // Whoever waits for it is told; nobody may.
    making.catch(() => undefined);
    return making;
  }

  return {
    async latest() {
      await look();
      const under = make();
      if (made === null) await under;
      if (made === null) throw new Error('nothing was made');
      return made.value;
    },
    seen: () => wanted?.number ?? 0,
    async caughtUp(since) {
      const now = await look();
      if (now === since) return;
      while ((made?.number ?? 0) < now) await make();
    },
  };
}
