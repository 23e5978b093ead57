import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import { err, ok, type Result } from '../core/result';
import type { Message } from '../core/turn';
import type { Store } from '../db/open';
import { type Claim, rememberAddress } from './claim-store';
import type { AbsenceReason } from './delivery';
import type { Machine } from './machine';
import type { Messenger, SendFailure, Sent } from './messenger';
import { parsePayload, type Render } from './payload';
import type { Absence } from './retry';

/** How an attempt ended; null for an update or delete that was done. */
export type Outcome = Result<Sent | null, SendFailure | Absence>;

export interface AttemptTools {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly render: Render;
  readonly clock: Clock;
  readonly log: Log;
  readonly machine: Machine;
  /**
   * Asked by the dedupe key right before a message goes out, for it may have waited for days: why its person is to get none, or
   * null. The delivery then ends as cancelled. Default: everybody is there.
   */
  readonly absence?: (dedupeKey: string) => Promise<AbsenceReason | null>;
}

const TIMED_OUT: Outcome = err({ kind: 'unknown', reason: 'time-out' });

/**
 * Renders and sends once. Never rejects. At the time-out the messenger may still say at once that nothing has left;
 * an answer after that is not looked at.
 */
export async function attempt(claim: Claim, tools: AttemptTools, timeoutMs: number): Promise<Outcome> {
  const giveUp = new AbortController();
  const answered = new AbortController();
  const timeOut = async (): Promise<Outcome> => {
    await tools.machine.wait(timeoutMs, answered.signal);
    if (!answered.signal.aborted) giveUp.abort();
    await new Promise((resolve) => setImmediate(resolve));
    return TIMED_OUT;
  };
  const outcome = await Promise.race([perform(claim, tools, giveUp.signal), timeOut()]);
  // With a reason of its own; the default one is an exception, which is slow to make.
  answered.abort('answered');
  return outcome;
}

async function perform(claim: Claim, tools: AttemptTools, signal: AbortSignal): Promise<Outcome> {
  const { log } = tools;
  let message: Message | null;
  try {
    message = claim.kind === 'delete' ? null : tools.render(parsePayload(claim.payload), claim.locale);
  } catch (error) {
    log.error('delivery.not_renderable', error, { delivery: claim.id });
    return err({ kind: 'permanent', reason: 'not renderable' });
  }
  try {
    return message === null ? await remove(claim, tools, signal) : await put(claim, message, tools, signal);
  } catch (error) {
    if (!signal.aborted) log.error('delivery.messenger_threw', error, { delivery: claim.id });
    return err({ kind: 'unknown', reason: 'messenger threw' });
  }
}

async function put(
  claim: Claim,
  message: Message,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<Outcome> {
  const { messenger, store, clock } = tools;
  const { recipient, address, targetActivityId } = claim;
  if (claim.kind === 'send') {
    const reason = (await tools.absence?.(claim.dedupeKey)) ?? null;
    if (reason !== null) return err({ kind: 'absent', reason });
    return messenger.send({
      recipient,
      address,
      message,
      signal,
      onCreated: (created) =>
        store.write((tx) => rememberAddress(tx, recipient, created, clock.now().toISOString())),
    });
  }
  if (address === null || targetActivityId === null) return NO_ADDRESS;
  return done(await messenger.update(address, targetActivityId, message, signal));
}

async function remove(
  { address, targetActivityId }: Claim,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<Outcome> {
  if (address === null || targetActivityId === null) return NO_ADDRESS;
  return done(await tools.messenger.delete(address, targetActivityId, signal));
}

const NO_ADDRESS: Outcome = err({ kind: 'unreachable', reason: 'no-address' });
const done = (result: Result<void, SendFailure>): Outcome => (result.ok ? ok(null) : result);
