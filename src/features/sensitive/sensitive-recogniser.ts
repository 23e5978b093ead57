import { withoutHarmlessFigures } from './harmless-figures';
import { PHRASES } from './phrases';
import { anyOf } from './phrases/phrase-list';
import { inPlainStyle } from './plain-style';
import { toPlainText } from './plain-text';
import { asksAboutProgramme } from './programme-questions';
import { likeliestTopic, likeness, type SensitiveModel } from './sensitive-model';
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
  /**
   * As `recognise`, with a lower bar: for texts that nothing else answers. There a needless list of desks costs little,
   * and an unheard cry much.
   */
  suspect(text: string): SensitiveMatter | null;
}

/** How far below the usual bar a text may stay that nothing else answers. */
const SUSPICION = -1.2;
/** What a question about a programme must have more to count as someone's own case. */
const PROGRAMME_MARGIN = 3;
/** Fewer letters (保育士です) say too little by themselves. */
const SHORTEST_PART = 8;

const TOPICS = SENSITIVE_TOPICS.map((topic) => ({
  topic,
  always: anyOf(PHRASES[topic].always),
  unlessProgramme: anyOf(PHRASES[topic].unlessProgramme),
}));

/** Misses are graver than false alarms: phrases decide first, then likeness to the examples the model was trained from. */
export function createSensitiveRecogniser(model: SensitiveModel): SensitiveRecogniser {
  const read = (text: string, bar: number): SensitiveMatter | null => {
    const { whole, typed, parts } = toPlainText(text);
    const forms = [...new Set([whole, typed, inPlainStyle(whole)])].map(withoutHarmlessFigures);
    if (forms.every((form) => form === '')) return null;
    const cases = parts.filter((part) => !asksAboutProgramme(part)).map(withoutHarmlessFigures);
    const [topic, ...also] = TOPICS.filter(
      ({ always, unlessProgramme }) =>
        forms.some((form) => always.test(form)) || cases.some((part) => unlessProgramme.test(part)),
    ).map((found) => found.topic);
    if (topic !== undefined) return { topic, also, by: 'phrase' };

    const needed = asksAboutProgramme(whole) ? PROGRAMME_MARGIN : bar;
    const scored = new Set([whole, ...parts.filter((part) => part.length >= SHORTEST_PART)]);
    const likest = [...scored]
      .map((part) => ({ part, margin: likeness(model, part) }))
      .reduce((a, b) => (b.margin > a.margin ? b : a));
    return likest.margin >= needed
      ? { topic: likeliestTopic(model, likest.part), also: [], by: 'likeness' }
      : null;
  };
  return { recognise: (text) => read(text, 0), suspect: (text) => read(text, SUSPICION) };
}
