import { z } from 'zod';
import type { EmployeeId } from '../../core/ids';
import { isHr, type Person } from '../directory';

/** As what somebody is welcomed: the first that fits. */
export const WELCOME_ROLES = ['hr', 'manager', 'clerk', 'mentoring', 'employee'] as const;
export const welcomeRole = z.enum(WELCOME_ROLES);
export type WelcomeRole = z.infer<typeof welcomeRole>;

/** `paired`: those who have a mentor or a mentee now. */
export function welcomeRoleOf(person: Person, paired: ReadonlySet<EmployeeId>): WelcomeRole {
  if (isHr(person)) return 'hr';
  if (person.roles.has('manager')) return 'manager';
  if (person.roles.has('clerk')) return 'clerk';
  return person.roles.has('mentor') || paired.has(person.id) ? 'mentoring' : 'employee';
}
