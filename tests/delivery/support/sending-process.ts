// A process that sends what is in the outbox to a connector, and can be killed: node … sending-process.ts DATABASE URL CONCURRENCY
import { createHttpRig } from './http-rig';

const [, , database = '', url = '', concurrency = ''] = process.argv;

async function main(): Promise<void> {
  const rig = await createHttpRig(url, { concurrency: Number(concurrency) }, database);
  await rig.worker.drain();
  await rig.close();
}

void main();
