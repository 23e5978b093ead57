import { z } from 'zod';
import { cadence } from '../../core/calendar/cadence';
import { type Day, day } from '../../core/calendar/day';
import { httpsLink } from '../../core/https-link';
import type { CampaignId, EmployeeId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import { audienceRule } from '../audience';
import { specific } from './specific';
import { type Policy, TEMPLATES, type Template } from './templates';

const cardText = z.object({ title: z.string().trim().max(60), body: z.string().trim().max(600) });

/** All that can be set of a campaign; what cannot is the policy of its template. */
export const campaignSettings = z.object({
  title: z.string().trim().min(1).max(60),
  /** The calendar year in which it begins: ages and years of service go by it. */
  fiscalYear: z.number().int().min(2000).max(2200),
  audience: audienceRule,
  opensOn: day,
  dueOn: day,
  link: httpsLink.nullable(),
  cadence,
  /** Of the card that people get. */
  texts: z.object({ ja: cardText, en: cardText }),
  managerView: z.enum(['nothing', 'names']),
  /** Open days after the due day from which it stands on the manager's and HR's lists; null: never. */
  escalateAfter: z.number().int().min(1).max(60).nullable(),
  specific,
});
export type CampaignSettings = z.infer<typeof campaignSettings>;

/**
 * - `draft`: being prepared; nobody hears of it.
 * - `scheduled`: started by HR; opens by itself on its opening day, and takes its audience then.
 * - `running`: its members are reminded.
 * - `paused`: nobody is reminded; what people record still counts.
 * - `ended`: for good.
 */
export type CampaignStatus =
  | { readonly kind: 'draft' }
  | { readonly kind: 'scheduled'; readonly startedBy: EmployeeId; readonly startedAt: Date }
  | {
      readonly kind: 'running' | 'paused';
      readonly startedBy: EmployeeId;
      readonly startedAt: Date;
      readonly openedAt: Date;
    }
  | { readonly kind: 'ended'; readonly endedBy: EmployeeId; readonly endedAt: Date };
export type CampaignState = CampaignStatus['kind'];

export interface Campaign extends CampaignSettings {
  readonly id: CampaignId;
  readonly status: CampaignStatus;
  readonly createdBy: EmployeeId;
  readonly copiedFrom: CampaignId | null;
}

/** An event in a campaign's life; `open` is the calendar's doing, the others are a person's. */
export type CampaignEvent = 'start' | 'unschedule' | 'open' | 'pause' | 'resume' | 'extend' | 'end';

const MAY: Readonly<Record<CampaignEvent, readonly CampaignState[]>> = {
  start: ['draft'],
  unschedule: ['scheduled'],
  open: ['scheduled'],
  pause: ['running'],
  resume: ['paused'],
  extend: ['running', 'paused'],
  end: ['running', 'paused'],
};

export const may = (event: CampaignEvent, { status }: Pick<Campaign, 'status'>): boolean =>
  MAY[event].includes(status.kind);

/** Who did it and when; `by` is of no account for `open`. */
export interface Moment {
  readonly by: EmployeeId;
  readonly at: Date;
  readonly today: Day;
}

/** The status after an event, or why there is none. `extend` changes the due day alone; see `extendedTo`. */
export function after(
  event: Exclude<CampaignEvent, 'extend'>,
  campaign: Pick<Campaign, 'status' | 'opensOn'>,
  { by, at, today }: Moment,
): Result<CampaignStatus, 'not-now'> {
  const { status, opensOn } = campaign;
  switch (event) {
    case 'start':
      if (status.kind !== 'draft') return err('not-now');
      if (opensOn > today) return ok({ kind: 'scheduled', startedBy: by, startedAt: at });
      return ok({ kind: 'running', startedBy: by, startedAt: at, openedAt: at });
    case 'unschedule':
      return status.kind === 'scheduled' ? ok({ kind: 'draft' }) : err('not-now');
    case 'open':
      if (status.kind !== 'scheduled' || opensOn > today) return err('not-now');
      return ok({ ...status, kind: 'running', openedAt: at });
    case 'pause':
      return status.kind === 'running' ? ok({ ...status, kind: 'paused' }) : err('not-now');
    case 'resume':
      return status.kind === 'paused' ? ok({ ...status, kind: 'running' }) : err('not-now');
    case 'end':
      return status.kind === 'running' || status.kind === 'paused'
        ? ok({ kind: 'ended', endedBy: by, endedAt: at })
        : err('not-now');
    default:
      return event satisfies never;
  }
}

/** A new due day must be later than the old one and not in the past. */
export function extendedTo(
  campaign: Pick<Campaign, 'status' | 'dueOn'>,
  dueOn: Day,
  today: Day,
): Result<Day, 'not-now' | 'not-later'> {
  if (!may('extend', campaign)) return err('not-now');
  return dueOn > campaign.dueOn && dueOn >= today ? ok(dueOn) : err('not-later');
}

export const templateOf = ({ specific: { template } }: Pick<Campaign, 'specific'>): Template =>
  TEMPLATES[template];
export const policyOf = (campaign: Pick<Campaign, 'specific'>): Policy => templateOf(campaign).policy;

/** What its template forbids is never in force, whatever the settings say (an older program, a changed policy). */
export function managerViewOf(campaign: Pick<Campaign, 'specific' | 'managerView'>) {
  const { managerViews } = policyOf(campaign);
  return managerViews.find((view) => view === campaign.managerView) ?? 'nothing';
}
