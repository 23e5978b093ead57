import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type LinearModel,
  letterRuns,
  linearModelFile,
  logOdds,
  readLinearModel,
  runsOf,
  writeLinearModel,
} from '../../classifier';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** How much a text reads like what people in need write, and about what. Made by `trainSensitiveModel`. */
export interface SensitiveModel {
  /** SHA-256 (hex) of the file of examples it was trained from. */
  readonly examples: string;
  /** One output: sensitive or not. */
  readonly detector: LinearModel;
  /** One output for each of SENSITIVE_TOPICS: on it, or on another or none. */
  readonly topics: LinearModel;
}

/** Log-odds that a text is sensitive. */
export function likeness(model: SensitiveModel, text: string): number {
  const [detected = 0] = logOdds(model.detector, runsOf(text));
  return detected;
}

/** The topic that a text is likeliest on, and the log-odds that it is. */
export function likeliestTopic(
  model: SensitiveModel,
  text: string,
): { readonly topic: SensitiveTopic; readonly likeness: number } {
  const scores = logOdds(model.topics, letterRuns(text));
  const most = Math.max(...scores);
  return { topic: SENSITIVE_TOPICS[scores.indexOf(most)] ?? 'mental_health', likeness: most };
}

const modelFile = z.object({
  examples: z.string().regex(/^[0-9a-f]{64}$/),
  detector: linearModelFile,
  topics: linearModelFile,
});

/** Throws where it is no model. */
export function parseSensitiveModel(json: unknown): SensitiveModel {
  const { examples, detector, topics } = modelFile.parse(json);
  if (detector.bias.length !== 1 || topics.bias.length !== SENSITIVE_TOPICS.length) {
    throw new Error('sensitive model: made for other topics; train it again');
  }
  return { examples, detector: readLinearModel(detector), topics: readLinearModel(topics) };
}

export const serialiseSensitiveModel = (model: SensitiveModel): z.input<typeof modelFile> => ({
  examples: model.examples,
  detector: writeLinearModel(model.detector),
  topics: writeLinearModel(model.topics),
});

/** Reads data/sensitive-model.json. */
export const readSensitiveModel = (path: string): SensitiveModel =>
  parseSensitiveModel(JSON.parse(readFileSync(path, 'utf8')));
