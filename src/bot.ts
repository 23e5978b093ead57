import { randomUUID } from 'node:crypto';
import { type BusinessCalendar, createBusinessCalendar } from './core/calendar/business-calendar';
import { dayOf } from './core/calendar/day';
import type { Clock } from './core/clock';
import { derived } from './core/derived';
import { inquiryId } from './core/ids';
import type { Reader, Store } from './db/open';
import { createOutbox, type Outbox } from './delivery';
import {
  type AnswersReplies,
  createAnswersReplies,
  type Knowledge,
  type SensitiveTopic,
} from './features/answers';
import { createAudit, createAuditReading } from './features/audit';
import { createCatalogue } from './features/catalogue';
import { type Chat, createChat } from './features/chat';
import { createDirectory, type Directory, type Scene } from './features/directory';
import { createEditing, createFaqWriter } from './features/editing';
import { createInquiries } from './features/inquiries';
import { createLaunch } from './features/launch';
import {
  cachedDataset,
  contacts,
  courses,
  employees,
  faq,
  holidays,
  offerings,
  plan,
  synonyms,
  trainingRecords,
} from './features/records';
import { createSensitiveRecogniser } from './features/sensitive';
import { type KnowledgeSources, knowledgeFrom, readinessFrom } from './knowledge';
import type { Semantics } from './semantics';

export interface BotOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Only what HR has confirmed is used for answers. */
  readonly confirmedOnly: boolean;
  /** Local sample: live from the start. */
  readonly local: boolean;
  readonly sources: KnowledgeSources;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly wakeWorker: () => void;
}

export interface Bot {
  readonly chat: Chat;
  readonly directory: Directory;
  readonly outbox: Outbox;
  readonly calendar: (reader: Reader) => Promise<BusinessCalendar>;
  /** Builds what the first question needs, so that it is answered as fast as the others. */
  warmUp(): Promise<void>;
}
