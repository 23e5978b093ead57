// The channel's side of bench/delivery.mts, in a process of its own: takes every message and counts what it took.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the connector has seen, for who asks with a `count` message. */
export interface Counted {
  readonly requests: number;
  /** People who got the message. */
  readonly people: number;
  /** Messages that somebody got once more. */
  readonly duplicates: number;
  /** Requests in the busiest second, wherever it begins. */
  readonly mostInOneSecond: number;
}

const ACTIVITIES = /\/v3\/conversations\/([^/]+)\/activities/;

const arrivals: number[] = [];
const messages = new Map<string, number>();
let serial = 0;

const server = createServer((request, response) => {
  arrivals.push(performance.now());
  const conversation = ACTIVITIES.exec(request.url ?? '')?.[1];
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    if (conversation === undefined) body += chunk;
  });
  request.on('end', () => {
    serial += 1;
    if (conversation !== undefined) messages.set(conversation, (messages.get(conversation) ?? 0) + 1);
    const id = conversation === undefined ? `personal-${membersOf(body)[0]?.id}` : String(serial);
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  });
});
server.keepAliveTimeout = 60_000;

function membersOf(body: string): { readonly id: string }[] {
  return (JSON.parse(body) as { members: { id: string }[] }).members;
}

function mostInOneSecond(): number {
  let most = 0;
  for (let first = 0, last = 0; last < arrivals.length; last += 1) {
    while ((arrivals[last] ?? 0) - (arrivals[first] ?? 0) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

process.on('message', () => {
  const taken = [...messages.values()].reduce((sum, count) => sum + count, 0);
  process.send?.({
    requests: arrivals.length,
    people: messages.size,
    duplicates: taken - messages.size,
    mostInOneSecond: mostInOneSecond(),
  } satisfies Counted);
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
