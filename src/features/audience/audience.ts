import { z } from 'zod';
import { ageInFiscalYear } from '../../core/calendar/age';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { employeeId } from '../../core/ids';
import type { Person, Role } from '../directory';
import { EMPLOYMENTS, JOB_TYPES, LEVELS } from '../records';

const keys = <T extends object>(of: T): [keyof T & string, ...(keyof T & string)[]] =>
  Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

export const AUDIENCE_ROLES = [
  'manager',
  'clerk',
  'mentor',
  'hr_editor',
  'hr_admin',
  'stress_admin',
  'auditor',
] as const satisfies readonly Role[];

const place = z.string().trim().min(1).max(60);
/** Both ends belong to it; null is open. */
const range = (most: number) =>
  z.object({
    from: z.number().min(0).max(most).nullable().default(null),
    to: z.number().min(0).max(most).nullable().default(null),
  });
const OPEN = { from: null, to: null };
const ids = z.array(employeeId).max(5_000).default([]);

/**
 * Who a message or a campaign is for, as data. Every condition that is set must hold; an empty rule means everybody.
 * `departments` and `sections` are one condition, met by either. Whoever the roster tells too little of (no birth date
 * for an age) does not meet that condition.
 */
export const audienceRule = z.object({
  departments: z.array(place).max(60).default([]),
  /** 所属; 兼務先 counts as well. */
  sections: z.array(place).max(200).default([]),
  levels: z.array(z.enum(keys(LEVELS))).default([]),
  jobTypes: z.array(z.enum(keys(JOB_TYPES))).default([]),
  employments: z.array(z.enum(keys(EMPLOYMENTS))).default([]),
  weeklyHours: range(60).default(OPEN),
  /** Reached on the last day of the 年度. */
  age: range(120).default(OPEN),
  /** 採用n年目 in the 年度: the 年度 of hiring is the first. */
  yearsOfService: range(80).default(OPEN),
  roles: z.array(z.enum(AUDIENCE_ROLES)).default([]),
  /** Nobody but these, as far as they meet the rest. */
  only: ids,
  /** Never these. */
  except: ids,
});
export type AudienceRule = z.infer<typeof audienceRule>;
export type Range = AudienceRule['age'];

export const EVERYBODY: AudienceRule = audienceRule.parse({});

/** Whether a person fits, as the roster stands; ages and years of service go by the 年度. */
export const inAudience = (person: Person, rule: AudienceRule, fiscalYear: number): boolean =>
  fitOf(person, rule, fiscalYear) === 'in';

/** `unknown`: everything that is known fits, but the roster lacks what a condition needs. */
export type Fit = 'in' | 'out' | 'unknown';

export function fitOf(person: Person, rule: AudienceRule, fiscalYear: number): Fit {
  if (rule.except.includes(person.id)) return 'out';
  if (rule.only.length > 0 && !rule.only.includes(person.id)) return 'out';
  if (!isPlacedIn(person, rule)) return 'out';
  if (!allows(rule.levels, person.level)) return 'out';
  if (rule.roles.length > 0 && !rule.roles.some((role) => person.roles.has(role))) return 'out';
  const fits = [
    oneOf(rule.jobTypes, person.jobType === '' ? null : person.jobType),
    oneOf(rule.employments, person.employment),
    within(rule.weeklyHours, person.weeklyHours),
    within(rule.age, person.birthDate === null ? null : ageInFiscalYear(person.birthDate, fiscalYear)),
    within(rule.yearsOfService, yearOfService(person, fiscalYear)),
  ];
  if (fits.includes('out')) return 'out';
  return fits.includes('unknown') ? 'unknown' : 'in';
}

/** 採用n年目; null where the roster does not tell when somebody was hired. */
export const yearOfService = ({ hiredOn }: Pick<Person, 'hiredOn'>, fiscalYear: number): number | null =>
  hiredOn === null ? null : fiscalYear - fiscalYearOf(hiredOn) + 1;

function isPlacedIn(person: Person, { departments, sections }: AudienceRule): boolean {
  if (departments.length === 0 && sections.length === 0) return true;
  if (departments.includes(person.department) || sections.includes(person.section)) return true;
  return person.concurrentSection !== null && sections.includes(person.concurrentSection);
}

const allows = (allowed: readonly string[], value: string): boolean =>
  allowed.length === 0 || allowed.includes(value);

function oneOf(allowed: readonly string[], value: string | null): Fit {
  if (allowed.length === 0) return 'in';
  if (value === null) return 'unknown';
  return allowed.includes(value) ? 'in' : 'out';
}

function within({ from, to }: Range, value: number | null): Fit {
  if (from === null && to === null) return 'in';
  if (value === null) return 'unknown';
  return (from === null || from <= value) && (to === null || value <= to) ? 'in' : 'out';
}
