import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { EmployeeId, PollId, SurveyId } from '../../core/ids';
import type { Message } from '../../core/turn';
import type { Store, Writer } from '../../db/open';
import type { Outbox } from '../../delivery';
import type { Desk } from '../answers';
import type { Audit, AuditDetail } from '../audit';
import type { Directory, Scene } from '../directory';
import type { SensitiveTopic } from '../sensitive';
import type { Chance } from './ballot-store';

/** What polls and surveys need of the rest of the house. */
export interface PollsNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  /** Those who may be written to. */
  readonly directory: Directory;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  /** The card for a sensitive text, or null when it is none. */
  readonly sensitiveCard: (text: string, scene: Scene) => Promise<Message | null>;
  readonly recognise: (text: string) => SensitiveTopic | null;
  readonly desks: (topic: SensitiveTopic) => Promise<readonly Desk[]>;
  /** False before the launch: nothing is started then. */
  readonly isLive: () => Promise<boolean>;
  readonly newPollId: () => PollId;
  readonly newSurveyId: () => SurveyId;
  readonly chance: Chance;
}

/** Who does something, and when: somebody, or the program by itself. */
export interface Doer {
  readonly now: Date;
  readonly person: { readonly id: EmployeeId | 'system' };
}

export type AuditStep = 'create' | 'edit' | 'discard' | 'start' | 'remind' | 'close' | 'read' | 'settings';

/** Ids and numbers, never a text; of an anonymous survey nothing about a vote. */
export const noteStep = (
  { audit }: Pick<PollsNeeds, 'audit'>,
  tx: Writer,
  { now, person }: Doer,
  action: 'poll-changed' | 'poll-answers-read' | 'survey-changed',
  subject: string,
  step: AuditStep,
  detail: AuditDetail = {},
): Promise<void> =>
  audit.record(tx, { at: now, actor: person.id, action, subject, detail: { step, ...detail } });
