import type { Clock } from './core/clock';
import type { Log } from './core/log';

/** Writes one JSON line an event to standard error. Errors keep type, message and stack; none of ours quotes a message. */
export function stderrLog(clock: Clock): Log {
  const write = (level: string, event: string, fields: object): void => {
    process.stderr.write(`${JSON.stringify({ at: clock.now().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => write('info', event, fields),
    error: (event, error, fields = {}) =>
      write('error', event, {
        ...fields,
        ...(error instanceof Error
          ? { error: error.name, message: error.message, stack: error.stack }
          : { error: String(error) }),
      }),
  };
}
