// The outbox end to end: recipients are queued in a database file and written to through botbuilder's connector client.
//   npm run -s bench:delivery -- [--recipients 2000] [--limit R] [--connector URL] [--new]
// --limit: requests a second at most; without, as fast as it goes. --connector: a Bot Connector to write to; without, one
// of its own in another process, which counts what arrives. --new: people who never opened the bot, two requests each.
// Progress goes to stderr; the last line is JSON.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Counted } from './delivery-connector.mts';

const require = createRequire(import.meta.url);
const { systemClock } = require('../dist/core/clock.js') as typeof import('../src/core/clock.js');
const { aadObjectId } = require('../dist/core/ids.js') as typeof import('../src/core/ids.js');
const { openStore } = require('../dist/db/open.js') as typeof import('../src/db/open.js');
const delivery = require('../dist/delivery/index.js') as typeof import('../src/delivery/index.js');
const { stderrLog } = require('../dist/stderr-log.js') as typeof import('../src/stderr-log.js');
const { TeamsAdapter } = require('../dist/teams/adapter.js') as typeof import('../src/teams/adapter.js');
const { createTeamsMessenger } =
  require('../dist/teams/messenger.js') as typeof import('../src/teams/messenger.js');

type Store = Awaited<ReturnType<typeof openStore>>;
type NewDelivery = import('../src/delivery/index.js').NewDelivery;

const { values: options } = parseArgs({
  options: {
    recipients: { type: 'string', default: '2000' },
    limit: { type: 'string', default: 'Infinity' },
    connector: { type: 'string' },
    new: { type: 'boolean', default: false },
  },
});
const recipients = Number(options.recipients);
const limit = Number(options.limit);
if (!(recipients > 0 && limit >= 2) || !Number.isInteger(recipients) || limit % 1 > 0) {
  say('--recipients is a whole number above 0, --limit one above 1');
  process.exit(1);
}
const TEXT = '来月の研修のご案内です。受講を希望される方は、今月末までにお申し込みください。';
const job = { id: delivery.jobId.parse('bench'), kind: 'announcement', createdBy: 'system' } as const;

const directory = mkdtempSync(path.join(tmpdir(), 'ikusei-bench-'));
const database = path.join(directory, 'bench.db');
const own = options.connector === undefined ? await startConnector() : null;
const connector = options.connector ?? `http://127.0.0.1:${own?.port}/`;
try {
  await measure();
} finally {
  own?.child.disconnect();
  rmSync(directory, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await rememberPeople();
  const emptyBytes = statSync(database).size;

  const store = await openStore(database);
  const outbox = delivery.createOutbox(systemClock, () => undefined);
  const queueing = performance.now();
  await store.write((tx) => outbox.enqueue(tx, job, messages()));
  const enqueueMs = Math.round(performance.now() - queueing);
  say(`queued ${recipients} in ${enqueueMs} ms, ${peakMb()} MB`);

  const worker = new delivery.DeliveryWorker({
    store,
    clock: systemClock,
    log: stderrLog(systemClock),
    render: () => ({ kind: 'text', text: TEXT }),
    messenger: createTeamsMessenger({
      adapter: new TeamsAdapter({ kind: 'local' }),
      clock: systemClock,
      botId: '28:bench',
      tenantId: 'bench',
      firstContactUrl: () => connector,
    }),
    limits: { requestsPerSecond: limit },
  });
  const sending = performance.now();
  await worker.drain();
  const seconds = (performance.now() - sending) / 1_000;
  const progress = await outbox.progress(store.db, job.id);
  say(`ended in ${seconds.toFixed(1)} s: ${JSON.stringify(progress)}`);
  const doubtful = await countPossiblyDoubled(store);
  await store.close();

  const counted = own === null ? null : await ask(own.child);
  if (counted !== null) say(`connector: ${JSON.stringify(counted)}`);
  const requestsPerSec = (progress.sent * (options.new ? 2 : 1)) / seconds;
  const figures = {
    sendsPerSec: rounded(progress.sent / seconds),
    shareOfLimit: Number.isFinite(limit) ? rounded(requestsPerSec / limit) : null,
    duplicates: counted?.duplicates ?? doubtful,
    lost: recipients - (counted?.people ?? progress.total - progress.pending - progress.sending),
    rssMb: peakMb(),
    dbBytesPerRow: Math.round((statSync(database).size - emptyBytes) / recipients),
    enqueueMs,
  };
  console.log(JSON.stringify(figures));
}

/** Without a connector of our own that counts, all that can be said of duplicates. */
async function countPossiblyDoubled(store: Store): Promise<number> {
  const { count } = await store.db
    .selectFrom('deliveries')
    .select((row) => row.fn.countAll().as('count'))
    .where('possibly_doubled', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Who opened the bot once has a conversation. */
async function rememberPeople(): Promise<void> {
  const store: Store = await openStore(database);
  for (let n = 0; n < recipients && !options.new; n += 500) {
    const rows = Array.from({ length: Math.min(500, recipients - n) }, (_, m) => conversationWith(n + m));
    await store.write((tx) => tx.insertInto('conversations').values(rows).execute());
    await new Promise((resolve) => setImmediate(resolve));
  }
  await store.close();
}

function conversationWith(n: number) {
  const id = `a:bench-${n}`;
  const reference = {
    bot: { id: '28:bench', name: 'bench' },
    channelId: 'msteams',
    conversation: { id, conversationType: 'personal', tenantId: 'bench' },
    serviceUrl: connector,
    user: { id: `29:${personOf(n)}`, aadObjectId: personOf(n) },
  };
  return {
    aad_object_id: personOf(n),
    conversation_id: id,
    service_url: connector,
    reference: JSON.stringify(reference),
    locale: 'ja',
    updated_at: systemClock.now().toISOString(),
  };
}

function* messages(): Generator<NewDelivery> {
  for (let n = 0; n < recipients; n += 1) {
    yield {
      kind: 'send',
      recipient: personOf(n),
      dedupeKey: `bench:${n}`,
      payload: { kind: 'text', text: TEXT },
    };
  }
}

function personOf(n: number) {
  return aadObjectId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
}

async function startConnector(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(path.join(import.meta.dirname, 'delivery-connector.mts'));
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

async function ask(child: ChildProcess): Promise<Counted> {
  child.send('count');
  const [counted] = (await once(child, 'message')) as [Counted];
  return counted;
}

function say(line: string): void {
  console.error(line);
}

/** The most memory that this process ever had, MB. */
function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
