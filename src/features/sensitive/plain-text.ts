import { withKanji } from './kana-words';

/**
 * A text as the recogniser compares it: one spelling for what people write in many ways, so that シニタイ, ｼﾆﾀｲ, しにたーい,
 * し・に・た・い and しにたいいいい are the same word.
 */
export interface PlainText {
  /** Without any separator between Japanese letters: finds words that are broken up to hide them. */
  readonly whole: string;
  /** The whole as it was before kana words were put into kanji. */
  readonly typed: string;
  /** The same with its punctuation, which tells how something is said (もう… and もう！), but for a full stop at the end. */
  readonly voiced: string;
  /** Parts between sentence ends, line breaks and (in long sentences) commas; without punctuation. */
  readonly parts: readonly string[];
}

/** Cries for help stand at the beginning or at the end of a long text; the middle of a huge one is not read. */
const MOST_AT_EACH_END = 2_000;
const LONG_SENTENCE = 40;

const SMALL_VOWELS = 'ぁぃぅぇぉ';
const FULL_VOWELS = 'あいうえお';

/** Katakana to hiragana, small vowels to full ones, こわーい to こわい: sound, not spelling. Also fit for pattern sources. */
export const foldKana = (text: string): string =>
  text
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ぁぃぅぇぉ]/g, (kana) => FULL_VOWELS[SMALL_VOWELS.indexOf(kana)] ?? kana)
    .replace(/ー+(?=い)/g, '');

export function toPlainText(text: string): PlainText {
  const spelt = ends(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /[\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\u034f|\u200d|[\ufe00-\ufe0f]/g,
      '',
    )
    .replace(/<\/?[a-z][^<>]{0,60}>/g, '')
    .replace(/[●◯〇◎✕×*]/g, '○')
    .replace(/[’'`´]/g, '');
  const folded = squeeze(foldKana(spelt));
  const typed = bare(folded);
  return {
    whole: withKanji(typed),
    typed,
    voiced: folded.replace(/\s+/gu, ' ').replace(/[ 。.]+$/u, ''),
    parts: partsOf(folded).map(withKanji),
  };
}

const ends = (text: string): string =>
  text.length <= 2 * MOST_AT_EACH_END
    ? text
    : `${text.slice(0, MOST_AT_EACH_END)}\n${text.slice(-MOST_AT_EACH_END)}`;

/** つらいいいい and たすけてーー are つらい and たすけてー. */
const squeeze = (text: string): string => text.replace(/(.)\1{2,}/gu, '$1').replace(/ー{2,}/g, 'ー');

/** Letters and digits only; one space stays between two Latin words, where it carries meaning. */
const bare = (text: string): string =>
  text.replace(/[^\p{L}\p{N}○]+/gu, ' ').replace(/(?<![a-z0-9]) | (?![a-z0-9])/g, '');

function partsOf(text: string): readonly string[] {
  const sentences = text
    .split(/[。.!?\n\r]+/u)
    .flatMap((sentence) => (sentence.length > LONG_SENTENCE ? sentence.split(/[、,;:…]+/u) : [sentence]));
  return sentences.map(bare).filter((part) => part !== '');
}
