import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createIndexBuilder, type IndexJob, openIndexes } from '../../src/indexing';
import { documents, tokenizer } from '../retrieval/library';

const ROOT = path.join(__dirname, '../..');
const DATA = path.join(ROOT, 'data');
const PROGRAM = [
  '-r',
  path.join(ROOT, 'tests/support/register-typescript.cjs'),
  path.join(ROOT, 'src/indexing/build-index.ts'),
];
const job: IndexJob = {
  name: 'knowledge',
  documents: documents.map((document) => ({ ...document, topic: document.id.slice(0, 1), caution: 0.5 })),
  synonyms: [['メンター', '相談役']],
};

let cacheDirectory: string;
beforeEach(() => {
  cacheDirectory = mkdtempSync(path.join(tmpdir(), 'indexing-'));
});
afterEach(() => rmSync(cacheDirectory, { recursive: true }));

function builderOf(program: readonly string[]) {
  const errors: string[] = [];
  const log = { info: () => undefined, error: (event: string) => void errors.push(event) };
  return { errors, ...createIndexBuilder({ dataDirectory: DATA, cacheDirectory, log, program }) };
}

test('an index from the builder answers as one built in the process', async () => {
  const { build, errors } = builderOf(PROGRAM);
  const indexes = openIndexes(tokenizer, DATA, cacheDirectory);
  expect(indexes.isBuilt(job)).toBe(false);
  await build(job);
  expect([errors, indexes.isBuilt(job)]).toEqual([[], true]);
  const [kept, own] = [indexes.build(job), openIndexes(tokenizer, DATA, null).build(job)];
  const questions = documents.flatMap(({ question, alternates }) => [question, ...alternates]);
  for (const question of [...questions, '相談役', 'すとれす'])
    expect(kept.search(question, 5)).toEqual(own.search(question, 5));
});

test.each([
  ['ends with an error', ['-e', 'process.exit(3)']],
  ['is killed', ['-e', 'process.kill(process.pid, "SIGKILL")']],
])('a builder that %s is logged, and the index is built in the process', async (_, program) => {
  const { build, errors } = builderOf(program);
  await build(job);
  const indexes = openIndexes(tokenizer, DATA, cacheDirectory);
  expect([errors, indexes.isBuilt(job)]).toEqual([['index-build-failed'], false]);
  expect(indexes.build(job).search(documents[0]?.question ?? '', 1).hits[0]?.id).toBe(documents[0]?.id);
});

test('a builder ends when the bot stops, and that is no failure', async () => {
  const { build, close, errors } = builderOf(['-e', 'setInterval(() => {}, 1000)']);
  const building = build(job);
  await setTimeout(50);
  close();
  await building;
  expect(errors).toEqual([]);
});
