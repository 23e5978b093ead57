import type { RetrievalTools } from './analysis';
import type { RetrievalDocument, RetrievalIndex } from './retrieval-index';
import { buildIndex } from './search';

export interface Retriever {
  /** Synchronous; the first build of new texts is slow, since each text is tokenized once. */
  buildIndex(documents: readonly RetrievalDocument[]): RetrievalIndex;
}

export const createRetriever = (tools: RetrievalTools): Retriever => ({
  buildIndex: (documents) => buildIndex(documents, tools),
});

export type { RetrievalTools } from './analysis';
export { THRESHOLDS } from './confidence';
export { createEnglishTokenizer, ENGLISH_WORDS, isEnglish } from './english';
export { EVERYDAY_WORDS } from './everyday-words';
export { isKept, keptIn } from './kept';
export type { Hit, Matched, RetrievalDocument, RetrievalIndex, SearchResult } from './retrieval-index';
export {
  createThesaurus,
  parseCompactThesaurus,
  parseSynonymTable,
  type SynonymGroup,
  type Thesaurus,
} from './thesaurus';
export { fileTokenCache, noTokenCache, type TokenCache } from './token-cache';
export { createTokenizer, type Token, type Tokenizer } from './tokenizer';
