import type { Course } from './course';

/** By course id, 0–1 (the course says all of the words); courses that do not speak of them are left out. */
export type CourseScores = ReadonlyMap<string, number>;

/** Finds the courses that speak of the words; made from a retrieval index over title, keywords and summary. */
export type CourseMatch = (words: string) => CourseScores | Promise<CourseScores>;

/** A retrieval index over title, keywords and summary of the courses. */
export interface CourseIndex {
  search(words: string, limit: number): { readonly hits: readonly CourseHit[] };
}

interface CourseHit {
  readonly id: string;
  /** Comparable within one search only. */
  readonly score: number;
  /** How much of the words a hit accounts for, each 0–1. */
  readonly matched: { readonly coverage: number; readonly closeness: number; readonly grams: number };
}

const MOST_HITS = 60;
/** A hit that accounts for no more than this of the words is about something else. */
const LEAST_MATCHED = 0.5;

/** Finds courses by their index, which is asked for anew each time, since the data may have changed. */
export const matchByIndex =
  (index: () => CourseIndex | Promise<CourseIndex>): CourseMatch =>
  async (words) => {
    const { hits } = (await index()).search(words, MOST_HITS);
    const best = Math.max(...hits.map(({ score }) => score));
    const speaking = hits.filter(({ matched }) => Math.max(...Object.values(matched)) > LEAST_MATCHED);
    return new Map(speaking.map((hit) => [hit.id, scoreOf(hit, best)]));
  };

/** The index ranks well among hits; how much of the words one covers says whether it belongs to them at all. */
const scoreOf = ({ score, matched: { coverage, grams } }: CourseHit, best: number): number =>
  (score / best + Math.max(coverage, grams)) / 2;

type Text = Pick<Course, 'id' | 'title' | 'summary' | 'keywords'>;

const FIELD_WEIGHTS = [1, 0.9, 0.5] as const;
/** Below this share of a word's letters, likeness is chance. */
const LEAST = 0.6;

/** Matches by shared pairs of letters, without knowing words: a stand-in where there is no retrieval index. */
export function matchBySubstring(courses: readonly Text[]): (words: string) => CourseScores {
  const texts = courses.map(({ id, title, keywords, summary }) => ({
    id,
    fields: [title, keywords.join('|'), summary ?? ''].map(fold),
  }));
  return (words) => {
    const wanted = fold(words)
      .split(' ')
      .filter((word) => word !== '');
    const scores = new Map<string, number>();
    for (const { id, fields } of texts) {
      const shares = wanted.map((word) =>
        Math.max(...fields.map((field, at) => share(word, field) * (FIELD_WEIGHTS[at] ?? 0))),
      );
      const score = shares.reduce((sum, each) => sum + each, 0) / Math.max(1, wanted.length);
      if (score > 0) scores.set(id, score);
    }
    return scores;
  };
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

function share(word: string, field: string): number {
  if (field.includes(word)) return 1;
  const pairs = [...word].slice(1).map((letter, at) => word.charAt(at) + letter);
  if (pairs.length < 2) return 0;
  const common = pairs.filter((pair) => field.includes(pair)).length / pairs.length;
  return common < LEAST ? 0 : common * LEAST;
}
