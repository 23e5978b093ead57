import type { AadObjectId } from '../core/ids';
import type { Result } from '../core/result';
import type { Message } from '../core/turn';

/** Where a person can be written to. */
export interface ConversationAddress {
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The channel's conversation reference as JSON; only the messenger looks inside. */
  readonly reference: string;
}

export interface Outgoing {
  readonly recipient: AadObjectId;
  /** Null on first contact: the messenger creates the 1:1 conversation (a request of its own). */
  readonly address: ConversationAddress | null;
  readonly message: Message;
  /** Fires at the send time-out: the request is given up, and answered at once with what is known of it. */
  readonly signal: AbortSignal;
  /** To be awaited between creating a conversation and posting into it, so that a retry does not create another. */
  readonly onCreated: (address: ConversationAddress) => Promise<void>;
}

export interface Sent {
  readonly activityId: string;
  readonly conversationId: string;
  readonly address: ConversationAddress;
}

/** What the channel said, or did not say. `reason` is a short code such as `http 503`, never a message's text. */
export type SendFailure =
  /** Nothing was posted; a later attempt may work. `retryAfterMs` asks the whole app to be quiet for so long. */
  | { readonly kind: 'retryable'; readonly reason: string; readonly retryAfterMs?: number }
  /** The request left and no answer came: it may or may not have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** This person cannot be written to. */
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  /** The channel will never take this message. */
  | { readonly kind: 'permanent'; readonly reason: string };

/**
 * Why a person cannot be written to. `blocked` and `not-installed` are what Teams says of a 403, `refused` is a 403 of
 * which it says less. `not-found`: no such person, conversation or message. `no-address`: never talked to, and nowhere to
 * begin.
 */
export const UNREACHABLE_REASONS = [
  'blocked',
  'not-installed',
  'refused',
  'not-found',
  'no-address',
] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];

/**
 * The channel's side of the outbox: one attempt of at most one request (two on first contact), no retries of its own.
 * Failures are values; whatever is thrown counts as an unknown outcome.
 */
export interface Messenger {
  send(outgoing: Outgoing): Promise<Result<Sent, SendFailure>>;
  update(
    address: ConversationAddress,
    activityId: string,
    message: Message,
    signal: AbortSignal,
  ): Promise<Result<void, SendFailure>>;
  delete(
    address: ConversationAddress,
    activityId: string,
    signal: AbortSignal,
  ): Promise<Result<void, SendFailure>>;
}

/** How long the app is quiet after a 429 that does not say for how long. */
const UNSTATED_RETRY_AFTER_MS = 1_000;

/** Headers of a response; both `fetch` and the connector client have this. */
export interface ResponseHeaders {
  get(name: string): string | null | undefined;
}

/** Teams' error codes with a 403; others, such as MessageWritesBlocked, may mean either. */
const REFUSALS: ReadonlyMap<string, UnreachableReason> = new Map([
  ['ConversationBlockedByUser', 'blocked'],
  ['BotDisabledByUser', 'blocked'],
  ['BotNotInConversationRoster', 'not-installed'],
  ['ForbiddenOperationException', 'not-installed'],
]);

/**
 * What an HTTP status other than success means for a delivery. `now` is for a Retry-After given as a date, `code` the
 * error code in the body.
 */
export function classifyHttpFailure(
  status: number,
  headers: ResponseHeaders,
  now: Date,
  code = '',
): SendFailure {
  if (status === 403) return { kind: 'unreachable', reason: REFUSALS.get(code) ?? 'refused' };
  if (status === 404) return { kind: 'unreachable', reason: 'not-found' };
  const reason = `http ${status}`;
  if (status !== 408 && status !== 412 && status !== 429 && status < 500)
    return { kind: 'permanent', reason };
  const stated = parseRetryAfter(headers.get('retry-after'), now);
  const retryAfterMs = stated ?? (status === 429 ? UNSTATED_RETRY_AFTER_MS : null);
  return retryAfterMs === null ? { kind: 'retryable', reason } : { kind: 'retryable', reason, retryAfterMs };
}

/** Milliseconds, from delay-seconds or an HTTP-date (RFC 9110, 10.2.3); null when absent or malformed. */
function parseRetryAfter(value: string | null | undefined, now: Date): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  if (!/^[A-Za-z]{3},/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** Errors of a connection that was never made: nothing can have been posted. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a network error means for a delivery, by Node's error code; a reset or time-out leaves the outcome unknown. */
export function classifyNetworkFailure(code: string | undefined): SendFailure {
  const reason = `network ${code ?? 'error'}`;
  return { kind: code !== undefined && NEVER_CONNECTED.has(code) ? 'retryable' : 'unknown', reason };
}
