import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { foldLongVowel, normalise } from './normalise';

/** Words that may stand for each other. `answersOnly` words are found by the others but do not look for them. */
export interface SynonymGroup {
  readonly words: readonly string[];
  readonly answersOnly: readonly string[];
}

/** A word's membership in a group; only `asks` looks for the group's other words. */
export interface Sense {
  /** The group's words written together: equal groups of two lists are one. */
  readonly group: string;
  readonly asks: boolean;
}

export interface Thesaurus {
  /** `word` is normalised text, one word or several written together. */
  sensesOf(word: string): readonly Sense[];
  /** Letters of the longest entry that begins with the same two letters as `text`; 0 where there is none. */
  longestFrom(text: string): number;
}

const SEPARATOR = '|';
const ANSWERS_ONLY = '~';
/** Letters by which entries are told apart before they are looked up. */
const HEAD = 2;
const NO_SENSES: readonly Sense[] = [];

/** One thesaurus out of lists and ready thesauri. The lists' words may be in any spelling. */
export function createThesaurus(...layers: readonly (Thesaurus | readonly SynonymGroup[])[]): Thesaurus {
  const ready: Thesaurus[] = [];
  const lines: string[] = [];
  for (const layer of layers) {
    if ('sensesOf' in layer) ready.push(layer);
    else lines.push(...layer.map(toLine));
  }
  const all = [thesaurusOf(lines), ...ready];
  return {
    sensesOf: (word) => {
      let found = NO_SENSES;
      for (const layer of all) {
        const senses = layer.sensesOf(word);
        if (senses.length > 0) found = found.length > 0 ? [...found, ...senses] : senses;
      }
      return found;
    },
    longestFrom: (text) => {
      let longest = 0;
      for (const layer of all) longest = Math.max(longest, layer.longestFrom(text));
      return longest;
    },
  };
}

const toLine = ({ words, answersOnly }: SynonymGroup): string =>
  [...words.map(normalise), ...answersOnly.map((word) => ANSWERS_ONLY + normalise(word))].join(SEPARATOR);

function thesaurusOf(lines: readonly string[]): Thesaurus {
  const senses = new Map<string, Sense[]>();
  const longest = new Map<string, number>();
  for (const group of lines) {
    const asking = { group, asks: true };
    const answering = { group, asks: false };
    for (const word of group.split(SEPARATOR)) {
      const asks = !word.startsWith(ANSWERS_ONLY);
      const key = foldLongVowel(asks ? word : word.slice(ANSWERS_ONLY.length));
      const known = senses.get(key);
      if (known) known.push(asks ? asking : answering);
      else senses.set(key, [asks ? asking : answering]);
      const head = key.slice(0, HEAD);
      if (key.length > (longest.get(head) ?? 0)) longest.set(head, key.length);
    }
  }
  return {
    sensesOf: (word) => senses.get(foldLongVowel(word)) ?? NO_SENSES,
    longestFrom: (text) => longest.get(text.slice(0, HEAD)) ?? 0,
  };
}

const compactThesaurus = z.object({ notice: z.string(), groups: z.array(z.string()) });

/** Reads data/thesaurus.json: a group a line, words apart by `|`, those marked `~` answer only. Throws on any other form. */
export const parseCompactThesaurus = (json: string): Thesaurus =>
  thesaurusOf(compactThesaurus.parse(JSON.parse(json)).groups);

/** Writes what `parseCompactThesaurus` reads. `notice` names source and licence. */
export const toCompactThesaurus = (notice: string, groups: readonly SynonymGroup[]): string =>
  `${JSON.stringify({ notice, groups: groups.map(toLine) })}\n`;

const synonymRows = z.array(z.object({ terms: z.string() }));

/** Reads data/synonyms.csv (columns `terms,note`): the organisation's own words. Throws where it is not such a table. */
export function parseSynonymTable(csv: string): SynonymGroup[] {
  const rows: unknown = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  return synonymRows.parse(rows).map(({ terms }) => ({
    words: terms.split(SEPARATOR).filter((term) => term.trim() !== ''),
    answersOnly: [],
  }));
}
