import type { Cadence } from '../../core/calendar/cadence';
import { GENTLE } from '../../core/calendar/cadence';
import { type Day, dayFrom } from '../../core/calendar/day';
import { type InitiativeId, initiativeId } from '../../core/ids';
import { type AudienceRule, EVERYBODY } from '../audience';

export const TEMPLATE_IDS = [
  'stress_check',
  'self_assessment',
  'appraisal',
  'course_call',
  'age_60',
  'exchange_meeting',
  'submission',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** What a 所属長 sees of their own section. */
export type ManagerView = 'nothing' | 'names';

/**
 * What no setting of a campaign can change, since the law or the city's own rule says so (domain.md).
 * Whatever shows, sends, records or exports asks this, never the name of the template.
 */
export interface Policy {
  /** Who sets it up, starts it and reads about it. Everybody else in HR sees that it exists, and its dates. */
  readonly runBy: 'hr' | 'stress_admin';
  readonly completion: 'self' | 'meeting' | 'none';
  /** The first is the default. */
  readonly managerViews: readonly [ManagerView, ...ManagerView[]];
  /** Who may record for somebody else (代理): the section (its 庶務担当, and a 所属長 who sees names) and HR, HR alone, or nobody. */
  readonly proxy: 'section' | 'hr' | 'never';
  /** The most reminders after the opening one, whatever is extended or resumed; null: as the cadence says. */
  readonly mostAfterOpening: number | null;
  /** A fixed cadence is not offered for change. */
  readonly cadenceFixed: boolean;
  /** Whether there may be an escalation to the manager's and HR's lists. */
  readonly escalates: boolean;
  readonly link: 'required' | 'optional' | 'none';
}

export interface Template {
  readonly id: TemplateId;
  readonly policy: Policy;
  /** What those who are asked do, for the words that count it. */
  readonly deed: 'submitted' | 'taken' | 'met';
  readonly audience: AudienceRule;
  readonly cadence: Cadence;
  /** Open days after the due day; null: never. */
  readonly escalateAfter: number | null;
  readonly term: (fiscalYear: number) => { readonly opensOn: Day; readonly dueOn: Day };
  /** 取組項目 of the plan that it belongs to. */
  readonly initiatives: readonly InitiativeId[];
  /** `low` rides along with another reminder, and goes out alone at most once a week. */
  readonly urgency: 'normal' | 'low';
}

/** One opening and at most two invitations, none of them after the day has passed. */
const INVITING: Cadence = { opening: true, before: [7, 1], onDueDay: false, overdue: null };
/** News of an open call: when it opens, and once before it closes. */
const NEWS: Cadence = { opening: true, before: [3], onDueDay: false, overdue: null };

const between =
  (from: readonly [month: number, dayOfMonth: number], to: readonly [month: number, dayOfMonth: number]) =>
  (fiscalYear: number) => ({ opensOn: inYear(fiscalYear, from), dueOn: inYear(fiscalYear, to) });
const inYear = (fiscalYear: number, [month, dayOfMonth]: readonly [number, number]): Day =>
  dayFrom(month >= 4 ? fiscalYear : fiscalYear + 1, month, dayOfMonth);

const ids = (...of: readonly string[]): readonly InitiativeId[] => of.map((one) => initiativeId.parse(one));

const HR_RUN = {
  runBy: 'hr',
  completion: 'self',
  managerViews: ['names', 'nothing'],
  proxy: 'section',
  mostAfterOpening: null,
  cadenceFixed: false,
  escalates: true,
  link: 'optional',
} as const satisfies Policy;

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  /**
   * 労働安全衛生法 第66条の10. The employee's choice: at most two invitations after the opening (the city's own rule), nothing
   * when the day has passed, and nobody but the 実施事務従事者 sees who has taken it (stricter than the law).
   */
  stress_check: {
    id: 'stress_check',
    deed: 'taken',
    policy: {
      runBy: 'stress_admin',
      completion: 'self',
      managerViews: ['nothing'],
      proxy: 'never',
      mostAfterOpening: 2,
      cadenceFixed: true,
      escalates: false,
      link: 'required',
    },
    audience: EVERYBODY,
    cadence: INVITING,
    escalateAfter: null,
    term: between([8, 1], [8, 31]),
    initiatives: ids('2.6.1'),
    urgency: 'normal',
  },
  /** Goes to HR directly: its content is between the employee and HR, so that nobody records it for them. */
  self_assessment: {
    id: 'self_assessment',
    deed: 'submitted',
    policy: {
      ...HR_RUN,
      managerViews: ['nothing', 'names'],
      proxy: 'never',
      link: 'required',
    },
    audience: EVERYBODY,
    cadence: GENTLE,
    escalateAfter: 3,
    term: between([10, 1], [10, 31]),
    initiatives: ids('3.3.2', '2.7.1'),
    urgency: 'normal',
  },
  /** Only that a meeting took place and when, confirmed by both; never a score. */
  appraisal: {
    id: 'appraisal',
    deed: 'met',
    policy: {
      ...HR_RUN,
      completion: 'meeting',
      managerViews: ['nothing', 'names'],
      proxy: 'never',
      link: 'optional',
    },
    audience: EVERYBODY,
    cadence: GENTLE,
    escalateAfter: 5,
    term: between([4, 1], [5, 31]),
    initiatives: ids('3.2.2', '3.2.3'),
    urgency: 'normal',
  },
  course_call: {
    id: 'course_call',
    deed: 'submitted',
    policy: {
      ...HR_RUN,
      completion: 'none',
      managerViews: ['nothing'],
      proxy: 'never',
      escalates: false,
    },
    audience: EVERYBODY,
    cadence: NEWS,
    escalateAfter: null,
    term: between([5, 1], [5, 31]),
    initiatives: ids('1.1.3', '1.1.4'),
    urgency: 'low',
  },
  /** 地方公務員法 附則第23項 (情報提供・意思確認 in the 年度 before one turns 60): it shows an age and a plan for life, so that no manager sees it. */
  age_60: {
    id: 'age_60',
    deed: 'submitted',
    policy: { ...HR_RUN, managerViews: ['nothing'], proxy: 'hr' },
    audience: { ...EVERYBODY, age: { from: 59, to: 59 }, employments: ['regular'] },
    cadence: GENTLE,
    escalateAfter: 5,
    term: between([9, 1], [10, 15]),
    initiatives: ids('3.5.1', '3.5.2'),
    urgency: 'normal',
  },
  exchange_meeting: {
    id: 'exchange_meeting',
    deed: 'met',
    policy: { ...HR_RUN, managerViews: ['nothing'], proxy: 'hr' },
    audience: { ...EVERYBODY, roles: ['manager'] },
    cadence: GENTLE,
    escalateAfter: 5,
    term: between([7, 1], [9, 30]),
    initiatives: ids('2.5.4', '2.6.3'),
    urgency: 'normal',
  },
  submission: {
    id: 'submission',
    deed: 'submitted',
    policy: HR_RUN,
    audience: EVERYBODY,
    cadence: GENTLE,
    escalateAfter: 3,
    term: between([11, 1], [11, 30]),
    initiatives: [],
    urgency: 'normal',
  },
};
