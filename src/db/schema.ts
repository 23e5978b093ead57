import type { ColumnType, Generated } from 'kysely';

/**
 * Row types of every table, for Kysely. Instants are UTC ISO text, days `YYYY-MM-DD`, lists `|`-separated text,
 * yes/no columns 0 or 1. The tables themselves are made by `migrations/`.
 */
export interface Database {
  audit_log: AuditRow;
  conversations: ConversationRow;
  deliveries: DeliveryRow;
  delivery_jobs: DeliveryJobRow;
  announcements: AnnouncementRow;
  announcement_recipients: AnnouncementRecipientRow;
  announcement_posts: AnnouncementPostRow;
  team_channels: TeamChannelRow;
  records: RecordRow;
  employees: EmployeeIndexRow;
  change_sets: ChangeSetRow;
  changes: ChangeRow;
  confirmations: ConfirmationRow;
  dataset_revisions: DatasetRevisionRow;
  column_mappings: ColumnMappingRow;
  uploads: UploadRow;
  inquiries: InquiryRow;
  feedback_counts: FeedbackCountRow;
  feedback_texts: FeedbackTextRow;
  file_links: FileLinkRow;
  settings: SettingRow;
  polls: PollRow;
  poll_members: PollMemberRow;
  pulse_surveys: PulseSurveyRow;
  pulse_participants: PulseParticipantRow;
  pulse_tallies: PulseTallyRow;
  pulse_comments: PulseCommentRow;
  thanks_cards: ThanksCardRow;
  launch_welcomes: LaunchWelcomeRow;
  reminder_digest_tips: ReminderDigestTipRow;
  reminder_tips_off: ReminderTipsOffRow;
  reminder_people: ReminderPersonRow;
  reminder_digests: ReminderDigestRow;
  reminder_log: ReminderLogRow;
  reminder_snoozes: ReminderSnoozeRow;
  reminder_mutes: ReminderMuteRow;
  proactive_messages: ProactiveMessageRow;
  campaigns: CampaignRow;
  campaign_members: CampaignMemberRow;
  campaign_meetings: CampaignMeetingRow;
  campaign_imports: CampaignImportRow;
  campaign_awaited_files: CampaignAwaitedFileRow;
  enrolment_offerings: EnrolmentOfferingRow;
  enrolments: EnrolmentRow;
  enrolment_events: EnrolmentEventRow;
  mentoring_pairs: MentoringPairRow;
  mentoring_pair_events: MentoringPairEventRow;
  mentoring_check_ins: MentoringCheckInRow;
  mentoring_drafts: MentoringDraftRow;
  mentoring_answers: MentoringAnswerRow;
  mentoring_topics: MentoringTopicRow;
  mentoring_goals: MentoringGoalRow;
  mentoring_steps: MentoringStepRow;
  mentoring_calls: MentoringCallRow;
  mentoring_exchanges: MentoringExchangeRow;
  mentoring_exchange_seats: MentoringExchangeSeatRow;
  mentoring_exchange_topics: MentoringExchangeTopicRow;
  mentoring_tips: MentoringTipRow;
  mentoring_awaited_files: MentoringAwaitedFileRow;
  role_grants: RoleGrantRow;
  stress_check_publications: StressCheckPublicationRow;
  stress_check_notices: StressCheckNoticeRow;
  section_talks: SectionTalkRow;
}

/** Append-only (a trigger refuses change): who did what to which thing. Never holds a message's text. */
export interface AuditRow {
  seq: Generated<number>;
  at: string;
  /** Employee id, or `system` / `cli`. */
  actor: string;
  action: string;
  subject: string;
  /** JSON of ids and counts. */
  detail: string;
}

/** Where a person can be written to: the Bot Framework conversation reference, as the channel gave it. */
export interface ConversationRow {
  aad_object_id: string;
  conversation_id: string;
  service_url: string;
  reference: string;
  locale: string;
  updated_at: string;
}

/** One send operation of the product (an announcement, an answer from HR): its recipients are `deliveries`. */
export interface DeliveryJobRow {
  id: string;
  kind: string;
  created_at: string;
  created_by: string;
  /** 1: nothing of it goes out. */
  held: Generated<number>;
}

export type DeliveryKind = 'send' | 'update' | 'delete';
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'cancelled' | 'unreachable';

/** One recipient of a job. `payload` is the message as JSON; for update and delete `target` names the delivery whose message is meant. */
export interface DeliveryRow {
  id: Generated<number>;
  job_id: string;
  dedupe_key: string;
  kind: DeliveryKind;
  recipient: string;
  target: number | null;
  payload: string;
  not_before: string;
  /** `open`: goes out in open hours only. */
  hours: Generated<'any' | 'open'>;
  priority: number;
  state: DeliveryState;
  attempts: number;
  /** How many attempts ended with an unknown outcome: each may have reached its recipient. */
  possibly_doubled: number;
  /** The last back-off, which the next one grows from. */
  backoff_ms: number;
  /** 1: withdrawn while in flight, so no further attempt is made. */
  cancel_requested: number;
  /** Fences the claim: only the holder of this token may end the row. */
  claim_token: string | null;
  /** Milliseconds of the wall clock of the machine, not of the business clock. */
  lease_until_ms: number | null;
  retry_at_ms: number;
  activity_id: string | null;
  conversation_id: string | null;
  error: string | null;
  created_at: string;
  ended_at: string | null;
}

/** One row of a dataset (course, FAQ, contact, employee …) as validated cell text, keyed by dataset and id. */
export interface RecordRow {
  dataset: string;
  id: string;
  position: number;
  /** JSON object: column name → cell text. */
  cells: string;
  /** SHA-256 of the cells: what a confirmation refers to. */
  content_hash: string;
}

/** Looked up on every turn, so kept as columns beside the employee's record, by the same transaction. */
export interface EmployeeIndexRow {
  id: string;
  aad_object_id: string | null;
  mail: string;
  section: string;
}

export interface ChangeSetRow {
  id: string;
  at: string;
  actor: string;
  dataset: string;
  source: string;
  undone_at: string | null;
  undone_by: string | null;
}

/** One record's change: `before` null = added, `after` null = removed. */
export interface ChangeRow {
  seq: Generated<number>;
  change_set_id: string;
  record_id: string;
  before: string | null;
  after: string | null;
}

/** HR has read this very content and stands behind it. */
export interface ConfirmationRow {
  dataset: string;
  record_id: string;
  content_hash: string;
  confirmed_by: string;
  confirmed_at: string;
}

/** Raised in the same transaction as any change: what in-memory indexes are rebuilt by. */
export interface DatasetRevisionRow {
  dataset: string;
  revision: number;
}

/** Which heading of the organisation's own file feeds which column; remembered per dataset and set of headings. */
export interface ColumnMappingRow {
  dataset: string;
  headings_hash: string;
  mapping: string;
  updated_by: string;
  updated_at: string;
}

/** A file given in chat, waiting for its mapping or its apply. Deleted when applied or after a day. */
export interface UploadRow {
  id: string;
  owner: string;
  name: string;
  dataset: string | null;
  /** JSON: headings and rows as text. */
  content: string;
  created_at: string;
}

export type InquiryState = 'open' | 'answered' | 'withdrawn';

/** A question put to HR by name. Sensitive ones never get here. */
export interface InquiryRow {
  id: string;
  asker: string;
  text: string;
  state: InquiryState;
  asked_at: string;
  answered_by: string | null;
  answered_at: string | null;
  answer: string | null;
  faq_id: string | null;
}

/** Questions without an answer, or whose answer did not help: a count by topic and month, nothing else. */
export interface FeedbackCountRow {
  month: string;
  topic: string;
  kind: string;
  count: number;
}

/** Text given for improvement by its asker's own tap; never with a name. */
export interface FeedbackTextRow {
  id: string;
  month: string;
  kind: string;
  text: string;
  done: number;
}

/** A link to a file: random, for one person, for a short time. */
export interface FileLinkRow {
  token_hash: string;
  owner: string;
  name: string;
  media_type: string;
  content: ColumnType<Uint8Array, Uint8Array, never>;
  expires_at: string;
}

export interface SettingRow {
  key: string;
  value: string;
}

export interface MentoringExchangeRow {
  id: string;
  held_on: string;
  start_time: string;
  end_time: string;
  place: string;
  seats: number;
  state: 'open' | 'cancelled';
  version: number;
  changed_at: string | null;
  created_by: string;
  created_at: string;
}

export interface MentoringExchangeSeatRow {
  exchange_id: string;
  person: string;
  state: 'going' | 'withdrawn';
  at: string;
}

/** No person, no time: nobody can tell whose it is. */
export interface MentoringExchangeTopicRow {
  id: string;
  exchange_id: string;
  topic: string;
}

/** The tip of a month (`YYYY-MM`). */
export interface MentoringTipRow {
  month: string;
  text: string;
  written_by: string;
  written_at: string;
}

/** Who has been told what the bot is. */
export interface LaunchWelcomeRow {
  person: string;
  at: string;
  role: string;
  /** Dedupe key of its last message in the outbox. */
  message: string;
}

/** The 「こんなことも聞けます」 of a digest. */
export interface ReminderDigestTipRow {
  digest: string;
  tip: string;
}

/** Somebody who wants no tips. */
export interface ReminderTipsOffRow {
  person: string;
}

/** Whoever was reminded once or picked a time; what decides about a person's messages locks this row. */
export interface ReminderPersonRow {
  person: string;
  /** Minutes since midnight from which the digest goes out; null: the default. */
  minute: number | null;
}

export interface ReminderDigestRow {
  id: string;
  person: string;
  at: string;
}

/** A step of a thing that was told to a person, in which digest and where in it. */
export interface ReminderLogRow {
  person: string;
  thing: string;
  step: string;
  at: string;
  digest: string;
  position: number;
  due_on: string | null;
}

/** A thing that its person wants to hear of again on a day. */
export interface ReminderSnoozeRow {
  person: string;
  thing: string;
  until: string;
  due_on: string | null;
}

/** A thing that its person wants to hear nothing of any more. */
export interface ReminderMuteRow {
  person: string;
  thing: string;
  day: string;
}

/** A proactive message by whichever feature; the budget counts those with `counted` 1. */
export interface ProactiveMessageRow {
  message: string;
  person: string;
  day: string;
  counted: number;
}

/** Locked by whoever takes or gives a seat of the offering. */
export interface EnrolmentOfferingRow {
  offering_id: string;
  course_id: string;
  /** JSON: when and where, as last noticed. */
  schedule: string;
  /** JSON: when and where before that; null where it never changed. */
  previous: string | null;
  /** How often it changed. */
  version: number;
  changed_at: string | null;
}

/** One person's application for one offering. */
export interface EnrolmentRow {
  id: string;
  offering_id: string;
  employee: string;
  state: string;
  applied_at: string;
  /** Since when it is in its state. */
  state_at: string;
  /** Version of the offering when the person applied. */
  seen_version: number;
  /** The state that a manager has confirmed to know. */
  manager_knows: string | null;
  manager_knew_by: string | null;
  manager_knew_at: string | null;
}

export interface EnrolmentEventRow {
  seq: Generated<number>;
  enrolment_id: string;
  at: string;
  actor: string;
  state: string;
}

/** Something that HR asks of people by a day. */
export interface CampaignRow {
  id: string;
  template: string;
  title: string;
  fiscal_year: number;
  state: 'draft' | 'scheduled' | 'running' | 'paused' | 'ended';
  /** JSON, as are `cadence`, `texts` and `specific`. */
  audience: string;
  opens_on: string;
  due_on: string;
  link: string | null;
  cadence: string;
  texts: string;
  manager_view: 'nothing' | 'names';
  escalate_after: number | null;
  specific: string;
  copied_from: string | null;
  created_by: string;
  created_at: string;
  started_by: string | null;
  started_at: string | null;
  opened_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
}

/** One person in a campaign since it opened, or since they came to fit it. */
export interface CampaignMemberRow {
  campaign_id: string;
  employee: string;
  joined_on: string;
  state: 'open' | 'done' | 'left';
  done_by: 'self' | 'import' | 'proxy' | 'meeting' | null;
  done_at: string | null;
  /** Who recorded it; null when the person did. */
  recorded_by: string | null;
  import_id: string | null;
}

/** When an employee and their evaluator met, as each of them says. */
export interface CampaignMeetingRow {
  campaign_id: string;
  employee: string;
  /** Who said `evaluator_day`. */
  evaluator: string | null;
  employee_day: string | null;
  employee_at: string | null;
  evaluator_day: string | null;
  evaluator_at: string | null;
}

export interface CampaignImportRow {
  id: string;
  campaign_id: string;
  at: string;
  imported_by: string;
  recorded: number;
  undone_at: string | null;
}

/** The next file that a person attaches is meant for this campaign. */
export interface CampaignAwaitedFileRow {
  person: string;
  campaign_id: string;
  until: string;
}

/** One person's way to a role that needs two others: proposed, granted, ended. */
export interface RoleGrantRow {
  id: string;
  role: 'stress_admin';
  person: string;
  /** The Entra object id that the person had when proposed. */
  account: string;
  state: 'proposed' | 'standing' | 'ended';
  /** 1: came with the sample data, and counts for nothing outside the local sample. */
  sample: number;
  proposed_by: string;
  proposed_at: string;
  granted_by: string | null;
  granted_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
  ending: 'declined' | 'revoked' | 'resigned' | 'lapsed' | null;
}

/** The rates of a stress check that were published, once and for all. */
export interface StressCheckPublicationRow {
  campaign_id: string;
  at: string;
  published_by: string;
  least: number;
  /** JSON: what is shown. */
  groups: string;
  /** JSON: who was in which of the finest sets that the groups tell apart; not who has taken it. */
  regions: string;
}

/** That everybody is told, after the check, how to ask for an interview with a physician. */
export interface StressCheckNoticeRow {
  campaign_id: string;
  at: string;
  sent_by: string;
}

/** That a manager spoke to their section about a campaign in a week. */
export interface SectionTalkRow {
  campaign_id: string;
  section: string;
  /** The day of its Monday. */
  week: string;
  spoken_by: string;
  spoken_at: string;
}

/** A mentor and a mentee. */
export interface MentoringPairRow {
  id: string;
  mentee: string;
  mentor: string;
  from_on: string;
  until_on: string;
  early: 'monthly' | 'fortnightly' | 'weekly';
  state: 'active' | 'suspended' | 'ended';
  /** Why it is suspended or ended; null while it is active. */
  why: string | null;
  ended_on: string | null;
  /** As HR knew them when it last decided. */
  mentee_section: string;
  mentor_section: string;
  sample: number;
  /** 1: the program changed it, and HR has not confirmed to know. */
  news: number;
  changed_at: string;
  created_by: string;
  created_at: string;
}

export interface MentoringPairEventRow {
  seq: Generated<number>;
  pair_id: string;
  at: string;
  actor: string;
  what: string;
  /** JSON of ids, days and words of the program. */
  detail: string;
}

/** One conversation of a pair, in a period of theirs. */
export interface MentoringCheckInRow {
  id: string;
  pair_id: string;
  from_on: string;
  to_on: string;
  pace: string;
  /** 1 for the one that is asked for; more where they met again in the period. */
  number: number;
  met_on: string | null;
  /** When each side submitted first. */
  mentee_at: string | null;
  mentor_at: string | null;
}

export interface MentoringDraftRow {
  check_in_id: string;
  side: 'mentee' | 'mentor';
  /** JSON. */
  answer: string;
  saved_at: string;
}

export interface MentoringAnswerRow {
  seq: Generated<number>;
  check_in_id: string;
  side: 'mentee' | 'mentor';
  /** JSON. */
  answer: string;
  at: string;
}

export interface MentoringTopicRow {
  check_in_id: string;
  topic: string;
}

export interface MentoringGoalRow {
  id: string;
  pair_id: string;
  text: string;
  created_by: string;
  created_at: string;
  removed_at: string | null;
}

export interface MentoringStepRow {
  id: string;
  goal_id: string;
  text: string;
  created_by: string;
  created_at: string;
  done_at: string | null;
}

/** Somebody of a pair asked one person for help, or for another mentor. */
export interface MentoringCallRow {
  id: string;
  pair_id: string;
  kind: 'help' | 'change';
  asker: string;
  reader: string;
  asked_at: string;
  state: 'open' | 'taken' | 'withdrawn';
  state_at: string;
}

export interface MentoringAwaitedFileRow {
  person: string;
  until: string;
}

/** Something that HR tells an audience. */
export interface AnnouncementRow {
  id: string;
  state: 'draft' | 'requested' | 'scheduled' | 'sending' | 'paused' | 'finished' | 'cancelled' | 'withdrawn';
  /** JSON, as are `audience`, `plan` and `correction`. */
  content: string;
  audience: string;
  plan: string;
  /** The first issue of what is repeated; null for what is told once. */
  series: string | null;
  /** `YYYY-MM` */
  issue: string | null;
  created_by: string;
  created_at: string;
  edited_by: string;
  edited_at: string;
  requested_by: string | null;
  requested_at: string | null;
  approved_by: string | null;
  /** Who let it go out; the approver where there was one. */
  scheduled_by: string | null;
  /** When it is to go out. */
  starts_at: string | null;
  started_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
  /** A correction that waits for its approval. */
  correction: string | null;
  correction_by: string | null;
  corrections: number;
  corrected_at: string | null;
}

/** One person of the audience as it was when the announcement went out. */
export interface AnnouncementRecipientRow {
  announcement_id: string;
  employee: string;
  section: string;
  /** Null where nothing could be sent: `skipped` then says why. */
  delivery_id: number | null;
  skipped: 'not-in-teams' | 'on-leave' | null;
  /** The day on which they were found to be gone before it had reached them. */
  left_on: string | null;
  confirmed_at: string | null;
  /** UTC; the first time. */
  reacted_at: Generated<string | null>;
}

export interface AnnouncementPostRow {
  announcement_id: string;
  channel_id: string;
  delivery_id: number;
}

/** A team's channel in which the bot is installed. `id` is what the outbox knows it by. */
export interface TeamChannelRow {
  id: string;
  conversation_id: string;
  team_id: string;
  team: string;
  channel: string;
  seen_at: string;
  removed_at: string | null;
}

export interface PollRow {
  id: string;
  state: 'draft' | 'open' | 'closed';
  question: string;
  /** JSON: the labels. */
  choices: string;
  urgency: 'emergency' | 'safety' | 'other';
  /** JSON. */
  audience: string;
  /** How often those who had not answered were reminded. */
  rounds: number;
  created_by: string;
  created_at: string;
  started_at: string | null;
  closed_at: string | null;
}

/** One person of the audience as it was at the start. */
export interface PollMemberRow {
  poll_id: string;
  employee: string;
  section: string;
  gap: 'not-in-teams' | 'on-leave' | null;
  delivery_id: number | null;
  /** Place among the choices. */
  answer: number | null;
  comment: string | null;
  answered_at: string | null;
}

export interface PulseSurveyRow {
  id: string;
  state: 'draft' | 'open' | 'closed';
  question: string;
  choices: string;
  audience: string;
  created_by: string;
  created_at: string;
  opened_at: string | null;
  closed_at: string | null;
  /** How many people were asked; 0 before it is opened. */
  asked: number;
  /** The last day in Tokyo on which answers are taken; null: made before there was one. */
  closes_on: string | null;
}

export interface PulseParticipantRow {
  survey_id: string;
  employee: string;
  /** Of ten people or more. */
  group_name: string;
  took_part: number;
}

export interface PulseTallyRow {
  survey_id: string;
  group_name: string;
  choice: number;
  votes: number;
}

export interface PulseCommentRow {
  id: string;
  survey_id: string;
  text: string;
}

/** A 「ありがとう」 from one colleague to another. */
export interface ThanksCardRow {
  id: string;
  sender: string;
  receiver: string;
  text: string;
  sent_on: string;
  delivery_id: number | null;
  sender_allows: 'nobody' | 'section' | 'all';
  shared_with: 'section' | 'all' | null;
  shared_on: string | null;
  taken_back: number;
  reported: number;
}
