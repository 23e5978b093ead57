import { systemClock } from '../../../src/core/clock';
import type { AadObjectId } from '../../../src/core/ids';
import { silentLog } from '../../../src/core/log';
import { openStore, type Store } from '../../../src/db/open';
import {
  type ConversationAddress,
  createOutbox,
  DeliveryWorker,
  type Messenger,
} from '../../../src/delivery';
import { rememberAddress } from '../../../src/delivery/claim-store';
import { type Delivery, jobId } from '../../../src/delivery/delivery';
import type { WorkerLimits } from '../../../src/delivery/dispatcher';
import { defaultRetryPolicy } from '../../../src/delivery/retry';
import { TeamsAdapter } from '../../../src/teams/adapter';
import { createTeamsMessenger } from '../../../src/teams/messenger';
import { conversationOf } from './faulty-connector';
import { render, send } from './rig';

export const TENANT = '11111111-0000-4000-8000-000000000000';
const JOB = { id: jobId.parse('announcement:http'), kind: 'announcement', createdBy: 'system' } as const;

/** The messenger of the product: botbuilder's connector client, by HTTP to `url`. */
export const messengerTo = (url: string, adapter = new TeamsAdapter({ kind: 'local' })): Messenger =>
  createTeamsMessenger({
    adapter,
    clock: systemClock,
    botId: '28:bot',
    tenantId: TENANT,
    firstContactUrl: () => url,
  });

/** Where somebody is written to who opened the bot once. */
export function addressAt(url: string, person: AadObjectId): ConversationAddress {
  const conversation = { id: conversationOf(person), conversationType: 'personal' };
  const reference = JSON.stringify({
    bot: { id: '28:bot' },
    channelId: 'msteams',
    conversation,
    serviceUrl: url,
  });
  return { conversationId: conversation.id, serviceUrl: url, reference };
}

/** Quick enough for a test in real time. */
export const QUICK: Partial<WorkerLimits> = {
  requestsPerSecond: Number.POSITIVE_INFINITY,
  sendTimeoutMs: 3_000,
  leaseSlackMs: 500,
  retry: { ...defaultRetryPolicy, shortestBackoffMs: 20 },
};

export interface HttpRig {
  readonly store: Store;
  readonly worker: DeliveryWorker;
  /** Those who know the bot have a conversation; the others do not. */
  enqueue(people: {
    readonly known?: readonly AadObjectId[];
    readonly strangers?: readonly AadObjectId[];
  }): Promise<void>;
  deliveries(): Promise<Delivery[]>;
  close(): Promise<void>;
}

/** The outbox as the product runs it, in real time, writing by HTTP to `url`. */
export async function createHttpRig(
  url: string,
  limits: Partial<WorkerLimits> = {},
  file = ':memory:',
): Promise<HttpRig> {
  const store = await openStore(file);
  const worker = new DeliveryWorker({
    store,
    render,
    clock: systemClock,
    log: silentLog,
    messenger: messengerTo(url),
    limits: { ...QUICK, ...limits },
  });
  const outbox = createOutbox(systemClock, () => worker.wake());
  return {
    store,
    worker,
    enqueue: ({ known = [], strangers = [] }) =>
      store.write(async (tx) => {
        const at = systemClock.now().toISOString();
        for (const person of known) await rememberAddress(tx, person, addressAt(url, person), at);
        const rows = [...known, ...strangers].map((recipient) => ({
          ...send(0),
          recipient,
          dedupeKey: recipient,
        }));
        await outbox.enqueue(tx, JOB, rows);
      }),
    deliveries: () => outbox.deliveriesOf(store.db, JOB.id),
    async close() {
      await worker.stop();
      await store.close();
    },
  };
}
