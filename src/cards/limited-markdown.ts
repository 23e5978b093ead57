import { escapeMarkdown } from './markdown';

/**
 * A text of the view that may be formatted: **bold**, lists (`- `, `・`, `1. `) and https links. All else shows as it is
 * written. `{name}` is replaced by the value of that name, which is never formatted.
 */
export type Markdown = {
  readonly markdown: string;
  readonly values: { readonly [name: string]: string };
};

const INLINE =
  /\*\*(?<bold>[^*\n]+?)\*\*|\[(?<label>[^\][\n]+)\]\((?<href>https:\/\/[^\s()]+)\)|(?<url>https:\/\/[\w.~:/?#@!$&'*+,;=%-]+)|[{｛](?<name>[^{}｛｝]{1,10})[}｝]/gu;
const BULLET = /^\s*(?:[-*•]\s+|・\s*)(?=\S)/u;
const NUMBER = /^\s*(\d{1,3})[.．)]\s+(?=\S)/u;

/** Markdown that renders as nothing but the subset, whatever the text holds. */
export function limitedMarkdown({ markdown, values }: Markdown): string {
  const lines = markdown
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => writeLine(line, values));
  return lines.reduce((text, { kind, written }, at) => {
    if (at === 0) return written;
    // A list goes on after a single line break; everything else is a paragraph of its own.
    const gap = kind !== 'paragraph' && lines[at - 1]?.kind === kind ? '\n' : '\n\n';
    return text + gap + written;
  }, '');
}

/** The same without any formatting. */
export const plainText = ({ markdown, values }: Markdown): string =>
  markdown.replace(INLINE, (whole, ...rest) => {
    const { bold, label, name } = groupsOf(rest);
    if (bold !== undefined) return plainText({ markdown: bold, values });
    return label ?? valueIn(values, name) ?? whole;
  });

/** A text of one line, with the values put in and no formatting read. */
export const filled = (text: string, values: Markdown['values']): string =>
  text.replace(/[{｛]([^{}｛｝]{1,10})[}｝]/gu, (whole, name: string) => valueIn(values, name) ?? whole);

/** Names in braces that are none of `known`. */
export const strangeNames = (text: string, known: readonly string[]): readonly string[] =>
  [...text.matchAll(INLINE)].flatMap(({ groups }) =>
    groups?.name === undefined || known.includes(groups.name) ? [] : [groups.name],
  );

type Line = { readonly kind: 'bullet' | 'number' | 'paragraph'; readonly written: string };

function writeLine(line: string, values: Markdown['values']): Line {
  const inlineAfter = (mark: string): string => inline(line.slice(mark.length).trim(), values);
  const bullet = BULLET.exec(line);
  if (bullet !== null) return { kind: 'bullet', written: `- ${inlineAfter(bullet[0])}` };
  const number = NUMBER.exec(line);
  if (number !== null) return { kind: 'number', written: `${number[1]}. ${inlineAfter(number[0])}` };
  return { kind: 'paragraph', written: inlineAfter('') };
}

function inline(text: string, values: Markdown['values']): string {
  let written = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const { bold, label, href, url, name } = match.groups ?? {};
    const value = valueIn(values, name);
    if (name !== undefined && value === undefined) continue;
    written += escapePart(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (bold !== undefined) written += emphasised(inline(bold, values), written, text.slice(end));
    else if (href !== undefined) written = linked(written, label ?? href, href);
    else if (url !== undefined) written = linked(written, url, url);
    else written += escapeMarkdown(value ?? '');
  }
  return written + escapePart(text.slice(end));
}

/** Blanks stay: the part may be in the middle of a line. */
function escapePart(part: string): string {
  const blanks = /^[ \t]*/.exec(part)?.[0] ?? '';
  return blanks + escapeMarkdown(part.slice(blanks.length));
}

/** An exclamation mark in front would make a picture of it. */
function linked(before: string, label: string, href: string): string {
  const url = URL.parse(href);
  if (url === null) return before + escapePart(label);
  return `${before.replace(/!$/, '\\!')}[${escapePart(label)}](${url.href})`;
}

const HAIR_SPACE = '\u200a';
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const APART = /^[\s\p{P}\p{S}]?$/u;

/**
 * Markdown closes nothing after 」 that a letter follows, and opens nothing before 「 after one, as is usual in Japanese:
 * a hair space between them helps.
 */
function emphasised(inner: string, before: string, after: string): string {
  const characters = [...inner];
  const needsSpace = (edge: string | undefined, neighbour: string | undefined): boolean =>
    PUNCTUATION.test(edge ?? '') && !APART.test(neighbour ?? '');
  const lead = needsSpace(characters[0], [...before].at(-1)) ? HAIR_SPACE : '';
  const trail = needsSpace(characters.at(-1), [...after][0]) ? HAIR_SPACE : '';
  return `${lead}**${inner}**${trail}`;
}

const valueIn = (values: Markdown['values'], name: string | undefined): string | undefined =>
  name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;

/** The named groups are what `replace` hands over last. */
const groupsOf = (rest: readonly unknown[]): Readonly<Record<string, string | undefined>> => {
  const groups = rest.at(-1);
  return typeof groups === 'object' && groups !== null ? Object.fromEntries(Object.entries(groups)) : {};
};
