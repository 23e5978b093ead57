import type { Clock } from '../core/clock';
import { err, ok, type Result } from '../core/result';
import type { Settings } from './settings-store';

/** Key of the settings; its value is a whole number of milliseconds. */
export const CLOCK_OFFSET_KEY = 'local-clock-offset-ms';

/** One move may not reach further than this: a slip of the year could never be taken back. */
export const LONGEST_MOVE_MS = 731 * 24 * 60 * 60 * 1000;

export type MoveError = 'goes-back' | 'too-far';

/** A clock that runs on with the machine's, ahead of it by an offset that only grows and outlives restarts. */
export interface LocalClock extends Clock {
  /** Milliseconds ahead of the machine's clock. */
  offset(): number;
  /** From now on the clock shows `to` and runs on. Moving back is an error: what was sent cannot be unsent. */
  moveTo(to: Date): Promise<Result<Date, MoveError>>;
}

export async function openLocalClock(settings: Settings, machine: Clock): Promise<LocalClock> {
  const stored = Number((await settings.get(CLOCK_OFFSET_KEY)) ?? 0);
  let offset = Number.isSafeInteger(stored) && stored > 0 ? stored : 0;
  let lastMove: Promise<unknown> = Promise.resolve();

  const now = () => new Date(machine.now().getTime() + offset);

  async function move(to: Date): Promise<Result<Date, MoveError>> {
    const ahead = to.getTime() - now().getTime();
    if (ahead < 0) return err('goes-back');
    if (ahead > LONGEST_MOVE_MS) return err('too-far');
    const moved = to.getTime() - machine.now().getTime();
    await settings.set(CLOCK_OFFSET_KEY, String(moved));
    offset = moved;
    return ok(now());
  }

  return {
    now,
    offset: () => offset,
    // One after the other: of two moves at once, the second must not lead back behind the first.
    moveTo(to) {
      const result = lastMove.then(() => move(to));
      lastMove = result.catch(() => undefined);
      return result;
    },
  };
}
