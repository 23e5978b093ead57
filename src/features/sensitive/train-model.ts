import { type LinearModel, placeOf, roundWeights, runsOf } from './linear-model';
import { seededRandom } from './seeded-random';
import type { SensitiveModel } from './sensitive-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** One example in every spelling it is to be known by (as written, in kana, with a slip); the first is as written. */
export interface TrainingExample {
  readonly label: SensitiveTopic | 'none';
  readonly spellings: readonly string[];
}

/** So many places that hardly any two runs share one; those not in use take no room in the file. */
const DETECTOR_PLACES = 2 ** 21;
const TOPIC_PLACES = 2 ** 15;
/** Other spellings teach less than what was really written. */
const WEIGHT_OF_OTHER_SPELLINGS = 0.3;
const PASSES = 12;
const RATE = 0.5;
const DECAY = 2e-4;

interface Sample {
  readonly runs: readonly string[];
  readonly weight: number;
  /** 1 or 0 for each output. */
  readonly wanted: readonly number[];
}

/** Deterministic: the same examples give the same model, byte for byte. `digest` names the examples. */
export function trainSensitiveModel(examples: readonly TrainingExample[], digest: string): SensitiveModel {
  const sensitive = examples.filter(({ label }) => label !== 'none');
  return {
    examples: digest,
    detector: train(
      samplesOf(examples, (label) => [label === 'none' ? 0 : 1]),
      DETECTOR_PLACES,
    ),
    topics: train(
      samplesOf(sensitive, (label) => SENSITIVE_TOPICS.map((topic) => (topic === label ? 1 : 0))),
      TOPIC_PLACES,
    ),
  };
}

const samplesOf = (
  examples: readonly TrainingExample[],
  wanted: (label: TrainingExample['label']) => readonly number[],
): readonly Sample[] =>
  examples.flatMap(({ label, spellings }) =>
    spellings.map((text, index) => ({
      runs: runsOf(text),
      weight: index === 0 ? 1 : WEIGHT_OF_OTHER_SPELLINGS,
      wanted: wanted(label),
    })),
  );

/** Logistic regression by AdaGrad, one for each output. */
function train(samples: readonly Sample[], places: number): LinearModel {
  const known = samples.map(({ runs }) => Int32Array.from(runs, (run) => placeOf(run, places)));
  const outputs = samples[0]?.wanted.length ?? 1;
  const weights = new Float64Array(places * outputs);
  const slopes = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(outputs);
  const biasSlopes = new Float64Array(outputs).fill(1);
  const order = samples.map((_, index) => index);
  const random = seededRandom(1);

  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      const found = known[index];
      if (sample === undefined || found === undefined) continue;
      const length = Math.sqrt(found.length);
      for (let output = 0; output < outputs; output += 1) {
        let sum = 0;
        for (const place of found) sum += weights[place * outputs + output] ?? 0;
        const logOdds = sum / length + (bias[output] ?? 0);
        const error = sample.weight * (1 / (1 + Math.exp(-logOdds)) - (sample.wanted[output] ?? 0));
        biasSlopes[output] = (biasSlopes[output] ?? 0) + error * error;
        bias[output] = (bias[output] ?? 0) - (RATE * error) / Math.sqrt(biasSlopes[output] ?? 1);
        for (const place of found) {
          const at = place * outputs + output;
          const slope = error / length + DECAY * (weights[at] ?? 0);
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

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = held;
  }
}
