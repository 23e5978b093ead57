import { localised } from '../../core/texts';
import type { Locale } from '../../core/turn';
import type { Course, Offering, TrainingRecord } from '../records';

export type { Course, Offering, TrainingRecord };

/** The data the catalogue answers from, as it stands at one moment. */
export interface CatalogueData {
  readonly courses: readonly Course[];
  readonly offerings: readonly Offering[];
  readonly records: readonly TrainingRecord[];
}

/** eラーニング and 通信教育 have a period instead of a day. */
export const isSelfPaced = ({ format }: Pick<Course, 'format'>): boolean =>
  format === 'elearning' || format === 'correspondence';

export const courseTitle = (course: Pick<Course, 'title' | 'titleEn'>, locale: Locale): string =>
  localised(locale, course.title, course.titleEn);
