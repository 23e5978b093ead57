import type { ChatMessage, Events } from '../wire.js';
import type { MessageAct } from './bot-link.mjs';
import { dayKey, formatDay } from './dates.mjs';
import { h, icon, logo } from './dom.mjs';
import { type MessageContext, type MessageView, messageView, spoken } from './message-view.mjs';

export interface ChatPanel {
  readonly element: HTMLElement;
  /** Begins another conversation. */
  reset(context: MessageContext): void;
  apply(events: Events): void;
  /** Draws everything again after a change of theme. */
  redraw(): void;
  /** Shows that an answer is being waited for, until the returned function is called. */
  waiting(): () => void;
  /** An act that did not reach the bot, with a way to repeat it. */
  failed(act: MessageAct, retry: () => void): void;
}

const GROUP_MS = 5 * 60 * 1000;
const TYPING_MS = 6_000;
/** Nearer to the end than this counts as reading along, in pixels. */
const NEAR = 120;
/** Above the beginning of a long answer, in pixels. */
const MARGIN = 12;

export function chatPanel(initial: MessageContext): ChatPanel {
  const { texts, language, announce } = initial;
  let context = initial;
  let views = new Map<string, MessageView>();
  let last: ChatMessage | null = null;
  let isFirst = true;
  let waits = new Set<symbol>();
  let typingTimer = 0;
  let today = '';

  const welcome = h('div', { class: 'welcome' });
  const list = h('ol', { class: 'messages', 'aria-label': texts.conversation });
  const failures = h('div', { class: 'failures', role: 'alert' });
  const dots = h(
    'div',
    { class: 'typing', hidden: true },
    logo('avatar'),
    h('span', { class: 'dots' }, h('i'), h('i'), h('i')),
  );
  dots.append(h('span', { class: 'visually-hidden' }, texts.typing));
  const prompts = h('div', { class: 'prompts' });
  const scroller = h('div', {
    class: 'scroller',
    tabindex: 0,
    role: 'region',
    'aria-label': texts.conversation,
  });
  const column = h('div', { class: 'column' }, welcome, list, failures, dots, prompts);
  scroller.append(column);
  const growth = new ResizeObserver(() => {
    if (atEnd) scrollToEnd('instant');
  });
  growth.observe(column);
  growth.observe(scroller);
  const toEnd = h('button', {
    type: 'button',
    class: 'to-end',
    hidden: true,
    onclick: () => scrollToEnd('smooth'),
  });
  toEnd.append(icon('down'), texts.newMessages);
  /** Whether the end is being read: then it stays in sight, whatever grows above it (a note, an unfolded card). */
  let atEnd = true;
  scroller.addEventListener('scroll', () => {
    atEnd = isNearEnd();
    if (atEnd) toEnd.hidden = true;
  });
  const element = h('div', { class: 'chat' }, scroller, toEnd);

  const isNearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  const scrollToEnd = (behavior: ScrollBehavior) =>
    scroller.scrollTo({ top: scroller.scrollHeight, behavior });

  /** To the end, unless that would push the beginning of a long answer out of sight: then to its beginning. */
  function scrollToNews(answer: HTMLElement | null): void {
    scrollToEnd('instant');
    if (answer === null) return;
    const above = scroller.getBoundingClientRect().top + MARGIN - answer.getBoundingClientRect().top;
    if (above <= 0) return;
    scroller.scrollTop -= above;
    atEnd = false;
  }

  function add(message: ChatMessage): void {
    const at = new Date(message.at);
    const day = dayKey(at);
    const startsDay = last === null || dayKey(new Date(last.at)) !== day;
    if (startsDay) {
      const label = formatDay(at, language) + (day === today ? `・${texts.today}` : '');
      list.append(h('li', { class: 'day' }, h('span', {}, label)));
    }
    const view = messageView(message, context);
    const follows =
      !startsDay && last?.author === message.author && at.getTime() - Date.parse(last.at) < GROUP_MS;
    view.element.classList.toggle('follows', follows);
    views.set(message.id, view);
    list.append(view.element);
    last = message;
  }

  function drawInvitation(): void {
    const messages = [...views.values()].map((view) => view.message);
    const { name } = context.link.person;
    welcome.hidden = messages.length > 0;
    if (!welcome.hidden) {
      welcome.replaceChildren(
        logo('welcome-logo'),
        h('h2', {}, texts.welcome(name)),
        h('p', {}, texts.welcomeText),
      );
    }
    // The bot's first message says what one can ask.
    prompts.hidden = messages.length > 0;
    if (!prompts.hidden) {
      const chips = texts.prompts.map((prompt) =>
        h('button', { type: 'button', class: 'chip', onclick: () => context.say(prompt) }, prompt),
      );
      prompts.replaceChildren(
        h('p', {}, icon('bulb'), texts.tryThese),
        h('div', { class: 'chips' }, ...chips),
      );
    }
  }

  function drawDots(typing: boolean): void {
    clearTimeout(typingTimer);
    dots.hidden = !typing && waits.size === 0;
    if (typing) typingTimer = window.setTimeout(() => drawDots(false), TYPING_MS);
  }

  return {
    element,

    reset(next) {
      // A server that started anew has forgotten the chat, but what it did not take can still be sent.
      if (next.link.person !== context.link.person) failures.replaceChildren();
      context = next;
      views = new Map();
      last = null;
      isFirst = true;
      waits = new Set();
      drawDots(false);
      list.replaceChildren();
      toEnd.hidden = true;
      welcome.hidden = true;
      prompts.hidden = true;
    },

    apply(events) {
      const wasAtEnd = isFirst || atEnd;
      today = dayKey(new Date(events.clock.now));
      let added = false;
      let isMine = false;
      let answer: HTMLElement | null = null;
      for (const message of events.messages) {
        const view = views.get(message.id);
        if (view !== undefined) {
          view.update(message);
          continue;
        }
        if (message.deleted) continue;
        add(message);
        added = true;
        isMine ||= message.author === 'person';
        if (message.author === 'bot' && !isFirst) {
          answer ??= views.get(message.id)?.element ?? null;
          announce(spoken(message, texts));
        }
      }
      drawInvitation();
      drawDots(events.typing);
      if (wasAtEnd || isMine) scrollToNews(answer);
      else if (added) toEnd.hidden = false;
      isFirst = false;
    },

    redraw() {
      for (const view of views.values()) view.redraw();
    },

    waiting() {
      const wait = Symbol();
      waits.add(wait);
      drawDots(false);
      return () => {
        if (waits.delete(wait)) drawDots(false);
      };
    },

    failed(act, retry) {
      const row = h('div', { class: 'failure' }, h('span', {}, texts.notSent(shorten(act.text))));
      const again = () => {
        row.remove();
        retry();
      };
      row.append(
        h('button', { type: 'button', class: 'link-button', onclick: again }, icon('retry'), texts.retry),
        h(
          'button',
          { type: 'button', class: 'link-button quiet', onclick: () => row.remove() },
          texts.discard,
        ),
      );
      failures.append(row);
      scrollToEnd('instant');
    },
  };
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
