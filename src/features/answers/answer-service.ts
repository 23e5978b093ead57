import type { CourseId, InitiativeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { THRESHOLDS } from '../../retrieval';
import type { Person } from '../directory';
import {
  LEAST_SIGN,
  NO_DOUBT,
  ON_SUCH_A_MATTER,
  type SensitiveTopic,
  type Suspicion,
  speaksOfWork,
} from '../sensitive';
import type { Smalltalk } from './answers-texts';
import { withoutCourtesy } from './courtesy';
import type { Desk } from './desk';
import { asksDetails, type FollowUp, readFollowUp } from './follow-up';
import { type Entry, needFor } from './knowledge';
import { type RequestedAction, readRequest } from './requests';
import { readSmalltalk } from './smalltalk';

/** What is known at one moment; replaced as a whole when the data changes, so a question sees one state only. */
export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly desks: readonly Desk[];
  /** `1.1.2 通信教育・資格取得講座の啓発・支援`; the id alone of an unknown one. */
  initiativeTitle(id: InitiativeId, locale: Locale): string;
  /** Part of the plan by the first two numbers of its initiatives: 自己啓発 for `1.1`; null for an unknown one. */
  partTitle(topic: string): string | null;
  /** What may be a sensitive matter is `private`: no word of it leaves the process. */
  search(
    question: string,
    options: { readonly limit: number; readonly private: boolean },
  ): Ranking | Promise<Ranking>;
}

export interface Ranking {
  /** Best first. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** Probability, 0–1, that the first hit answers the question. */
  readonly confidence: number;
}

/** The catalogue's part of a question: null when it is none of the catalogue's. */
export interface CatalogueReader<Courses, Personal> {
  readCourses(
    text: string,
    scene: AskScene,
  ): { readonly strength: 'certain' | 'possible'; readonly query: Courses } | null;
  /** The courses whose very name stands in the text; `rest` is the text with それ in its place. */
  named(text: string): Promise<{ readonly ids: readonly CourseId[]; readonly rest: string } | null>;
  /** The courses that a single word stands in the title of; null where there is none. */
  titled(word: string): Promise<Courses | null>;
  /** Whether the catalogue holds anything on the subject. */
  finds(query: Courses, scene: AskScene): Promise<boolean>;
  readPersonal(text: string, scene: AskScene): Personal | null;
}

/** The enrolment's part: applying, withdrawing, one's own applications. Null when it is none of these. */
export interface EnrolmentReader<Enrolment> {
  read(text: string, scene: AskScene): Promise<Enrolment | null>;
}

/** What a text wants the bot to do, found by its likeness to examples; `confidence` is a probability, 0–1. */
export interface Wished<Wish> {
  readonly confidence: number;
  readonly answer: Wish;
  /** Whether there is anything to show; a wish for nothing yields to an entry that surely answers. */
  finds(): Promise<boolean>;
}

export interface AskScene {
  readonly person: Person;
  readonly now: Date;
  readonly locale: Locale;
}

export type Answer<Courses, Personal, Enrolment> =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'sensitive';
      readonly topic: SensitiveTopic;
      /** What may answer the text if it is a plain question after all, best first; none where that is out of the question. */
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'smalltalk'; readonly which: Smalltalk }
  | { readonly kind: 'follow-up'; readonly followUp: FollowUp }
  | { readonly kind: 'action'; readonly action: RequestedAction }
  | { readonly kind: 'personal'; readonly query: Personal }
  | { readonly kind: 'enrolment'; readonly request: Enrolment }
  | { readonly kind: 'courses'; readonly query: Courses }
  | { readonly kind: 'course'; readonly id: CourseId }
  | {
      readonly kind: 'answer' | 'candidates' | 'unknown';
      readonly confidence: number;
      readonly entries: readonly Entry[];
      /** Whether there is the least suspicion of a sensitive matter. */
      readonly mayNeedDesks: boolean;
    };

/** Above: answered at once. Between: shown as candidates. Below: not known. Fitted on questions; see docs/adr/0002. */
export const CONFIDENCE = {
  answer: THRESHOLDS.answer,
  candidates: THRESHOLDS.offer,
  /** From here on, an entry is preferred to an empty list of courses. */
  certain: 0.6,
} as const;

/**
 * From `certain` on a wish is carried out rather than looked up, from `possible` on where no entry surely answers, from `sure` on
 * even if there is nothing to show. Fitted on questions of blind writers; see docs/adr/0007.
 */
const WISH = { certain: 0.4, possible: 0.25, sure: 0.6 } as const;

/**
 * The probability that the first hit answers, once it is known how much the text sounds like HR's business: long stories
 * share few words with any entry, and other people's business some with many. A logistic regression on questions
 * of a blind writer, see docs/adr/0007.
 */
const BUSINESS = { intercept: -3, found: 0.6, ours: 1.56 } as const;

function withBusiness(found: number, ours: number | null): number {
  if (ours === null) return found;
  const logOdds = BUSINESS.intercept + BUSINESS.found * logit(found) + BUSINESS.ours * ours;
  return probability(logOdds);
}

/** Log-odds below which a text that names no course is about something else: ゴミの日って木曜で合ってる？ */
const SOMEBODY_ELSES = -2;

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const logit = (probability: number): number => {
  const bounded = Math.min(1 - 1e-4, Math.max(1e-4, probability));
  return Math.log(bounded / (1 - bounded));
};

async function sureEntry(question: string, { search, entries }: Knowledge): Promise<Entry | undefined> {
  const { hits, confidence } = await search(question, { limit: 1, private: true });
  return confidence < CONFIDENCE.certain || hits[0] === undefined ? undefined : entries.get(hits[0].id);
}

/** A word and nothing else: 手話 */
const isWord = (text: string): boolean => /^[一-龠々ァ-ヴーa-zA-Z0-9]{2,10}$/u.test(text);

/** Pasted text may hold what nobody sees: zero-width blanks, control characters. */
const legible = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** Longer texts are questions with a story around; more would only cost time. */
const LONGEST_QUESTION = 2_000;
const MOST_ENTRIES = 5;
const MOST_UNDER_DESKS = 3;

/**
 * Decides what a text asks for. Sensitive matters come first: beside them no more is looked up than what may stand under
 * the desks. Nothing here stores or logs the text.
 */
export async function readAnswer<Courses, Personal, Enrolment, Wish>(
  text: string,
  scene: AskScene,
  sources: {
    readonly suspect: (text: string) => Suspicion;
    readonly catalogue: CatalogueReader<Courses, Personal>;
    readonly enrolment: EnrolmentReader<Enrolment>;
    readonly intent: (text: string) => {
      /** Null for a text that most likely asks or tells something. */
      readonly wished: Wished<Wish> | null;
      /** Log-odds that it is HR's business, whatever is found; null where that cannot be told. */
      readonly ours: number | null;
    };
    readonly knowledge: Knowledge;
  },
): Promise<Answer<Courses, Personal, Enrolment> | Wish> {
  const suspect = sources.suspect(text);
  const question = withoutCourtesy(legible(text.slice(0, LONGEST_QUESTION)));
  const certain = suspect(1);
  if (certain !== null) {
    const entry = suspect(NO_DOUBT) === null ? await sureEntry(question, sources.knowledge) : undefined;
    return { kind: 'sensitive', topic: certain, entries: entry === undefined ? [] : [entry] };
  }
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'empty' };
  const smalltalk = readSmalltalk(question);
  if (smalltalk !== null) return smalltalk;
  const followUp = readFollowUp(question);
  if (followUp !== null) return { kind: 'follow-up', followUp };
  const request = await sources.enrolment.read(question, scene);
  if (request !== null) return { kind: 'enrolment', request };
  const personal = sources.catalogue.readPersonal(question, scene);
  if (personal !== null) return { kind: 'personal', query: personal };
  const action = readRequest(question);
  if (action !== null) return { kind: 'action', action };
  const named = await sources.catalogue.named(question);
  const [only, ...others] = named === null || !asksDetails(named.rest) ? [] : named.ids;
  if (only !== undefined && others.length === 0) return { kind: 'course', id: only };
  const courses = sources.catalogue.readCourses(question, scene);
  const isOffered = async (): Promise<boolean> =>
    courses !== null && (await sources.catalogue.finds(courses.query, scene));
  // What only the catalogue can answer, and does, is looked for nowhere else.
  if (courses?.strength === 'certain' && (await isOffered()))
    return { kind: 'courses', query: courses.query };
  const { wished, ours } = sources.intent(question);
  const mayNeedDesks = suspect(LEAST_SIGN) !== null;
  const found = await sources.knowledge.search(question, { limit: MOST_ENTRIES, private: mayNeedDesks });
  if (wished !== null && courses?.strength !== 'certain') {
    const needed = found.confidence >= CONFIDENCE.certain ? WISH.certain : WISH.possible;
    const isMeant = wished.confidence >= needed && suspect(wished.confidence) === null;
    const mayFindNothing = found.confidence < CONFIDENCE.certain && wished.confidence >= WISH.sure;
    if (isMeant && (mayFindNothing || (await wished.finds()))) return wished.answer;
  }
  const confidence = withBusiness(found.confidence, ours);
  const entries = found.hits.flatMap(({ id }) => sources.knowledge.entries.get(id) ?? []);
  // Of what the catalogue does not hold, an entry that surely answers says more than an empty list.
  const isElsewhere = ours !== null && ours < SOMEBODY_ELSES;
  const asksForCourses =
    courses !== null &&
    !(courses.strength === 'possible' && isElsewhere) &&
    (courses.strength === 'possible' ? await isOffered() : confidence < CONFIDENCE.certain);
  if (courses?.strength === 'certain' && asksForCourses) return { kind: 'courses', query: courses.query };
  if (courses === null && isWord(question) && entries[0]?.title.includes(question) !== true) {
    const titled = await sources.catalogue.titled(question);
    if (titled !== null && suspect(0) === null) return { kind: 'courses', query: titled };
  }

  // What is surely somebody else's business is as good as answered: 信長はどこで死んだか is no cry.
  const elsewhere = ours === null ? CONFIDENCE.answer : Math.min(CONFIDENCE.answer, probability(-ours));
  const answered = Math.max(found.confidence, elsewhere);
  const need = found.confidence >= CONFIDENCE.candidates ? needFor(entries[0]) : null;
  // Whoever is shown a way to help may need it, so the desks stand above; not who writes, teaches or plans about it.
  const asksForHelp = need !== null && confidence >= CONFIDENCE.candidates && !speaksOfWork(question);
  const suspected =
    suspect(need === null ? answered : ON_SUCH_A_MATTER) ??
    (asksForHelp ? (suspect(LEAST_SIGN) ?? need) : null);
  const isAnswered = confidence >= CONFIDENCE.answer && entries.length > 0;
  if (isAnswered && suspected === null) return { kind: 'answer', confidence, entries, mayNeedDesks };
  if (courses !== null && asksForCourses) return { kind: 'courses', query: courses.query };
  const isOfferable = confidence >= CONFIDENCE.candidates && entries.length > 0;
  if (suspected !== null) {
    const most = isAnswered ? 1 : isOfferable ? MOST_UNDER_DESKS : 0;
    return { kind: 'sensitive', topic: suspected, entries: entries.slice(0, most) };
  }
  if (isOfferable) return { kind: 'candidates', confidence, entries, mayNeedDesks };
  return { kind: 'unknown', confidence, entries: [], mayNeedDesks };
}
