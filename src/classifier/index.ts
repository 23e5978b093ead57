/** Logistic regression over runs of letters and words: says what a text is like, and knows no text itself. */
export {
  type LinearModel,
  letterRuns,
  linearModelFile,
  logOdds,
  readLinearModel,
  runsOf,
  writeLinearModel,
} from './linear-model';
export { seededRandom } from './seeded-random';
export { type Sample, shares, train } from './train';
