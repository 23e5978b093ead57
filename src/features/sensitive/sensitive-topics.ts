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

/** The sensitive matter of one text, where something else answers it with the probability `answered` (0–1, or one of the constants below). */
export type Suspicion = (answered: number) => SensitiveTopic | null;

/**
 * Asks where what would answer is itself about such a matter (希望降格, 通報制度 …): how surely it answers says nothing then
 * about whether somebody asks about the programme or is in need of it.
 */
export const ON_SUCH_A_MATTER = -0.5;

/** What the plan does for somebody in need, the programme that exists for them first: メンタルケア (相談窓口), 通報制度の周知, 希望降格の仕組みづくり. */
export const PROGRAMMES_OF: Readonly<Record<SensitiveTopic, readonly [string, ...string[]]>> = {
  life_danger: ['2.6.4'],
  violence: ['2.6.4'],
  harassment: ['2.6.4', '2.6.3'],
  whistleblowing: ['2.5.5'],
  debt: ['2.6.4'],
  career_demotion: ['3.4.4'],
  mental_health: ['2.6.4'],
};

// The last topic of a programme, the least urgent one, is what most who ask about it are about.
const NEEDS: ReadonlyMap<string, SensitiveTopic> = new Map(
  SENSITIVE_TOPICS.map((topic) => [PROGRAMMES_OF[topic][0], topic] as const),
);

/** What somebody in need of a programme is most likely about; null for a programme that exists for all. */
export const needBehind = (programme: string): SensitiveTopic | null => NEEDS.get(programme) ?? null;

/** Asks a suspicion for the least sign: reason enough for a link to the desks, and to keep the text in the house. */
export const LEAST_SIGN = -1;

/** Asks whether it is so plain that nothing else can be meant. */
export const NO_DOUBT = 2;
