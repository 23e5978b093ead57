import { logOdds, runsOf, shares } from '../../classifier';
import { isEnglish } from '../../retrieval';
import type { IntentModel } from './intent-model';
import { INTENTS, type Wish } from './intents';
import { plainForm } from './plain-form';

export interface RecognisedWish {
  readonly wish: Wish;
  /** Probability, 0–1, that the text has this wish. */
  readonly confidence: number;
}

export interface Reading {
  /** What the text wants the bot to do; null where it most likely asks or tells something. */
  readonly wish: RecognisedWish | null;
  /** Log-odds, from about -7 to 7, that it is HR's business; null of an English text, which the examples say little of. */
  readonly ours: number | null;
}

/** Keeps and logs nothing. */
export type IntentRecogniser = (text: string) => Reading;

/** Who writes more tells a story: it has no single wish, and its beginning says whose business it is. */
const LONGEST = 160;
/** No text is surer than one in a thousand. */
const DOUBT = 1e-3;
const OUTSIDE = INTENTS.indexOf('outside');

export const createIntentRecogniser =
  (model: IntentModel): IntentRecogniser =>
  (text) => {
    const runs = runsOf(plainForm(text.slice(0, LONGEST)));
    const probabilities = shares(logOdds(model.linear, runs));
    const outside = probabilities[OUTSIDE] ?? 0;
    const ours = isEnglish(text) ? null : Math.log((1 - outside + DOUBT) / (outside + DOUBT));
    const confidence = Math.max(...probabilities);
    const intent = INTENTS[probabilities.indexOf(confidence)] ?? 'question';
    const isWish = intent !== 'question' && intent !== 'outside' && text.length <= LONGEST;
    return { wish: isWish ? { wish: intent, confidence } : null, ours };
  };
