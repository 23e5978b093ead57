import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { AadObjectId } from '../../core/ids';
import type { Store, Writer } from '../../db/open';
import type { Audit } from '../audit';
import { type Campaign, policyOf } from '../campaigns';
import type { Directory, Person, Scene } from '../directory';

/** What the progress needs of the rest of the house. */
export interface ProgressNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'everybody' | 'withRole'>;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  /** Whom no message reaches, as far as this viewer may know. */
  readonly unreachedFor: (viewer: Person) => Promise<readonly { readonly recipient: AadObjectId }[]>;
}

/**
 * Notes that somebody read who has handed in. Of a campaign that only a stress_admin runs the entry is one that only a
 * stress_admin reads, and holds no number.
 */
export function noteRead(
  { audit }: Pick<ProgressNeeds, 'audit'>,
  tx: Writer,
  { now, person }: Scene,
  campaign: Pick<Campaign, 'id' | 'specific'>,
  what: 'sections' | 'list' | 'names' | 'csv' | 'sheet',
  count: number,
): Promise<void> {
  const restricted = policyOf(campaign).runBy === 'stress_admin';
  return audit.record(tx, {
    at: now,
    actor: person.id,
    action: restricted ? 'stress-check-read' : 'campaign-members-read',
    subject: campaign.id,
    detail: restricted ? { what } : { what, count },
  });
}
