import type { ChatAttachment, ChatMessage } from '../wire.js';
import type { BotLink } from './bot-link.mjs';
import type { CardActions, Note } from './card-actions.mjs';
import { type CardView, renderCard } from './card-view.mjs';
import { formatTime } from './dates.mjs';
import { h, icon, logo } from './dom.mjs';
import { renderMarkdown } from './markdown.mjs';
import type { Language, Texts } from './page-texts.mjs';

export interface MessageContext {
  readonly texts: Texts;
  readonly language: Language;
  readonly link: BotLink;
  readonly actions: CardActions;
  readonly theme: () => 'light' | 'dark';
  readonly announce: (text: string) => void;
  /** A suggestion of the bot, tapped. */
  readonly say: (text: string) => void;
}

export interface MessageView {
  readonly element: HTMLElement;
  readonly message: ChatMessage;
  update(message: ChatMessage): void;
  /** Draws the cards again, in the present theme. */
  redraw(): void;
}

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

export function messageView(first: ChatMessage, context: MessageContext): MessageView {
  const { texts, language } = context;
  let message = first;
  const sender = message.author === 'bot' ? texts.bot : context.link.person.name;
  const time = h('time', { datetime: message.at }, formatTime(new Date(message.at), language));
  const edited = h('span', { class: 'edited', hidden: true }, texts.edited);
  const content = h('div', { class: 'content' });
  const note = h('p', { class: 'note', role: 'status' });
  const element = h(
    'li',
    { class: `message from-${message.author}`, 'data-id': message.id },
    message.author === 'bot' && logo('avatar'),
    h(
      'div',
      { class: 'body' },
      h('p', { class: 'meta' }, h('span', { class: 'sender' }, sender), time, edited),
      content,
      note,
    ),
  );
  /** The revision whose card has refreshed itself. */
  let refreshed = -1;
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) void refresh();
  });
  let pending: (() => Promise<Note>) | null = null;

  function draw(): void {
    const hadFocus = content.contains(document.activeElement);
    element.classList.toggle('is-deleted', message.deleted);
    edited.hidden = !message.edited || message.deleted;
    if (message.deleted) {
      content.replaceChildren(h('p', { class: 'deleted' }, texts.deleted));
      show(null);
      return;
    }
    pending = null;
    const parts = message.attachments.map(drawAttachment);
    content.replaceChildren(...drawText(), ...parts.map((part) => part.element), ...drawSuggestions());
    if (hadFocus) parts[0]?.focus?.();
  }

  function drawText(): HTMLElement[] {
    if (message.text === '') return [];
    const bubble = h('div', { class: `bubble ${message.textFormat}` });
    // `html: false` in the renderer: markup of the text comes out as text.
    if (message.textFormat === 'markdown') bubble.innerHTML = renderMarkdown(message.text);
    else bubble.textContent = message.text;
    return [bubble];
  }

  function drawAttachment(
    attachment: ChatAttachment,
    index: number,
  ): { element: HTMLElement; focus?: () => void } {
    const card = attachment.content;
    if (attachment.contentType === ADAPTIVE && card !== null && typeof card === 'object')
      return drawCard(card, index);
    if (attachment.contentType.startsWith('application/vnd.microsoft.card.')) {
      return { element: h('p', { class: 'note is-error' }, texts.unsupported(attachment.contentType)) };
    }
    return { element: h('p', { class: 'file' }, icon('file'), attachment.name ?? attachment.contentType) };
  }

  function drawCard(json: object, index: number): CardView {
    const place = { messageId: message.id, attachment: index };
    const card = renderCard(json, {
      theme: context.theme(),
      label: message.summary ?? texts.card,
      moreActions: texts.moreActions,
      async run(action) {
        show(null);
        show(await context.actions.run(action, place, 'manual'));
      },
    });
    const { refresh, refreshFor } = card;
    const isMine = refreshFor === null || refreshFor.length === 0 || refreshFor.includes(context.link.userId);
    if (refresh !== null && isMine && refreshed < message.revision) {
      pending = () => context.actions.run(refresh, place, 'automatic');
      watch.observe(element);
    }
    return card;
  }

  /** As soon as the card is seen, once a revision; a refresh that fails leaves the card as it is. */
  async function refresh(): Promise<void> {
    const run = pending;
    pending = null;
    watch.disconnect();
    if (run === null) return;
    refreshed = message.revision;
    await run();
  }

  function drawSuggestions(): HTMLElement[] {
    if (message.suggestions.length === 0) return [];
    const chips = message.suggestions.map(({ title, value }) =>
      h('button', { type: 'button', class: 'chip', onclick: () => context.say(value) }, title),
    );
    return [h('div', { class: 'chips suggestions' }, ...chips)];
  }

  function show(given: Note): void {
    note.textContent = given?.text ?? '';
    note.classList.toggle('is-error', given?.kind === 'error');
  }

  draw();
  return {
    element,
    get message() {
      return message;
    },
    update(next) {
      message = next;
      draw();
    },
    redraw: draw,
  };
}

/** What a screen reader hears of a message. */
export function spoken(message: ChatMessage, texts: Texts): string {
  const [attachment] = message.attachments;
  const said =
    message.text || message.summary || (attachment === undefined ? '' : (attachment.name ?? texts.card));
  return `${texts.bot}: ${said}`;
}
