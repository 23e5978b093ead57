import { withoutHarmlessFigures } from './harmless-figures';
import { PHRASES } from './phrases';
import { anyOf } from './phrases/phrase-list';
import { inPlainStyle } from './plain-style';
import { type PlainText, toPlainText } from './plain-text';
import { asksAboutProgramme } from './programme-questions';
import { likeliestTopic, likeness, type SensitiveModel } from './sensitive-model';
import { LEAST_SIGN, NO_DOUBT, SENSITIVE_TOPICS, type SensitiveTopic } from './sensitive-topics';

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
  { answered: NO_DOUBT, evidence: 2.5 },
  { answered: 1, evidence: 1 },
  { answered: 0.95, evidence: 0.35 },
  { answered: 0.6, evidence: -0.2 },
  { answered: 0.35, evidence: -0.6 },
  { answered: 0, evidence: -1.5 },
  { answered: LEAST_SIGN, evidence: -2 },
] as const;
/** Between what nothing answers and what is surely answered. */
const STANDING_ALONE = 0.35;
/** だした, 眠すぎる: short replies mean many things, so they get no benefit of the doubt. */
const SHORT = { letters: 12, evidence: 0.5 } as const;

/** What a phrase adds to the likeness, and the likeness below which it adds nothing: phrases are rough (私だけ, 下りて). */
const PHRASE = { evidence: 2, from: -2.5 } as const;
/** Where a life may be at stake, less is enough. */
const LIFE = 1;
/** Likeness so small that no phrase, unless it is explicit, could bring it up to the least that is needed. */
const HOPELESS = Math.min(PHRASE.from, ...NEEDED.map(({ evidence }) => evidence - LIFE));
/** What a question about a course or a rule takes away. */
const PROGRAMME = -1;
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
    const forms = [...new Set([plain.whole, plain.typed, inPlainStyle(plain.whole)])].map(
      withoutHarmlessFigures,
    );
    if (forms.every((form) => form === '')) return () => null;
    const isExplicit = TOPICS.some(({ explicit }) => forms.some((form) => explicit.test(form)));
    const likest = likestPart(model, plain);
    if (!isExplicit && likest.logOdds < HOPELESS) return () => null;
    const [topic, ...also] = topicsSaid(forms, plain.parts);
    if (topic !== undefined && isExplicit) return () => ({ topic, also });
    const likeliest = topic ?? likeliestTopic(model, likest.part);
    const evidence =
      likest.logOdds +
      (topic === undefined || likest.logOdds < PHRASE.from ? 0 : PHRASE.evidence) +
      (likeliest === 'life_danger' ? LIFE : 0) +
      (asksAboutProgramme(plain.whole) ? PROGRAMME : 0);
    return (answered) =>
      evidence < needed(answered, plain.whole.length) ? null : { topic: likeliest, also };
  }
  return { suspect, recognise: (text) => suspect(text)(STANDING_ALONE) };
}

function needed(answered: number, letters: number): number {
  const { evidence } = NEEDED.find((band) => answered >= band.answered) ?? NEEDED[0];
  const isDoubtful = letters < SHORT.letters && answered !== LEAST_SIGN;
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

function likestPart(model: SensitiveModel, { whole, parts }: PlainText) {
  const long = parts.map(withoutHarmlessFigures).filter((part) => part.length >= SHORTEST_PART);
  return [...new Set([withoutHarmlessFigures(whole), ...long])]
    .map((part) => ({ part, logOdds: likeness(model, part) }))
    .reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
}
