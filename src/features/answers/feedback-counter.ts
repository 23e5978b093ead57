import type { Log } from '../../core/log';
import type { Store } from '../../db/open';
import { countFeedback, type FeedbackKind } from './feedback-store';

/** Counts by topic for HR. Nobody is told of a count, so nobody waits for one, and what cannot be written is only logged. */
export interface FeedbackCounter {
  /** One more of its kind on a topic in a month (`YYYY-MM`, Tokyo), written soon, with all others of that moment. */
  count(month: string, topic: string, kind: FeedbackKind): void;
  /** Writes what waits. */
  settle(): Promise<void>;
}

/** A crash loses this much of the counts at most, in ms. */
const TOGETHER_MS = 1_000;

/** `afterMs`: how long a count waits for others, in ms. */
export function createFeedbackCounter(store: Store, log: Log, afterMs = TOGETHER_MS): FeedbackCounter {
  let waiting = new Map<string, { month: string; topic: string; kind: FeedbackKind; count: number }>();
  let timer: NodeJS.Timeout | null = null;
  let written: Promise<void> = Promise.resolve();

  function settle(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    written = written.then(write);
    return written;
  }

  async function write(): Promise<void> {
    const counts = [...waiting.values()];
    waiting = new Map();
    if (counts.length === 0) return;
    try {
      await store.write(async (tx) => {
        for (const each of counts) await countFeedback(tx, each);
      });
    } catch (error) {
      log.error('feedback-not-counted', error);
    }
  }

  return {
    count(month, topic, kind) {
      const key = `${month}\n${topic}\n${kind}`;
      waiting.set(key, { month, topic, kind, count: (waiting.get(key)?.count ?? 0) + 1 });
      timer ??= setTimeout(settle, afterMs).unref();
    },
    settle,
  };
}
