import { ageInFiscalYear } from '../../core/calendar/age';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { Person } from '../directory';
import type { Course } from './course';

export type Learner = Pick<Person, 'level' | 'jobType' | 'birthDate' | 'hiredOn'>;

/** A rule of a course's target that a person does not meet. */
export type TargetMiss =
  | 'level'
  | 'job'
  | 'age'
  | 'years'
  /** The roster has no birth date, or no day of hiring: a limit that cannot be checked is not met. */
  | 'age-unknown'
  | 'years-unknown';

/** Age is that of the 年度, years of service are counted by 年度 (0 in the first). Empty where the course is for this person. */
export function targetMisses(course: Course, person: Learner, fiscalYear: number): readonly TargetMiss[] {
  const { levels, jobTypes, ageFrom, ageTo, yearsFrom, yearsTo } = course;
  const misses: TargetMiss[] = [];
  if (levels.length > 0 && !levels.includes(person.level)) misses.push('level');
  if (jobTypes.length > 0 && !jobTypes.some((jobType) => jobType === person.jobType)) misses.push('job');
  // A sweep asks for every person and course, and most have no such limit.
  if (ageFrom !== null || ageTo !== null) {
    const age = person.birthDate === null ? null : ageInFiscalYear(person.birthDate, fiscalYear);
    if (age === null) misses.push('age-unknown');
    else if (!isWithin(age, ageFrom, ageTo)) misses.push('age');
  }
  if (yearsFrom !== null || yearsTo !== null) {
    const years = person.hiredOn === null ? null : fiscalYear - fiscalYearOf(person.hiredOn);
    if (years === null) misses.push('years-unknown');
    else if (!isWithin(years, yearsFrom, yearsTo)) misses.push('years');
  }
  return misses;
}

const isWithin = (value: number, from: number | null, to: number | null): boolean =>
  value >= (from ?? 0) && value <= (to ?? Number.POSITIVE_INFINITY);
