import { addMonths, type Day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Campaign } from './campaign';

/** What one side says: the day, and when they said so. */
export interface Said {
  readonly day: Day;
  readonly at: Date;
}

/** An appraisal interview of an employee with their evaluator. Only that and when it took place; never a score. */
export interface Meeting {
  readonly employee: EmployeeId;
  /** Who said the evaluator's day; null before. */
  readonly evaluator: EmployeeId | null;
  readonly byEmployee: Said | null;
  readonly byEvaluator: Said | null;
}

export type MeetingStand =
  | { readonly kind: 'none' }
  /** The evaluator's day waits for the employee. */
  | { readonly kind: 'asks-employee'; readonly said: Said }
  /** The employee's day waits for the evaluator. */
  | { readonly kind: 'asks-evaluator'; readonly said: Said }
  | { readonly kind: 'agreed'; readonly day: Day };

/** Agreed when both say the same day; otherwise whoever spoke last waits for the other. */
export function standOf(meeting: Pick<Meeting, 'byEmployee' | 'byEvaluator'> | null): MeetingStand {
  const [mine, theirs] = [meeting?.byEmployee ?? null, meeting?.byEvaluator ?? null];
  if (mine === null) return theirs === null ? { kind: 'none' } : { kind: 'asks-employee', said: theirs };
  if (theirs === null) return { kind: 'asks-evaluator', said: mine };
  if (mine.day === theirs.day) return { kind: 'agreed', day: mine.day };
  return theirs.at > mine.at
    ? { kind: 'asks-employee', said: theirs }
    : { kind: 'asks-evaluator', said: mine };
}

/** An interview has taken place, and not long before its campaign opened. */
export const isPossibleDay = (day: Day, { opensOn }: Pick<Campaign, 'opensOn'>, today: Day): boolean =>
  day <= today && day >= addMonths(opensOn, -2);
