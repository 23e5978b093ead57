import { type Tokenizer as Lindera, TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic';
import { foldLongVowel, foldOkurigana, toKatakana } from './normalise';

/** `function`: particles, auxiliaries, pronouns, symbols: they carry grammar, not what is asked about. */
export type TokenKind = 'noun' | 'verb' | 'modifier' | 'function';

export interface Token {
  readonly surface: string;
  /** Dictionary form with spelling variants folded; what words are compared by. */
  readonly base: string;
  /** Katakana; equal for 子ども, こども and 子供. */
  readonly reading: string;
  readonly kind: TokenKind;
}

/** Splits a normalised text into words. */
export interface Tokenizer {
  /** Changes whenever the same text may give other tokens: cached ones are then stale. */
  readonly version: string;
  tokenize(text: string): readonly Token[];
}

/** IPADIC by Lindera. Its dictionary (0.45 s, 90 MB) is loaded at the first call, so call it once before it is urgent. */
export function createTokenizer(): Tokenizer {
  let lindera: Lindera | undefined;
  return {
    version: 'lindera-ipadic-2.0.0/2',
    tokenize: (text) => {
      lindera ??= load();
      const found: unknown = lindera.tokenize(text);
      return Array.isArray(found) ? found.map(toToken) : [];
    },
  };
}

function load(): Lindera {
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build();
}

function toToken(found: unknown): Token {
  const field = (name: string): string => {
    const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
    return typeof value === 'string' && value !== '*' ? value : '';
  };
  const surface = field('surface');
  return {
    surface,
    base: foldOkurigana(foldLongVowel(stemEnglish(field('baseForm') || surface))),
    reading: foldLongVowel(field('reading') || toKatakana(surface)),
    kind: kindOf(field('partOfSpeech'), field('partOfSpeechSubcategory1'), surface),
  };
}

/** Parts of speech are IPADIC's; `UNK` is a word the dictionary lacks: mostly katakana, Latin or digits. */
function kindOf(partOfSpeech: string, detail: string, surface: string): TokenKind {
  if (!/[\p{L}\p{N}]/u.test(surface)) return 'function';
  switch (partOfSpeech) {
    case '名詞':
      return detail === '非自立' || detail === '代名詞' ? 'function' : 'noun';
    case 'UNK':
      return 'noun';
    case '動詞':
      return detail === '自立' ? 'verb' : 'function';
    case '形容詞':
      return detail === '非自立' ? 'function' : 'modifier';
    case '副詞':
      return 'modifier';
    default:
      return 'function';
  }
}

/** trainings, training, trained → train: enough for the few English questions. */
const stemEnglish = (word: string): string =>
  /^[a-z]{5,}$/.test(word) ? word.replace(/(?<=[a-z]{3})(?:ings?|ed|es|s)$/, '') : word;
