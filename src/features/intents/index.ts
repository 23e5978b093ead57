export { type IntentModel, readIntentModel } from './intent-model';
export {
  createIntentRecogniser,
  type IntentRecogniser,
  type Reading,
  type RecognisedWish,
} from './intent-recogniser';
export { INTENTS, type Intent, type Wish } from './intents';
