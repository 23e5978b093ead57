import type { HttpResponse, Method, Route } from '../../src/http/route';
import {
  createLocalChannel,
  type LocalChannel,
  type LocalChannelOptions,
  type LocalPerson,
  type Settings,
} from '../../src/local';
import type { Activity } from '../../src/local/activities';
import type { BotAnswer, Events, PersonAct } from '../../src/local/wire';

export const HOST = '127.0.0.1:3978';
export const SAKURA = '23524587-ef5e-481f-92ac-3a55358387b9';
export const MASARU = '1f4e58fc-ab5d-4068-b91a-71a4ed8bf5a6';

const person = (id: string, aadObjectId: string, name: string, roles: string[]): LocalPerson => ({
  id,
  aadObjectId,
  name,
  kana: 'みほん',
  section: '市民課',
  position: '主事',
  roles,
});

export const PEOPLE = [
  person('100001', SAKURA, '仮沢 さくら', []),
  person('100002', MASARU, '試木 勝', ['manager']),
];

export function memorySettings(): Settings & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: async (key) => values.get(key) ?? null,
    set: async (key, value) => {
      values.set(key, value);
    },
  };
}

/** A machine clock that a test moves. */
export function machineAt(iso: string): { now(): Date; pass(ms: number): void } {
  let at = Date.parse(iso);
  return {
    now: () => new Date(at),
    pass(ms) {
      at += ms;
    },
  };
}

export interface Harness {
  readonly channel: LocalChannel;
  /** What the bot was told. */
  readonly told: Activity[];
  /** Answers of the bot to come; without one it answers 200. */
  readonly answers: (BotAnswer | Error)[];
  /** Sends a request as a program on this machine would. */
  call(method: Method, path: string, options?: CallOptions): Promise<HttpResponse>;
  events(as: string, after?: number, epoch?: string): Promise<Events>;
  act(act: DistributiveOmit<PersonAct, 'as' | 'locale' | 'key'> & Partial<PersonAct>): Promise<HttpResponse>;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export interface CallOptions {
  readonly body?: object | Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function localChannel(options: Partial<LocalChannelOptions> = {}): Promise<Harness> {
  const told: Activity[] = [];
  const answers: (BotAnswer | Error)[] = [];
  const channel = await createLocalChannel({
    settings: memorySettings(),
    people: async () => PEOPLE,
    baseUrl: () => `http://${HOST}`,
    nextOpenMoment: (instant) => instant,
    tick: async () => ({ due: 0, sent: 0, failed: 0, pending: 0 }),
    machine: machineAt('2026-11-23T00:41:00Z'),
    pollMs: 50,
    postToBot: async (activity) => {
      told.push(activity);
      const answer = answers.shift() ?? { status: 200, body: null };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...options,
  });

  const call: Harness['call'] = (method, target, { body = '', headers = {} } = {}) => {
    const url = new URL(target, `http://${HOST}`);
    const { route, params } = find(channel.routes, method, url.pathname);
    return route.handle({
      method,
      path: url.pathname,
      params,
      query: url.searchParams,
      headers: { host: HOST, ...headers },
      body: Buffer.from(
        typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body,
      ),
    });
  };

  return {
    channel,
    told,
    answers,
    call,
    async events(as, after = 0, epoch = '') {
      const { body } = await call(
        'GET',
        `/local/events?${new URLSearchParams({ as, after: String(after), epoch })}`,
      );
      return body as Events;
    },
    act: (act) =>
      call('POST', '/local/activities', {
        body: { as: SAKURA, locale: 'ja', key: crypto.randomUUID(), ...act },
      }),
  };
}

function find(
  routes: readonly Route[],
  method: Method,
  path: string,
): { route: Route; params: Record<string, string> } {
  for (const route of routes) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const values = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (route.method !== method || values === null) continue;
    return { route, params: Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? ''])) };
  }
  throw new Error(`no route ${method} ${path}`);
}

export const CONVERSATION = `/local/connector/v3/conversations/local-${SAKURA}`;
export const say = (text: string): object => ({ type: 'message', text });
