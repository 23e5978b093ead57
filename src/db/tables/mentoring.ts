import type { Generated } from 'kysely';

export interface MentoringTables {
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
