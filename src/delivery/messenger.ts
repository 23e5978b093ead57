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
  /** Fires at the send time-out; the request has to be given up. */
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

/** `refused`: blocked or not installed (403). `not-found`: no such conversation or message (404). `no-address`: never talked to. */
export type UnreachableReason = 'refused' | 'not-found' | 'no-address';

/**
 * The channel's side of the outbox: one attempt, no retries of its own. Failures are values; whatever is thrown counts
 * as an unknown outcome.
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

/** What an HTTP status other than success means for a delivery. `now` is for a Retry-After given as a date. */
export function classifyHttpFailure(status: number, headers: ResponseHeaders, now: Date): SendFailure {
  if (status === 403) return { kind: 'unreachable', reason: 'refused' };
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
