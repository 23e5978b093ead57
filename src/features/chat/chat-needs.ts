import type { Clock } from '../../core/clock';
import type { Store } from '../../db/open';
import type { Announcements } from '../announcements';
import type { AnswersReplies, Knowledge } from '../answers';
import type { AuditReading } from '../audit';
import type { Campaigns } from '../campaigns';
import type { Catalogue } from '../catalogue';
import type { Directory } from '../directory';
import type { Editing } from '../editing';
import type { Enrolments } from '../enrolment';
import type { Grants } from '../grants';
import type { Inquiries } from '../inquiries';
import type { IntentRecogniser } from '../intents';
import type { Launch, Welcomes } from '../launch';
import type { Mentoring } from '../mentoring';
import type { Polls } from '../polls';
import type { Progress } from '../progress';
import type { Reminders } from '../reminders';
import type { SensitiveTopic, Suspicion } from '../sensitive';
import type { StressCheck } from '../stress-check';
import type { ThanksFeature } from '../thanks';

/** Every feature that the chat takes turns to. */
export interface ChatNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly knowledge: () => Promise<Knowledge>;
  readonly recognise: (text: string) => SensitiveTopic | null;
  readonly suspect: (text: string) => Suspicion;
  readonly intent: IntentRecogniser;
  readonly answers: AnswersReplies;
  readonly catalogue: Catalogue;
  readonly inquiries: Inquiries;
  readonly editing: Editing;
  readonly launch: Launch;
  readonly welcomes: Pick<Welcomes, 'arrived'>;
  readonly enrolments: Enrolments;
  readonly announcements: Announcements;
  readonly campaigns: Campaigns;
  readonly mentoring: Mentoring;
  readonly reminders: Reminders;
  readonly grants: Grants;
  readonly stressCheck: StressCheck;
  readonly polls: Polls;
  readonly thanks: ThanksFeature;
  readonly progress: Progress;
  readonly audit: AuditReading;
}
