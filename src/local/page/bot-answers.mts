import type { BotAnswer, ChatAttachment } from '../wire.js';

/** What a bot answers an invoke with, read as a Teams client reads it: leniently, and nothing is trusted. */

type Json = Readonly<Record<string, unknown>>;
const object = (value: unknown): Json => (value !== null && typeof value === 'object' ? (value as Json) : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const failed = ({ status }: BotAnswer): boolean => status < 200 || status >= 300;

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

export type ActionAnswer =
  /** A new card has arrived with the conversation, or there is nothing to say. */
  | { readonly kind: 'done' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string | null };

/** The answer to `adaptiveCard/action`. */
export function readActionAnswer(answer: BotAnswer): ActionAnswer {
  if (failed(answer)) return { kind: 'error', text: null };
  const { type, value } = object(answer.body);
  if (type === 'application/vnd.microsoft.error') return { kind: 'error', text: text(object(value).message) };
  if (type !== 'application/vnd.microsoft.activity.message') return { kind: 'done' };
  const note = text(value);
  return note === null ? { kind: 'done' } : { kind: 'note', text: note };
}

export type Size = 'small' | 'medium' | 'large' | number;

export type Task =
  | {
      readonly kind: 'card';
      readonly title: string;
      readonly card: object;
      readonly width: Size;
      readonly height: Size;
    }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed' };

/** The answer to `task/fetch` and `task/submit`. */
export function readTask(answer: BotAnswer): Task {
  if (failed(answer)) return { kind: 'failed' };
  const task = object(object(answer.body).task);
  if (task.type === 'message') {
    const message = text(task.value);
    return message === null ? { kind: 'closed' } : { kind: 'message', text: message };
  }
  if (task.type !== 'continue') return { kind: 'closed' };
  const value = object(task.value);
  const { title, width, height } = value;
  // Teams wants an attachment; a bare card is shown all the same.
  const given = object(value.card);
  const card = 'contentType' in given ? object(given.content) : given;
  return { kind: 'card', title: text(title) ?? '', card, width: size(width), height: size(height) };
}

const size = (value: unknown): Size =>
  value === 'small' || value === 'large' || (typeof value === 'number' && value > 0) ? value : 'medium';

export interface SearchResult {
  readonly title: string;
  readonly text: string;
  readonly attachment: ChatAttachment;
}

export type SearchAnswer =
  | { readonly kind: 'results'; readonly results: readonly SearchResult[] }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'failed' };

/** The answer to `composeExtension/query`. */
export function readSearch(answer: BotAnswer): SearchAnswer {
  if (failed(answer)) return { kind: 'failed' };
  const extension = object(object(answer.body).composeExtension);
  if (extension.type === 'message') return { kind: 'message', text: text(extension.text) ?? '' };
  const attachments = Array.isArray(extension.attachments) ? extension.attachments.map(object) : [];
  return { kind: 'results', results: attachments.map(readResult) };
}

function readResult(attachment: Json): SearchResult {
  const { contentType, content, preview } = attachment;
  const shown = object(object(preview).content);
  return {
    title: text(shown.title) ?? '',
    text: text(shown.text) ?? text(shown.subtitle) ?? '',
    attachment: { contentType: text(contentType) ?? ADAPTIVE, content },
  };
}
