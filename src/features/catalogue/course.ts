import type { Day } from '../../core/calendar/day';
import type { CourseId, EmployeeId, InitiativeId, OfferingId } from '../../core/ids';
import type { Level } from '../directory';

/** In the order of a career. */
export const LEVELS = [
  'new',
  'staff',
  'senior',
  'supervisor',
  'deputy_manager',
  'manager',
  'director',
  'reappointed',
  'fiscal_year_staff',
] as const satisfies readonly Level[];

export const COURSE_KINDS = [
  'self_development',
  'ojt',
  'level_based',
  'specialised',
  'special',
  'secondment',
] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** The eight fields of 専門研修 (1.3.2.1 … 1.3.2.8). */
export const COURSE_FIELDS = [
  'basic',
  'problem_solving',
  'communication',
  'productivity',
  'dx',
  'organisation',
  'risk',
  'wellbeing',
] as const;
export type CourseField = (typeof COURSE_FIELDS)[number];

export const COURSE_FORMATS = ['in_person', 'online', 'hybrid', 'elearning', 'correspondence'] as const;
export type CourseFormat = (typeof COURSE_FORMATS)[number];

/** How one comes into a course: 指名, 公募, 推薦. */
export type CourseEntry = 'nomination' | 'open_call' | 'recommendation';

/** What the catalogue reads of a course; empty lists and nulls set no limit. */
export interface Course {
  readonly id: CourseId;
  readonly title: string;
  readonly summary: string | null;
  readonly kind: CourseKind;
  readonly field: CourseField | null;
  readonly initiatives: readonly InitiativeId[];
  readonly levels: readonly Level[];
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly yearsFrom: number | null;
  readonly yearsTo: number | null;
  readonly jobTypes: readonly string[];
  readonly entry: CourseEntry;
  readonly format: CourseFormat;
  readonly provider: string | null;
  readonly hours: number | null;
  readonly costYen: number | null;
  readonly reportDueDays: number | null;
  readonly keywords: readonly string[];
  readonly sample: boolean;
}

/** One holding of a course (開催回). Times are `HH:MM` in Tokyo, null where one learns at one's own pace. */
export interface Offering {
  readonly id: OfferingId;
  readonly courseId: CourseId;
  readonly title: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly place: string | null;
  readonly capacity: number | null;
  readonly applyFrom: Day | null;
  readonly applyUntil: Day | null;
  readonly note: string | null;
  readonly sample: boolean;
}

/** Who completed which course when. */
export interface TrainingRecord {
  readonly employeeId: EmployeeId;
  readonly courseId: CourseId;
  readonly completedOn: Day;
}

/** eラーニング and 通信教育 have a period instead of a day. */
export const isSelfPaced = ({ format }: Pick<Course, 'format'>): boolean =>
  format === 'elearning' || format === 'correspondence';
