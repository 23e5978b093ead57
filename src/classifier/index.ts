export {
  type LinearModel,
  letterRuns,
  linearModelFile,
  logOdds,
  readLinearModel,
  writeLinearModel,
} from './linear-model';
export { seededRandom } from './seeded-random';
export { type Sample, shares, type TrainingPlan, train } from './train';
