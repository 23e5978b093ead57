import { z } from 'zod';
import { day } from '../../core/calendar/day';

/**
 * What must be on record before a stress check may start (労働安全衛生法 第66条の10, 規則 第52条の9以下; 衛生委員会の調査審議).
 * All of it is shown to those who are invited.
 */
export const stressCheckProtocol = z.object({
  /** 実施者: physician or public-health nurse. */
  implementer: z.string().trim().max(200).default(''),
  /** 実施事務従事者 */
  clerks: z.string().trim().max(200).default(''),
  /** The day on which the 衛生委員会 deliberated. */
  deliberatedOn: day.nullable().default(null),
  /** That nobody is treated worse for taking it, not taking it, or its outcome. */
  noDisadvantage: z.boolean().default(false),
  whoSeesWhat: z.string().trim().max(1_000).default(''),
  /** How one asks for a 面接指導, and whom; sent to everybody after the results. */
  interviewContact: z.string().trim().max(500).default(''),
});
export type StressCheckProtocol = z.infer<typeof stressCheckProtocol>;

export const APPRAISAL_STAGES = ['beginning', 'middle', 'end'] as const;
export type AppraisalStage = (typeof APPRAISAL_STAGES)[number];

/** What only one template has. */
export const specific = z.discriminatedUnion('template', [
  z.object({ template: z.literal('stress_check'), protocol: stressCheckProtocol }),
  z.object({
    template: z.literal('appraisal'),
    stage: z.enum(APPRAISAL_STAGES),
    /** Of the 年度 whose results are appraised: 上半期 4–9月, 下半期 10–3月. */
    half: z.enum(['first', 'second']),
  }),
  z.object({ template: z.literal('self_assessment') }),
  z.object({ template: z.literal('course_call') }),
  z.object({ template: z.literal('age_60') }),
  z.object({ template: z.literal('exchange_meeting') }),
  z.object({ template: z.literal('submission') }),
]);
export type Specific = z.infer<typeof specific>;
