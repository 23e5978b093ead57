import type { AnnouncementsTables } from './tables/announcements';
import type { AnswersTables } from './tables/answers';
import type { AuditTables } from './tables/audit';
import type { CampaignsTables } from './tables/campaigns';
import type { DeliveryTables } from './tables/delivery';
import type { EnrolmentTables } from './tables/enrolment';
import type { FileLinksTables } from './tables/file-links';
import type { GrantsTables } from './tables/grants';
import type { InquiriesTables } from './tables/inquiries';
import type { MentoringTables } from './tables/mentoring';
import type { PollsTables } from './tables/polls';
import type { RecordsTables } from './tables/records';
import type { RemindersTables } from './tables/reminders';
import type { SettingsTables } from './tables/settings';
import type { ThanksTables } from './tables/thanks';

export type * from './tables/announcements';
export type * from './tables/answers';
export type * from './tables/audit';
export type * from './tables/campaigns';
export type * from './tables/delivery';
export type * from './tables/enrolment';
export type * from './tables/file-links';
export type * from './tables/grants';
export type * from './tables/inquiries';
export type * from './tables/mentoring';
export type * from './tables/polls';
export type * from './tables/records';
export type * from './tables/reminders';
export type * from './tables/settings';
export type * from './tables/thanks';

/**
 * Row types of every table, for Kysely; each slice's stand in `tables/`. Instants are UTC ISO text, days `YYYY-MM-DD`,
 * lists `|`-separated text, yes/no columns 0 or 1. The tables themselves are made by `migrations/`.
 */
export interface Database
  extends AnnouncementsTables,
    AnswersTables,
    AuditTables,
    CampaignsTables,
    DeliveryTables,
    EnrolmentTables,
    FileLinksTables,
    GrantsTables,
    InquiriesTables,
    MentoringTables,
    PollsTables,
    RecordsTables,
    RemindersTables,
    SettingsTables,
    ThanksTables {}
