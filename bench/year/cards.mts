/** What a person can do with a card: its buttons and inputs, found in whatever the bot answered. */

export interface Button {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** A tap on it opens a dialog. */
  readonly opensDialog: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** In the order in which they stand. */
export function buttonsIn(value: unknown): readonly Button[] {
  if (!isObject(value)) return [];
  if (value.type === 'Action.Execute' && isObject(value.data))
    return [{ verb: String(value.verb), data: value.data, opensDialog: false }];
  if (value.type === 'Action.Submit' && isObject(value.data) && typeof value.data.verb === 'string')
    return [{ verb: value.data.verb, data: value.data, opensDialog: isObject(value.data.msteams) }];
  // A card that refreshes itself is no button.
  return Object.entries(value).flatMap(([key, inner]) => (key === 'refresh' ? [] : buttonsIn(inner)));
}

/** What the inputs of a form hold, as a client would send them back. */
export function inputsIn(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  const own =
    typeof value.type === 'string' && value.type.startsWith('Input.') && typeof value.id === 'string'
      ? { [value.id]: value.value === undefined ? '' : String(value.value) }
      : {};
  return Object.assign(own, ...Object.values(value).map(inputsIn));
}

/** All that can be read in it. */
export function textIn(value: unknown): string {
  if (!isObject(value)) return '';
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'string' && ['text', 'title', 'label'].includes(key) ? inner : textIn(inner),
    )
    .filter(Boolean)
    .join('\n');
}
