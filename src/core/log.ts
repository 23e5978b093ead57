/** One JSON line an event. Never given a message's text, a name or a mail address: ids and counts only. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  /** `error` is reduced to its name, message and stack; the caller makes sure that no personal text is in it. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export const silentLog: Log = { info: () => undefined, error: () => undefined };
