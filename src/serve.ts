import { createApp } from './app';
import { readConfig } from './config';
import { systemClock } from './core/clock';
import { lockForServer } from './db/open';
import { explain } from './start-problem';
import { stderrLog } from './stderr-log';

/** Starts the server: configuration, lock, data, listening. Says what it is doing; stops cleanly on SIGTERM and SIGINT. */
export async function serve(): Promise<void> {
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  try {
    const config = readConfig(process.env);
    const lock = lockForServer(config.databaseFile);
    const app = await createApp({ config, say, log: stderrLog(systemClock) });
    const port = await app.listen();
    if (config.channel.kind === 'local')
      say(`\n育成ナビの画面 → http://${config.host}:${port}/\n(終わるには Ctrl+C)`);
    else say(`育成ナビ: 待ち受けを始めました (${config.host}:${port})`);

    let stopping = false;
    const stop = async (): Promise<void> => {
      if (stopping) return;
      stopping = true;
      await app.close();
      lock.release();
      process.exit(0);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}
