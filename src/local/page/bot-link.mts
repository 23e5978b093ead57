import type { BotAnswer, ChatAttachment, LocalPerson, PersonAct } from '../wire.js';
import type { Api } from './api.mjs';
import type { Language } from './page-texts.mjs';

export type MessageAct = Extract<PersonAct, { readonly kind: 'message' }>;
type SubmitAct = Extract<PersonAct, { readonly kind: 'submit' }>;

/** Speaks to the bot in one person's name. What is sent rejects when the server or the bot cannot be reached. */
export interface BotLink {
  readonly person: LocalPerson;
  /** Id of the person as the bot's cards name it. */
  readonly userId: string;
  /** Made before it is sent, so that a retry is the same message. */
  message(text: string, files?: readonly string[]): MessageAct;
  send(act: MessageAct): Promise<BotAnswer>;
  submit(act: Omit<SubmitAct, 'kind' | 'as' | 'locale' | 'key'>): Promise<BotAnswer>;
  invoke(
    name: string,
    value: unknown,
    source?: { messageId: string; attachment: number },
  ): Promise<BotAnswer>;
  postCard(attachment: ChatAttachment): Promise<BotAnswer>;
}

export function linkFor(person: LocalPerson, api: Api, locale: Language): BotLink {
  const head = () => ({ as: person.aadObjectId, locale, key: crypto.randomUUID() });
  return {
    person,
    userId: `29:local-${person.aadObjectId.toLowerCase()}`,
    message: (text, files = []) => ({ ...head(), kind: 'message', text, files }),
    send: (act) => api.act(act),
    submit: (act) => api.act({ ...head(), kind: 'submit', ...act }),
    invoke: (name, value, source) =>
      api.act({ ...head(), kind: 'invoke', name, value, source: source ?? null }),
    postCard: (attachment) => api.act({ ...head(), kind: 'card', attachment }),
  };
}
