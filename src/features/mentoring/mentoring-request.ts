import type { Day } from '../../core/calendar/day';

/** What a text asks of mentoring. */
export type MentoringRequest =
  /** Who is my mentor, who are my mentees. */
  | { readonly kind: 'who' }
  | { readonly kind: 'next' }
  | {
      readonly kind: 'talked';
      readonly dates: { readonly from: Day; readonly to: Day; readonly label: string } | null;
    }
  /** `of`: which talks the text names; both kinds where it names none. */
  | { readonly kind: 'record'; readonly of: 'any' | 'mentoring' | 'appraisal' }
  | { readonly kind: 'goals' }
  | { readonly kind: 'help' }
  | { readonly kind: 'change' }
  | { readonly kind: 'summary' }
  /** メンター情報交換会 */
  | { readonly kind: 'exchange' }
  /** HR's list of pairs. */
  | { readonly kind: 'manage' };
