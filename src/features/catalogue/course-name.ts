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

/** What a text is looked through for, read once for all texts. */
interface TitledCourse {
  readonly id: CourseId;
  /** The whole title, and it without what stands in brackets at the end. */
  readonly names: readonly string[];
}

/** Null where the text names no course. The longest name counts: 主任ステップアップ研修, not 主任研修. */
export function createCourseNames(
  courses: readonly Pick<Course, 'id' | 'title'>[],
): (given: string) => NamedCourses | null {
  const titled = courses.map(({ id, title }): TitledCourse => {
    const whole = fold(title);
    return { id, names: [...new Set([whole, whole.replace(/\([^()]*\)$/, '')])] };
  });
  const names = [...new Set(titled.flatMap((course) => course.names))]
    .filter((name) => name.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
  return (given) => {
    const text = fold(given);
    const found = names.find((name) => isNamedIn(text, name));
    if (found === undefined) return null;
    const named = titled.filter((course) => course.names.includes(found));
    return { ids: named.map(({ id }) => id), name: found, rest: without(text, found) };
  };
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

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s「」『』]/g, '');
