import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Client } from 'pg';
import type { Writer } from './store';

const CHANNEL = 'ikusei_navi_writes';
const HEARTBEAT_MS = 5_000;
const RECONNECT_MS = 1_000;

/**
 * Knows, on PostgreSQL, whether anything was written: each write is announced by NOTIFY as it commits, and a connection
 * of its own listens (from the first question on). While nobody listens, every answer is a new one: then nothing that
 * was read is taken for still true.
 */
export class WriteWatch {
  readonly #newClient: () => Client;
  readonly #self = randomUUID();
  readonly #closing = new AbortController();
  #watching: Promise<void> | null = null;
  #listening = false;
  #writes = 0;

  /** `newClient` makes a connection that gives up a query after some seconds: that is how a dead one is found out. */
  constructor(newClient: () => Client) {
    this.#newClient = newClient;
  }

  /** Tells the other processes of this transaction when it commits. */
  async announce(tx: Writer): Promise<void> {
    await sql`select pg_notify(${CHANNEL}, ${this.#self})`.execute(tx);
  }

  /** This process has written: that counts at once. */
  wrote(): void {
    this.#writes += 1;
  }

  version(): string {
    this.#watching ??= this.#watch();
    if (!this.#listening) this.#writes += 1;
    return String(this.#writes);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // Why it ended matters to nobody: until the next one listens, `version` is careful.
      await this.#listen().catch(() => undefined);
      await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection is lost or this is closed. */
  async #listen(): Promise<void> {
    const client = this.#newClient();
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    lost.signal.addEventListener('abort', () => {
      this.#listening = false;
    });
    client.on('notification', ({ payload }) => {
      if (payload !== this.#self) this.#writes += 1;
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#writes += 1;
      this.#listening = !lost.signal.aborted;
      const over = AbortSignal.any([lost.signal, this.#closing.signal]);
      for (;;) {
        await sleep(HEARTBEAT_MS, undefined, { signal: over });
        await client.query('select 1');
      }
    } finally {
      lost.abort();
      await client.end().catch(() => undefined);
    }
  }
}
