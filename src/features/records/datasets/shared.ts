import type { Day } from '../../../core/calendar/day';
import { flag } from '../column';
import type { RecordProblem } from '../dataset';
import type { Bilingual } from '../records-texts';

/** Shipped with the program as an example. Data that the organisation gave or edited no longer is. */
export const sample = flag({ ja: '見本', en: 'Sample', whenUnsaid: 'cleared' });

/** The earlier problem first; each says of a record why `when` must not be. */
export const problemsWhen = (
  rules: readonly {
    readonly when: boolean;
    readonly id: string;
    readonly column: string;
    readonly reason: Bilingual;
  }[],
): readonly RecordProblem[] =>
  rules.filter(({ when }) => when).map(({ id, column, reason }) => ({ id, column, reason }));

/** True when both are known and in the wrong order. */
export const isAfter = (first: Day | string | number | null, second: Day | string | number | null): boolean =>
  first !== null && second !== null && first > second;
