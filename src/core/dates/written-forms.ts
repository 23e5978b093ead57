/** Fragments of patterns for text that `foldWidth` has been over, and what they stand for. */

/** Full-width signs and the many dashes as ASCII; every character keeps its place, so positions stay true. */
export const foldWidth = (text: string): string =>
  text.replace(/[！-～　〜‐-―−]/g, (sign) => {
    if (sign === '　') return ' ';
    if (sign === '〜') return '~';
    if (sign >= '！' && sign <= '～') return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    return '-';
  });

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 0–99 in digits or kanji. */
export const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** Keeps a number from beginning in the middle of a longer one, of 1.3.2.5, or of 第3. */
export const NUMBER_STARTS = '(?<![\\d.,/A-Za-z一二三四五六七八九十百千第])';

/** Reads NUMBER, and years such as 二〇二六. */
export function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.split('十');
  if (tens === undefined || ones === undefined) return digitsOf(written);
  return (tens === '' ? 1 : digitsOf(tens)) * 10 + digitsOf(ones);
}

const digitsOf = (kanji: string): number =>
  Number([...kanji].map((digit) => KANJI_DIGITS.indexOf(digit)).join(''));

export const WEEKDAY = '[月火水木金土日]';

/** (木), (木曜日), (月・祝) or 木曜日 behind a date. */
export const WEEKDAY_NOTE = `(?:\\s?\\(${WEEKDAY}(?:曜日?|・?祝)?\\)|${WEEKDAY}曜日?)?`;

/** か月 in its spellings. */
export const MONTHS_COUNTED = '[かカヶヵケ箇]月';

/**
 * Short words in kana that also occur inside others (べんきょう, できること しか): they stand after a particle or no kana,
 * and before a particle or no kana.
 */
export const kanaWord = (words: string): string =>
  `(?:(?<![ぁ-ん])|(?<=[はがにとのをで]))${words}(?=[^ぁ-ん]|$|[のはにもが](?!う)|まで|から|ちゅう|じゅう)`;
