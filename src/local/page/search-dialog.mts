import { readSearch, type SearchResult } from './bot-answers.mjs';
import type { BotLink } from './bot-link.mjs';
import { h, icon, iconButton, isComposing } from './dom.mjs';
import type { Texts } from './page-texts.mjs';

const COMMAND = 'searchCourses';
const PAGE = 10;
/** After the last key, in ms. */
const DEBOUNCE_MS = 250;

/** The message extension of Teams: searches courses while one types, and posts the chosen one as the person's message. */
export function openSearchDialog(link: BotLink, texts: Texts): void {
  let timer = 0;
  /** Answers that come late must not replace those of a later question. */
  let asked = 0;
  let found: SearchResult[] = [];

  const input = h('input', {
    type: 'search',
    class: 'search-input',
    placeholder: texts.searchBox,
    'aria-label': texts.searchBox,
    autocomplete: 'off',
    oninput: () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void search(0), DEBOUNCE_MS);
    },
    onkeydown: (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter') void search(0);
      if (event.key === 'ArrowDown') move(event, 0);
    },
  });
  const status = h('p', { class: 'search-status', role: 'status' }, texts.searchHint);
  const list = h('ul', { class: 'search-results' });
  const more = h(
    'button',
    { type: 'button', class: 'button quiet', hidden: true, onclick: () => void search(found.length) },
    texts.more,
  );
  const dialog = h(
    'dialog',
    { class: 'dialog search-dialog', 'aria-labelledby': 'search-title' },
    h(
      'header',
      { class: 'dialog-header' },
      h('h2', { id: 'search-title', class: 'dialog-title' }, texts.search),
      iconButton('close', texts.close, { onclick: () => dialog.close() }),
    ),
    h('div', { class: 'search-box' }, icon('search'), input),
    status,
    h('div', { class: 'dialog-body' }, list, more),
  );
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    dialog.remove();
  });
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });

  async function search(skip: number): Promise<void> {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const text = input.value.trim();
    status.textContent = texts.searching;
    const parameter = text === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: text };
    const value = { commandId: COMMAND, parameters: [parameter], queryOptions: { skip, count: PAGE } };
    const answer = await link
      .invoke('composeExtension/query', value)
      .then(readSearch)
      .catch(() => ({ kind: 'failed' }) as const);
    if (mine !== asked) return;
    more.hidden = true;
    if (answer.kind !== 'results') {
      status.textContent = answer.kind === 'message' ? answer.text : texts.failed;
      return;
    }
    if (skip === 0) {
      found = [];
      list.replaceChildren();
    }
    found.push(...answer.results);
    list.append(...answer.results.map(drawResult));
    more.hidden = answer.results.length < PAGE;
    status.textContent = found.length === 0 ? texts.nothingFound : texts.searchHint;
  }

  function drawResult(result: SearchResult): HTMLElement {
    const choose = async () => {
      try {
        await link.postCard(result.attachment);
        dialog.close();
      } catch {
        status.textContent = texts.failed;
      }
    };
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'search-result',
          onclick: () => void choose(),
          onkeydown: (event: KeyboardEvent) => move(event),
        },
        h('strong', {}, result.title),
        h('span', { class: 'search-result-text' }, result.text),
      ),
    );
  }

  /** Up and down through the results; up from the first leads back to the box. */
  function move(event: KeyboardEvent, to?: number): void {
    const results = [...list.querySelectorAll('button')];
    const from = event.target instanceof HTMLButtonElement ? results.indexOf(event.target) : -1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    (results[to ?? from + step] ?? (step < 0 ? input : null))?.focus();
  }

  document.body.append(dialog);
  dialog.showModal();
  input.focus();
  void search(0);
}
