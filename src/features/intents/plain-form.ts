/**
 * A text as the recogniser compares it: NFKC, lower case, without blanks between Japanese letters, every number as `0`,
 * katakana kept (it names courses), and at most two of a letter in a row.
 */
export const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replace(/\d+/g, '0')
    .replace(/[!！。、,.…・~〜「」『』()（）]+/gu, ' ')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/(?<=[^\x20-\x7e]) +| +(?=[^\x20-\x7e])/g, '')
    .trim();
