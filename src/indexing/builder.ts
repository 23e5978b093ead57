import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Log } from '../core/log';
import type { IndexJob } from './indexes';

/** Builds indexes in processes of their own, so that the bot goes on answering and keeps none of the memory. */
export interface IndexBuilder {
  /** Resolves when the index is in its file, or has failed, which is logged: never rejects. */
  build(job: IndexJob): Promise<void>;
  /** Ends what is being built. */
  close(): void;
}

export interface BuilderOptions {
  readonly dataDirectory: string;
  readonly cacheDirectory: string;
  readonly log: Log;
  /** What Node.js is started with; default: the program of this folder. */
  readonly program?: readonly string[];
}

const PROGRAM = [...process.execArgv, path.join(__dirname, '../indexing/build-index.js')];

export function createIndexBuilder(options: BuilderOptions): IndexBuilder {
  const { dataDirectory, cacheDirectory, log } = options;
  const ending = new AbortController();

  const run = (job: IndexJob): Promise<void> =>
    new Promise((resolve, reject) => {
      // It needs no secret and no setting.
      const child = spawn(process.execPath, options.program ?? PROGRAM, {
        env: {},
        stdio: ['pipe', 'ignore', 'inherit'],
        signal: ending.signal,
      });
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`the index builder ended with ${signal ?? code}`)),
      );
      // One that died before it had read everything is told by its exit.
      child.stdin.on('error', () => undefined);
      child.stdin.end(JSON.stringify({ dataDirectory, cacheDirectory, job }));
    });

  return {
    async build(job) {
      try {
        await run(job);
      } catch (error) {
        if (!ending.signal.aborted) log.error('index-build-failed', error, { index: job.name });
      }
    },
    close: () => ending.abort(),
  };
}
