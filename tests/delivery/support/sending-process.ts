// A process that sends what is in the outbox and can be killed: node … sending-process.ts DATABASE POSTED
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../../src/core/clock';
import { silentLog } from '../../../src/core/log';
import { ok } from '../../../src/core/result';
import { openStore } from '../../../src/db/open';
import { DeliveryWorker, defaultWorkerLimits, type Messenger } from '../../../src/delivery';

const [, , database = '', posted = ''] = process.argv;

/** Notes each post in a file before it answers, as a channel that has taken a message before the sender hears of it. */
const messenger: Pick<Messenger, 'send'> = {
  async send({ recipient }) {
    appendFileSync(posted, `${recipient}\n`);
    await sleep(10 + Math.random() * 20);
    const address = { conversationId: recipient, serviceUrl: 'https://channel.example/', reference: '{}' };
    return ok({ activityId: `of ${recipient}`, conversationId: recipient, address });
  },
};

const unused = (): never => {
  throw new Error('only sends are expected');
};

async function main(): Promise<void> {
  const store = await openStore(database);
  const worker = new DeliveryWorker({
    store,
    messenger: { ...messenger, update: unused, delete: unused },
    render: () => ({ kind: 'text', text: '' }),
    clock: systemClock,
    log: silentLog,
    limits: {
      concurrency: 5,
      sendTimeoutMs: 300,
      leaseSlackMs: 200,
      requestsPerSecond: Number.POSITIVE_INFINITY,
      retry: { ...defaultWorkerLimits.retry, shortestBackoffMs: 10 },
    },
  });
  await worker.drain();
  await store.close();
}

void main();
