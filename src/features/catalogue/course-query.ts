import { z } from 'zod';
import { day } from '../../core/calendar/day';
import { COURSE_ENTRIES, COURSE_FIELDS, COURSE_FORMATS, COURSE_KINDS, JOB_TYPES, LEVELS } from '../records';

const codeOf = <C extends string>(choices: Readonly<Record<C, unknown>>) =>
  z.custom<C>((code) => typeof code === 'string' && Object.hasOwn(choices, code));

/** `label` is how the asker put it (来月), for the heading. */
const dateFilter = z.object({
  from: day,
  to: day,
  label: z.string().max(40),
  /** The course is held then, applications close then, or one can apply then. */
  of: z.enum(['event', 'deadline', 'application']),
});

const audienceFilter = z.object({
  levels: z.array(codeOf(LEVELS)).max(9).default([]),
  jobTypes: z.array(codeOf(JOB_TYPES)).max(11).default([]),
  /** Whole years served: 2 for 採用3年目. */
  years: z.number().int().min(0).max(50).nullable().default(null),
  /** From 30 to 39 for 30代. */
  ages: z.object({ from: z.number().int(), to: z.number().int() }).nullable().default(null),
  /** 係長向け: courses that name them; otherwise (係長です。…) those open to them. */
  only: z.boolean().default(false),
});

/** What one looks for in the catalogue. A card's buttons carry it, so blanks have defaults. */
export const courseQuery = z.object({
  dates: dateFilter.nullable().default(null),
  weekdays: z
    .array(z.literal([0, 1, 2, 3, 4, 5, 6]))
    .max(7)
    .default([]),
  audience: audienceFilter.nullable().default(null),
  field: codeOf(COURSE_FIELDS).nullable().default(null),
  kinds: z.array(codeOf(COURSE_KINDS)).max(6).default([]),
  formats: z.array(codeOf(COURSE_FORMATS)).max(5).default([]),
  /** 公募, 指名, 推薦 */
  entries: z.array(codeOf(COURSE_ENTRIES)).max(3).default([]),
  /** Begins and ends before 12:30, begins from noon on, begins from 16:00 on. */
  timeOfDay: z.enum(['morning', 'afternoon', 'evening']).nullable().default(null),
  /** Lasts so many days. */
  days: z.number().int().min(1).max(31).nullable().default(null),
  /** In the city's own buildings. */
  inHouse: z.boolean().default(false),
  /** Where it is held, as the asker put it. */
  place: z.string().max(40).default(''),
  maxHours: z.number().min(0).max(100).nullable().default(null),
  openOnly: z.boolean().default(false),
  freeOnly: z.boolean().default(false),
  next: z.boolean().default(false),
  forMe: z.boolean().default(false),
  /** Where no course is on the subject, those that fit the asker are shown. */
  advice: z.boolean().default(false),
  order: z.enum(['soonest', 'deadline', 'fewest-seats', 'most-seats']).default('soonest'),
  /** What is left of the question: the subject. */
  words: z.string().max(200).default(''),
});
export type CourseQuery = z.infer<typeof courseQuery>;
export type DateFilter = z.infer<typeof dateFilter>;
export type AudienceFilter = z.infer<typeof audienceFilter>;

/** Every course. */
export const everything: CourseQuery = courseQuery.parse({});

/** The query without its blanks: what a button carries, and what `courseQuery` reads back. */
export const compact = (query: CourseQuery): Partial<CourseQuery> => {
  const blanks = new Map<string, unknown>(Object.entries(everything));
  const isBlank = (key: string, value: unknown): boolean =>
    Array.isArray(value) ? value.length === 0 : value === blanks.get(key);
  return Object.fromEntries(Object.entries(query).filter(([key, value]) => !isBlank(key, value)));
};
