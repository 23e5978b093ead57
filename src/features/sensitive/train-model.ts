import { type LinearModel, letterRuns } from './linear-model';
import { seededRandom } from './seeded-random';
import type { SensitiveModel } from './sensitive-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** One example in every spelling it is to be known by (as written, in kana, with a slip); the first is as written. */
export interface TrainingExample {
  readonly label: SensitiveTopic | 'none';
  readonly spellings: readonly string[];
}

/** Log-odds: set where about one ordinary question in a hundred, never seen in training, is taken for a sensitive one. */
const THRESHOLD = 0.5;

const DETECTOR_RUNS = 18_000;
const TOPIC_RUNS = 4_000;
/** A run in fewer spellings than this says nothing about others. */
const FEWEST_SPELLINGS = 3;
/** Other spellings teach less than what was really written. */
const WEIGHT_OF_OTHER_SPELLINGS = 0.5;
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
    threshold: THRESHOLD,
    detector: train(
      samplesOf(examples, (label) => [label === 'none' ? 0 : 1]),
      DETECTOR_RUNS,
    ),
    topics: train(
      samplesOf(sensitive, (label) => SENSITIVE_TOPICS.map((topic) => (topic === label ? 1 : 0))),
      TOPIC_RUNS,
    ),
  };
}

const samplesOf = (
  examples: readonly TrainingExample[],
  wanted: (label: TrainingExample['label']) => readonly number[],
): readonly Sample[] =>
  examples.flatMap(({ label, spellings }) =>
    spellings.map((text, index) => ({
      runs: letterRuns(text),
      weight: index === 0 ? 1 : WEIGHT_OF_OTHER_SPELLINGS,
      wanted: wanted(label),
    })),
  );

/** Learns from all runs, keeps the `most` telling ones, and learns again from those alone. */
function train(samples: readonly Sample[], most: number): LinearModel {
  const counts = new Map<string, number>();
  for (const { runs } of samples) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= FEWEST_SPELLINGS).map(([run]) => run);
  const draft = fit(samples, known);
  const outputs = draft.bias.length;
  const strength = (row: number): number =>
    Math.max(...draft.weights.subarray(row * outputs, (row + 1) * outputs).map((weight) => Math.abs(weight)));
  const kept = known
    .map((run, row) => ({ run, strength: strength(row) }))
    .sort((a, b) => b.strength - a.strength || (a.run < b.run ? -1 : 1))
    .slice(0, most)
    .map(({ run }) => run)
    .sort();
  return fit(samples, kept);
}

/** Logistic regression by AdaGrad, one for each output. */
function fit(samples: readonly Sample[], vocabulary: readonly string[]): LinearModel {
  const rows = new Map(vocabulary.map((run, row) => [run, row]));
  const known = samples.map(({ runs }) =>
    runs.map((run) => rows.get(run)).filter((row) => row !== undefined),
  );
  const outputs = samples[0]?.wanted.length ?? 1;
  const weights = new Float64Array(vocabulary.length * outputs);
  const slopes = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(outputs);
  const biasSlopes = new Float64Array(outputs).fill(1);
  const order = samples.map((_, index) => index);
  const random = seededRandom(1);

  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample === undefined) continue;
      const length = Math.sqrt(sample.runs.length);
      for (let output = 0; output < outputs; output += 1) {
        let sum = 0;
        for (const row of known[index] ?? []) sum += weights[row * outputs + output] ?? 0;
        const logOdds = sum / length + (bias[output] ?? 0);
        const error = sample.weight * (1 / (1 + Math.exp(-logOdds)) - (sample.wanted[output] ?? 0));
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

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = held;
  }
}
