import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Log } from '../core/log';
import { type Locale, type Message, type Reply, silence, type Turn } from '../core/turn';
import type { ResponseHeaders } from '../delivery';
import type { HttpRequest, HttpResponse, Route } from '../http/route';
import { type FetchFile, readActivity, readTurn } from './activity-reader';
import type { TeamsAdapter } from './adapter';
import type { ChannelMemory } from './channel-events';
import type { ConversationMemory } from './conversation-memory';
import { RecentTurns } from './recent-turns';
import { type HttpAnswer, writeInvokeReply, writeMessage } from './reply-writer';

export interface MessagesRouteOptions {
  readonly adapter: TeamsAdapter;
  /** Answers a turn; what it throws is a bug: it is logged under an id, and the person gets an apology with that id. */
  readonly handle: (turn: Turn) => Promise<Reply>;
  readonly memory: ConversationMemory;
  readonly channels: ChannelMemory;
  /** Where activities may say that answers go: it decides where everything the bot knows is sent. */
  readonly allowsServiceUrl: (url: string) => boolean;
  readonly allowsTenant: (tenantId: string | undefined) => boolean;
  readonly fetchFile: FetchFile;
  readonly apology: (locale: Locale, errorId: string) => string;
  /** Rejects a request before it is read (a foreign Host or Origin in local mode); null = fine. */
  readonly guard: (request: HttpRequest) => HttpResponse | null;
  readonly log: Log;
}

/** An answer that cannot be handed to the channel in this time, in ms, counts as failed (the connector client knows no time-out). */
const SEND_TIMEOUT_MS = 10_000;

/** The longest that a throttled answer waits, in ms: Teams repeats a turn that takes longer than 10 s or so. */
const LONGEST_PAUSE_MS = 3_000;

/** POST /api/messages: Bot Framework activities in, answers out through the channel's connector. */
export function messagesRoute(options: MessagesRouteOptions): Route {
  const recent = new RecentTurns<HttpAnswer>();
  return { method: 'POST', path: '/api/messages', handle: receive };

  async function receive(request: HttpRequest): Promise<HttpResponse> {
    const refused = options.guard(request);
    if (refused !== null) return refused;
    const activity = readActivity(request.body);
    if (activity === null) return { status: 400, body: 'not a Bot Framework activity' };
    const authorization = request.headers.authorization;
    const verified = await options.adapter.verify(
      activity,
      typeof authorization === 'string' ? authorization : '',
    );
    if (!verified) return { status: 401, body: 'unauthorised' };
    if (!options.allowsServiceUrl(activity.serviceUrl))
      return { status: 403, body: 'service URL not allowed' };
    if (!options.allowsTenant(tenantOf(activity))) return { status: 403, body: 'tenant not allowed' };

    await safely('channel-not-noted', options.channels.note(activity));
    const turn = readTurn(activity, options.fetchFile);
    if (turn === null) return { status: 200 };
    return recent.once(
      `${turn.conversationId}\n${activity.type}\n${turn.activityId}`,
      turn.activityId !== '',
      async () => {
        // Without it the bot could not write to this person by itself; that is no reason not to answer now.
        await safely('conversation-not-remembered', options.memory.remember(activity, turn));
        return answerTurn(activity, turn);
      },
    );
  }

  async function safely(failure: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      options.log.error(failure, error);
    }
  }

  async function answerTurn(activity: Activity, turn: Turn): Promise<HttpAnswer> {
    const reply = await handleSafely(turn);
    await send(activity, reply.messages);
    return activity.type === 'invoke' ? writeInvokeReply(activity.name ?? '', reply.invoke) : { status: 200 };
  }

  async function handleSafely(turn: Turn): Promise<Reply> {
    try {
      return await options.handle(turn);
    } catch (error) {
      const errorId = randomUUID().slice(0, 8);
      options.log.error('turn-failed', error, { errorId, kind: turn.inbound.kind });
      const text = options.apology(turn.locale, errorId);
      const { kind } = turn.inbound;
      // Nobody waits for an answer to a reaction.
      if (kind === 'reaction') return silence;
      const invoked = kind !== 'message' && kind !== 'installed';
      return invoked
        ? { messages: [], invoke: { kind: 'notice', text } }
        : { ...silence, messages: [{ kind: 'text', text }] };
    }
  }

  /** An answer that the channel does not take is logged, not thrown: the turn's effects stand, and a repeat would double them. */
  async function send(to: Activity, messages: readonly Message[]): Promise<void> {
    for (const message of messages) {
      try {
        await sendOnce(options.adapter, to, message);
      } catch (error) {
        options.log.error('answer-not-delivered', error);
        return;
      }
    }
  }
}

/** One request; a second one only where the channel says that it took nothing, and when to come back (429 with Retry-After). */
async function sendOnce(adapter: TeamsAdapter, to: Activity, message: Message): Promise<void> {
  const request = () => withTimeout(adapter.reply(to, writeMessage(message)), SEND_TIMEOUT_MS);
  try {
    await request();
  } catch (error) {
    const pause = throttledFor(error);
    if (pause === null || pause > LONGEST_PAUSE_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await request();
  }
}

const throttled = z.object({
  statusCode: z.literal(429),
  response: z.object({
    headers: z.custom<ResponseHeaders>((given) => given instanceof Object && 'get' in given),
  }),
});

/** Milliseconds that the channel asked for; null for any other failure. */
function throttledFor(error: unknown): number | null {
  const { data } = throttled.safeParse(error);
  const seconds = data?.response.headers.get('retry-after') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : null;
}

const tenantOf = (activity: Activity): string | undefined => {
  const fromConversation = activity.conversation.tenantId;
  if (typeof fromConversation === 'string') return fromConversation.toLowerCase();
  const data: unknown = activity.channelData;
  if (data === null || typeof data !== 'object' || !('tenant' in data)) return undefined;
  const { tenant } = data;
  return tenant !== null && typeof tenant === 'object' && 'id' in tenant && typeof tenant.id === 'string'
    ? tenant.id.toLowerCase()
    : undefined;
};

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the channel within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
