import { type AadObjectId, aadObjectId } from '../../../src/core/ids';
import { silentLog } from '../../../src/core/log';
import type { Store } from '../../../src/db/open';
import { rememberAddress } from '../../../src/delivery/claim-store';
import { type Delivery, type JobId, jobId } from '../../../src/delivery/delivery';
import type { WorkerLimits } from '../../../src/delivery/dispatcher';
import { createOutbox, type Enqueued, type NewDelivery, type Outbox } from '../../../src/delivery/outbox';
import type { Render } from '../../../src/delivery/payload';
import { DeliveryWorker } from '../../../src/delivery/worker';
import { openTestStore } from '../../support/databases';
import { FakeMachine } from './fake-machine';
import { type Answer, addressOf, type Call, ScriptedMessenger } from './scripted-messenger';

export const person = (n: number): AadObjectId =>
  aadObjectId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

export const JOB: JobId = jobId.parse('announcement:1');

/** 2026-11-24 (Tuesday) 09:00 in Tokyo. */
export const NINE = new Date('2026-11-24T00:00:00.000Z');

export const send = (
  n: number,
  text = 'おはようございます',
  more: Partial<NewDelivery & { kind: 'send' }> = {},
): NewDelivery => ({
  kind: 'send',
  recipient: person(n),
  dedupeKey: `key-${n}-${text}`,
  payload: { kind: 'text', text },
  ...more,
});

/** Fast enough that rates play no part, and polling neither. */
export const UNLIMITED: Partial<WorkerLimits> = {
  requestsPerSecond: Number.POSITIVE_INFINITY,
  pollMs: 10 * 3_600_000,
};

/** `summary` stands for a card in what a person sees. */
export const render: Render = (payload, locale) => {
  if (payload.kind === 'text') return { kind: 'text', text: payload.text };
  if (payload.card === 'broken') throw new Error('no such card');
  return { kind: 'card', card: { type: 'AdaptiveCard' }, summary: `${payload.card} (${locale})` };
};

export interface Rig {
  readonly store: Store;
  readonly machine: FakeMachine;
  readonly clock: { now(): Date; set(to: Date): void };
  readonly messenger: ScriptedMessenger;
  readonly outbox: Outbox;
  readonly worker: DeliveryWorker;
  /** Another worker on the same database, on its messenger's machine: as after a restart, or in a second process. */
  anotherWorker(messenger: ScriptedMessenger): DeliveryWorker;
  enqueue(...deliveries: NewDelivery[]): Promise<Enqueued>;
  knows(...people: AadObjectId[]): Promise<void>;
  deliveries(): Promise<Delivery[]>;
  /** State of each delivery, in the order in which they were added. */
  states(): Promise<string[]>;
}

export async function createRig(
  answer?: (call: Call, nth: number) => Answer,
  limits: Partial<WorkerLimits> = {},
  given: {
    readonly store?: Store;
    readonly random?: () => number;
    readonly machine?: FakeMachine;
    readonly isOpen?: (instant: Date) => boolean;
  } = {},
): Promise<Rig> {
  const store = given.store ?? (await openTestStore());
  const machine = given.machine ?? new FakeMachine();
  let now = NINE;
  const clock = {
    now: () => now,
    set: (to: Date) => {
      now = to;
    },
  };
  const messenger = new ScriptedMessenger(machine, answer);
  const workerWith = (its: ScriptedMessenger) =>
    new DeliveryWorker({
      store,
      messenger: its,
      render,
      clock,
      log: silentLog,
      machine: its.machine,
      limits: { ...UNLIMITED, ...limits },
      ...(given.random ? { random: given.random } : {}),
      ...(given.isOpen ? { isOpen: given.isOpen } : {}),
    });
  const worker = workerWith(messenger);
  const outbox = createOutbox(clock, () => worker.wake());
  const deliveries = () => outbox.deliveriesOf(store.db, JOB);
  return {
    store,
    machine,
    clock,
    messenger,
    outbox,
    worker,
    anotherWorker: workerWith,
    enqueue: (...rows) =>
      store.write((tx) => outbox.enqueue(tx, { id: JOB, kind: 'announcement', createdBy: 'system' }, rows)),
    knows: (...people) =>
      store.write(async (tx) => {
        for (const who of people) await rememberAddress(tx, who, addressOf(who), NINE.toISOString());
      }),
    deliveries,
    states: async () => (await deliveries()).map((delivery) => delivery.state),
  };
}
