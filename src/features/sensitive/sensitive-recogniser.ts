import { withoutHarmlessFigures } from './harmless-figures';
import { withKanji } from './kana-words';
import { namedMatter } from './named-matter';
import { PHRASES } from './phrases';
import { anyOf } from './phrases/phrase-list';
import { inPlainStyle } from './plain-style';
import { type PlainText, toPlainText } from './plain-text';
import { asksAboutProgramme } from './programme-questions';
import { likeliestTopic, likeness, type SensitiveModel } from './sensitive-model';
import {
  LEAST_SIGN,
  NO_DOUBT,
  ON_SUCH_A_MATTER,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from './sensitive-topics';
import { withoutSlips } from './slips';

export interface SensitiveMatter {
  /** The most urgent topic touched. */
  readonly topic: SensitiveTopic;
  /** Further topics, the most urgent first. */
  readonly also: readonly SensitiveTopic[];
}

/** Keeps and logs nothing; of very long texts reads both ends. */
export interface SensitiveRecogniser {
  /** The sensitive matter a text is about, or null; for texts that no answer is looked up for. */
  recognise(text: string): SensitiveMatter | null;
  /**
   * Weighs a text once, then answers as `recognise` where something else answers it with the probability `answered` (0–1).
   * The less sure that is, the less it takes: there a needless list of desks costs little, and an unheard cry much.
   */
  suspect(text: string): (answered: number) => SensitiveMatter | null;
}

/** Evidence (log-odds) it takes where something else answers at least so surely; fitted on texts of blind writers, see docs/adr/0009. */
const NEEDED = [
  { answered: NO_DOUBT, evidence: 3 },
  { answered: 1, evidence: 0.75 },
  { answered: 0.95, evidence: 0.5 },
  { answered: 0.6, evidence: 0.35 },
  { answered: 0.35, evidence: -0.3 },
  { answered: 0, evidence: -1 },
  { answered: ON_SUCH_A_MATTER, evidence: -1.5 },
  { answered: LEAST_SIGN, evidence: -2.25 },
] as const;
/** Between what nothing answers and what is surely answered. */
const STANDING_ALONE = 0.35;
/** だした, 眠すぎる: short replies mean many things, so they get no benefit of the doubt. */
const SHORT = { letters: 12, evidence: 0 } as const;

/**
 * What the kinds of evidence are worth, fitted on texts of writers left out of training (docs/adr/0009): the sum is about
 * the log-odds. Phrases and words about programmes are rough (私だけ, 下りて, 影響は) and count less than the likeness.
 */
const WORTH = { detector: 0.75, topic: 0.5, phrase: 0.75, programme: -0.75, standing: 1.5 } as const;
/** Where a life may be at stake, less is enough. */
const LIFE = 0.5;
/** Evidence so small that nothing that may be added could bring it up to the least that is needed. */
const HOPELESS = Math.min(...NEEDED.map(({ evidence }) => evidence)) - WORTH.phrase - LIFE;
/** In longer texts a sentence can be lost among the others, so each is weighed by itself as well. */
const LONG_TEXT = 60;
/** Fewer letters (保育士です) say too little by themselves. */
const SHORTEST_PART = 8;

const TOPICS = SENSITIVE_TOPICS.map((topic) => ({
  topic,
  explicit: anyOf(PHRASES[topic].explicit),
  always: anyOf(PHRASES[topic].always),
  unlessProgramme: anyOf(PHRASES[topic].unlessProgramme),
}));

/** Weighs two kinds of evidence: phrases that say it in so many words, and likeness to the examples the model learned from. */
export function createSensitiveRecogniser(model: SensitiveModel): SensitiveRecogniser {
  function suspect(text: string): (answered: number) => SensitiveMatter | null {
    const plain = toPlainText(text);
    const whole = withoutSlips(withKanji(withoutSlips(plain.typed)));
    const forms = [...new Set([plain.whole, whole, plain.typed, inPlainStyle(plain.whole)])].map(
      withoutHarmlessFigures,
    );
    if (forms.every((form) => form === '')) return () => null;
    const isExplicit = TOPICS.some(({ explicit }) => forms.some((form) => explicit.test(form)));
    const said = withoutHarmless(plain);
    const likeliest = likeliestTopic(model, said);
    const likest =
      WORTH.standing +
      WORTH.detector *
        Math.max(likeness(model, said), ...longParts(plain).map((part) => likeness(model, part))) +
      WORTH.topic * likeliest.likeness;
    const called = namedMatter(whole);
    if (!isExplicit && called === null && likest < HOPELESS) return () => null;
    const [named, ...also] = topicsSaid(forms, plain.parts);
    if (named !== undefined && isExplicit) return () => ({ topic: named, also });
    const topic = named ?? called ?? likeliest.topic;
    const evidence =
      likest +
      (named === undefined ? 0 : WORTH.phrase) +
      (topic === 'life_danger' ? LIFE : 0) +
      (asksAboutProgramme(plain.whole) ? WORTH.programme : 0);
    return (answered) => {
      const isCalled = called !== null && answered < NO_DOUBT;
      return isCalled || evidence >= needed(answered, plain.whole.length) ? { topic, also } : null;
    };
  }
  return { suspect, recognise: (text) => suspect(text)(STANDING_ALONE) };
}

function needed(answered: number, letters: number): number {
  const { evidence } = NEEDED.find((band) => answered >= band.answered) ?? NEEDED[0];
  const isDoubtful = letters < SHORT.letters && answered >= 0;
  return isDoubtful ? Math.max(evidence, SHORT.evidence) : evidence;
}

/** Topics that a phrase names, the most urgent first. */
function topicsSaid(forms: readonly string[], parts: readonly string[]): readonly SensitiveTopic[] {
  const cases = parts.filter((part) => !asksAboutProgramme(part)).map(withoutHarmlessFigures);
  return TOPICS.filter(
    ({ explicit, always, unlessProgramme }) =>
      forms.some((form) => explicit.test(form) || always.test(form)) ||
      cases.some((part) => unlessProgramme.test(part)),
  ).map(({ topic }) => topic);
}

/** The text as the models read it: as it is, or what is left of it without harmless figures of speech. */
function withoutHarmless({ whole, voiced }: PlainText): string {
  const serious = withoutHarmlessFigures(whole);
  return serious === whole ? voiced : serious;
}

/** Of a long text, what is long enough to say something by itself. */
const longParts = ({ whole, parts }: PlainText): readonly string[] =>
  whole.length < LONG_TEXT
    ? []
    : parts.map(withoutHarmlessFigures).filter((part) => part.length >= SHORTEST_PART);
