import { z } from 'zod';
import { day } from '../../core/calendar/day';
import { httpsLink } from '../../core/https-link';
import { type announcementId, campaignId, channelId, courseId, type EmployeeId, faqId } from '../../core/ids';
import { audienceRule } from '../audience';
import type { Person } from '../directory';

export const LONGEST_TITLE = 60;
export const LONGEST_BODY = 1_200;
export const MOST_BUTTONS = 3;

/** Put into title and text for each recipient; a channel has neither. */
export const VARIABLES = ['氏名', '所属'] as const;

export const LONGEST_LABEL = 30;

const labels = {
  label: z.string().trim().min(1).max(LONGEST_LABEL),
  /** Empty: the Japanese one. */
  labelEn: z.string().trim().max(LONGEST_LABEL).default(''),
};
const button = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), ...labels, url: httpsLink }),
  z.object({ kind: z.literal('course'), ...labels, id: courseId }),
  z.object({ kind: z.literal('faq'), ...labels, id: faqId }),
  z.object({ kind: z.literal('campaign'), ...labels, id: campaignId }),
]);
export type AnnouncementButton = z.infer<typeof button>;
export const BUTTON_KINDS = [
  'link',
  'course',
  'faq',
  'campaign',
] as const satisfies readonly AnnouncementButton['kind'][];

/**
 * - `normal`, `important`: in open hours, and within everybody's budget of messages; `important` is marked and goes first.
 * - `emergency`: at once at any hour, outside the budget, without a second person (災害時の参集). HR administrators only.
 */
export const IMPORTANCES = ['normal', 'important', 'emergency'] as const;
export type Importance = (typeof IMPORTANCES)[number];

const text = z.object({
  title: z.string().trim().max(LONGEST_TITLE),
  body: z.string().trim().max(LONGEST_BODY),
});

/** What people see. English where there is any, else Japanese. */
export const announcementContent = z.object({
  ja: text,
  en: text,
  importance: z.enum(IMPORTANCES),
  picture: z.object({ url: httpsLink, alt: z.string().trim().max(100) }).nullable(),
  buttons: z.array(button).max(MOST_BUTTONS),
  /** Asks for 「確認しました」. */
  asksConfirmation: z.boolean(),
});
export type AnnouncementContent = z.infer<typeof announcementContent>;

export const REPEATS = ['never', 'monthly', 'monthly-offerings'] as const;

/** How it goes out. */
export const announcementPlan = z.object({
  channels: z.array(channelId).max(20),
  /** Whether each of the audience gets a message; else it stands in the channels only. */
  toPeople: z.boolean().default(true),
  /** In Tokyo; null: as soon as it may. */
  at: z.object({ day, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }).nullable(),
  /** Whether those who have not confirmed are reminded. */
  chases: z.boolean(),
  /** Whether managers see who of their section has not confirmed. */
  managersSee: z.boolean(),
  /**
   * A draft of the next issue is made each month, for HR to send or not: `monthly` with the last one's text,
   * `monthly-offerings` with what is new in the catalogue.
   */
  repeat: z.enum(REPEATS),
  /** On which open day of the month the draft is made. */
  repeatOn: z.number().int().min(1).max(18),
  /** `YYYY-MM` of the last issue whose draft HR has thrown away. */
  skipped: z.string().nullable().default(null),
  /** Offerings that an issue of `monthly-offerings` has told of. */
  offerings: z.array(z.string()).max(500),
});
export type AnnouncementPlan = z.infer<typeof announcementPlan>;

export const announcementSettings = z.object({
  content: announcementContent,
  audience: audienceRule,
  plan: announcementPlan,
});
export type AnnouncementSettings = z.infer<typeof announcementSettings>;

/**
 * - `draft`: being prepared.
 * - `requested`: waits for a second person.
 * - `scheduled`: goes out by itself at its time, and takes its audience then.
 * - `sending`: its messages are in the outbox, none of them held.
 * - `paused`: what has not gone out is held.
 * - `finished`: every message has ended.
 * - `cancelled`: what had not gone out was withdrawn; the rest stands.
 * - `withdrawn`: what had gone out was deleted as well.
 */
export type AnnouncementStatus =
  | { readonly kind: 'draft' }
  | { readonly kind: 'requested'; readonly by: EmployeeId; readonly at: Date }
  | ({ readonly kind: 'scheduled' } & Scheduled)
  | ({ readonly kind: 'sending' | 'paused'; readonly startedAt: Date } & Scheduled)
  | ({ readonly kind: 'finished'; readonly startedAt: Date; readonly endedAt: Date } & Scheduled)
  | ({
      readonly kind: 'cancelled' | 'withdrawn';
      readonly startedAt: Date;
      readonly endedAt: Date;
      readonly endedBy: EmployeeId;
    } & Scheduled);
export type AnnouncementState = AnnouncementStatus['kind'];

/** What is open first. */
export const ALL_STATES: readonly AnnouncementState[] = [
  'requested',
  'sending',
  'paused',
  'scheduled',
  'draft',
  'finished',
  'cancelled',
  'withdrawn',
];

interface Scheduled {
  readonly requestedBy: EmployeeId | null;
  /** Null where no second person was needed. */
  readonly approvedBy: EmployeeId | null;
  readonly scheduledBy: EmployeeId;
  readonly startsAt: Date;
}

export interface Announcement extends AnnouncementSettings {
  readonly id: z.infer<typeof announcementId>;
  readonly status: AnnouncementStatus;
  readonly createdBy: EmployeeId;
  readonly editedBy: EmployeeId;
  /** The issue of a repeated one; `month` is `YYYY-MM`. */
  readonly issue: { readonly series: z.infer<typeof announcementId>; readonly month: string } | null;
  /** How often it was corrected after it went out. */
  readonly corrections: number;
  readonly correctedAt: Date | null;
  /** A correction that waits for a second person. */
  readonly correction: { readonly content: AnnouncementContent; readonly by: EmployeeId } | null;
}

export type AnnouncementEvent =
  | 'edit'
  | 'request'
  | 'approve'
  | 'return'
  | 'schedule'
  | 'unschedule'
  | 'start'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'finish'
  | 'correct'
  | 'withdraw'
  | 'discard';

const MAY: Readonly<Record<AnnouncementEvent, readonly AnnouncementState[]>> = {
  edit: ['draft'],
  request: ['draft'],
  approve: ['requested'],
  return: ['requested'],
  schedule: ['draft'],
  unschedule: ['scheduled'],
  start: ['scheduled'],
  pause: ['sending'],
  resume: ['paused'],
  cancel: ['sending', 'paused'],
  finish: ['sending'],
  correct: ['sending', 'paused', 'finished', 'cancelled'],
  withdraw: ['sending', 'paused', 'finished', 'cancelled'],
  discard: ['draft'],
};

export const may = (event: AnnouncementEvent, { status }: Pick<Announcement, 'status'>): boolean =>
  MAY[event].includes(status.kind);

/** Whether its messages are, or were, in the outbox. */
export const hasStarted = ({ status }: Pick<Announcement, 'status'>): boolean =>
  may('correct', { status }) || status.kind === 'withdrawn';

export const isEmergency = ({ content }: Pick<Announcement, 'content'>): boolean =>
  content.importance === 'emergency';

/** Who may make, send and correct it: minutes count for an emergency, so its sender stands in for the second person. */
export const mayHandle = (
  announcement: Pick<Announcement, 'content'>,
  { roles }: Pick<Person, 'roles'>,
): boolean => !isEmergency(announcement) || roles.has('hr_admin');

/** The texts for a reader; Japanese where there is no other. */
/** What is repeated goes by its first issue. */
export const seriesOf = ({ id, issue }: Pick<Announcement, 'id' | 'issue'>) => issue?.series ?? id;

export function textIn({ ja, en }: Pick<AnnouncementContent, 'ja' | 'en'>, locale: 'ja' | 'en') {
  if (locale === 'ja') return ja;
  return { title: en.title === '' ? ja.title : en.title, body: en.body === '' ? ja.body : en.body };
}

export const labelIn = (
  { label, labelEn }: Pick<AnnouncementButton, 'label' | 'labelEn'>,
  locale: 'ja' | 'en',
): string => (locale === 'en' && labelEn !== '' ? labelEn : label);
