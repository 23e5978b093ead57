import type { AadObjectId } from '../core/ids';

/**
 * How fast the app may call the channel: `perSecond` on average, and `burst` at once. Teams allows 50 requests in any
 * second, so rate plus burst must not exceed that. Times are the machine's, in ms.
 */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #countedAt = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  available(now: number): number {
    if (now > this.#countedAt) {
      const gained = ((now - this.#countedAt) / 1_000) * this.#perSecond;
      this.#tokens = Math.min(this.#burst, this.#tokens + gained);
      this.#countedAt = now;
    }
    return this.#tokens;
  }

  take(count: number, now: number): void {
    this.#tokens = this.available(now) - count;
  }

  /** When `count` tokens will be there, rounded up to a whole millisecond. */
  readyAt(count: number, now: number): number {
    const missing = count - this.available(now);
    return missing <= 0 ? now : Math.ceil(now + (missing / this.#perSecond) * 1_000);
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
