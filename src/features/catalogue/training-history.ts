import { compare } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { EmployeeId } from '../../core/ids';
import type { CatalogueData, Course, TrainingRecord } from './course';
import type { CourseScores } from './course-match';
import type { PersonalQuery } from './personal-query';

export interface CompletedCourse {
  readonly record: TrainingRecord;
  /** Null where the course is no longer in the catalogue. */
  readonly course: Course | null;
}

export interface HistoryYear {
  readonly fiscalYear: number;
  readonly completed: readonly CompletedCourse[];
}

/** A part of what one person has completed, newest first. */
export function completedBy(
  employee: EmployeeId,
  query: PersonalQuery,
  data: CatalogueData,
  scores: CourseScores,
): CompletedCourse[] {
  const courses = new Map(data.courses.map((course) => [course.id, course]));
  const { dates } = query;
  const completed = data.records
    .filter(({ employeeId }) => employeeId === employee)
    .filter(({ completedOn }) => dates === null || (completedOn >= dates.from && completedOn <= dates.to))
    .filter(({ courseId }) => query.words === '' || scores.has(courseId))
    .toSorted((a, b) => compare(b.completedOn, a.completedOn))
    .map((record) => ({ record, course: courses.get(record.courseId) ?? null }));
  return query.latest ? completed.slice(0, 1) : completed;
}

/** Grouped by 年度, in the order given. */
export function byFiscalYear(completed: readonly CompletedCourse[]): HistoryYear[] {
  const years = Map.groupBy(completed, ({ record }) => fiscalYearOf(record.completedOn));
  return [...years].map(([fiscalYear, inYear]) => ({ fiscalYear, completed: inYear }));
}

/** Hours of the courses whose length is known, to one decimal place. */
export function hoursOf(completed: readonly CompletedCourse[]): number {
  const hours = completed.reduce((sum, { course }) => sum + (course?.hours ?? 0), 0);
  return Math.round(hours * 10) / 10;
}
