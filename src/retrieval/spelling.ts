/** Repairs a slip of the finger in katakana and Latin words, which a tokenizer cannot split once they are misspelt. */
export interface Spelling {
  /** Replaces each unknown word that is one slip from a word of the documents. `text` is normalised. */
  correct(text: string): string;
}

/** Shorter katakana words are too often one slip from another word (ルーター, ルーキー). */
const FOREIGN_WORD = /[ァ-ヴー]{5,}|[a-z]{4,}/g;

/** How often each word that could be misspelt stands in the texts. */
export function countForeignWords(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(FOREIGN_WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

export function createSpelling(counts: ReadonlyMap<string, number>): Spelling {
  const known = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  // Many words differ in nothing but their first letter, and few slips happen there.
  const isMeant = (word: string, other: string): boolean =>
    word[0] === other[0] && isOneSlipApart(word, other);
  return {
    correct: (text) =>
      text.replace(FOREIGN_WORD, (word) =>
        counts.has(word) ? word : (known.find((other) => isMeant(word, other)) ?? word),
      ),
  };
}

/** Whether one letter added, left out, mistaken or swapped with its neighbour turns one word into the other. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
