import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { ThanksId } from '../../core/ids';
import type { Message } from '../../core/turn';
import type { Store } from '../../db/open';
import type { Outbox } from '../../delivery';
import type { Audit } from '../audit';
import type { Directory, Scene } from '../directory';

/** What thanks need of the rest of the house. */
export interface ThanksNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  /** The card for a sensitive text, or null when it is none. */
  readonly sensitiveCard: (text: string, scene: Scene) => Promise<Message | null>;
  readonly newId: () => ThanksId;
}
