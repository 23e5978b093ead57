import type { Log } from './core/log';

export interface Periodic {
  /** Runs now, and again whenever the time has passed since the last run ended. */
  start(): void;
  /** Runs soon, in `afterMs`, instead of waiting for the next time. */
  wake(afterMs: number): void;
  /** Resolves when what is under way has ended; nothing is run after that. */
  stop(): Promise<void>;
}

/** Runs `work` again and again, one at a time. An error is logged and does not keep the next run from coming. */
export function createPeriodic(options: {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  readonly log: Log;
}): Periodic {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let stopped = true;

  function plan(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = stopped ? null : setTimeout(run, ms);
  }

  function run(): void {
    if (running !== null) return;
    running = options
      .work()
      .then(() => undefined)
      .catch((error) => options.log.error(`${options.name}.failed`, error))
      .finally(() => {
        running = null;
        plan(options.everyMs);
      });
  }

  return {
    start() {
      stopped = false;
      run();
    },
    wake: (afterMs) => {
      if (!stopped) plan(afterMs);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
