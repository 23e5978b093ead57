import type { BotAnswer } from '../wire.js';
import { readActionAnswer, readTask, type Task } from './bot-answers.mjs';
import type { BotLink } from './bot-link.mjs';
import type { CardAction } from './card-view.mjs';
import type { Texts } from './page-texts.mjs';

/** What the card's message shows after an action. */
export type Note = { readonly kind: 'note' | 'error'; readonly text: string } | null;

export interface CardActionsOptions {
  readonly link: BotLink;
  readonly texts: Texts;
  readonly theme: () => 'light' | 'dark';
  /** Opens a dialog, which stays until the bot or the person closes it. */
  readonly openDialog: (fetch: () => Promise<Task>, submit: (data: unknown) => Promise<Task>) => void;
}

/** Where the card is: a message, and which of its attachments. */
export interface CardPlace {
  readonly messageId: string;
  readonly attachment: number;
}

export interface CardActions {
  /** Runs an action as a Teams client would; never rejects. */
  run(action: CardAction, place: CardPlace, trigger: 'manual' | 'automatic'): Promise<Note>;
}

export function cardActions({ link, texts, theme, openDialog }: CardActionsOptions): CardActions {
  async function execute(
    { id, verb, data }: CardAction & { kind: 'execute' },
    place: CardPlace,
    trigger: string,
  ): Promise<Note> {
    const action = { type: 'Action.Execute', verb, data, ...(id !== undefined && { id }) };
    const answer = readActionAnswer(await link.invoke('adaptiveCard/action', { action, trigger }, place));
    switch (answer.kind) {
      case 'done':
        return null;
      case 'note':
        return { kind: 'note', text: answer.text };
      case 'error':
        return { kind: 'error', text: answer.text ?? texts.failed };
      default:
        return answer satisfies never;
    }
  }

  async function submit(data: unknown, place: CardPlace): Promise<Note> {
    const { msteams, ...rest } = Object(data) as { msteams?: unknown };
    const { type, text, displayText, value } = Object(msteams) as Readonly<Record<string, unknown>>;
    const replyToId = place.messageId;
    switch (type) {
      case 'task/fetch':
        openDialog(
          () => task('task/fetch', data),
          (submitted) => task('task/submit', submitted),
        );
        return null;
      case 'imBack':
        return told(await link.send(link.message(String(value ?? ''))));
      case 'messageBack': {
        const shown = typeof displayText === 'string' && displayText !== '' ? displayText : null;
        const merged = typeof value === 'object' ? { ...rest, ...value } : value === undefined ? rest : value;
        const said = typeof text === 'string' ? text : '';
        return told(await link.submit({ text: said, shown, value: merged, replyToId }));
      }
      default:
        return told(await link.submit({ text: null, shown: null, value: data, replyToId }));
    }
  }

  const told = ({ status }: BotAnswer): Note => (status < 300 ? null : { kind: 'error', text: texts.failed });

  async function task(name: 'task/fetch' | 'task/submit', data: unknown): Promise<Task> {
    try {
      const context = { theme: theme() === 'dark' ? 'dark' : 'default' };
      return readTask(await link.invoke(name, { data, context }));
    } catch {
      return { kind: 'failed' };
    }
  }

  return {
    async run(action, place, trigger) {
      try {
        return action.kind === 'execute'
          ? await execute(action, place, trigger)
          : await submit(action.data, place);
      } catch {
        return { kind: 'error', text: texts.failed };
      }
    },
  };
}
