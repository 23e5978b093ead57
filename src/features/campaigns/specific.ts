import { z } from 'zod';
import { day } from '../../core/calendar/day';

/**
 * Who may be the 実施者 (労働安全衛生規則 第52条の10第1項); all but physicians and public-health nurses only after the training that
 * the minister sets.
 */
export const IMPLEMENTER_PROFESSIONS = [
  'physician',
  'public_health_nurse',
  'dentist',
  'nurse',
  'psychiatric_social_worker',
  'certified_psychologist',
] as const;

/**
 * What must be on record before a stress check may start (労働安全衛生法 第66条の10, 規則 第52条の9以下; 衛生委員会の調査審議).
 * All of it is shown to those who are invited.
 */
export const stressCheckProtocol = z.object({
  /** 実施者 by name. */
  implementer: z.string().trim().max(200).default(''),
  profession: z.enum(IMPLEMENTER_PROFESSIONS).nullable().default(null),
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
