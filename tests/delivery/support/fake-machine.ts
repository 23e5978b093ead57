import type { Machine } from '../../../src/delivery/machine';
import { databaseIdle } from '../../support/databases';

/** A machine whose time moves only when told, or when everybody waits for it. */
export class FakeMachine implements Machine {
  #now: number;
  /** Rises whenever somebody begins or stops to wait. */
  #stirs = 0;
  readonly #timers = new Set<{ readonly at: number; readonly fire: () => void }>();

  constructor(now = 1_800_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = {
        at: this.#now + ms,
        fire: () => {
          this.#timers.delete(timer);
          this.#stirs += 1;
          resolve();
        },
      };
      this.#timers.add(timer);
      this.#stirs += 1;
      signal?.addEventListener('abort', timer.fire, { once: true });
    });
  }

  /** Sets the time without letting anyone wake: as when a clock is moved. */
  set(ms: number): void {
    this.#now = ms;
  }

  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await this.settle();
      const next = this.#earliest();
      if (next === null || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.fire();
    }
    this.#now = end;
  }

  /** Lets time pass, from one timer to the next, until `work` is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const mark = (): void => {
      done = true;
    };
    work.then(mark, mark);
    for (;;) {
      await this.settle();
      if (done) return work;
      const next = this.#earliest();
      if (next === null) throw new Error('nobody waits for time, and the work is not done');
      this.#now = Math.max(this.#now, next.at);
      next.fire();
    }
  }

  #earliest() {
    let first: { readonly at: number; readonly fire: () => void } | null = null;
    for (const timer of this.#timers) if (first === null || timer.at < first.at) first = timer;
    return first;
  }

  /** Until nothing but time can make anything go on. */
  async settle(): Promise<void> {
    for (let seen = -1; seen !== this.#stirs; ) {
      seen = this.#stirs;
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (await databaseIdle()) round = -1;
      }
    }
  }
}
