import type { UploadedFile } from '../wire.js';
import { type Api, Refusal } from './api.mjs';
import { h, icon, iconButton, isComposing } from './dom.mjs';
import type { Texts } from './page-texts.mjs';

export interface ComposerOptions {
  readonly texts: Texts;
  readonly api: Api;
  readonly onSend: (text: string, files: readonly string[]) => void;
  readonly onSearch: () => void;
}

export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
  /** Keeps what is written for the one, and brings back what was written for the other. */
  switchTo(person: string): void;
  attach(files: Iterable<File>): void;
}

interface Attachment {
  readonly name: string;
  readonly chip: HTMLElement;
  uploaded: UploadedFile | null;
}

const MAX_FILES = 5;

/** The text box. Enter sends, except the Enter that only settles a conversion of the input method. */
export function composer({ texts, api, onSend, onSearch }: ComposerOptions): Composer {
  const drafts = new Map<string, string>();
  let person = '';
  let attachments: Attachment[] = [];

  const input = h('textarea', {
    class: 'composer-input',
    rows: 1,
    placeholder: texts.write,
    'aria-label': texts.write,
    enterkeyhint: 'send',
    autocomplete: 'off',
    oninput: () => refresh(),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
      event.preventDefault();
      send();
    },
    onpaste: (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (files === undefined || files.length === 0) return;
      event.preventDefault();
      attach(files);
    },
  });
  const picker = h('input', {
    type: 'file',
    hidden: true,
    multiple: true,
    onchange: () => {
      attach(picker.files ?? []);
      picker.value = '';
    },
  });
  const chips = h('div', { class: 'attachments', 'aria-live': 'polite' });
  const button = iconButton('send', texts.send, { class: 'send-button', onclick: () => send() });
  const element = h(
    'div',
    { class: 'composer' },
    chips,
    h(
      'div',
      { class: 'composer-row' },
      iconButton('attach', texts.attach, { onclick: () => picker.click() }),
      iconButton('search', texts.search, { onclick: onSearch }),
      input,
      button,
    ),
    h('p', { class: 'composer-hint' }, texts.writeHint),
    picker,
  );

  function refresh(): void {
    const uploading = attachments.some(({ uploaded }) => uploaded === null);
    button.disabled = uploading || (input.value.trim() === '' && attachments.length === 0);
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }

  function send(): void {
    if (button.disabled) return;
    const files = attachments.flatMap(({ uploaded }) => uploaded?.id ?? []);
    onSend(input.value.trim(), files);
    input.value = '';
    attachments = [];
    chips.replaceChildren();
    refresh();
    input.focus();
  }

  function attach(files: Iterable<File>): void {
    for (const file of files) {
      if (attachments.length >= MAX_FILES) break;
      void upload(file);
    }
    refresh();
  }

  async function upload(file: File): Promise<void> {
    const state = h('span', { class: 'attachment-state' }, texts.uploading);
    const chip = h(
      'span',
      { class: 'attachment' },
      icon('file'),
      h('span', { class: 'attachment-name' }, file.name),
      state,
    );
    const attachment: Attachment = { name: file.name, chip, uploaded: null };
    const remove = () => {
      attachments = attachments.filter((other) => other !== attachment);
      chip.remove();
      refresh();
    };
    chip.append(iconButton('close', texts.removeFile(file.name), { onclick: remove }));
    attachments.push(attachment);
    chips.append(chip);
    try {
      attachment.uploaded = await api.upload(file);
      state.remove();
    } catch (error) {
      attachments = attachments.filter((other) => other !== attachment);
      chip.classList.add('is-error');
      state.textContent = error instanceof Refusal ? error.message : texts.failed;
    }
    refresh();
  }

  refresh();
  return {
    element,
    focus: () => input.focus(),
    switchTo(next) {
      drafts.set(person, input.value);
      person = next;
      input.value = drafts.get(next) ?? '';
      attachments = [];
      chips.replaceChildren();
      refresh();
    },
    attach,
  };
}
