import type { Language } from './confidence';
import { rejoin } from './conversion';
import { createKanaReader, type KanaReader, learnVocabulary, type Vocabulary } from './kana-reader';
import type { Keep } from './kept';
import { isHiragana, isTypedInKana, normalise } from './normalise';
import { countForeignWords, createSpelling } from './spelling';
import type { Thesaurus } from './thesaurus';
import type { TokenCache } from './token-cache';
import type { Token, Tokenizer } from './tokenizer';
import { gramsOf, type Word, wordsOf } from './words';

export interface RetrievalTools {
  readonly tokenizer: Tokenizer;
  readonly cache: TokenCache;
  readonly thesaurus: Thesaurus;
  /** Answers what was kept of `make`, or makes it; default: it makes it. */
  readonly keep?: Keep;
  /** Japanese where it is left out. */
  readonly language?: Language;
}

/** One text as the index sees it. */
export interface Text {
  readonly words: readonly Word[];
  readonly grams: readonly string[];
  /** Without blanks and signs; every number is 0. */
  readonly letters: string;
}

export interface Analysis {
  /** Per document, its texts in the order given. */
  readonly documents: readonly (readonly Text[])[];
  readonly learnt: Learnt;
}

/** What queries are read by: plain data, that can be kept in a file. */
export interface Learnt {
  readonly vocabulary: Vocabulary;
  readonly foreignWords: ReadonlyMap<string, number>;
}

/** A longer message is a letter, not a question; its beginning says what it is about. */
const LONGEST_QUERY = 400;

export function analyseDocuments(documents: readonly (readonly string[])[], tools: RetrievalTools): Analysis {
  const { tokenizer, cache, thesaurus } = tools;
  const sources = documents.map((texts) => texts.map(normalise));
  const all = [...new Set(sources.flat())];
  const tokens = new Map(cache.tokenizeAll(all, tokenizer).map((found, at) => [all[at] ?? '', found]));
  const written = all.filter((text) => !isTypedInKana(text));
  const vocabulary = learnVocabulary(written.map((text) => tokens.get(text) ?? []));
  const kana = createKanaReader(vocabulary);
  return {
    documents: sources.map((texts) =>
      texts.map((text) => analyse(text, kana, thesaurus, (known) => tokens.get(known) ?? [])),
    ),
    learnt: { vocabulary, foreignWords: countForeignWords(written) },
  };
}

/** Sees a query with the vocabulary of the documents. */
export function createQueryAnalyser(
  { vocabulary, foreignWords }: Learnt,
  { tokenizer, thesaurus }: RetrievalTools,
): (query: string) => Text {
  const kana = createKanaReader(vocabulary);
  const spelling = createSpelling(foreignWords);
  return (query) => {
    const text = spelling.correct(normalise(query).slice(0, LONGEST_QUERY));
    return analyse(text, kana, thesaurus, (written) => tokenizer.tokenize(written));
  };
}

function analyse(
  text: string,
  kana: KanaReader,
  thesaurus: Thesaurus,
  tokenize: (text: string) => readonly Token[],
): Text {
  if (!isTypedInKana(text))
    return {
      words: wordsOf(rejoin(tokenize(text), kana), thesaurus),
      grams: gramsOf(text),
      letters: lettersOf(text),
    };
  const converted = tokenize(text).filter((token) => !isHiragana(token.surface));
  const read = [...kana.read(text), ...converted];
  const joined = read.map((token) => token.surface).join('');
  return { words: wordsOf(read, thesaurus), grams: gramsOf(joined), letters: lettersOf(joined) };
}

const lettersOf = (text: string): string => text.replace(/\d+/g, '0').replace(/[^\p{L}\p{N}ー]+/gu, '');
