export interface PollsTables {
  polls: PollRow;
  poll_members: PollMemberRow;
  pulse_surveys: PulseSurveyRow;
  pulse_participants: PulseParticipantRow;
  pulse_tallies: PulseTallyRow;
  pulse_comments: PulseCommentRow;
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
