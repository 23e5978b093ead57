import { randomUUID } from 'node:crypto';
import { err } from '../core/result';
import { lockName } from '../db/lock';
import type { Writer } from '../db/open';
import { type AttemptTools, attempt, type Outcome } from './attempt';
import {
  type Claim,
  claim,
  findLost,
  findReady,
  type Held,
  type Moment,
  nextAttemptAt,
  type Ready,
  recipientsInFlight,
  rememberAddress,
} from './claim-store';
import type { DeliveryId, EndState } from './delivery';
import { RequestBudget, Spacing } from './rate';
import { judge, LONGEST_WAIT_MS, type RetryPolicy } from './retry';
import { type Judged, settle } from './settle-store';

export interface WorkerLimits {
  /** Most deliveries in flight at once; after a crash no more than these can go out twice. */
  readonly concurrency: number;
  /**
   * Most requests to the channel in any second; a whole number, at least 2, since a first contact costs as many. Teams allows
   * an app 50, its answers in chats included.
   */
  readonly requestsPerSecond: number;
  /** How long a request is thought to travel at most, where its answer has not come earlier: see `RequestBudget`. */
  readonly arrivalMs: number;
  /** After this an attempt is given up and its outcome unknown. */
  readonly sendTimeoutMs: number;
  /** How much longer than the send time-out a lease lasts. */
  readonly leaseSlackMs: number;
  /** How often an idle worker looks for what others have added or the clock has made due. */
  readonly pollMs: number;
  readonly retry: RetryPolicy;
}

export interface DispatcherTools extends AttemptTools {
  /** Whether an instant of the business clock is in open hours. */
  readonly isOpen: (instant: Date) => boolean;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
}

/** What a step has done, and when the next is worth while. */
export interface Step {
  readonly claimed: number;
  readonly ended: readonly EndState[];
  /** Machine ms at which more can go out; null when only business time or a new delivery brings something. */
  readonly nextAt: number | null;
  /** Something is ready and waits for nothing but the request rate. */
  readonly throttled: boolean;
}

type Answered = { readonly claim: Claim; readonly outcome: Outcome };

const FIRST_CONTACT_REQUESTS = 2;
const requestsOf = (row: Ready): number =>
  row.kind === 'send' && row.address === null ? FIRST_CONTACT_REQUESTS : 1;

const LEASE_RAN_OUT: Outcome = err({ kind: 'unknown', reason: 'lease ran out' });

/** One worker's hands: claims, sends and ends deliveries, a step at a time, within the limits. */
export class Dispatcher {
  readonly #tools: DispatcherTools;
  readonly #limits: WorkerLimits;
  readonly #onAnswer: () => void;
  readonly #budget: RequestBudget;
  readonly #spacing = new Spacing();
  readonly #inFlight = new Map<DeliveryId, Claim>();
  #answered: Answered[] = [];
  #quietUntil = Number.NEGATIVE_INFINITY;

  /** `onAnswer` is called when a send has been answered: then a step is due. Throws RangeError for limits that cannot work. */
  constructor(tools: DispatcherTools, limits: WorkerLimits, onAnswer: () => void) {
    const { concurrency, requestsPerSecond, arrivalMs } = limits;
    const whole = Number.isInteger(requestsPerSecond) || requestsPerSecond === Number.POSITIVE_INFINITY;
    if (!(concurrency >= 1) || !whole || requestsPerSecond < FIRST_CONTACT_REQUESTS) {
      throw new RangeError(
        `a worker needs a concurrency of 1 and a whole number of requests a second, ${FIRST_CONTACT_REQUESTS} at least`,
      );
    }
    this.#tools = tools;
    this.#limits = limits;
    this.#onAnswer = onAnswer;
    this.#budget = new RequestBudget(requestsPerSecond, arrivalMs, tools.machine.now());
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  moment(): Moment {
    const now = this.#tools.clock.now();
    return {
      at: now.toISOString(),
      machineMs: Math.round(this.#tools.machine.now()),
      open: this.#tools.isOpen(now),
    };
  }

  /**
   * In one transaction: ends what was answered, takes back what a dead worker held, claims what can go out (unless
   * `claiming` is false). Sends the claimed after the commit. When it rejects, nothing is lost: call it again.
   */
  async step(claiming: boolean): Promise<Step> {
    const answered = this.#answered;
    this.#answered = [];
    try {
      const { claims, ...step } = await this.#tools.store.write((tx) =>
        this.#transact(tx, answered, claiming),
      );
      for (const { claim } of answered) this.#inFlight.delete(claim.id);
      for (const claim of claims) this.#launch(claim);
      return { ...step, claimed: claims.length };
    } catch (error) {
      this.#answered = [...answered, ...this.#answered];
      throw error;
    }
  }

  async #transact(tx: Writer, answered: readonly Answered[], claiming: boolean) {
    const moment = this.moment();
    for (const { claim, outcome } of answered) {
      if (outcome.ok && outcome.value !== null && claim.address === null) {
        await rememberAddress(tx, claim.recipient, outcome.value.address, moment.at);
      }
    }
    const done = new Set(answered.map(({ claim }) => claim));
    const own = [...this.#inFlight.values()].filter((claim) => !done.has(claim));
    const lost = await findLost(tx, moment, idsOf(own));
    const over = [
      ...answered.map(({ claim, outcome }) => this.#judge(claim, outcome)),
      ...lost.map((held) => this.#judge(held, LEASE_RAN_OUT)),
    ];
    const ended = (await settle(tx, over, moment)).filter((state) => state !== 'pending');
    const free = this.#limits.concurrency - own.length;
    const choice = claiming && free > 0 ? await this.#claim(tx, moment, free, own) : NOTHING;
    return { ended, ...choice };
  }

  #judge(held: Held, outcome: Outcome): Judged {
    return { held, verdict: judge(held, outcome, this.#limits.retry, this.#tools.random) };
  }

  async #claim(tx: Writer, moment: Moment, free: number, own: readonly Claim[]): Promise<Choice> {
    const now = moment.machineMs;
    // One at a time for each person: order is kept, and a first contact opens one conversation. So one worker at a time chooses.
    await lockName(tx, 'delivery claims');
    const busy = [...(await recipientsInFlight(tx)), ...own.map((claim) => claim.recipient)];
    const full = this.#spacing.full(now);
    const ready = await findReady(tx, moment, free, [...busy, ...full.keys()]);
    if (ready.length === 0) {
      const spaced = full.size > 0 && (await findReady(tx, moment, 1, busy)).length > 0;
      const retryAt = await nextAttemptAt(tx, moment, idsOf(own));
      return {
        ...NOTHING,
        nextAt: earliest([...(spaced ? full.values() : []), ...(retryAt === null ? [] : [retryAt])]),
      };
    }
    if (now < this.#quietUntil) return { ...NOTHING, nextAt: this.#quietUntil };
    const affordable = within(this.#budget.available(this.#tools.machine.now()), ready);
    if (affordable.length === 0) {
      return { claims: [], nextAt: this.#budget.nextAt(this.#tools.machine.now()), throttled: true };
    }
    const leaseUntil = now + this.#limits.sendTimeoutMs + this.#limits.leaseSlackMs;
    return { ...NOTHING, claims: await claim(tx, affordable, randomUUID(), leaseUntil) };
  }

  #launch(claim: Claim): void {
    const now = this.#tools.machine.now();
    this.#inFlight.set(claim.id, claim);
    const over = this.#budget.take(requestsOf(claim), now);
    this.#spacing.note(claim.recipient, now);
    void attempt(claim, this.#tools, this.#limits.sendTimeoutMs).then((outcome) => {
      over(this.#tools.machine.now());
      if (!outcome.ok && outcome.error.kind === 'retryable')
        this.#beQuietFor(outcome.error.retryAfterMs ?? 0);
      this.#answered.push({ claim, outcome });
      this.#onAnswer();
    });
  }

  #beQuietFor(ms: number): void {
    const until = this.#tools.machine.now() + Math.min(ms, LONGEST_WAIT_MS);
    this.#quietUntil = Math.max(this.#quietUntil, until);
  }
}

interface Choice {
  readonly claims: readonly Claim[];
  readonly nextAt: number | null;
  readonly throttled: boolean;
}

const NOTHING: Choice = { claims: [], nextAt: null, throttled: false };

/** The first of `ready` whose requests are covered by the tokens. */
function within(tokens: number, ready: readonly Ready[]): Ready[] {
  const affordable: Ready[] = [];
  let left = tokens;
  for (const row of ready) {
    left -= requestsOf(row);
    if (left < 0) break;
    affordable.push(row);
  }
  return affordable;
}

const idsOf = (claims: readonly Claim[]): DeliveryId[] => claims.map((claim) => claim.id);
const earliest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : Math.min(...times);
