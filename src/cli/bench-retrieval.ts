// Measures the retrieval engine on a judged collection, with the weights and word lists of production.
//   node dist/cli/bench-retrieval.js --dir DIR [--split NAME] [--run FILE]
// DIR holds docs.tsv (doc_id, question, answer), queries.tsv (query_id, split, query), qrels.tsv (query_id, iter,
// doc_id, grade), each with a header. --run writes the rankings in TREC's run format. The last line printed is JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  createRetriever,
  createThesaurus,
  createTokenizer,
  EVERYDAY_WORDS,
  fileTokenCache,
  parseCompactThesaurus,
  parseSynonymTable,
} from '../retrieval';

const DEPTH = 100;
const CUT = 10;

const { values } = parseArgs({
  options: { dir: { type: 'string' }, split: { type: 'string' }, run: { type: 'string' } },
});
if (!values.dir) {
  console.error('usage: bench-retrieval --dir DIR [--split NAME] [--run FILE]');
  process.exit(1);
}
const folder = values.dir;
const rowsOf = (name: string): string[][] =>
  readFileSync(path.join(folder, name), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const documents = rowsOf('docs.tsv').map(([id = '', question = '', answer = '']) => ({
  id,
  question,
  alternates: [],
  answer,
}));
const queries = rowsOf('queries.tsv')
  .map(([id = '', split = '', text = '']) => ({ id, split, text }))
  .filter(({ split }) => !values.split || split === values.split);
const judged = new Map<string, Map<string, number>>();
for (const [query = '', , document = '', grade = '0'] of rowsOf('qrels.tsv')) {
  const grades = judged.get(query) ?? new Map<string, number>();
  judged.set(query, grades.set(document, Number(grade)));
}

const started = performance.now();
const tokenizer = createTokenizer();
const retriever = createRetriever({
  tokenizer,
  cache: fileTokenCache('var/cache/bench-tokens'),
  thesaurus: createThesaurus(
    parseSynonymTable(readFileSync('data/synonyms.csv', 'utf8')),
    EVERYDAY_WORDS,
    parseCompactThesaurus(readFileSync('data/thesaurus.json', 'utf8')),
  ),
});
const index = retriever.buildIndex(documents);
const indexMs = performance.now() - started;
tokenizer.tokenize('準備');

const times: number[] = [];
const run: string[] = [];
const sums = { nDCG10: 0, R10: 0, P1: 0, Hit3: 0, MRR10: 0 };
for (const { id, text } of queries) {
  const before = performance.now();
  const { hits } = index.search(text, DEPTH);
  times.push(performance.now() - before);
  for (const [at, hit] of hits.entries())
    run.push(`${id} Q0 ${hit.id} ${at + 1} ${hit.score.toFixed(4)} ikusei`);
  const grades = judged.get(id) ?? new Map<string, number>();
  const gains = hits.slice(0, CUT).map((hit) => grades.get(hit.id) ?? 0);
  const ideal = discounted([...grades.values()].sort((a, b) => b - a).slice(0, CUT));
  const relevant = [...grades.values()].filter((grade) => grade >= 1).length;
  const firstRelevant = gains.findIndex((gain) => gain >= 1);
  sums.nDCG10 += ideal > 0 ? discounted(gains) / ideal : 0;
  sums.R10 += relevant > 0 ? gains.filter((gain) => gain >= 1).length / relevant : 0;
  sums.P1 += firstRelevant === 0 ? 1 : 0;
  sums.Hit3 += firstRelevant >= 0 && firstRelevant < 3 ? 1 : 0;
  sums.MRR10 += firstRelevant >= 0 ? 1 / (firstRelevant + 1) : 0;
}
if (values.run) writeFileSync(values.run, `${run.join('\n')}\n`);

times.sort((a, b) => a - b);
const mean = (sum: number) => Number((sum / (queries.length || 1)).toFixed(4));
const percentile = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
console.log(`${documents.length} documents, ${queries.length} queries`);
console.log(
  JSON.stringify({
    nDCG10: mean(sums.nDCG10),
    R10: mean(sums.R10),
    P1: mean(sums.P1),
    Hit3: mean(sums.Hit3),
    MRR10: mean(sums.MRR10),
    indexMs: Math.round(indexMs),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
  }),
);

/** Discounted cumulative gain: the grade is the gain, the discount log2 of the rank + 1. */
function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}
