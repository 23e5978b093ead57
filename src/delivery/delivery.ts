import { z } from 'zod';
import type { AadObjectId } from '../core/ids';
import type { DeliveryKind, DeliveryState } from '../db/schema';

/** Id of one delivery: one message (or change of a message) for one recipient. */
export const deliveryId = z.number().int().positive().brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof deliveryId>;

/** Id of a job, given by the feature, for example `announcement:7f3c`. */
export const jobId = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .brand<'JobId'>();
export type JobId = z.infer<typeof jobId>;

/** Higher ones go out first; within one, who has been due for longest. */
export const PRIORITIES = ['high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** As stored: `low` is 0. */
export const priorityNumber = (priority: Priority): number =>
  PRIORITIES.length - 1 - PRIORITIES.indexOf(priority);

/**
 * States of a delivery. It begins as `pending` and ends in exactly one of the end states.
 *
 * - `pending`: waits for its time, for its target (an update or delete), or for its next attempt.
 * - `sending`: a worker holds it under a lease. When the lease runs out the outcome is unknown, and it is tried again.
 * - `sent`: the channel has taken it; a sent `send` has an activity id. Nothing says that it was read.
 * - `failed`: the channel refused it for good, the attempts are used up, or it could not be rendered.
 * - `cancelled`: withdrawn, superseded by a later update, an update whose message was never sent, or meant for somebody who
 *   has left or gone on leave meanwhile.
 * - `unreachable`: the person has blocked or never installed the bot, or the conversation is gone.
 */
export const END_STATES = ['sent', 'failed', 'cancelled', 'unreachable'] as const;
export type EndState = (typeof END_STATES)[number];

/** Why somebody gets no message any more: gone from the roster, or on leave. */
export type AbsenceReason = 'left' | 'on-leave';

/** Why a delivery ended as cancelled. */
export type CancelReason = 'withdrawn' | 'superseded' | 'target-not-sent' | AbsenceReason;

/** A delivery as others see it. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly job: JobId;
  readonly dedupeKey: string;
  readonly kind: DeliveryKind;
  readonly recipient: AadObjectId;
  /** The delivery whose message is changed; null for a send. */
  readonly target: DeliveryId | null;
  readonly state: DeliveryState;
  /** How often it was claimed. */
  readonly attempts: number;
  /** An attempt ended with an unknown outcome, so the person may have it more than once. */
  readonly possiblyDoubled: boolean;
  readonly activityId: string | null;
  /** Code of the last failure or of the cancelling, in English; never a message's text. */
  readonly error: string | null;
  /** UTC. */
  readonly notBefore: Date;
  /** UTC; null while open. */
  readonly endedAt: Date | null;
}

/** How many deliveries of a job are in each state. */
export type Progress = Readonly<Record<DeliveryState, number>> & { readonly total: number };
