import type { Day } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Employee } from '../records';

/** 階層 */
export type Level = Employee['level'];

/**
 * `manager` is a 所属長 (or who stands in for one today), derived from the directory and the date; the others are given
 * by HR's roster. `stress_admin` is never one with 人事権 (労働安全衛生規則 第52条の10).
 */
export type Role = 'manager' | 'mentor' | 'hr_editor' | 'hr_admin' | 'stress_admin' | 'auditor';

/** An employee as the features see one, on a given day. */
export interface Person {
  readonly id: EmployeeId;
  readonly aadObjectId: AadObjectId | null;
  readonly name: string;
  readonly kana: string;
  readonly department: string;
  readonly section: string;
  readonly position: string;
  readonly level: Level;
  readonly jobType: string;
  readonly birthDate: Day | null;
  readonly hiredOn: Day | null;
  /** Sections led today: one's own, and those of whom one stands in for (代決者). */
  readonly leads: readonly string[];
  readonly roles: ReadonlySet<Role>;
  /** On sick or childcare leave, or seconded, today. */
  readonly onLeave: boolean;
}

export const isHr = (person: Person): boolean =>
  person.roles.has('hr_editor') || person.roles.has('hr_admin');
