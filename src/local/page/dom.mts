type Child = Node | string | null | false;
type Props = Readonly<
  Record<string, string | number | boolean | ((event: never) => void) | null | undefined>
>;

/**
 * Makes an element: `class`, attributes by name (`true` sets an empty one, `false`, `null` and `undefined` none), and
 * listeners as `onclick`. Strings become text, never markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Lines on a grid of 24. */
const ICONS = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  attach:
    'M19 11.500l-7.400 7.400a4.600 4.600 0 0 1-6.500-6.500l8-8a3.100 3.100 0 0 1 4.400 4.400l-7.900 7.900a1.500 1.500 0 0 1-2.200-2.200l7-7',
  search: 'M10.800 17.600a6.800 6.800 0 1 0 0-13.600 6.800 6.800 0 0 0 0 13.600zM20 20l-4.300-4.300',
  send: 'M5 12h13M12.500 6l6 6-6 6',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM9 19.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.500l6 6 6-6',
  file: 'M7 3.500h6.500L18 8v12.500H7zM13.500 3.500V8H18',
  retry: 'M19.500 12a7.500 7.500 0 1 1-2.300-5.400M19.500 4v4h-4',
  bulb: 'M9.500 17.500h5M10.200 20.500h3.600M12 3.500a6 6 0 0 0-3.300 11c.6.500.8 1 .8 1.700v1.300h5v-1.300c0-.7.2-1.200.8-1.700a6 6 0 0 0-3.300-11z',
} as const;
export type IconName = keyof typeof ICONS;

/** Decoration only: what it means must stand beside it, or in the label of its button. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

export const logo = (className: string): HTMLImageElement =>
  h('img', { class: className, src: 'page/icon.svg', alt: '' });

export function iconButton(name: IconName, label: string, props: Props = {}): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label, ...props },
    icon(name),
  );
}

const TONES = 8;

/** A round picture with the first character of the family name; its colour is the person's own. */
export function avatar(name: string, seed: string): HTMLSpanElement {
  let hash = 0;
  for (const char of seed) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return h(
    'span',
    { class: `avatar tone-${hash % TONES}`, 'aria-hidden': 'true' },
    [...name.trim()][0] ?? '?',
  );
}

export const isComposing = (event: KeyboardEvent): boolean =>
  // Safari ends the composition before it tells of the Enter that did; 229 still gives it away.
  event.isComposing || event.keyCode === 229;
