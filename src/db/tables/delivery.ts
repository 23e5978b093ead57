import type { Generated } from 'kysely';

export interface DeliveryTables {
  conversations: ConversationRow;
  deliveries: DeliveryRow;
  delivery_jobs: DeliveryJobRow;
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
