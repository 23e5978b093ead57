import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { PROJECT_ROOT } from '../core/project-root';
import type { CardJson } from '../core/turn';
import { limitedMarkdown, type Markdown } from './limited-markdown';
import { escapeMarkdown } from './markdown';

/** A view holds what a card shows: texts, numbers, booleans and lists of views. It is JSON, so that it can wait in the outbox. */
export type ViewValue =
  | string
  | number
  | boolean
  | null
  | readonly ViewValue[]
  | { readonly [key: string]: ViewValue };

export interface Card<View> {
  /** `<feature>/<card>`: the template is `cards/<feature>/<card>.json`. */
  readonly name: string;
  /** A view as people would see it: drawn by the preview script and checked against the card schema. */
  readonly examples: Readonly<Record<string, View>>;
  render(view: View): CardJson;
}

/** Teams refuses messages above about 28 KB of UTF-16; the card is only a part of one. */
export const MAX_CARD_LENGTH = 14_000;

const TEMPLATES = path.join(PROJECT_ROOT, 'cards');

// Two noncharacters fence each text of the view through the expansion, so that afterwards a text of the view can be told
// from the template's own, and is escaped exactly where the client would read Markdown. Unicode keeps them out of texts;
// private-use characters would not do, since cities write the rare characters of names (外字) with those.
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const FENCED = /\uFDD0([^\uFDD1]*)\uFDD1/g;
const FENCE = /[\uFDD0\uFDD1]/g;

/**
 * Binds a template to the type of its view. The template holds layout only; `render` escapes every text of the view, but for
 * a TextBlock's `Markdown`, of which it keeps the subset.
 * `render` throws (a bug) when a placeholder stays unbound or the card grows above MAX_CARD_LENGTH.
 */
export function defineCard<View extends object>(definition: {
  name: string;
  examples: Readonly<Record<string, View>>;
}): Card<View> {
  let compiled: Template | undefined;
  return {
    ...definition,
    render(view) {
      compiled ??= new Template(
        JSON.parse(readFileSync(path.join(TEMPLATES, `${definition.name}.json`), 'utf8')),
      );
      const card = unfence(compiled.expand({ $root: fence(view) }), '', '', definition.name);
      const length = JSON.stringify(card).length;
      if (length > MAX_CARD_LENGTH) throw new Error(`card ${definition.name} has ${length} characters`);
      return card as CardJson;
    },
  };
}

function fence(value: unknown): unknown {
  if (typeof value === 'string') return OPEN + value.replace(FENCE, '') + CLOSE;
  if (Array.isArray(value)) return value.map(fence);
  if (value !== null && typeof value === 'object') {
    const fenced: Record<string, unknown> = { ...value };
    for (const key of Object.keys(fenced)) fenced[key] = fence(fenced[key]);
    return fenced;
  }
  return value;
}

function unfence(value: unknown, property: string, type: string, card: string): unknown {
  if (typeof value === 'string') {
    if (value.includes('${') && value.replace(FENCED, '').includes('${'))
      throw new Error(`card ${card}: unbound placeholder in «${value}»`);
    if (!value.includes(OPEN)) return value;
    const show = readsMarkdown(property, type) ? escapeMarkdown : asItIs;
    // Most texts of a card are one text of the view and nothing else.
    if (value.startsWith(OPEN) && value.indexOf(CLOSE) === value.length - 1) return show(value.slice(1, -1));
    return value.replace(FENCED, (_, text: string) => show(text));
  }
  if (Array.isArray(value)) return value.map((item) => unfence(item, property, type, card));
  if (readsMarkdown(property, type) && isMarkdown(value)) return limitedMarkdown(plain(value));
  if (value !== null && typeof value === 'object') {
    const next = kindOf(value, property, type);
    const open: Record<string, unknown> = { ...value };
    // What a condition takes out of a list goes; what it takes out of an object stays as null.
    if (open.refresh === null) delete open.refresh;
    for (const key of Object.keys(open)) open[key] = unfence(open[key], key, next, card);
    return open;
  }
  return value;
}

const asItIs = (text: string): string => text;

/** What an object of a card is. All that a button carries, however deep, is data; facts have no `type` of their own. */
function kindOf(value: object, property: string, parent: string): string {
  if (parent === 'data' || property === 'data') return 'data';
  if (property === 'facts') return 'Fact';
  return 'type' in value && typeof value.type === 'string' ? value.type : '';
}

const isMarkdown = (value: unknown): value is Markdown =>
  value !== null && typeof value === 'object' && 'markdown' in value && 'values' in value;

/** Without fences. */
const plain = ({ markdown, values }: Markdown): Markdown => ({
  markdown: markdown.replace(FENCE, ''),
  values: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.replace(FENCE, '')])),
});

const readsMarkdown = (property: string, type: string): boolean =>
  (type === 'TextBlock' && property === 'text') ||
  (type === 'Fact' && (property === 'title' || property === 'value'));
