import { z } from 'zod';
import { withRoles } from './roles';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/**
 * A linear model over runs of one to four letters (one to four words in Latin script): how much each run speaks for a
 * sensitive matter at all, and for each topic. Learned from examples by `trainSensitiveModel`; it holds no sentence.
 */
export interface SensitiveModel {
  /** SHA-256 (hex) of the file of examples it was trained from. */
  readonly examples: string;
  /** Log-odds from which a text counts as sensitive. */
  readonly threshold: number;
  readonly bias: readonly number[];
  /** Where a run's weights begin in `weights`, in steps of WEIGHTS_PER_RUN. */
  readonly rows: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
}

/** First the weight for "sensitive", then one for each of SENSITIVE_TOPICS. */
export const WEIGHTS_PER_RUN = 1 + SENSITIVE_TOPICS.length;

const LONGEST_RUN = 4;
const UNIT = /[a-z]+|[0-9]+|\S/gu;
const ENDS_LATIN = /[a-z0-9]$/;
const BEGINS_LATIN = /^[a-z0-9]/;

/** Every run once. `^` and `$` mark the ends, so that a lone つらい differs from one inside a sentence. */
export function letterRuns(part: string): ReadonlySet<string> {
  const units = ['^', ...(withRoles(part).match(UNIT) ?? []), '$'];
  const runs = new Set<string>();
  for (let start = 0; start < units.length; start += 1) {
    let run = '';
    for (let end = start; end < Math.min(units.length, start + LONGEST_RUN); end += 1) {
      const unit = units[end] ?? '';
      run += ENDS_LATIN.test(run) && BEGINS_LATIN.test(unit) ? ` ${unit}` : unit;
      if (run !== '^' && run !== '$') runs.add(run);
    }
  }
  return runs;
}

export interface Score {
  /** Log-odds above the threshold: sensitive from 0 upwards. */
  readonly margin: number;
  /** The likeliest topic, should it be sensitive. */
  readonly topic: SensitiveTopic;
}

export function scorePart(model: SensitiveModel, part: string): Score {
  const sums = new Float64Array(WEIGHTS_PER_RUN);
  const runs = letterRuns(part);
  for (const run of runs) {
    const row = model.rows.get(run);
    if (row === undefined) continue;
    for (let index = 0; index < WEIGHTS_PER_RUN; index += 1) {
      sums[index] = (sums[index] ?? 0) + (model.weights[row * WEIGHTS_PER_RUN + index] ?? 0);
    }
  }
  const length = Math.sqrt(runs.size);
  const logOdds = (index: number): number => (sums[index] ?? 0) / length + (model.bias[index] ?? 0);
  const topics = SENSITIVE_TOPICS.map((topic, index) => ({ topic, value: logOdds(index + 1) }));
  const best = topics.reduce((a, b) => (b.value > a.value ? b : a));
  return { margin: logOdds(0) - model.threshold, topic: best.topic };
}

const modelFile = z.object({
  examples: z.string().regex(/^[0-9a-f]{64}$/),
  threshold: z.number(),
  bias: z.array(z.number()).length(WEIGHTS_PER_RUN),
  /** A weight is a byte from -127 to 127, times this. */
  scale: z.number().positive(),
  /** One run a line. */
  runs: z.string(),
  /** WEIGHTS_PER_RUN signed bytes for each run, in base64. */
  weights: z.base64(),
});

/** Reads the model file; throws where it is not one. */
export function parseSensitiveModel(json: unknown): SensitiveModel {
  const file = modelFile.parse(json);
  const runs = file.runs.split('\n');
  const bytes = Buffer.from(file.weights, 'base64');
  if (bytes.length !== runs.length * WEIGHTS_PER_RUN) throw new Error('sensitive model: runs and weights differ in number');
  return {
    examples: file.examples,
    threshold: file.threshold,
    bias: file.bias,
    rows: new Map(runs.map((run, row) => [run, row])),
    weights: Float32Array.from(new Int8Array(bytes), (byte) => byte * file.scale),
  };
}

/** The inverse of `parseSensitiveModel`, rounded to its bytes. */
export function serialiseSensitiveModel(model: SensitiveModel): z.input<typeof modelFile> {
  const scale = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  return {
    examples: model.examples,
    threshold: model.threshold,
    bias: model.bias.map((value) => Number(value.toFixed(4))),
    scale,
    runs: [...model.rows.keys()].join('\n'),
    weights: Buffer.from(Int8Array.from(model.weights, (weight) => Math.round(weight / scale))).toString('base64'),
  };
}
