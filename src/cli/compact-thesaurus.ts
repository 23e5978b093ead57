// Rewrites data/thesaurus.json from the package sudachi-synonyms-dictionary: run in the project's folder after that package changes.
import { writeFileSync } from 'node:fs';
import { fetchDictionary } from 'sudachi-synonyms-dictionary';
import { normalise } from '../retrieval/normalise';
import { type SynonymGroup, toCompactThesaurus } from '../retrieval/thesaurus';

const FILE = 'data/thesaurus.json';
const NOTICE =
  'Compacted from the Sudachi synonym dictionary, Copyright (c) 2017 Works Applications Co., Ltd., Apache License 2.0 ' +
  '(http://www.apache.org/licenses/LICENSE-2.0), https://github.com/WorksApplications/SudachiDict, ' +
  'taken from the npm package sudachi-synonyms-dictionary. Changes: words in normalised spelling, ' +
  'deleted and very long entries left out, other columns dropped.';

/** Longer entries are titles and sentences that no one types. */
const LONGEST = 14;
const NEVER_EXPAND = 2;

async function main(): Promise<void> {
  const groups: SynonymGroup[] = [];
  for (const { items } of await fetchDictionary()) {
    const usable = items
      .filter((item) => item.expandControl !== NEVER_EXPAND && item.midashi.length <= LONGEST)
      .map((item) => ({ word: normalise(item.midashi), asks: item.expandControl === 0 }));
    const words = new Set(usable.filter((item) => item.asks).map((item) => item.word));
    const answersOnly = new Set(usable.map((item) => item.word).filter((word) => !words.has(word)));
    if (words.size > 0 && words.size + answersOnly.size > 1) {
      groups.push({ words: [...words], answersOnly: [...answersOnly] });
    }
  }
  writeFileSync(FILE, toCompactThesaurus(NOTICE, groups));
  console.log(`${groups.length} groups → ${FILE}`);
}

void main();
