import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock';
import type { Changes } from './changes';
import type { ChatMessage } from './wire';

/** What a message says, without where and when. */
export type MessageContent = Pick<
  ChatMessage,
  'text' | 'textFormat' | 'summary' | 'attachments' | 'suggestions'
>;

export const plainText = (text: string): MessageContent => ({
  text,
  textFormat: 'plain',
  summary: null,
  attachments: [],
  suggestions: [],
});

interface Entry {
  message: ChatMessage;
  /** Number of the change that posted it, and of its last one. */
  readonly postedSeq: number;
  seq: number;
}

interface Conversation {
  readonly entries: Map<string, Entry>;
  readSeq: number;
  typingUntil: number;
}

/** Older messages of a conversation are forgotten. */
export const HISTORY_LENGTH = 500;
/** How long the bot counts as typing, in ms. */
const TYPING_MS = 6_000;

/** The one conversation that each person has with the bot, in memory, keyed by `aadObjectId`. */
export class Conversations {
  readonly #conversations = new Map<string, Conversation>();
  readonly #changes: Changes;
  readonly #clock: Clock;
  readonly #historyLength: number;
  #order = 0;

  constructor(options: { changes: Changes; clock: Clock; historyLength?: number }) {
    this.#changes = options.changes;
    this.#clock = options.clock;
    this.#historyLength = options.historyLength ?? HISTORY_LENGTH;
  }

  /** Adds a message and answers its id; one that is already there (a retry) stays as it is. */
  post(
    person: string,
    author: ChatMessage['author'],
    content: MessageContent,
    id: string = randomUUID(),
  ): string {
    const conversation = this.#open(person);
    if (conversation.entries.has(id)) return id;
    const seq = this.#changes.next();
    this.#order += 1;
    const at = this.#clock.now().toISOString();
    const message = {
      ...content,
      id,
      author,
      at,
      order: this.#order,
      revision: 0,
      edited: false,
      deleted: false,
    };
    conversation.entries.set(id, { message, postedSeq: seq, seq });
    if (author === 'bot') conversation.typingUntil = 0;
    for (const oldest of conversation.entries.keys()) {
      if (conversation.entries.size <= this.#historyLength) break;
      conversation.entries.delete(oldest);
    }
    return id;
  }

  /** Replaces what a message of the bot says, at its place; false when there is none of that id. */
  update(person: string, id: string, content: MessageContent): boolean {
    return this.#change(person, id, (message) => ({
      ...message,
      ...content,
      revision: message.revision + 1,
      edited: true,
    }));
  }

  /** Leaves an empty place; false when there is no message of the bot of that id. */
  delete(person: string, id: string): boolean {
    return this.#change(person, id, (message) => ({ ...message, ...plainText(''), deleted: true }));
  }

  /** The card as an invoke answered it: no edit by the bot, so nothing is marked. */
  replaceCard(person: string, id: string, attachment: number, card: unknown): boolean {
    const entry = this.#open(person).entries.get(id);
    const old = entry?.message.attachments[attachment];
    if (entry === undefined || old === undefined || entry.message.deleted) return false;
    if (JSON.stringify(old.content) === JSON.stringify(card)) return true;
    const attachments = entry.message.attachments.with(attachment, { ...old, content: card });
    entry.message = { ...entry.message, attachments };
    entry.seq = this.#changes.next();
    return true;
  }

  typing(person: string): void {
    this.#open(person).typingUntil = performance.now() + TYPING_MS;
    this.#changes.next();
  }

  isTyping(person: string): boolean {
    return performance.now() < (this.#conversations.get(person)?.typingUntil ?? 0);
  }

  /** Messages that are new or changed after `seq`, in their order. */
  since(person: string, seq: number): readonly ChatMessage[] {
    const entries = [...(this.#conversations.get(person)?.entries.values() ?? [])];
    return entries.filter((entry) => entry.seq > seq).map((entry) => entry.message);
  }

  /** The person has seen everything up to `seq`. */
  markRead(person: string, seq: number): void {
    const conversation = this.#open(person);
    conversation.readSeq = Math.max(conversation.readSeq, seq);
  }

  unread(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [person, { entries, readSeq }] of this.#conversations) {
      const unread = [...entries.values()].filter(
        ({ message, postedSeq }) => message.author === 'bot' && !message.deleted && postedSeq > readSeq,
      );
      if (unread.length > 0) counts[person] = unread.length;
    }
    return counts;
  }

  #change(person: string, id: string, change: (message: ChatMessage) => ChatMessage): boolean {
    const entry = this.#conversations.get(person)?.entries.get(id);
    if (entry === undefined || entry.message.author !== 'bot' || entry.message.deleted) return false;
    entry.message = change(entry.message);
    entry.seq = this.#changes.next();
    return true;
  }

  #open(person: string): Conversation {
    const known = this.#conversations.get(person);
    if (known !== undefined) return known;
    const conversation: Conversation = { entries: new Map(), readSeq: 0, typingUntil: 0 };
    this.#conversations.set(person, conversation);
    return conversation;
  }
}
