import type { Result } from '../core/result';
import type { DeliveryKind } from '../db/schema';
import type { AbsenceReason } from './delivery';
import type { SendFailure, Sent } from './messenger';

/** No back-off and no quiet time is longer; a stored time further away comes from a clock that was moved. */
export const LONGEST_WAIT_MS = 3_600_000;

export interface RetryPolicy {
  /** After so many attempts a delivery fails. */
  readonly maxAttempts: number;
  /** After so many attempts of unknown outcome a send fails: each may have put the message in front of the person. */
  readonly maxUnknown: number;
  readonly shortestBackoffMs: number;
  readonly longestBackoffMs: number;
}

/** Outlasts an outage of about an hour. */
export const defaultRetryPolicy: RetryPolicy = {
  maxAttempts: 20,
  maxUnknown: 5,
  shortestBackoffMs: 1_000,
  longestBackoffMs: 600_000,
};

/** An attempt, with what came before it. */
export interface Attempt {
  readonly kind: DeliveryKind;
  /** Including this one. */
  readonly attempts: number;
  /** Of earlier attempts. */
  readonly unknownOutcomes: number;
  readonly backoffMs: number;
}

/** Nothing was sent: its person has gone meanwhile. */
export interface Absence {
  readonly kind: 'absent';
  readonly reason: AbsenceReason;
}

/** What becomes of a delivery after an attempt. */
export type Verdict =
  | { readonly state: 'sent'; readonly activityId: string | null; readonly conversationId: string | null }
  | { readonly state: 'cancelled'; readonly error: AbsenceReason; readonly outcomeUnknown: false }
  | { readonly state: 'failed' | 'unreachable'; readonly error: string; readonly outcomeUnknown: boolean }
  | {
      readonly state: 'pending';
      readonly error: string;
      readonly outcomeUnknown: boolean;
      readonly backoffMs: number;
      readonly retryInMs: number;
    };

/** Decides what follows an attempt. `random` is uniform in [0, 1). An update or delete done twice is no double. */
export function judge(
  attempt: Attempt,
  outcome: Result<Sent | null, SendFailure | Absence>,
  policy: RetryPolicy,
  random: () => number,
): Verdict {
  if (outcome.ok) {
    const { value } = outcome;
    return {
      state: 'sent',
      activityId: value?.activityId ?? null,
      conversationId: value?.conversationId ?? null,
    };
  }
  const failure = outcome.error;
  switch (failure.kind) {
    case 'absent':
      return { state: 'cancelled', error: failure.reason, outcomeUnknown: false };
    case 'permanent':
      return { state: 'failed', error: failure.reason, outcomeUnknown: false };
    case 'unreachable':
      if (attempt.kind === 'delete' && failure.reason === 'not-found') {
        return { state: 'sent', activityId: null, conversationId: null };
      }
      return { state: 'unreachable', error: failure.reason, outcomeUnknown: false };
    case 'retryable':
    case 'unknown': {
      const outcomeUnknown = failure.kind === 'unknown' && attempt.kind === 'send';
      const unknownOutcomes = attempt.unknownOutcomes + (outcomeUnknown ? 1 : 0);
      const error = failure.reason;
      if (attempt.attempts >= policy.maxAttempts || unknownOutcomes >= policy.maxUnknown) {
        return { state: 'failed', error, outcomeUnknown };
      }
      const backoffMs = nextBackoff(attempt.backoffMs, policy, random);
      const asked = failure.kind === 'retryable' ? (failure.retryAfterMs ?? 0) : 0;
      const retryInMs = Math.min(LONGEST_WAIT_MS, Math.max(backoffMs, asked));
      return { state: 'pending', error, outcomeUnknown, backoffMs, retryInMs };
    }
    default:
      throw new Error(failure satisfies never);
  }
}

/** Decorrelated jitter: between the shortest back-off and three times the last one (0: none as yet). */
export function nextBackoff(previousMs: number, policy: RetryPolicy, random: () => number): number {
  const { shortestBackoffMs: shortest, longestBackoffMs: longest } = policy;
  const ceiling = Math.max(shortest, previousMs) * 3;
  return Math.round(Math.min(longest, shortest + random() * (ceiling - shortest)));
}
