import type { LocalPerson } from '../wire.js';
import { createApi } from './api.mjs';
import { type BotLink, linkFor, type MessageAct } from './bot-link.mjs';
import { cardActions } from './card-actions.mjs';
import { chatPanel } from './chat-panel.mjs';
import { clockPanel } from './clock-panel.mjs';
import { composer } from './composer.mjs';
import { h, iconButton, logo } from './dom.mjs';
import { Feed } from './feed.mjs';
import type { MessageContext } from './message-view.mjs';
import { textsOf } from './page-texts.mjs';
import { peoplePanel } from './people-panel.mjs';
import {
  loadPreferences,
  onSystemTheme,
  type Preferences,
  savePreferences,
  shownTheme,
  withRecent,
} from './preferences.mjs';
import { openSearchDialog } from './search-dialog.mjs';
import { settingsPanel } from './settings-panel.mjs';
import { openTaskDialog } from './task-dialog.mjs';

let preferences = loadPreferences();
const { language } = preferences;
const texts = textsOf(language);
const api = createApi(language);
const theme = () => shownTheme(preferences.theme);

const people = [...(await api.people()), ...(await api.channels())];
const [anybody] = people;
if (anybody === undefined) document.body.append(h('p', { class: 'nobody-at-all' }, texts.noPeople));
else start(anybody);

function start(anybody: LocalPerson): void {
  let me =
    personOfAddress() ?? people.find(({ id }) => id === preferences.recent[0]) ?? ordinary() ?? anybody;
  let link: BotLink = linkFor(me, api, language);

  const live = h('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  const announce = (text: string) => {
    live.textContent = text;
  };
  const side = peoplePanel({ texts, people, onChoose: choose, onClose: () => openDrawer(false) });
  const clock = clockPanel(api, texts, language);
  const settings = settingsPanel(texts, preferences, changePreferences);
  const chat = chatPanel(contextFor(link));
  const box = composer({
    texts,
    api,
    onSend: (text, files) => void send(link.message(text, files)),
    onSearch: () => openSearchDialog(link, texts),
  });

  const badge = h('span', { class: 'unread', hidden: true });
  const menu = iconButton('menu', texts.openPeople, {
    class: 'icon-button menu-button',
    onclick: () => openDrawer(true),
  });
  menu.append(badge);
  const subtitle = h('span', { class: 'header-subtitle' });
  const offline = h('div', { class: 'offline', role: 'alert', hidden: true }, h('span', {}, texts.offline));
  offline.append(
    h('button', { type: 'button', class: 'link-button', onclick: () => feed.retry() }, texts.reconnect),
  );
  const main = h(
    'main',
    { class: 'main' },
    h(
      'header',
      { class: 'header' },
      menu,
      logo('avatar'),
      h('div', { class: 'header-words' }, h('h1', {}, texts.bot), subtitle),
      clock.button,
      settings.button,
    ),
    offline,
    chat.element,
    box.element,
    h('div', { class: 'drop-hint', 'aria-hidden': 'true' }, texts.dropHere),
  );
  const backdrop = h('div', { class: 'backdrop', onclick: () => openDrawer(false) });
  document.documentElement.lang = language;
  document.title = texts.bot;
  document.body.append(side.element, backdrop, main, clock.popover, settings.popover, live);
  applyTheme();
  onSystemTheme(applyTheme);
  acceptDrops(main, box.attach);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') openDrawer(false);
  });
  window.addEventListener('hashchange', () => {
    const person = personOfAddress();
    if (person !== undefined && person !== me) choose(person);
  });

  const feed = new Feed(api, {
    news(events, fresh) {
      if (fresh) {
        chat.reset(contextFor(link));
        void api.open(me.aadObjectId).catch(() => undefined);
      }
      clock.set(events.clock);
      side.setUnread(events.unread);
      const others = Object.entries(events.unread).filter(([id]) => id !== me.aadObjectId.toLowerCase());
      const count = others.reduce((sum, [, unread]) => sum + unread, 0);
      badge.hidden = count === 0;
      badge.textContent = count > 99 ? '99+' : String(count);
      chat.apply(events);
    },
    connected(connected) {
      offline.hidden = connected;
    },
  });
  choose(me);
  if (matchMedia('(pointer: fine)').matches) box.focus();

  function choose(person: LocalPerson): void {
    me = person;
    link = linkFor(me, api, language);
    preferences = withRecent(preferences, me.id);
    savePreferences(preferences);
    history.replaceState(null, '', `#${me.id}`);
    subtitle.textContent = texts.talkingAs(me.name, me.section);
    side.show(me, preferences.recent);
    box.switchTo(me.id);
    chat.reset(contextFor(link));
    feed.follow(me.aadObjectId);
    openDrawer(false);
  }

  function contextFor(link: BotLink): MessageContext {
    const openDialog = openTaskDialog.bind(null, { texts, theme, focusAfter: () => box.focus() });
    return {
      texts,
      language,
      link,
      theme,
      announce,
      actions: cardActions({ link, texts, theme, openDialog }),
      say: (text) => void send(link.message(text)),
    };
  }

  /** Sends what was written; what does not arrive stays in the chat, to be sent again. */
  async function send(act: MessageAct): Promise<void> {
    const done = chat.waiting();
    try {
      const { status } = await link.send(act);
      if (status >= 300) throw new Error(`the bot answered ${status}`);
    } catch {
      if (act.as === me.aadObjectId) chat.failed(act, () => void send(act));
    } finally {
      done();
    }
  }

  function openDrawer(open: boolean): void {
    const wasOpen = document.body.classList.contains('drawer-open');
    if (open === wasOpen) return;
    document.body.classList.toggle('drawer-open', open);
    main.inert = open;
    if (open) side.focus();
    else menu.focus();
  }

  function changePreferences(changed: Partial<Preferences>): void {
    preferences = { ...preferences, ...changed };
    savePreferences(preferences);
    if (changed.language !== undefined) location.reload();
    else applyTheme();
  }

  function applyTheme(): void {
    if (document.documentElement.dataset.theme === theme()) return;
    document.documentElement.dataset.theme = theme();
    chat.redraw();
  }
}

/** `#<employee number>` in the address names a person, so that two windows can be two people. */
function personOfAddress(): LocalPerson | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  return people.find((person) => person.id === id);
}

/** A newcomer begins as an employee without a role. */
function ordinary(): LocalPerson | undefined {
  return people.find(({ roles }) => roles.length === 0);
}

function acceptDrops(target: HTMLElement, attach: (files: Iterable<File>) => void): void {
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  target.addEventListener('dragover', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    target.classList.add('is-dropping');
  });
  target.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null || !target.contains(event.relatedTarget as Node))
      target.classList.remove('is-dropping');
  });
  target.addEventListener('drop', (event) => {
    target.classList.remove('is-dropping');
    if (!isFile(event)) return;
    event.preventDefault();
    attach(event.dataTransfer?.files ?? []);
  });
}
