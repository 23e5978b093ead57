/** The outbox: the one way out for every proactive message. */
export {
  type AbsenceReason,
  type Delivery,
  type DeliveryId,
  deliveryId,
  type EndState,
  type JobId,
  jobId,
  type Priority,
  type Progress,
} from './delivery';
export { findDeliveries } from './delivery-store';
export { deliveryTexts } from './delivery-texts';
export type { WorkerLimits } from './dispatcher';
export { type Machine, realMachine } from './machine';
export {
  type ConversationAddress,
  classifyHttpFailure,
  classifyNetworkFailure,
  type Messenger,
  type Outgoing,
  type ResponseHeaders,
  type SendFailure,
  type Sent,
  type UnreachableReason,
} from './messenger';
export { createOutbox, type Enqueued, type Job, type NewDelivery, type Outbox } from './outbox';
export { type Json, type Payload, parsePayload, type Render } from './payload';
export { forgetDeliveries, type JobKind, PAYLOAD_DAYS } from './retention';
export { type Attempted, type UnreachablePerson, unreachablePeople } from './unreachable';
export { DeliveryWorker, defaultWorkerLimits, type TickReport, type WorkerOptions } from './worker';
