import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileTokenCache, type Token, type Tokenizer } from '../../src/retrieval';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tokens-'));
  file = path.join(folder, 'deeper', 'tokens');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Splits at spaces and remembers what it was asked. */
function counting(version = '1'): Tokenizer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    version,
    asked,
    tokenize: (text) => {
      asked.push(text);
      return text
        .split(' ')
        .filter(Boolean)
        .map((part): Token => ({ surface: part, base: part, reading: '', kind: 'noun' }));
    },
  };
}
const texts = ['研修 案内', '', '研修 申込', '研修 案内'];

test('a second start tokenizes nothing and gets the same tokens', () => {
  const first = fileTokenCache(file).tokenizeAll(texts, counting());
  const second = counting();
  expect(fileTokenCache(file).tokenizeAll(texts, second)).toEqual(first);
  expect(second.asked).toEqual([]);
  expect(readdirSync(path.dirname(file))).toEqual(['tokens']);
});

test('an edit tokenizes only the new text, and forgets what is no longer used', () => {
  fileTokenCache(file).tokenizeAll(texts, counting());
  const edited = counting();
  fileTokenCache(file).tokenizeAll(['研修 案内', '研修 中止'], edited);
  expect(edited.asked).toEqual(['研修 中止']);
  const again = counting();
  fileTokenCache(file).tokenizeAll(['研修 申込'], again);
  expect(again.asked).toEqual(['研修 申込']);
});

test('another tokenizer starts afresh', () => {
  fileTokenCache(file).tokenizeAll(texts, counting('1'));
  const other = counting('2');
  fileTokenCache(file).tokenizeAll(texts, other);
  expect(other.asked).toHaveLength(3);
});

test.each([
  ['cut off', (content: string) => content.slice(0, content.length / 2)],
  ['changed in one place', (content: string) => content.replace('申込', '申請')],
  ['emptied', () => ''],
  ['something else', () => 'checksum\n{"version":"1"}'],
])('a file that was %s is built again', (_, damage) => {
  const intact = fileTokenCache(file).tokenizeAll(texts, counting());
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  const tokenizer = counting();
  expect(fileTokenCache(file).tokenizeAll(texts, tokenizer)).toEqual(intact);
  expect(tokenizer.asked).toHaveLength(3);
  const repaired = counting();
  fileTokenCache(file).tokenizeAll(texts, repaired);
  expect(repaired.asked).toEqual([]);
});

test('a place that cannot be written is reported, and the tokens come all the same', () => {
  writeFileSync(path.join(folder, 'plain'), '');
  const problems: string[] = [];
  const cache = fileTokenCache(path.join(folder, 'plain', 'tokens'), (problem) => problems.push(problem));
  expect(cache.tokenizeAll(['研修'], counting())).toHaveLength(1);
  expect(problems).toHaveLength(1);
});
