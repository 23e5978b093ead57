import type { Events } from '../wire.js';
import type { Api } from './api.mjs';

const RETRY_MS = [1_000, 2_000, 5_000];

export interface FeedHandlers {
  /** `fresh` when what was shown before no longer counts: another person, or a server that started anew. */
  readonly news: (events: Events, fresh: boolean) => void;
  readonly connected: (connected: boolean) => void;
}

/** Follows one person's conversation, and everybody's unread counts, for as long as the page is open. */
export class Feed {
  readonly #api: Api;
  readonly #handlers: FeedHandlers;
  #stop = new AbortController();
  #wake = () => {};

  constructor(api: Api, handlers: FeedHandlers) {
    this.#api = api;
    this.#handlers = handlers;
  }

  /** Follows this person from the beginning, and nobody else any longer. */
  follow(aadObjectId: string): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    void this.#run(aadObjectId, this.#stop.signal);
  }

  /** Tries at once instead of waiting for the next attempt. */
  retry(): void {
    this.#wake();
  }

  async #run(person: string, signal: AbortSignal): Promise<void> {
    let after = 0;
    let epoch = '';
    let failures = 0;
    while (!signal.aborted) {
      try {
        const events = await this.#api.events(person, after, epoch, signal);
        if (signal.aborted) return;
        this.#handlers.news(events, events.epoch !== epoch);
        after = events.seq;
        epoch = events.epoch;
        failures = 0;
        this.#handlers.connected(true);
      } catch {
        if (signal.aborted) return;
        this.#handlers.connected(false);
        await this.#pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 1_000);
        failures += 1;
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
