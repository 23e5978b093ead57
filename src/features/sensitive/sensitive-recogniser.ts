import { withoutHarmlessFigures } from './harmless-figures';
import { PHRASES } from './phrases';
import { anyOf } from './phrases/phrase-list';
import { toPlainText } from './plain-text';
import { asksAboutProgramme } from './programme-questions';
import { likeness, type SensitiveModel } from './sensitive-model';
import { SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

export interface SensitiveMatter {
  /** The most urgent topic touched. */
  readonly topic: SensitiveTopic;
  /** Further topics, the most urgent first. */
  readonly also: readonly SensitiveTopic[];
  /** `phrase`: said in so many words. `likeness`: it reads like what people in need write. */
  readonly by: 'phrase' | 'likeness';
}

export interface SensitiveRecogniser {
  /** The sensitive matter a text is about, or null. Keeps and logs nothing; of very long texts reads both ends. */
  recognise(text: string): SensitiveMatter | null;
}

/** What a question about a programme must have more to count as someone's own case. */
const PROGRAMME_MARGIN = 3;

const TOPICS = SENSITIVE_TOPICS.map((topic) => ({
  topic,
  always: anyOf(PHRASES[topic].always),
  unlessProgramme: anyOf(PHRASES[topic].unlessProgramme),
}));

/** Misses are graver than false alarms: phrases decide first, then likeness to the examples the model was trained from. */
export function createSensitiveRecogniser(model: SensitiveModel): SensitiveRecogniser {
  return {
    recognise: (text) => {
      const { whole, parts } = toPlainText(text);
      if (whole === '') return null;
      const serious = withoutHarmlessFigures(whole);
      const cases = parts.filter((part) => !asksAboutProgramme(part)).map(withoutHarmlessFigures);
      const [topic, ...also] = TOPICS.filter(
        ({ always, unlessProgramme }) => always.test(serious) || cases.some((part) => unlessProgramme.test(part)),
      ).map((found) => found.topic);
      if (topic !== undefined) return { topic, also, by: 'phrase' };
      const best = [whole, ...parts]
        .map((part) => {
          const { topic, margin } = likeness(model, part);
          return { topic, margin: margin - (asksAboutProgramme(part) ? PROGRAMME_MARGIN : 0) };
        })
        .reduce((a, b) => (b.margin > a.margin ? b : a));
      return best.margin >= 0 ? { topic: best.topic, also: [], by: 'likeness' } : null;
    },
  };
}
