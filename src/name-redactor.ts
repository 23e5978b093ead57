/** Replaces the names of the roster, whole or family name with a title, before a text leaves this machine. */
export function nameRedactor(people: readonly { readonly name: string }[]): (text: string) => string {
  const names = new Set<string>();
  for (const { name } of people) {
    const [family = '', ...given] = name.split(/[\s\u3000]+/);
    for (const part of [name, name.replace(/[\s\u3000]+/g, ''), family, given.join('')]) {
      if ([...part].length >= 2) names.add(part);
    }
  }
  const longestFirst = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (longestFirst.length === 0) return (text) => text;
  const pattern = new RegExp(longestFirst.join('|'), 'gu');
  return (text) => text.replace(pattern, '○○');
}
