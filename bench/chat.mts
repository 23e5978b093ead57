// Chat end to end, beside the floor of the stack: the same open-loop load against the bot and against a bare
// botbuilder + restify echo bot, each in its own process. They take turns of a few seconds, so that a machine that
// becomes slower or faster meanwhile does so for both; whose turn it is not stands still (SIGSTOP). Every message
// of every turn counts in the percentiles.
//   npm run -s bench:chat -- [--rate 100] [--turns 6] [--seconds 5] [--people 200]
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    rate: { type: 'string', default: '100' },
    turns: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '5' },
    people: { type: 'string', default: '200' },
  },
});
/** Long enough for both to have compiled what they run. */
const WARM_UP_SECONDS = 10;
const rate = Number(options.rate);
const seconds = Number(options.seconds);
const root = path.resolve(import.meta.dirname, '..');
const questions = readFileSync(path.join(import.meta.dirname, 'questions.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

/** The bot runs as `npm start` runs it; the echo bot as anybody would. */
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const startFlags = scripts.start.match(/(?<=\s)--[\w=-]+(?=.*dist\/main\.js)/g) ?? [];

interface Figures {
  readonly msgsPerSec: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly rssMb: number;
}

/** Numbers the messages of the whole run. */
let serial = 0;
/** Receives the answers, as a Bot Connector would: the clock of a message stops here. */
const arrivals = new Map<string, (at: number) => void>();
const connector = createServer((request, response) => {
  const at = performance.now();
  const replyTo = decodeURIComponent(/\/activities\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
    arrivals.get(replyTo)?.(at);
    arrivals.delete(replyTo);
  });
});
await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;

process.once('SIGINT', () => process.exit(130));
const directory = mkdtempSync(path.join(tmpdir(), 'ikusei-bench-'));
const bot = await contender('dist/main.js', true);
const echo = await contender('bench/echo-bot.cjs', false);
for (let turn = 0; turn < Number(options.turns); turn += 1) {
  // Who begins changes, so that neither always meets what the other left behind.
  for (const each of turn % 2 === 0 ? [bot, echo] : [echo, bot]) await takeTurn(each);
}
const figures = { bot: await close(bot), echo: await close(echo) };
connector.close();
rmSync(directory, { recursive: true, force: true });
console.log(
  JSON.stringify({
    ...figures.bot,
    echo: figures.echo,
    p95Ratio: rounded(figures.bot.p95Ms / figures.echo.p95Ms),
  }),
);

interface Contender {
  readonly script: string;
  readonly child: ChildProcess;
  readonly port: number;
  readonly people: readonly string[];
  /** Of the messages of all its turns, ms. */
  readonly latencies: number[];
}

/** A started and warmed process, standing still until its turn. */
async function contender(script: string, isBot: boolean): Promise<Contender> {
  const { child, port } = await start(script, isBot);
  const people = await senders(port, isBot);
  await load(port, people, rate, WARM_UP_SECONDS);
  child.kill('SIGSTOP');
  return { script, child, port, people, latencies: [] };
}

async function takeTurn({ script, child, port, people, latencies }: Contender): Promise<void> {
  child.kill('SIGCONT');
  // What its timers owe from the time it stood still is not a message's cost.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const measured = await load(port, people, rate, seconds);
  child.kill('SIGSTOP');
  latencies.push(...measured);
  console.error(`${script}: ${measured.length} messages, p95 ${percentile(measured, 0.95)} ms`);
}

async function close({ child, latencies }: Contender): Promise<Figures> {
  const figures = {
    msgsPerSec: rounded(latencies.length / (Number(options.turns) * seconds)),
    p50Ms: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    p99Ms: percentile(latencies, 0.99),
    rssMb: rss(child),
  };
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return figures;
}

function percentile(latencies: readonly number[], share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

async function start(script: string, isBot: boolean): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = spawn(process.execPath, [...(isBot ? startFlags : []), path.join(root, script)], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      ...(isBot && { DATABASE_FILE: path.join(directory, 'bench.db') }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Whatever ends the bench: nobody else would wake a process that stands still.
  process.once('exit', () => child.kill('SIGKILL'));
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) return { child, port };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${script} did not become ready`);
}

async function senders(port: number, isBot: boolean): Promise<string[]> {
  const count = Number(options.people);
  if (!isBot)
    return Array.from(
      { length: count },
      (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    );
  const people = (await (await fetch(`http://127.0.0.1:${port}/local/people`)).json()) as {
    aadObjectId: string;
  }[];
  return people.slice(0, count).map((person) => person.aadObjectId);
}

/** Sends at `perSecond` whatever the answers do (open loop); answers the latency of each message, ms. */
async function load(
  port: number,
  people: readonly string[],
  perSecond: number,
  duration: number,
): Promise<number[]> {
  const total = Math.round(perSecond * duration);
  const startedAt = performance.now() + 50;
  const latencies: Promise<number>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = startedAt + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    latencies.push(send(port, people[n % people.length] ?? '', n, due));
  }
  return Promise.all(latencies);
}

async function send(port: number, person: string, n: number, due: number): Promise<number> {
  serial += 1;
  const id = `m-${serial}`;
  const arrived = new Promise<number>((resolve, reject) => {
    arrivals.set(id, resolve);
    setTimeout(() => reject(new Error('a message was not answered within 15 s')), 15_000).unref();
  });
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'msteams',
      serviceUrl,
      locale: 'ja-JP',
      text: questions[n % questions.length],
      from: { id: `29:${person}`, aadObjectId: person, name: 'bench' },
      recipient: { id: '28:bot', name: 'bot' },
      // As in Teams: one conversation a person.
      conversation: { id: `bench-${person}`, conversationType: 'personal', tenantId: 'local' },
    }),
  });
  if (!answer.ok) throw new Error(`the bot answered http ${answer.status}`);
  return (await arrived) - due;
}

function rss(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

async function freePort(): Promise<number> {
  const probe = createServer((_: IncomingMessage, response) => response.end());
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
