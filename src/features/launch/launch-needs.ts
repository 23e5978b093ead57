import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { Message } from '../../core/turn';
import type { Reader, Store } from '../../db/open';
import type { Outbox } from '../../delivery';
import type { Audit } from '../audit';
import type { Directory, Scene } from '../directory';
import type { LaunchGate } from './gate';
import type { Readiness } from './readiness';

export interface LaunchNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  readonly gate: LaunchGate;
  /** The local sample starts live. */
  readonly local: boolean;
  readonly readiness: (reader: Reader) => Promise<Readiness>;
  /** What an employee without any role is answered. */
  readonly askAsEmployee: (scene: Scene, question: string) => Promise<readonly Message[]>;
}
