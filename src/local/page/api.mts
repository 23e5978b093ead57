import type {
  BotAnswer,
  ClockView,
  Events,
  LocalPerson,
  PersonAct,
  TickSummary,
  UploadedFile,
} from '../wire.js';
import type { Language } from './page-texts.mjs';

/** The server refused; `message` is meant for people. Without an answer at all, `fetch` rejects with a TypeError. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Api {
  people(): Promise<readonly LocalPerson[]>;
  /** Teams' channels, which the page shows like people. */
  channels(): Promise<readonly LocalPerson[]>;
  open(as: string): Promise<BotAnswer>;
  act(act: PersonAct): Promise<BotAnswer>;
  /** Waits for news. */
  events(as: string, after: number, epoch: string, signal: AbortSignal): Promise<Events>;
  upload(file: File): Promise<UploadedFile>;
  moveClock(to: Date): Promise<ClockView>;
  tick(): Promise<TickSummary>;
}

/** The local channel's own server, which answers as `wire.ts` says. */
export function createApi(language: Language): Api {
  async function call<T>(
    method: string,
    path: string,
    body?: object | File,
    signal?: AbortSignal,
  ): Promise<T> {
    const isFile = body instanceof File;
    const response = await fetch(path, {
      method,
      headers: {
        'Accept-Language': language,
        ...(body !== undefined && {
          'Content-Type': isFile ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });
    if (response.ok) return response.json();
    const { error, message } = Object(await response.json().catch(() => null)) as {
      error?: unknown;
      message?: unknown;
    };
    throw new Refusal(
      response.status,
      typeof error === 'string' ? error : '',
      typeof message === 'string' ? message : response.statusText,
    );
  }

  return {
    people: () => call('GET', 'people'),
    channels: () => call('GET', 'channels'),
    open: (as) => call('POST', 'open', { as, locale: language }),
    act: (act) => call('POST', 'activities', act),
    events: (as, after, epoch, signal) =>
      call('GET', `events?${new URLSearchParams({ as, after: String(after), epoch })}`, undefined, signal),
    upload: (file) => call('POST', `files?${new URLSearchParams({ name: file.name })}`, file),
    moveClock: (to) => call('PUT', 'clock', { now: to.toISOString() }),
    tick: () => call('POST', 'tick', {}),
  };
}
