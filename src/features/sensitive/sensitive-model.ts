import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type LinearModel,
  letterRuns,
  linearModelFile,
  logOdds,
  readLinearModel,
  writeLinearModel,
} from './linear-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** How much a text reads like what people in need write, and about what. Made by `trainSensitiveModel`. */
export interface SensitiveModel {
  /** SHA-256 (hex) of the file of examples it was trained from. */
  readonly examples: string;
  /** Log-odds from which a text counts as sensitive. */
  readonly threshold: number;
  /** One output: sensitive or not. */
  readonly detector: LinearModel;
  /** One output for each of SENSITIVE_TOPICS. */
  readonly topics: LinearModel;
}

/** Log-odds above the threshold that a text is sensitive: it is from 0 upwards. */
export function likeness(model: SensitiveModel, part: string): number {
  const [detected = 0] = logOdds(model.detector, letterRuns(part));
  return detected - model.threshold;
}

/** What a sensitive text is likeliest about. */
export function likeliestTopic(model: SensitiveModel, part: string): SensitiveTopic {
  const scores = logOdds(model.topics, letterRuns(part));
  return SENSITIVE_TOPICS[scores.indexOf(Math.max(...scores))] ?? 'mental_health';
}

const modelFile = z.object({
  examples: z.string().regex(/^[0-9a-f]{64}$/),
  threshold: z.number(),
  detector: linearModelFile,
  topics: linearModelFile,
});

/** Throws where it is no model. */
export function parseSensitiveModel(json: unknown): SensitiveModel {
  const { examples, threshold, detector, topics } = modelFile.parse(json);
  if (detector.bias.length !== 1 || topics.bias.length !== SENSITIVE_TOPICS.length) {
    throw new Error('sensitive model: made for other topics; train it again');
  }
  return { examples, threshold, detector: readLinearModel(detector), topics: readLinearModel(topics) };
}

export const serialiseSensitiveModel = (model: SensitiveModel): z.input<typeof modelFile> => ({
  examples: model.examples,
  threshold: model.threshold,
  detector: writeLinearModel(model.detector),
  topics: writeLinearModel(model.topics),
});

/** Reads data/sensitive-model.json. */
export const readSensitiveModel = (path: string): SensitiveModel =>
  parseSensitiveModel(JSON.parse(readFileSync(path, 'utf8')));
