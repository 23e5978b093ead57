import type { CourseId } from '../../core/ids';
import type { Course } from './course';
import { COURSE_NOUN, has } from './course-words';

/** The courses whose very name stands in a text. */
export interface NamedCourses {
  /** Several where they differ only by what stands in brackets: 評価者研修（新任）, （目線合わせ）. */
  readonly ids: readonly CourseId[];
  readonly name: string;
  /** The text with それ in place of the name. */
  readonly rest: string;
}

/** Shorter ones stand inside other words. */
const SHORTEST = 4;

/** Null where the text names no course. The longest name counts: 主任ステップアップ研修, not 主任研修. */
export function coursesNamedIn(
  given: string,
  courses: readonly Pick<Course, 'id' | 'title'>[],
): NamedCourses | null {
  const text = fold(given);
  const titles = courses.map((course) => ({ course, title: fold(course.title) }));
  const [found] = titles
    .flatMap(({ title }) => [title, nameOf(title)])
    .filter((name) => name.length >= SHORTEST && isNamedIn(text, name))
    .toSorted((a, b) => b.length - a.length);
  if (found === undefined) return null;
  const named = titles.filter(({ title }) => title === found || nameOf(title) === found);
  return { ids: named.map(({ course }) => course.id), name: found, rest: without(text, found) };
}

const NOUN_BEHIND = new RegExp(`^の?(?:${COURSE_NOUN.source})`);

/** A name that says nothing of a course (情報セキュリティ) is a subject, unless 研修 stands behind it. */
function isNamedIn(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at !== -1 && (has(name, COURSE_NOUN) || NOUN_BEHIND.test(text.slice(at + name.length)));
}

function without(text: string, name: string): string {
  const at = text.indexOf(name);
  return `${text.slice(0, at)}それ${text.slice(at + name.length).replace(NOUN_BEHIND, '')}`;
}

/** Without what stands in brackets at the end. */
const nameOf = (title: string): string => title.replace(/\([^()]*\)$/, '');

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s「」『』]/g, '');
