export { speaksOfWork } from './named-matter';
export { parseSensitiveModel, readSensitiveModel, type SensitiveModel } from './sensitive-model';
export {
  createSensitiveRecogniser,
  type SensitiveMatter,
  type SensitiveRecogniser,
} from './sensitive-recogniser';
export {
  LEAST_SIGN,
  NO_DOUBT,
  needBehind,
  ON_SUCH_A_MATTER,
  PROGRAMMES_OF,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
  type Suspicion,
} from './sensitive-topics';
