/**
 * Time as the machine measures it, for leases, back-off, limits and time-outs. Moving the business clock, or the
 * machine's wall clock while the process runs, changes nothing here.
 */
export interface Machine {
  /** Milliseconds since the Unix epoch as of the start of the process, counted on monotonically. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal fires. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const realMachine: Machine = {
  now: () => performance.timeOrigin + performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(ms, LONGEST_TIMER_MS));
      signal?.addEventListener('abort', end, { once: true });
    }),
};
