import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { findDates } from '../../core/dates/find-dates';
import { type Catalogue, COURSE_NOUN, type FoundCourse } from '../catalogue';
import type { Scene } from '../directory';
import type { Course } from '../records';

/** Who looks for a course, and when. */
export type Finder = Pick<Scene, 'now' | 'today'>;

export interface CoursesMeant {
  /** Best first. */
  readonly courses: readonly FoundCourse[];
  /** The words themselves stand in the title or the keywords of each. */
  readonly byName: boolean;
}

/** The courses that somebody means by a few words, through the catalogue's own reader and index. */
export async function coursesMeant(
  scene: Finder,
  about: string,
  needs: {
    readonly catalogue: Pick<Catalogue, 'find' | 'findNamed'>;
    readonly calendar: () => BusinessCalendar;
  },
): Promise<CoursesMeant> {
  const inFull = await needs.catalogue.findNamed(scene, about);
  if (inFull.length > 0) return { courses: inFull, byName: true };
  const found = await needs.catalogue.find(scene, about);
  const words = wordsOf(about, scene, needs.calendar());
  if (words.length === 0) return { courses: found, byName: found.length > 0 };
  const named = found.filter(({ course }) => speaksOf(course, words));
  const inTitle = named.filter(({ course }) => words.every((word) => fold(course.title).includes(word)));
  const best = inTitle.length > 0 ? inTitle : named;
  return best.length > 0 ? { courses: best, byName: true } : { courses: found, byName: false };
}

/** 研修に申し込みたい: neither a subject nor a date. */
export const namesNothing = (
  about: string,
  scene: Pick<Scene, 'today'>,
  calendar: BusinessCalendar,
): boolean =>
  wordsOf(about, scene, calendar).length === 0 && findDates(about, scene.today, calendar).length === 0;

export const speaksOf = (
  course: Pick<Course, 'title' | 'titleEn' | 'keywords'>,
  words: readonly string[],
): boolean => {
  const text = textsOf.get(course) ?? allOf(course);
  textsOf.set(course, text);
  return words.every((word) => text.includes(word));
};

const textsOf = new WeakMap<object, string>();
const allOf = ({ title, titleEn, keywords }: Pick<Course, 'title' | 'titleEn' | 'keywords'>): string =>
  [title, titleEn ?? '', ...keywords].map(fold).join('|');

/** The subject's words: without dates, particles, and what every course is called. */
export function wordsOf(
  about: string,
  scene: Pick<Scene, 'today'>,
  calendar: BusinessCalendar,
): readonly string[] {
  const dates = findDates(about, scene.today, calendar);
  const rest = dates.reduce((text, { text: date }) => text.replace(date, ' '), about.normalize('NFKC'));
  return rest
    .toLowerCase()
    .replace(COURSE_NOUN, ' ')
    .split(/[\s、。,.・()「」『』/]+|の|とか|\b(?:the|a|an|on|for|in|of|and|about|next|my)\b/)
    .map(fold)
    .filter((word) => [...word].length > 1);
}

/** Width, case and kana make no difference. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s・]/g, '');
