import type { Locale } from '../../core/turn';

type Data = { readonly [key: string]: string | number | boolean | readonly string[] };

/** A button: `data` holds ids alone. */
export type ButtonView = {
  label: string;
  verb: string;
  style: 'default' | 'positive' | 'destructive';
  data: Data;
};
/** A button that opens a dialog. */
export type DialogView = {
  label: string;
  style: 'default' | 'positive';
  data: Data | { msteams: { type: 'task/fetch' } };
};

export type ItemView = {
  title: string;
  hasState: boolean;
  state: string;
  colour: 'default' | 'accent' | 'good' | 'warning' | 'attention';
  lines: { text: string }[];
  hasButtons: boolean;
  dialogs: DialogView[];
  buttons: ButtonView[];
  /** A second row, for what is needed less often. */
  hasMore: boolean;
  more: ButtonView[];
};

export type ListView = {
  lang: Locale;
  fallback: string;
  heading: string;
  notes: { text: string }[];
  items: ItemView[];
  hasHint: boolean;
  hint: string;
  dialogs: DialogView[];
  buttons: ButtonView[];
  links: { label: string; url: string }[];
};

export const button = (
  label: string,
  verb: string,
  data: Data = {},
  style: ButtonView['style'] = 'default',
): ButtonView => ({ label, verb: `mentoring.${verb}`, style, data });

export const opener = (
  label: string,
  verb: string,
  data: Data = {},
  style: DialogView['style'] = 'default',
): DialogView => ({
  label,
  style,
  data: { ...data, verb: `mentoring.${verb}`, msteams: { type: 'task/fetch' } },
});

export function item(of: {
  readonly title: string;
  readonly state?: { readonly text: string; readonly colour: ItemView['colour'] };
  readonly lines?: readonly string[];
  readonly dialogs?: readonly DialogView[];
  readonly buttons?: readonly ButtonView[];
  readonly more?: readonly ButtonView[];
}): ItemView {
  const { title, state, lines = [], dialogs = [], buttons = [], more = [] } = of;
  return {
    title,
    hasState: state !== undefined,
    state: state?.text ?? '',
    colour: state?.colour ?? 'default',
    lines: lines.filter((text) => text !== '').map((text) => ({ text })),
    hasButtons: dialogs.length + buttons.length > 0,
    dialogs: [...dialogs],
    buttons: [...buttons],
    hasMore: more.length > 0,
    more: [...more],
  };
}

/** One layout for all that mentoring says in a chat: a heading, what there is, and what can be done about it. */
export function listView(
  of: {
    readonly heading: string;
    readonly notes?: readonly string[];
    readonly items?: readonly ItemView[];
    readonly hint?: string;
    readonly dialogs?: readonly DialogView[];
    readonly buttons?: readonly ButtonView[];
    readonly links?: readonly { readonly label: string; readonly url: string }[];
  },
  locale: Locale,
): ListView {
  const { heading, notes = [], items = [], hint = '', dialogs = [], buttons = [], links = [] } = of;
  const shown = notes.filter((text) => text !== '');
  return {
    lang: locale,
    fallback: [heading, ...shown, ...items.map(({ title }) => title)].join('\n').slice(0, 300),
    heading,
    notes: shown.map((text) => ({ text })),
    items: [...items],
    hasHint: hint !== '',
    hint,
    dialogs: [...dialogs],
    buttons: [...buttons],
    links: links.map(({ label, url }) => ({ label, url })),
  };
}
