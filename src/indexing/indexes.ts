import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createRetriever,
  createThesaurus,
  EVERYDAY_WORDS,
  fileTokenCache,
  isKept,
  keptIn,
  noTokenCache,
  parseCompactThesaurus,
  type RetrievalDocument,
  type RetrievalIndex,
  type Tokenizer,
} from '../retrieval';

/** What an index is made of: Japanese documents, and HR's own synonyms. */
export interface IndexJob {
  readonly name: 'knowledge' | 'courses';
  readonly documents: readonly RetrievalDocument[];
  readonly synonyms: readonly (readonly string[])[];
}

export interface Indexes {
  /** From the file of an earlier build of the same, or built now, which takes seconds. */
  build(job: IndexJob): RetrievalIndex;
  /** Whether that file is there. */
  isBuilt(job: IndexJob): boolean;
}

/** `cacheDirectory` null keeps no tokens and no index. */
export function openIndexes(
  tokenizer: Tokenizer,
  dataDirectory: string,
  cacheDirectory: string | null,
): Indexes {
  const thesaurusFile = readFileSync(path.join(dataDirectory, 'thesaurus.json'), 'utf8');
  const general = parseCompactThesaurus(thesaurusFile);
  const thesaurusDigest = hash('sha256', thesaurusFile);
  const fileOf = (directory: string, { name }: IndexJob): string => path.join(directory, `${name}-index`);
  // Lists: a job that went through JSON may have its fields in another order.
  const ingredientsOf = ({ documents, synonyms }: IndexJob): unknown => [
    documents.map((document) => [
      document.id,
      document.question,
      document.alternates,
      document.answer,
      document.caution ?? 0,
      document.topic ?? null,
    ]),
    synonyms,
    thesaurusDigest,
  ];
  return {
    build(job) {
      const own = job.synonyms.map((words) => ({ words, answersOnly: [] }));
      const kept =
        cacheDirectory === null
          ? { cache: noTokenCache }
          : {
              cache: fileTokenCache(path.join(cacheDirectory, `${job.name}-tokens.json`)),
              keep: keptIn(fileOf(cacheDirectory, job), ingredientsOf(job)),
            };
      const thesaurus = createThesaurus(EVERYDAY_WORDS, general, own);
      return createRetriever({ tokenizer, thesaurus, ...kept }).buildIndex(job.documents);
    },
    isBuilt: (job) => cacheDirectory !== null && isKept(fileOf(cacheDirectory, job), ingredientsOf(job)),
  };
}
