import { toKatakana } from './normalise';
import type { Token } from './tokenizer';
import { isContent } from './words';

/** Reads text typed in hiragana only, where a dictionary tokenizer finds particles everywhere. */
export interface KanaReader {
  /** The likeliest sequence of words that the documents use; what no word covers is left out. */
  read(text: string): Token[];
  /** The likeliest word of the documents with this reading, in katakana. */
  wordOf(reading: string): Token | undefined;
}

interface Reading {
  count: number;
  readonly tokens: Map<string, { token: Token; count: number }>;
}

const LONGEST_WORD = 14;
const HIRAGANA_RUN = /[ぁ-ゖー]+/g;

/** How documents read: plain data, that can be kept in a file. */
export interface Vocabulary {
  /** What each reading costs: the rarer, the more. */
  readonly costs: ReadonlyMap<string, number>;
  readonly unknownCost: number;
  /** The likeliest word of each reading. */
  readonly words: ReadonlyMap<string, Token>;
}

/** Learns words, their readings and how common they are from the tokens of ordinarily written documents. */
export function learnVocabulary(documents: Iterable<readonly Token[]>): Vocabulary {
  const occurrences = new Map<Token, number>();
  for (const tokens of documents)
    for (const token of tokens) occurrences.set(token, (occurrences.get(token) ?? 0) + 1);
  const readings = new Map<string, Reading>();
  let total = 0;
  for (const [token, count] of occurrences) {
    if (!/^[ァ-ヶー]+$/.test(token.reading)) continue;
    const reading = readings.get(token.reading) ?? { count: 0, tokens: new Map() };
    readings.set(token.reading, reading);
    const known = reading.tokens.get(token.surface) ?? { token, count: 0 };
    reading.tokens.set(token.surface, known);
    known.count += count;
    reading.count += count;
    total += count;
  }
  const costs = new Map<string, number>();
  const words = new Map<string, Token>();
  for (const [reading, { count, tokens }] of readings) {
    costs.set(reading, Math.log(total / count));
    const [likeliest] = [...tokens.values()].sort((a, b) => b.count - a.count);
    if (likeliest) words.set(reading, likeliest.token);
  }
  return { costs, unknownCost: Math.log(total + 1) + 2, words };
}

export function createKanaReader({ costs, unknownCost, words }: Vocabulary): KanaReader {
  /** Cheapest path through the run: every position is reached by a known word or by one unknown kana. */
  function split(run: string): string[] {
    const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(run.length + 1);
    best[0] = 0;
    const reach = (start: number, end: number, cost: number): void => {
      const sum = (best[start] ?? 0) + cost;
      if (sum >= (best[end] ?? 0)) return;
      best[end] = sum;
      from[end] = start;
    };
    for (let start = 0; start < run.length; start += 1) {
      reach(start, start + 1, unknownCost);
      for (let end = start + 1; end <= Math.min(run.length, start + LONGEST_WORD); end += 1) {
        const cost = costs.get(run.slice(start, end));
        if (cost !== undefined) reach(start, end, cost);
      }
    }
    const parts: string[] = [];
    for (let end = run.length; end > 0; end = from[end] ?? 0) parts.unshift(run.slice(from[end], end));
    return parts;
  }

  return {
    wordOf: (reading) => words.get(reading),
    read: (text) =>
      [...text.matchAll(HIRAGANA_RUN)]
        .flatMap(([run]) => split(toKatakana(run)))
        .map((part) => words.get(part))
        .filter((token) => token !== undefined)
        .filter((token) => token.reading.length > 1 || !isContent(token)),
  };
}
