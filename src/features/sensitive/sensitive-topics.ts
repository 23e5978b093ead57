/** Topics of sensitive matters, the most urgent first: where a text touches several, the first one names the answer. */
export const SENSITIVE_TOPICS = [
  'life_danger',
  'violence',
  'harassment',
  'whistleblowing',
  'debt',
  'career_demotion',
  'mental_health',
] as const;

export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number];

/** The sensitive matter of one text, where something else answers it with the probability `answered` (0–1, LEAST_SIGN or NO_DOUBT). */
export type Suspicion = (answered: number) => SensitiveTopic | null;

/** Asks a suspicion for the least sign: reason enough for a link to the desks, and to keep the text in the house. */
export const LEAST_SIGN = -1;

/** Asks whether it is so plain that nothing else can be meant. */
export const NO_DOUBT = 2;
