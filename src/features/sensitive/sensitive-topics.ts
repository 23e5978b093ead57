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

/** The sensitive matter of one text, where something else answers it with the probability `answered` (0–1). */
export type Suspicion = (answered: number) => SensitiveTopic | null;
