export interface CampaignsTables {
  campaigns: CampaignRow;
  campaign_members: CampaignMemberRow;
  campaign_meetings: CampaignMeetingRow;
  campaign_imports: CampaignImportRow;
  campaign_awaited_files: CampaignAwaitedFileRow;
  stress_check_publications: StressCheckPublicationRow;
  stress_check_notices: StressCheckNoticeRow;
  section_talks: SectionTalkRow;
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
