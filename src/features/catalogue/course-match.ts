import type { CourseId } from '../../core/ids';
import type { Course } from './course';

/**
 * The courses that speak of the words, each with a score above 0 up to 1 (1: the course says all of them); courses
 * that do not fit are left out.
 */
export type CourseMatch = (words: string) => ReadonlyMap<CourseId, number>;

type Text = Pick<Course, 'id' | 'title' | 'summary' | 'keywords'>;

const FIELD_WEIGHTS = [1, 0.9, 0.5] as const;
/** Below this share of a word's letters, likeness is chance. */
const LEAST = 0.6;

/** Matches by shared pairs of letters, without knowing words: a stand-in where there is no retrieval index. */
export function matchBySubstring(courses: readonly Text[]): CourseMatch {
  const texts = courses.map(({ id, title, keywords, summary }) => ({
    id,
    fields: [title, keywords.join('|'), summary ?? ''].map(fold),
  }));
  return (words) => {
    const wanted = fold(words)
      .split(' ')
      .filter((word) => word !== '');
    const scores = new Map<CourseId, number>();
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
