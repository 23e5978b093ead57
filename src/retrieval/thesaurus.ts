import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { foldLongVowel, normalise } from './normalise';

/** Words that may stand for each other, in normalised spelling. `answersOnly` words are found by the others but do not look for them. */
export interface SynonymGroup {
  readonly words: readonly string[];
  readonly answersOnly: readonly string[];
}

/** A word's membership in a group; only `asks` looks for the group's other words. */
export interface Sense {
  readonly group: number;
  readonly asks: boolean;
}

export interface Thesaurus {
  /** `word` is normalised text, one word or several written together. */
  sensesOf(word: string): readonly Sense[];
  /** Letters of the longest entry that begins with the same two letters as `text`; 0 where there is none. */
  longestFrom(text: string): number;
}

const NO_SENSES: readonly Sense[] = [];

export function createThesaurus(...lists: readonly (readonly SynonymGroup[])[]): Thesaurus {
  const senses = new Map<string, Sense[]>();
  const add = (words: readonly string[], sense: Sense): void => {
    for (const word of words) {
      const key = foldLongVowel(word);
      const known = senses.get(key);
      if (!known) senses.set(key, [sense]);
      else if (!known.includes(sense)) known.push(sense);
    }
  };
  for (const [group, { words, answersOnly }] of lists.flat().entries()) {
    add(words, { group, asks: true });
    add(answersOnly, { group, asks: false });
  }
  const longest = new Map<string, number>();
  for (const word of senses.keys()) {
    const head = word.slice(0, HEAD);
    longest.set(head, Math.max(longest.get(head) ?? 0, word.length));
  }
  return {
    sensesOf: (word) => senses.get(foldLongVowel(word)) ?? NO_SENSES,
    longestFrom: (text) => longest.get(text.slice(0, HEAD)) ?? 0,
  };
}

/** Letters by which entries are told apart before they are looked up. */
const HEAD = 2;


const ANSWERS_ONLY = '~';
const compactThesaurus = z.object({ notice: z.string(), groups: z.array(z.string()) });

/** Reads data/thesaurus.json: a group a string, words apart by `|`, those marked `~` answer only. Throws on any other form. */
export function parseCompactThesaurus(json: string): SynonymGroup[] {
  return compactThesaurus.parse(JSON.parse(json)).groups.map((group) => {
    const words: string[] = [];
    const answersOnly: string[] = [];
    for (const word of group.split('|')) {
      if (word.startsWith(ANSWERS_ONLY)) answersOnly.push(word.slice(ANSWERS_ONLY.length));
      else words.push(word);
    }
    return { words, answersOnly };
  });
}

/** Writes what `parseCompactThesaurus` reads. `notice` names source and licence. */
export const toCompactThesaurus = (notice: string, groups: readonly SynonymGroup[]): string =>
  `${JSON.stringify(
    {
      notice,
      groups: groups.map((group) =>
        [...group.words, ...group.answersOnly.map((word) => ANSWERS_ONLY + word)].join('|'),
      ),
    },
    null,
    0,
  )}\n`;

const synonymRows = z.array(z.object({ terms: z.string() }));

/** Reads data/synonyms.csv (columns `terms,note`): the organisation's own words. Throws where it is not such a table. */
export function parseSynonymTable(csv: string): SynonymGroup[] {
  const rows: unknown = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  return synonymRows.parse(rows).map(({ terms }) => ({
    words: terms.split('|').map(normalise).filter((term) => term !== ''),
    answersOnly: [],
  }));
}
