import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FaultyConnector } from './faulty-connector';

/** A process of its own that sends what is in a database to a connector, and can be killed in the middle of it. */
export class KilledSender {
  readonly #connector: FaultyConnector;
  #child: ChildProcess | null = null;

  constructor(connector: FaultyConnector) {
    this.#connector = connector;
  }

  /** Sends until all is sent, or until so many messages have arrived and it is killed. Gives its exit code or signal. */
  async send(
    database: string,
    { concurrency, killedAt }: { readonly concurrency: number; readonly killedAt: number },
  ): Promise<NodeJS.Signals | number> {
    const program = [
      '-r',
      path.join(__dirname, '../../support/register-typescript.cjs'),
      path.join(__dirname, 'sending-process.ts'),
    ];
    const args = [database, this.#connector.url, String(concurrency)];
    const child = spawn(process.execPath, [...program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    this.#child = child;
    this.#connector.onPost = () => {
      if (this.#connector.posts.length >= killedAt) child.kill('SIGKILL');
    };
    const [code, signal] = await once(child, 'exit');
    return signal ?? code;
  }

  /** For the end of a test that failed half way. */
  stop(): void {
    this.#child?.kill('SIGKILL');
  }
}
