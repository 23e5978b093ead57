import type { AadObjectId } from '../core/ids';

const SECOND_MS = 1_000;

/**
 * How many requests the app may make: a bucket of as many tokens as the channel takes in any second. A token is for one
 * request, and comes back a second after the request has arrived: at its answer, or `arrivalMs` after it left, whichever is
 * first. So no second at the channel's end sees more, as long as no request travels for longer. Times are the
 * machine's, in ms.
 */
export class RequestBudget {
  readonly #perSecond: number;
  readonly #arrivalMs: number;
  #out: { backAt: number }[];

  /** Tokens come in over the first second, so that it begins smoothly; after a quiet second all are there at once. */
  constructor(perSecond: number, arrivalMs: number, now: number) {
    this.#perSecond = perSecond;
    this.#arrivalMs = arrivalMs;
    const later = Number.isFinite(perSecond) ? perSecond - 1 : 0;
    this.#out = Array.from({ length: later }, (_, n) => ({
      backAt: now + ((n + 1) * SECOND_MS) / perSecond,
    }));
  }

  available(now: number): number {
    this.#out = this.#out.filter(({ backAt }) => backAt > now);
    return this.#perSecond - this.#out.length;
  }

  /**
   * Takes a token for each of `count` requests that follow each other, the first of which leaves now. The function it
   * answers is to be told when the last is over.
   */
  take(count: number, now: number): (over: number) => void {
    const first = { backAt: now + this.#arrivalMs + SECOND_MS };
    const rest = Array.from({ length: count - 1 }, () => ({ backAt: Number.POSITIVE_INFINITY }));
    const taken = [first, ...rest];
    this.#out.push(...taken);
    return (over) => {
      for (const token of taken) token.backAt = Math.min(token.backAt, over + SECOND_MS);
    };
  }

  /** When the next token comes back, as far as is known by now. */
  nextAt(now: number): number {
    return Math.min(...this.#out.map(({ backAt }) => backAt).filter((backAt) => backAt > now));
  }
}

/** How many messages one conversation takes, as Teams documents it for a thread. */
const WINDOWS = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
] as const;
const LONGEST_COUNT = Math.max(...WINDOWS.map((window) => window.count));
const LONGEST_MS = Math.max(...WINDOWS.map((window) => window.ms));

/** Spacing of messages within each conversation, of which each recipient has one. Times are the machine's, in ms. */
export class Spacing {
  readonly #sentAt = new Map<AadObjectId, number[]>();
  readonly #fullUntil = new Map<AadObjectId, number>();
  #sweepAtSize = 1_000;

  note(recipient: AadObjectId, now: number): void {
    const times = this.#sentAt.get(recipient) ?? [];
    times.push(now);
    if (times.length > LONGEST_COUNT) times.shift();
    this.#sentAt.set(recipient, times);
    const freeAt = Math.max(
      ...WINDOWS.map(({ count, ms }) => (times.at(-count) ?? Number.NEGATIVE_INFINITY) + ms),
    );
    if (freeAt > now) this.#fullUntil.set(recipient, freeAt);
    if (this.#sentAt.size > this.#sweepAtSize) this.#forgetTheQuiet(now);
  }

  /** Recipients who may be sent nothing now, with the time from which they may. */
  full(now: number): ReadonlyMap<AadObjectId, number> {
    for (const [recipient, freeAt] of this.#fullUntil) {
      if (freeAt <= now) this.#fullUntil.delete(recipient);
    }
    return this.#fullUntil;
  }

  #forgetTheQuiet(now: number): void {
    for (const [recipient, times] of this.#sentAt) {
      if ((times.at(-1) ?? now) + LONGEST_MS <= now) this.#sentAt.delete(recipient);
    }
    this.#sweepAtSize = Math.max(1_000, 2 * this.#sentAt.size);
  }
}
