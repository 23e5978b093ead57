import type { Day } from '../../../core/calendar/day';
import { flag } from '../column';
import type { Keyed, RecordProblem } from '../dataset';
import type { Bilingual } from '../records-texts';

/** Shipped with the program as an example. Data that the organisation gave or edited no longer is. */
export const sample = flag({ ja: '見本', en: 'Sample', whenUnsaid: 'cleared' });

/** What must not be of one record. */
export interface Rule<Row> {
  readonly column: string;
  readonly isBrokenBy: (row: Row) => boolean;
  readonly reason: Bilingual;
}

export const brokenRules = <Row>(
  rules: readonly Rule<Row>[],
  records: readonly Keyed<Row>[],
): readonly RecordProblem[] =>
  records.flatMap(({ id, row }) =>
    rules.filter(({ isBrokenBy }) => isBrokenBy(row)).map(({ column, reason }) => ({ id, column, reason })),
  );

/** True when both are known and in the wrong order. */
export const isAfter = (first: Day | string | number | null, second: Day | string | number | null): boolean =>
  first !== null && second !== null && first > second;
