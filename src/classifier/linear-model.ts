import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';

/**
 * Log-odds as a weighted sum over runs of letters and words: one number for each output. A run is nowhere written down:
 * its hash says where its weights stand, and a few share a place.
 */
export interface LinearModel {
  readonly bias: readonly number[];
  /** What one step of a weight is worth. */
  readonly scale: number;
  /** `bias.length` weights for each place. */
  readonly weights: Int8Array;
}

const LONGEST_RUN = 3;
const UNIT = /[a-z]+|[0-9]+|\S/gu;
/** A change of script is as near to a word boundary as one comes without a dictionary. */
const WORD = /\p{Script=Han}+|[ぁ-んー]+|[a-z]+|[0-9]+/gu;

/** All runs of letters and of words, in order. `^` and `$` mark the ends, so that a lone つらい differs from one inside a sentence. */
export const runsOf = (part: string): readonly string[] => [...letterRuns(part), ...wordRuns(part)];

/** At most three letters (three words in Latin script). */
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

/** Words, neighbours, and words with one between: 机|を, 机|*|蹴. */
function wordRuns(part: string): readonly string[] {
  const words = ['^', ...(part.match(WORD) ?? []), '$'];
  return words.flatMap((word, at) => {
    const [next, afterNext] = words.slice(at + 1, at + 3);
    return [
      `|${word}`,
      ...(next === undefined ? [] : [`|${word}|${next}`]),
      ...(afterNext === undefined ? [] : [`|${word}|*|${afterNext}`]),
    ];
  });
}

const isLatin = (unit: string): boolean => unit >= '0' && unit < '{' && unit !== '^';

/** Where a run's weights stand among `places` (a power of two): FNV-1a, mixed so that the low bits depend on every letter. */
export function placeOf(run: string, places: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at += 1) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) & (places - 1);
}

/** One number for each output; divided by the root of the length, so that long texts do not shout. */
export function logOdds(model: LinearModel, runs: readonly string[]): readonly number[] {
  const outputs = model.bias.length;
  const places = model.weights.length / outputs;
  const sums = new Array<number>(outputs).fill(0);
  for (const run of runs) {
    const place = placeOf(run, places) * outputs;
    for (let output = 0; output < outputs; output += 1) {
      sums[output] = (sums[output] ?? 0) + (model.weights[place + output] ?? 0);
    }
  }
  const unit = model.scale / Math.sqrt(runs.length);
  return model.bias.map((bias, output) => bias + (sums[output] ?? 0) * unit);
}

/** Weights are whole steps up to this. Finer ones cost more room and tell nothing more. */
const MOST_STEPS = 7;
/** The few weights above this share of all are cut down to it. */
const ORDINARY = 0.9999;

/** In whole steps: what is weak becomes nothing, and the file small. */
export function roundWeights(bias: readonly number[], weights: Float64Array): LinearModel {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const most = sizes[Math.floor(sizes.length * ORDINARY)] ?? 1;
  const scale = most / MOST_STEPS;
  const inSteps = (weight: number): number =>
    Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / scale)));
  return { bias, scale, weights: Int8Array.from(weights, inSteps) };
}

export const linearModelFile = z.object({
  bias: z.array(z.number()).min(1),
  scale: z.number().positive(),
  /** A power of two. */
  places: z.number().int().positive(),
  /** Signed bytes, brotli, base64. */
  weights: z.string(),
});

/** Throws where the numbers of places and weights do not fit. */
export function readLinearModel(file: z.output<typeof linearModelFile>): LinearModel {
  const bytes = brotliDecompressSync(Buffer.from(file.weights, 'base64'));
  if (bytes.length !== file.places * file.bias.length || (file.places & (file.places - 1)) !== 0)
    throw new Error('linear model: places and weights differ in number');
  return { bias: file.bias, scale: file.scale, weights: new Int8Array(bytes) };
}

/** The inverse of `readLinearModel`. */
export const writeLinearModel = (model: LinearModel): z.input<typeof linearModelFile> => ({
  bias: [...model.bias],
  scale: model.scale,
  places: model.weights.length / model.bias.length,
  weights: brotliCompressSync(Buffer.from(model.weights.buffer)).toString('base64'),
});
