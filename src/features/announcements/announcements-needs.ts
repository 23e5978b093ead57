import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { AnnouncementId, CampaignId, ChannelId, CourseId, EmployeeId, FaqId } from '../../core/ids';
import type { Message } from '../../core/turn';
import type { Reader, Store, Writer } from '../../db/open';
import type { Outbox } from '../../delivery';
import type { Audit, AuditDetail } from '../audit';
import type { Directory, Scene } from '../directory';
import type { Announcement } from './announcement';

/** Something that a button can lead to. */
export interface Target<Id> {
  readonly id: Id;
  readonly title: string;
}

/** Where buttons of one kind lead: found when HR writes a name, shown when somebody taps. */
export interface Targets<Id> {
  /** Best first; the first alone where the words name it surely. */
  find(scene: Scene, words: string): Promise<readonly Target<Id>[]>;
  /** Null where it is gone. */
  show(scene: Scene, id: Id): Promise<Message | null>;
}

/** An offering that one can apply for now, as a line of an announcement. */
export interface OpenOffering {
  readonly id: string;
  readonly line: string;
}

/** What announcements need of the rest of the house. */
export interface AnnouncementsNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  /** Those who may be written to by now. */
  readonly directory: Directory;
  /** Everybody, also before the launch. */
  readonly roster: Pick<Directory, 'everybody' | 'byId'>;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  readonly courses: Targets<CourseId>;
  readonly faqs: Targets<FaqId>;
  readonly campaigns: Targets<CampaignId>;
  /** Before the launch nobody but HR gets anything. */
  readonly isLive: () => Promise<boolean>;
  readonly openOfferings: (reader: Reader, now: Date) => Promise<readonly OpenOffering[]>;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly newId: () => AnnouncementId;
  readonly newChannelId: () => ChannelId;
}

export type AuditStep =
  | 'create'
  | 'edit'
  | 'discard'
  | 'test'
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
  | 'request-correction'
  | 'correct'
  | 'refuse-correction'
  | 'withdraw'
  | 'repeat';

/** Notes a step in the audit log: ids and numbers, never a text. */
export function noteStep(
  { audit }: Pick<AnnouncementsNeeds, 'audit'>,
  tx: Writer,
  { at, actor }: { readonly at: Date; readonly actor: EmployeeId | 'system' },
  { id, content }: Pick<Announcement, 'id' | 'content'>,
  step: AuditStep,
  detail: AuditDetail = {},
): Promise<void> {
  return audit.record(tx, {
    at,
    actor,
    action: 'announcement-changed',
    subject: id,
    detail: { step, importance: content.importance, ...detail },
  });
}

export const byPerson = ({ now, person }: Pick<Scene, 'now' | 'person'>) => ({ at: now, actor: person.id });
