/** Spelling variants folded before anything is compared: what is one word to a reader must be one string here. */

const DASHES = /[\u2010-\u2015\u2212\u2500]/g;
const DASH_IN_KATAKANA = /(?<=[ァ-ヴ])-(?=[ァ-ヴ]|$)/g;

/** NFKC (full-width letters, half-width kana), lower case, one kind of dash, wave dash and space. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(DASH_IN_KATAKANA, 'ー')
    .replace(/\u301c/g, '~')
    .replace(/\s+/g, ' ')
    .trim();

/** Hiragana to katakana; everything else stays. */
export const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** コンピューター and コンピュータ are one word: a final ー is dropped from katakana words of four letters or more. */
export const foldLongVowel = (word: string): string =>
  word.endsWith('ー') && /^[ァ-ヴー]{4,}$/.test(word) ? word.slice(0, -1) : word;

/** 申し込む, 申込み and 申込 share 申込: a word of two or more kanji is written without its kana endings. */
export function foldOkurigana(word: string): string {
  if (!/[ぁ-ん]/.test(word)) return word;
  const kanji = word.replace(/[ぁ-ん]/g, '');
  return /^[一-龠々]{2,}$/.test(kanji) ? kanji : word;
}

const LETTER = /[\p{L}\p{N}]/gu;
const HIRAGANA = /[ぁ-ゖ]/g;
const KANA_SHARE = 0.8;

/** Someone typed without converting: at most a fifth of the letters are kanji, katakana, Latin or digits. */
export function isTypedInKana(text: string): boolean {
  const letters = text.match(LETTER)?.length ?? 0;
  const hiragana = text.match(HIRAGANA)?.length ?? 0;
  return hiragana >= 4 && hiragana > letters * KANA_SHARE;
}

export const isHiragana = (text: string): boolean => /^[ぁ-んー]+$/.test(text);
