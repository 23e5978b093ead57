export { createIndexBuilder, type IndexBuilder } from './builder';
export { type IndexJob, openIndexes } from './indexes';
