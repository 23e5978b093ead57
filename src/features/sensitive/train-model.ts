import { letterRuns, runsOf, type Sample, train } from '../../classifier';
import type { SensitiveModel } from './sensitive-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

/** One example in every spelling it is to be known by (as written, in kana, with a slip); the first is as written. */
export interface TrainingExample {
  readonly label: SensitiveTopic | 'none';
  readonly spellings: readonly string[];
}

/** So many places that hardly any two runs share one; those not in use take no room in the file. */
const DETECTOR_PLACES = 2 ** 21;
const TOPIC_PLACES = 2 ** 19;
/** Other spellings teach less than what was really written. */
const WEIGHT_OF_OTHER_SPELLINGS = 0.3;

/** One example weighs less in all its spellings. */
const TWO_EXAMPLES = 2;
const PLAN = { outputs: 'each', leastShown: TWO_EXAMPLES, decay: 1e-4 } as const;

/** Deterministic: the same examples give the same model, byte for byte. `digest` names the examples. */
export function trainSensitiveModel(examples: readonly TrainingExample[], digest: string): SensitiveModel {
  return {
    examples: digest,
    detector: train(
      samplesOf(examples, runsOf, (label) => [label === 'none' ? 0 : 1]),
      { ...PLAN, places: DETECTOR_PLACES },
    ),
    topics: train(
      samplesOf(examples, letterRuns, (label) => SENSITIVE_TOPICS.map((topic) => (topic === label ? 1 : 0))),
      { ...PLAN, places: TOPIC_PLACES },
    ),
  };
}

const samplesOf = (
  examples: readonly TrainingExample[],
  runsIn: (text: string) => readonly string[],
  wanted: (label: TrainingExample['label']) => readonly number[],
): readonly Sample[] =>
  examples.flatMap(({ label, spellings }) =>
    spellings.map((text, index) => ({
      runs: runsIn(text),
      weight: index === 0 ? 1 : WEIGHT_OF_OTHER_SPELLINGS,
      wanted: wanted(label),
    })),
  );
