import { runsOf, type Sample, train } from '../../classifier';
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

/** Deterministic: the same examples give the same model, byte for byte. `digest` names the examples. */
export function trainSensitiveModel(examples: readonly TrainingExample[], digest: string): SensitiveModel {
  const sensitive = examples.filter(({ label }) => label !== 'none');
  return {
    examples: digest,
    detector: train(
      samplesOf(examples, (label) => [label === 'none' ? 0 : 1]),
      { outputs: 'each', places: DETECTOR_PLACES },
    ),
    topics: train(
      samplesOf(sensitive, (label) => SENSITIVE_TOPICS.map((topic) => (topic === label ? 1 : 0))),
      { outputs: 'each', places: TOPIC_PLACES },
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
