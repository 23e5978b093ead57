import { letterRuns, type SensitiveModel, WEIGHTS_PER_RUN } from './sensitive-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** One example in every spelling it is to be known by (as written, in kana, with a slip); the first is as written. */
export interface TrainingExample {
  readonly label: SensitiveTopic | 'none';
  readonly spellings: readonly string[];
}

const PASSES = 12;
const RATE = 0.5;
const DECAY = 2e-4;
const FEWEST_SPELLINGS = 2;
/** Log-odds: set where few ordinary questions are taken for sensitive ones (README of the measurement: docs/adr). */
const THRESHOLD = 1;
const MOST_RUNS = 11_000;
/** Other spellings teach less than what was really written. */
const WEIGHT_OF_OTHER_SPELLINGS = 0.5;

interface Row {
  readonly label: SensitiveTopic | 'none';
  readonly runs: readonly number[];
  readonly weight: number;
}

/**
 * Logistic regression by AdaGrad, one weight vector for "sensitive" and one for each topic (topics learn from sensitive
 * examples only). Deterministic: the same examples give the same model, byte for byte.
 */
export function trainSensitiveModel(
  examples: readonly TrainingExample[],
  digest: string,
): SensitiveModel {
  const counts = new Map<string, number>();
  const spelt = examples.flatMap(({ label, spellings }) =>
    spellings.map((text, index) => ({ label, runs: [...letterRuns(text)], weight: index === 0 ? 1 : WEIGHT_OF_OTHER_SPELLINGS })),
  );
  for (const { runs } of spelt) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= FEWEST_SPELLINGS).map(([run]) => run);

  const first = fit(spelt, known);
  const strength = (row: number): number => {
    let most = 0;
    for (let index = 0; index < WEIGHTS_PER_RUN; index += 1) {
      most = Math.max(most, Math.abs(first.weights[row * WEIGHTS_PER_RUN + index] ?? 0) * (index === 0 ? 1 : 0.3));
    }
    return most;
  };
  const kept = known
    .map((run, row) => ({ run, strength: strength(row) }))
    .sort((a, b) => b.strength - a.strength || (a.run < b.run ? -1 : 1))
    .slice(0, MOST_RUNS)
    .map(({ run }) => run)
    .sort();
  const { weights, bias } = fit(spelt, kept);
  return {
    examples: digest,
    threshold: THRESHOLD,
    bias: [...bias],
    rows: new Map(kept.map((run, row) => [run, row])),
    weights: Float32Array.from(weights),
  };
}

function fit(
  spelt: readonly { readonly label: SensitiveTopic | 'none'; readonly runs: readonly string[]; readonly weight: number }[],
  vocabulary: readonly string[],
): { readonly weights: Float64Array; readonly bias: Float64Array } {
  const rowOf = new Map(vocabulary.map((run, row) => [run, row]));
  const rows: Row[] = spelt.map(({ label, runs, weight }) => ({
    label,
    weight,
    runs: runs.map((run) => rowOf.get(run)).filter((row) => row !== undefined),
    length: runs.length,
  }));
  const weights = new Float64Array(vocabulary.length * WEIGHTS_PER_RUN);
  const seen = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(WEIGHTS_PER_RUN);
  const biasSeen = new Float64Array(WEIGHTS_PER_RUN).fill(1);
  const lengths = spelt.map(({ runs }) => Math.sqrt(runs.length));
  const order = rows.map((_, index) => index);
  const random = seededRandom(1);

  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const example of order) {
      const row = rows[example];
      const length = lengths[example] ?? 1;
      if (row === undefined) continue;
      for (let index = 0; index < WEIGHTS_PER_RUN; index += 1) {
        if (index > 0 && row.label === 'none') break;
        let sum = 0;
        for (const run of row.runs) sum += weights[run * WEIGHTS_PER_RUN + index] ?? 0;
        const logOdds = sum / length + (bias[index] ?? 0);
        const wanted = (index === 0 ? row.label !== 'none' : row.label === SENSITIVE_TOPICS[index - 1]) ? 1 : 0;
        const error = row.weight * (1 / (1 + Math.exp(-logOdds)) - wanted);
        biasSeen[index] = (biasSeen[index] ?? 0) + error * error;
        bias[index] = (bias[index] ?? 0) - (RATE * error) / Math.sqrt(biasSeen[index] ?? 1);
        const slope = error / length;
        for (const run of row.runs) {
          const at = run * WEIGHTS_PER_RUN + index;
          const gradient = slope + DECAY * (weights[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
  }
  return { weights, bias };
}

/** Mulberry32: the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = held;
  }
}
