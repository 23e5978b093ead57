/**
 * Reads a text that consists of known words and of nothing else: answers the kinds it holds, or null when anything is
 * left over. `words`: pieces of regular expressions by kind, between blanks. At each place the longest word counts; of two equally long ones that of the kind named first.
 */
export function createWordSlots<Kind extends string>(
  words: Readonly<Record<Kind, string>>,
): (text: string) => ReadonlySet<Kind> | null {
  const kinds = Object.keys(words) as Kind[];
  const wordsOf = (kind: Kind) => words[kind].trim().split(/\s+/);
  const patterns = kinds.map((kind) => ({
    kind,
    patterns: wordsOf(kind).map((word) => new RegExp(word, 'yu')),
  }));
  // Most texts hold something else, which one look tells.
  const any = new RegExp(kinds.flatMap(wordsOf).join('|'), 'yu');

  return (text) => {
    const found = new Set<Kind>();
    for (let at = 0; at < text.length; ) {
      any.lastIndex = at;
      if (!any.test(text)) return null;
      let longest = 0;
      let best: Kind | null = null;
      for (const { kind, patterns: own } of patterns) {
        for (const pattern of own) {
          pattern.lastIndex = at;
          const length = pattern.exec(text)?.[0].length ?? 0;
          if (length > longest) [longest, best] = [length, kind];
        }
      }
      if (best === null) return null;
      found.add(best);
      at += longest;
    }
    return found;
  };
}
