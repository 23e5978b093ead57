import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/core/clock';
import { createOutbox, findDeliveries } from '../../src/delivery';
import { databaseLocation, openTestStore } from '../support/databases';
import { JOB, person, send } from './support/rig';

const RECIPIENTS = 60;
const CONCURRENCY = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'kill-'));
const posted = path.join(folder, 'posted.txt');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const posts = (): string[] =>
  existsSync(posted) ? readFileSync(posted, 'utf8').split('\n').slice(0, -1) : [];

function startSending(database: string): ChildProcess {
  const support = path.join(__dirname, 'support');
  const hook = path.join(support, 'register-typescript.cjs');
  const args = ['-r', hook, path.join(support, 'sending-process.ts'), database, posted];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  return child;
}

test('killed in the middle of sending: everybody gets the message, and at most those in flight get it again', async () => {
  const database = await databaseLocation();
  const store = await openTestStore(database);
  const outbox = createOutbox(systemClock, () => undefined);
  const rows = Array.from({ length: RECIPIENTS }, (_, n) => send(n));
  await store.write((tx) => outbox.enqueue(tx, { id: JOB, kind: 'announcement', createdBy: 'system' }, rows));
  await store.close();

  const killed = startSending(database);
  while (posts().length < RECIPIENTS / 2 && killed.exitCode === null) await sleep(5);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(killed.signalCode).toBe('SIGKILL');
  const [code] = await once(startSending(database), 'exit');
  expect(code).toBe(0);

  const reading = await openTestStore(database);
  const deliveries = await findDeliveries(reading.db, JOB);
  await reading.close();
  expect(deliveries.map(({ state }) => state)).toEqual(Array(RECIPIENTS).fill('sent'));
  const times = new Map<string, number>();
  for (const recipient of posts()) times.set(recipient, (times.get(recipient) ?? 0) + 1);
  expect([...times.keys()].sort()).toEqual(Array.from({ length: RECIPIENTS }, (_, n) => person(n)));
  const doubled = [...times].filter(([, count]) => count > 1).map(([recipient]) => recipient);
  expect(doubled.length).toBeLessThanOrEqual(CONCURRENCY);
  const marked = deliveries
    .filter((delivery) => delivery.possiblyDoubled)
    .map((delivery) => delivery.recipient);
  expect(marked).toEqual(expect.arrayContaining(doubled));
}, 30_000);
