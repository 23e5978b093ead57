import { z } from 'zod';

/**
 * Log-odds as a weighted sum over runs of letters: `outputs` numbers for one text. It holds runs of at most three letters
 * (three words in Latin script), never a sentence.
 */
export interface LinearModel {
  readonly bias: readonly number[];
  /** Where a run's weights begin in `weights`, in steps of `bias.length`. */
  readonly rows: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
}

const LONGEST_RUN = 3;
const UNIT = /[a-z]+|[0-9]+|\S/gu;

/** All runs, in order. `^` and `$` mark the ends, so that a lone つらい differs from one inside a sentence. */
export function letterRuns(part: string): readonly string[] {
  const units = ['^', ...(part.match(UNIT) ?? []), '$'];
  const runs: string[] = [];
  for (let start = 0; start < units.length; start += 1) {
    let run = '';
    let last = '';
    for (let end = start; end < units.length && end < start + LONGEST_RUN; end += 1) {
      const unit = units[end] ?? '';
      run += isLatin(last) && isLatin(unit) ? ` ${unit}` : unit;
      last = unit;
      if (run !== '^' && run !== '$') runs.push(run);
    }
  }
  return runs;
}

const isLatin = (unit: string): boolean => unit >= '0' && unit < '{' && unit !== '^';

/** One number for each output; divided by the root of the length, so that long texts do not shout. */
export function logOdds(model: LinearModel, runs: readonly string[]): readonly number[] {
  const outputs = model.bias.length;
  const sums = new Array<number>(outputs).fill(0);
  for (const run of runs) {
    const row = model.rows.get(run);
    if (row === undefined) continue;
    for (let output = 0; output < outputs; output += 1) {
      sums[output] = (sums[output] ?? 0) + (model.weights[row * outputs + output] ?? 0);
    }
  }
  const length = Math.sqrt(runs.length);
  return model.bias.map((bias, output) => bias + (sums[output] ?? 0) / length);
}

export const linearModelFile = z.object({
  bias: z.array(z.number()).min(1),
  /** A weight is a byte from -127 to 127, times this. */
  scale: z.number().positive(),
  /** Separated by commas. */
  runs: z.string(),
  /** One signed byte for each output of each run, in base64. */
  weights: z.base64(),
});

/** Throws where the numbers of runs and weights do not fit. */
export function readLinearModel(file: z.output<typeof linearModelFile>): LinearModel {
  const runs = file.runs.split(',');
  const bytes = Buffer.from(file.weights, 'base64');
  if (bytes.length !== runs.length * file.bias.length)
    throw new Error('linear model: runs and weights differ in number');
  return {
    bias: file.bias,
    rows: new Map(runs.map((run, row) => [run, row])),
    weights: Float32Array.from(new Int8Array(bytes), (byte) => byte * file.scale),
  };
}

/** The inverse of `readLinearModel`, rounded to its bytes. */
export function writeLinearModel(model: LinearModel): z.input<typeof linearModelFile> {
  const scale = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  const bytes = Int8Array.from(model.weights, (weight) => Math.round(weight / scale));
  return {
    bias: model.bias.map((value) => Number(value.toFixed(4))),
    scale,
    runs: [...model.rows.keys()].join(','),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
