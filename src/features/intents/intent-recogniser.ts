import { letterRuns, logOdds, shares } from '../../classifier';
import type { IntentModel } from './intent-model';
import { INTENTS, type Wish } from './intents';
import { plainForm } from './plain-form';

export interface RecognisedWish {
  readonly wish: Wish;
  /** Probability, 0–1, that the text has this wish. */
  readonly confidence: number;
}

/** Finds what a text wants the bot to do; null where it most likely asks or tells something else. Keeps and logs nothing. */
export type IntentRecogniser = (text: string) => RecognisedWish | null;

/** Who writes more tells a story, and a story has no single wish. */
const LONGEST = 160;

export const createIntentRecogniser =
  (model: IntentModel): IntentRecogniser =>
  (text) => {
    if (text.length > LONGEST) return null;
    const runs = letterRuns(plainForm(text));
    const probabilities = shares(logOdds(model.linear, runs));
    const best = probabilities.indexOf(Math.max(...probabilities));
    const intent = INTENTS[best] ?? 'question';
    return intent === 'question' ? null : { wish: intent, confidence: probabilities[best] ?? 0 };
  };
