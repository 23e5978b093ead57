// Rewrites data/sensitive-model.json from data/sensitive-examples.tsv: run in the project's folder after the examples change.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readSensitiveExamples } from '../features/sensitive/examples';
import { serialiseSensitiveModel } from '../features/sensitive/sensitive-model';
import { spellingsOf } from '../features/sensitive/spellings';
import { trainSensitiveModel } from '../features/sensitive/train-model';
import { createTokenizer } from '../retrieval/tokenizer';

const EXAMPLES = 'data/sensitive-examples.tsv';
const MODEL = 'data/sensitive-model.json';

const file = readFileSync(EXAMPLES);
const tokenizer = createTokenizer();
const toKana = (text: string): string =>
  tokenizer
    .tokenize(text)
    .map((token) => token.reading)
    .join('');
const examples = readSensitiveExamples(file.toString('utf8')).map(({ text, label }) => ({
  label,
  spellings: spellingsOf(text, toKana),
}));
const model = trainSensitiveModel(examples, createHash('sha256').update(file).digest('hex'));
writeFileSync(MODEL, `${JSON.stringify(serialiseSensitiveModel(model), null, 1)}\n`);
console.log(`${examples.length} examples → ${MODEL}`);
