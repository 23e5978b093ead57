import { runsOf, type Sample, train } from '../../classifier';
import type { IntentModel } from './intent-model';
import { INTENTS, type Intent } from './intents';
import { plainForm } from './plain-form';

/** One example in every spelling it is to be known by; the first is as written. */
export interface IntentExample {
  readonly intent: Intent;
  readonly spellings: readonly string[];
}

/** Other spellings teach less than what was really written. */
const WEIGHT_OF_OTHER_SPELLINGS = 0.3;
/** There are many more of them than of any wish. */
const WEIGHT_OF_QUESTIONS = 0.15;
const PLAN = { outputs: 'one', places: 2 ** 17, leastShown: 0, decay: 2e-4 } as const;

/** Deterministic: the same examples give the same model, byte for byte. `digest` names the examples. */
export function trainIntentModel(examples: readonly IntentExample[], digest: string): IntentModel {
  const samples = examples.flatMap(({ intent, spellings }) =>
    [...new Set(spellings.map(plainForm))].map(
      (text, index): Sample => ({
        runs: runsOf(text),
        weight:
          (index === 0 ? 1 : WEIGHT_OF_OTHER_SPELLINGS) * (intent === 'question' ? WEIGHT_OF_QUESTIONS : 1),
        wanted: INTENTS.map((each) => (each === intent ? 1 : 0)),
      }),
    ),
  );
  return { examples: digest, linear: train(samples, PLAN) };
}
