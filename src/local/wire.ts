/**
 * What the local channel's server and its page say to each other, as JSON. Types only: the page imports them too.
 */

export interface LocalPerson {
  /** Employee number. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly kana: string;
  readonly section: string;
  readonly position: string;
  /** Codes of the directory (`hr_editor`, `hr_admin`, `stress_admin`, `auditor`, `mentor`), and `manager` for a 所属長. */
  readonly roles: readonly string[];
}

export interface ChatAttachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

export interface ChatSuggestion {
  readonly title: string;
  readonly value: string;
}

export interface ChatMessage {
  readonly id: string;
  /** Position in the conversation; an edit does not change it. */
  readonly order: number;
  /** How often the bot has replaced the message; a card refreshes itself once per revision. */
  readonly revision: number;
  readonly author: 'bot' | 'person';
  /** Instant of the local clock at which it was first posted. */
  readonly at: string;
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly summary: string | null;
  readonly attachments: readonly ChatAttachment[];
  readonly suggestions: readonly ChatSuggestion[];
  readonly edited: boolean;
  readonly deleted: boolean;
}

/** Answer of GET /local/events. */
export interface Events {
  /** Another one means that the server has started anew and remembers nothing: begin again from 0. */
  readonly epoch: string;
  /** What to ask for next, as `after`. */
  readonly seq: number;
  readonly messages: readonly ChatMessage[];
  readonly typing: boolean;
  /** Unread messages of the bot by `aadObjectId`; people without any are left out. */
  readonly unread: Readonly<Record<string, number>>;
  readonly clock: ClockView;
}

export interface ClockView {
  readonly now: string;
  /** Milliseconds by which the local clock runs ahead of the machine's. */
  readonly offsetMs: number;
  /** The next morning on which messages may go out again. */
  readonly nextMorning: string;
}

export interface TickSummary {
  readonly due: number;
  readonly sent: number;
  readonly failed: number;
  readonly pending: number;
}

/** Body of POST /local/activities: what a person does, `as` whom, in which language. */
export type PersonAct = {
  readonly as: string;
  readonly locale: 'ja' | 'en';
  /** Made by the page once an act, so that a retry is the same activity. */
  readonly key: string;
} & (
  | { readonly kind: 'message'; readonly text: string; readonly files: readonly string[] }
  /** A tapped Action.Submit; `shown` is what appears as said by the person (messageBack). */
  | {
      readonly kind: 'submit';
      readonly text: string | null;
      readonly shown: string | null;
      readonly value: unknown;
      readonly replyToId: string | null;
    }
  | {
      readonly kind: 'invoke';
      readonly name: string;
      readonly value: unknown;
      /** The card that was tapped. */
      readonly source: { readonly messageId: string; readonly attachment: number } | null;
    }
  /** A card chosen in the search panel: shown as posted by the person, the bot is not told (as in Teams). */
  | { readonly kind: 'card'; readonly attachment: ChatAttachment }
);

/** What the bot's messaging endpoint answered. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}
