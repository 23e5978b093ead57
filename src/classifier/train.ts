import { type LinearModel, placeOf, roundWeights } from './linear-model';
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
  /** A power of two: so many that few runs share one. Those not in use take no room in the file. */
  readonly places: number;
  /** Runs that the samples show with less weight in all are left out: nothing can be learnt from one example alone. */
  readonly leastShown: number;
  /** How much a weight shrinks at each step: the more, the less is believed of what few samples show. */
  readonly decay: number;
}

const PASSES = 12;
const RATE = 0.5;

/** Logistic regression by AdaGrad. Deterministic: the same samples give the same model. */
export function train(
  samples: readonly Sample[],
  { outputs, places, leastShown, decay }: TrainingPlan,
): LinearModel {
  const known = placesOf(samples, places, leastShown);
  const count = samples[0]?.wanted.length ?? 1;
  const weights = new Float64Array(places * count);
  const slopes = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(count);
  const biasSlopes = new Float64Array(count).fill(1);
  const probabilitiesOf = outputs === 'one' ? shares : odds;
  const order = samples.map((_, index) => index);
  const random = seededRandom(1);

  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      const found = known[index];
      if (sample === undefined || found === undefined) continue;
      const length = Math.sqrt(sample.runs.length);
      const sums = new Array<number>(count).fill(0);
      for (const place of found) {
        for (let output = 0; output < count; output += 1) {
          sums[output] = (sums[output] ?? 0) + (weights[place * count + output] ?? 0);
        }
      }
      const probabilities = probabilitiesOf(sums.map((sum, output) => sum / length + (bias[output] ?? 0)));
      for (let output = 0; output < count; output += 1) {
        const error = sample.weight * ((probabilities[output] ?? 0) - (sample.wanted[output] ?? 0));
        biasSlopes[output] = (biasSlopes[output] ?? 0) + error * error;
        bias[output] = (bias[output] ?? 0) - (RATE * error) / Math.sqrt(biasSlopes[output] ?? 1);
        for (const place of found) {
          const at = place * count + output;
          const slope = error / length + decay * (weights[at] ?? 0);
          slopes[at] = (slopes[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(slopes[at] ?? 1);
        }
      }
    }
  }
  return roundWeights(
    [...bias].map((value) => Number(value.toFixed(4))),
    weights,
  );
}

/** Of each sample, where its runs stand. */
function placesOf(samples: readonly Sample[], places: number, leastShown: number): readonly Int32Array[] {
  const all = samples.map(({ runs }) => Int32Array.from(runs, (run) => placeOf(run, places)));
  const shown = new Float64Array(places);
  samples.forEach(({ weight }, index) => {
    for (const place of new Set(all[index])) shown[place] = (shown[place] ?? 0) + weight;
  });
  return all.map((found) => found.filter((place) => (shown[place] ?? 0) >= leastShown));
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
