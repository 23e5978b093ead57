import type { CourseId, EmployeeId } from '../../core/ids';
import type { CourseQuery } from '../catalogue';

export interface ShownCourses {
  readonly kind: 'courses';
  readonly query: CourseQuery;
  readonly page: number;
}

/** What a person was shown last, and what «2番目の» or «それはいつ？» therefore means. Never a text of theirs. */
export type Shown =
  | ShownCourses
  /** `list` is where it was opened from. */
  | { readonly kind: 'course'; readonly id: CourseId; readonly list: ShownCourses | null }
  /** Ids of FAQ entries: the answer and what else was found, or the candidates. */
  | { readonly kind: 'entries'; readonly ids: readonly string[]; readonly isAnswered: boolean };

const KEPT_MS = 30 * 60 * 1000;
const FRESH_MS = 3 * 60 * 1000;
const MOST_PEOPLE = 2_000;

/** In memory only, for half an hour: after a restart, or on another instance, people are asked to name what they mean. */
export function createLastShown() {
  const kept = new Map<EmployeeId, { readonly shown: Shown; readonly at: number }>();

  function note(person: EmployeeId, shown: Shown | null, now: Date): void {
    kept.delete(person);
    if (shown === null) return;
    kept.set(person, { shown, at: now.getTime() });
    const [oldest] = kept.keys();
    if (kept.size > MOST_PEOPLE && oldest !== undefined) kept.delete(oldest);
  }

  function of(person: EmployeeId, now: Date): Shown | null {
    const last = kept.get(person);
    return last !== undefined && now.getTime() - last.at <= KEPT_MS ? last.shown : null;
  }

  /** Whether it was shown so lately that nothing that came by itself can be meant. */
  function isFresh(person: EmployeeId, now: Date): boolean {
    const last = kept.get(person);
    return last !== undefined && now.getTime() - last.at <= FRESH_MS;
  }

  return { note, of, isFresh };
}

export type LastShown = ReturnType<typeof createLastShown>;
