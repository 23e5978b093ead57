import type { LinearModel } from './linear-model';
import { seededRandom } from './seeded-random';

export interface Sample {
  readonly runs: readonly string[];
  readonly weight: number;
  /** One number for each output: 1 where the sample is of that kind, else 0. */
  readonly wanted: readonly number[];
}

export interface TrainingPlan {
  /** `each`: every output is a probability of its own. `one`: exactly one of them holds, and they sum up to 1. */
  readonly outputs: 'each' | 'one';
  /** So many runs are kept: the most telling ones. */
  readonly runs: number;
  /** A run in fewer samples than this says nothing about others. */
  readonly fewestSamples: number;
}

const PASSES = 12;
const RATE = 0.5;
const DECAY = 2e-4;

/**
 * Logistic regression over runs of letters: learns from all runs, keeps the telling ones, and learns again from those
 * alone. Deterministic: the same samples give the same model.
 */
export function train(samples: readonly Sample[], plan: TrainingPlan): LinearModel {
  const counts = new Map<string, number>();
  for (const { runs } of samples)
    for (const run of new Set(runs)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= plan.fewestSamples).map(([run]) => run);
  const draft = fit(samples, known, plan);
  const outputs = draft.bias.length;
  const strength = (row: number): number =>
    Math.max(...draft.weights.subarray(row * outputs, (row + 1) * outputs).map((weight) => Math.abs(weight)));
  const kept = known
    .map((run, row) => ({ run, strength: strength(row) }))
    .sort((a, b) => b.strength - a.strength || (a.run < b.run ? -1 : 1))
    .slice(0, plan.runs)
    .map(({ run }) => run)
    .sort();
  return fit(samples, kept, plan);
}

/** By AdaGrad, in an order that is shuffled before every pass. */
function fit(samples: readonly Sample[], vocabulary: readonly string[], plan: TrainingPlan): LinearModel {
  const rows = new Map(vocabulary.map((run, row) => [run, row]));
  const known = samples.map(({ runs }) =>
    runs.map((run) => rows.get(run)).filter((row) => row !== undefined),
  );
  const outputs = samples[0]?.wanted.length ?? 1;
  const weights = new Float64Array(vocabulary.length * outputs);
  const slopes = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(outputs);
  const biasSlopes = new Float64Array(outputs).fill(1);
  const logOdds = new Float64Array(outputs);
  const order = samples.map((_, index) => index);
  const random = seededRandom(1);

  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample === undefined) continue;
      const length = Math.sqrt(sample.runs.length);
      logOdds.fill(0);
      for (const row of known[index] ?? []) {
        for (let output = 0; output < outputs; output += 1) {
          logOdds[output] = (logOdds[output] ?? 0) + (weights[row * outputs + output] ?? 0) / length;
        }
      }
      const probabilities = (plan.outputs === 'one' ? shares : odds)(
        [...logOdds].map((sum, output) => sum + (bias[output] ?? 0)),
      );
      for (let output = 0; output < outputs; output += 1) {
        const error = sample.weight * ((probabilities[output] ?? 0) - (sample.wanted[output] ?? 0));
        biasSlopes[output] = (biasSlopes[output] ?? 0) + error * error;
        bias[output] = (bias[output] ?? 0) - (RATE * error) / Math.sqrt(biasSlopes[output] ?? 1);
        for (const row of known[index] ?? []) {
          const at = row * outputs + output;
          const slope = error / length + DECAY * (weights[at] ?? 0);
          slopes[at] = (slopes[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(slopes[at] ?? 1);
        }
      }
    }
  }
  return { bias: [...bias], rows, weights: Float32Array.from(weights) };
}

const odds = (logOdds: readonly number[]): readonly number[] =>
  logOdds.map((value) => 1 / (1 + Math.exp(-value)));

/** Probabilities of which exactly one comes true (softmax). */
export function shares(logOdds: readonly number[]): readonly number[] {
  const most = Math.max(...logOdds);
  const weights = logOdds.map((value) => Math.exp(value - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = held;
  }
}
