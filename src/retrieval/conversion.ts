import type { KanaReader } from './kana-reader';
import { isHiragana, toKatakana } from './normalise';
import type { Token } from './tokenizer';
import { isContent } from './words';

const MOST_PIECES = 5;
/** Shorter readings are those of several words. */
const SHORTEST_READING = 4;

/**
 * Puts together what was not converted (ふくめい書) or converted piece by piece (件衆 for 研修) and therefore fell to
 * pieces: neighbours that read like one word of the documents become that word.
 */
export function rejoin(tokens: readonly Token[], kana: KanaReader): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(tokens, at);
    const found = isHiragana(run[0]?.surface ?? '') ? longestWord(run, kana) : wholeWord(run, kana);
    joined.push(...(found?.word ?? run.slice(0, 1)));
    at += found?.length ?? 1;
  }
  return joined;
}

interface Found {
  readonly word: readonly Token[];
  /** How many pieces it takes the place of. */
  readonly length: number;
}

function longestWord(run: readonly Token[], kana: KanaReader): Found | undefined {
  for (let length = Math.min(run.length, MOST_PIECES); length > 1; length -= 1) {
    const found = wholeWord(run.slice(0, length), kana);
    if (found) return found;
  }
  return undefined;
}

function wholeWord(run: readonly Token[], kana: KanaReader): Found | undefined {
  if (run.length < 2 || !run.some(isContent)) return undefined;
  const reading = run.map(readingOf).join('');
  const word = reading.length < SHORTEST_READING ? undefined : kana.wordOf(reading);
  const stands = word?.kind === 'noun' && !isHiragana(word.surface);
  return stands ? { word: [word], length: run.length } : undefined;
}

/** Hiragana from here on, or single kanji from where they begin; otherwise the one token. */
function runFrom(tokens: readonly Token[], start: number): readonly Token[] {
  const isPiece = [isHiraganaPiece, isKanjiPiece].find((test) => test(tokens[start]));
  if (!isPiece || (isPiece === isKanjiPiece && isPiece(tokens[start - 1])))
    return tokens.slice(start, start + 1);
  let end = start + 1;
  while (isPiece(tokens[end])) end += 1;
  return tokens.slice(start, end);
}

const isHiraganaPiece = (token: Token | undefined): boolean =>
  token !== undefined && isHiragana(token.surface);
const isKanjiPiece = (token: Token | undefined): boolean =>
  token !== undefined && /^[一-龠]$/.test(token.surface);

/** Particles are not read as they are typed (は as ワ). */
const readingOf = ({ surface, reading }: Token): string =>
  isHiragana(surface) ? toKatakana(surface) : reading;
