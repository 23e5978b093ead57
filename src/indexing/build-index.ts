// The index builder's process: a job on standard input, the index in its file.
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { createTokenizer } from '../retrieval/tokenizer';
import { openIndexes } from './indexes';

const order = z.object({
  dataDirectory: z.string(),
  cacheDirectory: z.string(),
  job: z.object({
    name: z.enum(['knowledge', 'courses']),
    documents: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        alternates: z.array(z.string()),
        answer: z.string(),
        caution: z.number().exactOptional(),
        topic: z.string().exactOptional(),
      }),
    ),
    synonyms: z.array(z.array(z.string())),
  }),
});

async function main(): Promise<void> {
  enableCompileCache(path.join(__dirname, '../.compile-cache'));
  const { dataDirectory, cacheDirectory, job } = order.parse(await json(process.stdin));
  const indexes = openIndexes(createTokenizer(), dataDirectory, cacheDirectory);
  indexes.build(job);
  if (!indexes.isBuilt(job)) throw new Error('the index could not be written to its file');
}

void main();
