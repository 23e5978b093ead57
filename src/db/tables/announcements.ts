import type { Generated } from 'kysely';

export interface AnnouncementsTables {
  announcements: AnnouncementRow;
  announcement_recipients: AnnouncementRecipientRow;
  announcement_posts: AnnouncementPostRow;
  team_channels: TeamChannelRow;
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
