import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRetriever, keptIn, noTokenCache, type RetrievalDocument } from '../../src/retrieval';
import { documents, thesaurus, tokenizer } from './library';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  file = path.join(folder, 'deeper', 'index');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Of a process that starts: what it made, of all that it was asked for. */
function start(ingredients: unknown = 'the same'): { made: number; value: unknown } {
  let made = 0;
  const value = keptIn(
    file,
    ingredients,
  )(() => {
    made += 1;
    return { words: new Map([['研修', 1]]), starts: Uint32Array.of(0, 1), asks: [new Set(['研修'])] };
  });
  return { made, value };
}

test('a second start makes nothing and gets the same', () => {
  const first = start();
  expect(first.made).toBe(1);
  expect(start()).toEqual({ made: 0, value: first.value });
  expect(readdirSync(path.dirname(file))).toEqual(['index']);
});

test('of other ingredients it is made anew, and replaces what was kept', () => {
  start();
  expect(start('others').made).toBe(1);
  expect(start('others').made).toBe(0);
  expect(start().made).toBe(1);
});

test.each([
  ['cut off', (content: Buffer) => content.subarray(0, content.length / 2)],
  ['changed in one place', (content: Buffer) => content.fill(0, content.length - 2)],
  ['emptied', () => Buffer.of()],
  ['something else', () => Buffer.from('checksum\n{}')],
])('a file that is %s counts for nothing, and is mended', (_, damage) => {
  const { value } = start();
  writeFileSync(file, damage(readFileSync(file)));
  expect(start()).toEqual({ made: 1, value });
  expect(start().made).toBe(0);
});

test('where nothing can be written, every start makes it', () => {
  writeFileSync(path.join(folder, 'deeper'), 'a file where a folder should be');
  expect(start().made).toBe(1);
  expect(start().made).toBe(1);
});

test('an index that was kept finds the same, by the same scores', () => {
  const build = (of: readonly RetrievalDocument[]) =>
    createRetriever({ tokenizer, thesaurus, cache: noTokenCache, keep: keptIn(file, of) }).buildIndex(of);
  const onTopic = documents.map((document) => ({ ...document, topic: document.id.slice(0, 1) }));
  const [made, kept] = [build(onTopic), build(onTopic)];
  const questions = [
    ...documents.flatMap(({ question, alternates }) => [question, ...alternates]),
    'すとれす',
    '研收',
  ];
  for (const question of questions) expect(kept.search(question, 5)).toEqual(made.search(question, 5));
});
