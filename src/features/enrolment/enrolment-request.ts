import type { Day } from '../../core/calendar/day';

/** Days that a text speaks of; `label` is how it put them. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
}

/** What a text asks of the enrolment. `about` is what is left of it once the wish itself is taken away. */
export type EnrolmentRequest =
  | {
      readonly kind: 'apply';
      readonly about: string;
      /** It speaks of a course as such (研修, 講座); else only what the catalogue surely knows is taken for one. */
      readonly named: boolean;
    }
  | { readonly kind: 'withdraw'; readonly about: string; readonly dates: DaySpan | null }
  /** One's own applications; `next` asks for the next course only. */
  | {
      readonly kind: 'status';
      readonly about: string;
      readonly dates: DaySpan | null;
      readonly next: boolean;
    };
