import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/**
 * What the connector does with a request. `reset` cuts the connection and `silence` never answers; `taken` tells whether
 * the person has the message all the same. `afterMs` makes the answer slow.
 */
export type Answer =
  | 'ok'
  | { readonly status: number; readonly retryAfter?: string; readonly code?: string }
  | { readonly fault: 'reset' | 'silence'; readonly taken: boolean }
  | { readonly afterMs: number; readonly answer: Answer };

export interface ConnectorRequest {
  readonly kind: 'create' | 'send' | 'update' | 'delete';
  /** Entra object id of the person whom it is for. */
  readonly person: string;
  readonly text: string;
  /** Tenant named in a `create`. */
  readonly tenant: string | null;
  /** When it had arrived, in ms of `performance.now()`. */
  readonly at: number;
}

const activity = z.looseObject({ text: z.string().optional() });
const creation = z.looseObject({ members: z.array(z.looseObject({ id: z.string() })), tenantId: z.string() });

const KINDS = { POST: 'send', PUT: 'update', DELETE: 'delete' } as const;
const PREFIX = 'personal-';

/** Id of the 1:1 conversation with a person. */
export const conversationOf = (person: string): string => `${PREFIX}${person}`;

/** A Bot Connector on loopback, for HTTP clients, which answers as the test says. */
export class FaultyConnector {
  readonly requests: ConnectorRequest[] = [];
  /** Messages that people have in front of them, in the order in which they came. */
  readonly posts: ConnectorRequest[] = [];
  /** Requests whose sender went away before the answer. */
  abandoned = 0;
  readonly #server: Server;
  readonly #times = new Map<string, number>();

  constructor(
    public answer: (request: ConnectorRequest, nth: number) => Answer = () => 'ok',
    /** Called with each message that a person gets. */
    public onPost: () => void = () => undefined,
  ) {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  /** Port 0 takes a free one. */
  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  postsTo(person: string): number {
    return this.posts.filter((post) => post.person === person).length;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    response.on('close', () => {
      if (!response.writableEnded) this.abandoned += 1;
    });
    const taken = read(request, Buffer.concat(body).toString());
    this.requests.push(taken);
    const who = `${taken.kind} ${taken.person}`;
    const nth = (this.#times.get(who) ?? 0) + 1;
    this.#times.set(who, nth);
    await this.#react(this.answer(taken, nth), taken, response);
  }

  async #react(answer: Answer, request: ConnectorRequest, response: ServerResponse): Promise<void> {
    if (answer === 'ok') {
      this.#post(request);
      const id = request.kind === 'create' ? conversationOf(request.person) : `activity-${this.posts.length}`;
      reply(response, 201, { id });
    } else if ('afterMs' in answer) {
      await sleep(answer.afterMs);
      await this.#react(answer.answer, request, response);
    } else if ('fault' in answer) {
      if (answer.taken) this.#post(request);
      if (answer.fault === 'reset') response.socket?.resetAndDestroy();
    } else {
      const { status, retryAfter, code = 'Error' } = answer;
      if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
      reply(response, status, { error: { code, message: 'as the test says' } });
    }
  }

  #post(request: ConnectorRequest): void {
    if (request.kind !== 'send') return;
    this.posts.push(request);
    this.onPost();
  }
}

/** Two calls, not a chain: restify, once loaded in a process, takes `writeHead`'s return value away from every server. */
function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function read(request: IncomingMessage, body: string): ConnectorRequest {
  const at = performance.now();
  const [, conversation] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
  const json: unknown = body === '' ? {} : JSON.parse(body);
  if (conversation === undefined) {
    const { members, tenantId } = creation.parse(json);
    return { kind: 'create', person: members[0]?.id ?? '', text: '', tenant: tenantId, at };
  }
  const kind = KINDS[z.enum(['POST', 'PUT', 'DELETE']).parse(request.method)];
  const person = decodeURIComponent(conversation).slice(PREFIX.length);
  return { kind, person, text: activity.parse(json).text ?? '', tenant: null, at };
}
