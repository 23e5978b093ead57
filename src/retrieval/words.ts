import { STOP_WORDS } from './stop-words';
import type { Sense, Thesaurus } from './thesaurus';
import type { Token } from './tokenizer';

/** A content word of a text. */
export interface Word {
  readonly key: string;
  readonly reading: string;
  /** Groups of synonyms that this word, or a phrase that begins with it, belongs to. */
  readonly senses: readonly Sense[];
}

/** 心の健康 is four tokens at most in the thesaurus's longest useful phrases. */
const LONGEST_PHRASE = 5;

export function isContent(token: Token): boolean {
  return token.kind !== 'function' && !STOP_WORDS.has(token.base);
}

/** Content words in order, with repetitions. A stop word that begins a known phrase (やる気) is kept with an empty key. */
export function wordsOf(tokens: readonly Token[], thesaurus: Thesaurus): Word[] {
  const words: Word[] = [];
  for (const [start, token] of tokens.entries()) {
    const content = isContent(token);
    const senses = phrasesFrom(tokens, start, content ? 1 : 2, thesaurus);
    if (content) words.push({ key: token.base, reading: token.reading, senses });
    else if (senses.length > 0) words.push({ key: '', reading: '', senses });
  }
  return words;
}

/** Senses of the token at `start` and of every phrase that begins with it; a group once, asking if any of them asks. */
function phrasesFrom(
  tokens: readonly Token[],
  start: number,
  shortest: number,
  thesaurus: Thesaurus,
): readonly Sense[] {
  const found: Sense[] = [];
  let before = '';
  let longest = Number.POSITIVE_INFINITY;
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    const last = tokens[start + length - 1];
    if (!last || before.length + last.surface.length > longest) break;
    const written = before + last.surface;
    if (length >= shortest) {
      found.push(...thesaurus.sensesOf(written));
      if (last.base !== last.surface) found.push(...thesaurus.sensesOf(before + last.base));
    }
    before = written;
    if (longest === Number.POSITIVE_INFINITY && before.length > 1) longest = thesaurus.longestFrom(before);
  }
  if (found.length < 2) return found;
  const senses = new Map<string, Sense>();
  for (const sense of found) if (sense.asks || !senses.has(sense.group)) senses.set(sense.group, sense);
  return [...senses.values()];
}

const RUN = /[\p{L}\p{N}ー]+/gu;
const ONLY_HIRAGANA = /^[ぁ-んー]+$/;
const KANJI = /[一-龠々]/;

/** Pairs of neighbouring characters, and kanji alone: they survive typing errors and link 健診 with 健康診断. */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (const [run] of text.matchAll(RUN)) {
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      if (KANJI.test(character)) grams.push(character);
      const pair = character + (characters[at + 1] ?? '');
      if (at + 1 < characters.length && !ONLY_HIRAGANA.test(pair)) grams.push(pair);
    }
  }
  return grams;
}
