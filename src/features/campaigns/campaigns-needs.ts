import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { CampaignId, EmployeeId } from '../../core/ids';
import type { Store, Writer } from '../../db/open';
import type { Outbox } from '../../delivery';
import type { Audit, AuditDetail } from '../audit';
import type { Directory, Scene } from '../directory';
import { type Campaign, policyOf } from './campaign';
import type { RulesByTemplate } from './template-rules';

/** What campaigns need of the rest of the house. */
export interface CampaignsNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  readonly rules: RulesByTemplate;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly newId: () => CampaignId;
}

export type AuditStep =
  | 'create'
  | 'edit'
  | 'discard'
  | 'start'
  | 'unschedule'
  | 'open'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'end'
  | 'copy'
  | 'test'
  | 'import'
  | 'undo-import';

/**
 * Notes a step in the audit log. Of a campaign that only a stress_admin runs the entry is of an action of its own, which
 * only a stress_admin reads, and holds no number: how many have taken it is told nowhere else.
 */
export function noteStep(
  { audit }: Pick<CampaignsNeeds, 'audit'>,
  tx: Writer,
  { at, actor }: { readonly at: Date; readonly actor: EmployeeId | 'system' },
  campaign: Pick<Campaign, 'id' | 'specific'>,
  step: AuditStep,
  numbers: AuditDetail = {},
): Promise<void> {
  const restricted = policyOf(campaign).runBy === 'stress_admin';
  return audit.record(tx, {
    at,
    actor,
    action: restricted ? 'stress-check-changed' : 'campaign-changed',
    subject: campaign.id,
    detail: { step, template: campaign.specific.template, ...(restricted ? {} : numbers) },
  });
}

export const byPerson = ({ now, person }: Scene) => ({ at: now, actor: person.id });
