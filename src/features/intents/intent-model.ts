import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type LinearModel, linearModelFile, readLinearModel, writeLinearModel } from '../../classifier';
import { INTENTS } from './intents';

/** What a text wants, learnt from examples by `trainIntentModel`: one output for each of INTENTS. */
export interface IntentModel {
  /** SHA-256 (hex) of the examples it was trained from. */
  readonly examples: string;
  readonly linear: LinearModel;
}

const modelFile = z.object({ examples: z.string().regex(/^[0-9a-f]{64}$/), linear: linearModelFile });

/** Throws where it is no model, or one of other intents. */
export function parseIntentModel(json: unknown): IntentModel {
  const { examples, linear } = modelFile.parse(json);
  if (linear.bias.length !== INTENTS.length) throw new Error('intent model: train it again');
  return { examples, linear: readLinearModel(linear) };
}

export const serialiseIntentModel = ({ examples, linear }: IntentModel): z.input<typeof modelFile> => ({
  examples,
  linear: writeLinearModel(linear),
});

/** Reads data/intent-model.json. */
export const readIntentModel = (path: string): IntentModel =>
  parseIntentModel(JSON.parse(readFileSync(path, 'utf8')));
