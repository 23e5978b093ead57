// Rewrites data/intent-model.json from data/intent-examples.tsv and the questions of data/faq.csv: run in the project's
// folder after the examples change.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readIntentExamples } from '../features/intents/examples';
import { serialiseIntentModel } from '../features/intents/intent-model';
import { trainIntentModel } from '../features/intents/train-model';
import { createTokenizer } from '../retrieval/tokenizer';

const EXAMPLES = 'data/intent-examples.tsv';
const FAQ = 'data/faq.csv';
const MODEL = 'data/intent-model.json';

const faqRows = z.array(z.object({ question: z.string(), alternates: z.string() }));

const files = [EXAMPLES, FAQ].map((file) => readFileSync(file, 'utf8'));
const [examplesText = '', faqText = ''] = files;
const tokenizer = createTokenizer();
const toHiragana = (text: string): string =>
  tokenizer
    .tokenize(text)
    .map((token) => token.reading)
    .join('')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
const questions = faqRows
  .parse(parse(faqText, { columns: true, bom: true }))
  .flatMap(({ question, alternates }) => [question, ...alternates.split('|')])
  .filter((text) => text !== '')
  .map((text) => ({ text, intent: 'question' as const }));
const examples = [...readIntentExamples(examplesText), ...questions].map(({ text, intent }) => ({
  intent,
  spellings: [text, toHiragana(text)],
}));
const model = trainIntentModel(examples, createHash('sha256').update(files.join('\0')).digest('hex'));
writeFileSync(MODEL, `${JSON.stringify(serialiseIntentModel(model), null, 1)}\n`);
console.log(`${examples.length} examples → ${MODEL}`);
