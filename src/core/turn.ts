import type { AadObjectId } from './ids';

/**
 * What a channel hands to the bot and what it gets back, in words that know no transport.
 * `src/teams/` translates Bot Framework activities into a Turn and a Reply into activities.
 */

export type Locale = 'ja' | 'en';

/** An Adaptive Card as JSON, made by `defineCard`. */
export type CardJson = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

/** A file attached to a message: its bytes are fetched only when a feature asks for them. */
export interface AttachedFile {
  readonly name: string;
  /** Rejects after a time-out or above `maxBytes`. */
  read(maxBytes: number): Promise<Uint8Array>;
}

export type Inbound =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly files: readonly AttachedFile[];
      /** Id of the message that this one answers, where the channel tells. */
      readonly replyTo?: string;
    }
  /** A tapped Action.Execute; `automatic` when the client refreshed the card by itself. */
  | { readonly kind: 'action'; readonly verb: string; readonly data: unknown; readonly automatic: boolean }
  | { readonly kind: 'dialog-open'; readonly data: unknown }
  | { readonly kind: 'dialog-submit'; readonly data: unknown }
  /** Message-extension search. `skip` and `count` page through the results. */
  | { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number }
  /** A reaction was given to the message with that id. */
  | { readonly kind: 'reaction'; readonly to: string }
  | { readonly kind: 'installed' };

export interface Turn {
  /** Id of the activity; with the conversation it names a turn once (Teams repeats slow ones). */
  readonly activityId: string;
  readonly conversationId: string;
  /** Verified by the channel, never taken from card data. */
  readonly sender: AadObjectId | null;
  readonly locale: Locale;
  readonly personal: boolean;
  readonly inbound: Inbound;
}

export type Message =
  | { readonly kind: 'text'; readonly text: string }
  /** `summary` is what a notification shows. `suggestions` are prompts one may tap instead of typing. */
  | { readonly kind: 'card'; readonly card: CardJson; readonly summary: string };

/** What an invoke (tap, dialog, search) is answered with; a message turn has none. */
export type InvokeReply =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly card: CardJson;
      readonly height: 'small' | 'medium' | 'large';
    }
  | { readonly kind: 'dialog-closed'; readonly text: string | null }
  | {
      readonly kind: 'search-results';
      readonly results: readonly { readonly card: CardJson; readonly title: string; readonly text: string }[];
    };

export interface Reply {
  readonly messages: readonly Message[];
  readonly invoke: InvokeReply | null;
}

export const silence: Reply = { messages: [], invoke: null };
export const replyWith = (...messages: Message[]): Reply => ({ messages, invoke: null });
export const replyToInvoke = (invoke: InvokeReply, ...messages: Message[]): Reply => ({ messages, invoke });
