import type { Day } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Employee } from '../records';

/** 階層 */
export type Level = Employee['level'];

/**
 * `manager` is a 所属長 (or who stands in for one today), derived from the directory and the date; the others are given
 * by HR's roster. For `stress_admin` the roster only nominates: two people have to grant it, and one with 人事権 never has it
 * (労働安全衛生規則 第52条の10).
 */
export type Role = 'manager' | 'clerk' | 'mentor' | 'hr_editor' | 'hr_admin' | 'stress_admin' | 'auditor';

/** 任用区分 */
export type Employment = NonNullable<Employee['employment']>;

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
  readonly employment: Employment | null;
  /** Hours a week, as contracted. */
  readonly weeklyHours: number | null;
  readonly concurrentSection: string | null;
  /** 一次・二次評定者: not always the manager. */
  readonly firstEvaluator: EmployeeId | null;
  readonly secondEvaluator: EmployeeId | null;
  readonly birthDate: Day | null;
  readonly hiredOn: Day | null;
  /** Sections led today: one's own, and those of whom one stands in for (代決者). */
  readonly leads: readonly string[];
  readonly roles: ReadonlySet<Role>;
  /** Why and until when one is away today (null: no end is known); null at work. */
  readonly leave: { readonly kind: LeaveKind; readonly to: Day | null } | null;
}

/** 休職, 育児休業 or 派遣 */
export type LeaveKind = NonNullable<Employee['leaveKind']>;

export const isHr = (person: Person): boolean =>
  person.roles.has('hr_editor') || person.roles.has('hr_admin');
