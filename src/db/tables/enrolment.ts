import type { Generated } from 'kysely';

export interface EnrolmentTables {
  enrolment_offerings: EnrolmentOfferingRow;
  enrolments: EnrolmentRow;
  enrolment_events: EnrolmentEventRow;
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
