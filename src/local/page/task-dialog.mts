import type { Size, Task } from './bot-answers.mjs';
import { type CardAction, renderCard } from './card-view.mjs';
import { h, iconButton } from './dom.mjs';
import type { Texts } from './page-texts.mjs';

export interface TaskDialogOptions {
  readonly texts: Texts;
  readonly theme: () => 'light' | 'dark';
  /** Takes the focus when what opened the dialog is gone. */
  readonly focusAfter: () => void;
}

/**
 * Opens a dialog of the bot (task module) at once, and fills it when `fetch` answers; each submit may bring the next card, a
 * message, or the end. The browser keeps the focus inside, closes on Escape and gives the focus back.
 */
export function openTaskDialog(
  { texts, theme, focusAfter }: TaskDialogOptions,
  fetch: () => Promise<Task>,
  submit: (data: unknown) => Promise<Task>,
): void {
  const title = h('h2', { id: 'task-title', class: 'dialog-title' }, texts.loading);
  const close = iconButton('close', texts.close, { onclick: () => dialog.close() });
  const body = h(
    'div',
    { class: 'dialog-body' },
    h('p', { class: 'dialog-wait' }, h('span', { class: 'spinner' }), texts.loading),
  );
  const note = h('p', { class: 'note', role: 'status' });
  const dialog = h(
    'dialog',
    { class: 'dialog task-dialog', 'aria-labelledby': 'task-title' },
    h('header', { class: 'dialog-header' }, title, close),
    body,
    note,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body || document.activeElement === null) focusAfter();
  });
  // A click beside it closes it; one that began inside (marking text) does not.
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });

  function show(task: Task): void {
    note.textContent = '';
    switch (task.kind) {
      case 'closed':
        dialog.close();
        break;
      case 'message':
        showText(task.text, texts.bot, 'dialog-message');
        break;
      case 'failed':
        showText(texts.failed, texts.bot, 'dialog-message is-error');
        break;
      case 'card': {
        title.textContent = task.title || texts.bot;
        resize(dialog, task.width, task.height);
        const card = renderCard(task.card, {
          theme: theme(),
          label: task.title || texts.card,
          moreActions: texts.moreActions,
          run: runInside,
        });
        body.replaceChildren(card.element);
        const first = body.querySelector<HTMLElement>('input, textarea, select, .ac-pushButton');
        (first ?? close).focus();
        break;
      }
      default:
        task satisfies never;
    }
  }

  function showText(text: string, heading: string, className: string): void {
    title.textContent = heading;
    const done = h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, texts.close);
    body.replaceChildren(h('p', { class: className }, text), h('div', { class: 'dialog-actions' }, done));
    done.focus();
  }

  async function runInside(action: CardAction): Promise<void> {
    if (action.kind === 'execute') {
      note.textContent = texts.notInDialog;
      return;
    }
    const next = await submit(action.data);
    // What was typed stays, so that it can be sent again.
    if (next.kind === 'failed') note.textContent = texts.failed;
    else show(next);
  }

  document.body.append(dialog);
  dialog.showModal();
  void fetch().then((task) => dialog.open && show(task));
}

const WIDTHS = { small: 380, medium: 600, large: 840 };

/** As wide as asked where there is room; as high as the card needs, up to what was asked in pixels. */
function resize(dialog: HTMLDialogElement, width: Size, height: Size): void {
  dialog.style.setProperty('--dialog-width', `${typeof width === 'number' ? width : WIDTHS[width]}px`);
  if (typeof height === 'number') dialog.style.setProperty('--dialog-height', `${height}px`);
}
