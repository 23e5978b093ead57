import { countDue } from './claim-store';
import { Dispatcher, type DispatcherTools, type Step, type WorkerLimits } from './dispatcher';
import { type Machine, realMachine } from './machine';
import { defaultRetryPolicy } from './retry';

export const defaultWorkerLimits: WorkerLimits = {
  concurrency: 20,
  requestsPerSecond: 40,
  arrivalMs: 250,
  sendTimeoutMs: 20_000,
  leaseSlackMs: 10_000,
  pollMs: 1_000,
  retry: defaultRetryPolicy,
};

export interface WorkerOptions extends Omit<DispatcherTools, 'machine' | 'random' | 'isOpen'> {
  /** Default: always. */
  readonly isOpen?: DispatcherTools['isOpen'];
  readonly limits?: Partial<WorkerLimits>;
  /** Default: the real one. */
  readonly machine?: Machine;
  /** Uniform in [0, 1), for jitter; default `Math.random`. */
  readonly random?: () => number;
}

/** `due` = `sent` + `failed` + `pending`. */
export interface TickReport {
  readonly due: number;
  readonly sent: number;
  /** Including the unreachable. */
  readonly failed: number;
  /** Due but still open: waits for its next attempt, for a busy channel, or for another message. */
  readonly pending: number;
}

type Goal = 'nothing-ready' | 'nothing-due';

interface Waiter {
  readonly goal: Goal;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Sends what is in the outbox. Several workers may share a database: each delivery is held by one at a time. */
export class DeliveryWorker {
  readonly #options: WorkerOptions;
  readonly #limits: WorkerLimits;
  readonly #machine: Machine;
  readonly #dispatcher: Dispatcher;
  readonly #waiters = new Set<Waiter>();
  #started = false;
  #stopping = false;
  #loop: Promise<void> | null = null;
  #sent = 0;
  #failed = 0;
  #woken = false;
  #nap = new AbortController();

  /** Throws a RangeError for limits that cannot work. */
  constructor(options: WorkerOptions) {
    const { machine = realMachine, random = Math.random, isOpen = () => true } = options;
    this.#options = options;
    this.#machine = machine;
    this.#limits = { ...defaultWorkerLimits, ...options.limits };
    this.#dispatcher = new Dispatcher({ ...options, machine, random, isOpen }, this.#limits, () =>
      this.wake(),
    );
  }

  /** Sends what is due and what becomes due, until `stop`. Errors of the database are logged, and tried again. */
  start(): void {
    this.#started = true;
    this.#run();
  }

  /** Claims nothing more; resolves when what is in flight has ended, at the latest at the send time-out. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#stopping = true;
    this.wake();
    await this.#loop;
  }

  /** Looks into the outbox now instead of at the next poll. */
  wake(): void {
    this.#woken = true;
    this.#nap.abort();
  }

  /**
   * Sends what can go out now, at the allowed rate; answers when nothing more can. Waits for no back-off or busy channel.
   * What `first` puts into the outbox is counted, also when it has been sent by the time `first` ends.
   */
  tick(first?: () => Promise<unknown>): Promise<TickReport> {
    return this.#reach('nothing-ready', first);
  }

  /** As `tick`, and waits until nothing is left but what the business clock, or another message, holds back. */
  drain(): Promise<TickReport> {
    return this.#reach('nothing-due');
  }

  async #reach(goal: Goal, first?: () => Promise<unknown>): Promise<TickReport> {
    const before = { sent: this.#sent, failed: this.#failed };
    await first?.();
    await new Promise<void>((resolve, reject) => {
      this.#waiters.add({ goal, resolve, reject });
      this.#run();
    });
    const sent = this.#sent - before.sent;
    const failed = this.#failed - before.failed;
    const pending = await countDue(this.#options.store.db, this.#dispatcher.moment());
    return { due: sent + failed + pending, sent, failed, pending };
  }

  #run(): void {
    this.#stopping = false;
    this.wake();
    this.#loop ??= this.#work();
  }

  async #work(): Promise<void> {
    for (;;) {
      this.#woken = false;
      const step = await this.#step();
      const { inFlight } = this.#dispatcher;
      if (step !== null && step.claimed > 0 && inFlight < this.#limits.concurrency) continue;
      const nothingInFlight = inFlight === 0;
      // A wake during the step may be for what the step has not seen.
      if (step !== null && nothingInFlight && !this.#woken) this.#release(step);
      const wanted = this.#started || this.#waiters.size > 0;
      if (!wanted && (nothingInFlight || step === null)) break;
      await this.#rest(step?.nextAt ?? null);
    }
    this.#loop = null;
  }

  /** Null when the database refused; who waits for the outcome hears of it. */
  async #step(): Promise<Step | null> {
    try {
      const step = await this.#dispatcher.step(!this.#stopping);
      for (const state of step.ended) {
        if (state === 'sent') this.#sent += 1;
        else if (state === 'failed' || state === 'unreachable') this.#failed += 1;
      }
      return step;
    } catch (error) {
      this.#options.log.error('delivery.step_failed', error);
      for (const waiter of this.#waiters) waiter.reject(error);
      this.#waiters.clear();
      return null;
    }
  }

  #release(step: Step): void {
    for (const waiter of this.#waiters) {
      const reached = waiter.goal === 'nothing-ready' ? !step.throttled : step.nextAt === null;
      if (!reached && !this.#stopping) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  async #rest(nextAt: number | null): Promise<void> {
    const untilNext = (nextAt ?? Number.POSITIVE_INFINITY) - this.#machine.now();
    this.#nap = new AbortController();
    if (!this.#woken) {
      await this.#machine.wait(Math.max(0, Math.min(this.#limits.pollMs, untilNext)), this.#nap.signal);
    }
    // Answers that came together then share one transaction.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
