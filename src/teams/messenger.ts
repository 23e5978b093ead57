import type { Activity, ConversationReference } from 'botbuilder';
import { AppCredentials, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Clock } from '../core/clock';
import { err, ok, type Result } from '../core/result';
import {
  type ConversationAddress,
  classifyHttpFailure,
  classifyNetworkFailure,
  type Messenger,
  type ResponseHeaders,
  type SendFailure,
} from '../delivery';
import type { TeamsAdapter } from './adapter';
import { postActivity } from './connector';
import { writeMessage } from './reply-writer';

export interface TeamsMessengerOptions {
  readonly adapter: TeamsAdapter;
  readonly clock: Clock;
  /** The bot's own identity in the channel and the tenant, for first contacts. */
  readonly botId: string;
  readonly tenantId: string;
  /** Where to write to people who never wrote; null = unknown as yet. */
  readonly firstContactUrl: () => string | null;
}

/** Writes to people through the channel's connector service: one attempt each, failures as values. */
export function createTeamsMessenger(options: TeamsMessengerOptions): Messenger {
  const { adapter, botId, tenantId, clock } = options;
  /** A connector whose token is there, so that what fails from now on has left. */
  const readyConnector = async (serviceUrl: string): Promise<ConnectorClient> => {
    const connector = await adapter.connectorFor(serviceUrl);
    const { credentials } = connector;
    if (credentials instanceof AppCredentials && credentials.appId) await credentials.getToken();
    return connector;
  };

  async function request<T>(
    serviceUrl: string,
    signal: AbortSignal,
    call: (connector: ConnectorClient) => Promise<T>,
  ): Promise<Result<T, SendFailure>> {
    let connector: ConnectorClient;
    try {
      connector = await unlessAborted(signal, readyConnector(serviceUrl));
    } catch (error) {
      return err({ kind: 'retryable', reason: error instanceof SendTimeout ? 'time-out' : 'no token' });
    }
    try {
      return ok(await unlessAborted(signal, call(connector)));
    } catch (error) {
      return err(classify(error, clock.now()));
    }
  }

  /** Creating a conversation shows nothing to the person, so an unknown outcome here doubles no message. */
  async function firstContact(
    recipient: string,
    serviceUrl: string,
    signal: AbortSignal,
  ): Promise<Result<ConversationAddress, SendFailure>> {
    const bot = { id: botId, name: 'Ikusei Navi' };
    const parameters = {
      isGroup: false,
      bot,
      members: [{ id: recipient, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
      activity: undefined as unknown as Activity,
    };
    const created = await request(serviceUrl, signal, ({ conversations }) =>
      conversations.createConversation(parameters, { abortSignal: signal }),
    );
    if (!created.ok) return err(failedContact(created.error));
    const { id } = created.value;
    const reference: Partial<ConversationReference> = {
      bot,
      channelId: 'msteams',
      conversation: { id, isGroup: false, conversationType: 'personal', tenantId, name: '' },
      serviceUrl,
    };
    return ok({ conversationId: id, serviceUrl, reference: JSON.stringify(reference) });
  }

  return {
    async send({ recipient, address, message, signal, onCreated }) {
      let to = address;
      if (to === null) {
        const serviceUrl = options.firstContactUrl();
        if (serviceUrl === null) return err({ kind: 'unreachable', reason: 'no-address' });
        const created = await firstContact(recipient, serviceUrl, signal);
        if (!created.ok) return created;
        to = created.value;
        await onCreated(to);
      }
      const { conversationId, serviceUrl, reference } = to;
      const activity = addressed(reference, writeMessage(message));
      const sent = await request(serviceUrl, signal, (connector) =>
        postActivity(connector, { serviceUrl, conversation: conversationId }, activity, signal),
      );
      return sent.ok ? ok({ activityId: sent.value.id, conversationId, address: to }) : sent;
    },

    async update({ conversationId, serviceUrl, reference }, activityId, message, signal) {
      const activity = addressed(reference, { ...writeMessage(message), id: activityId });
      const updated = await request(serviceUrl, signal, ({ conversations }) =>
        conversations.updateActivity(conversationId, activityId, activity, { abortSignal: signal }),
      );
      return updated.ok ? ok(undefined) : updated;
    },

    async delete({ conversationId, serviceUrl }, activityId, signal) {
      const deleted = await request(serviceUrl, signal, ({ conversations }) =>
        conversations.deleteActivity(conversationId, activityId, { abortSignal: signal }),
      );
      return deleted.ok ? ok(undefined) : deleted;
    },
  };
}

/** Teams answers 400 to an object id that it does not know, or that may not be written to. */
function failedContact(failure: SendFailure): SendFailure {
  if (failure.kind === 'unknown') return { kind: 'retryable', reason: failure.reason };
  if (failure.kind === 'permanent' && failure.reason === 'http 400')
    return { kind: 'unreachable', reason: 'not-found' };
  return failure;
}

class SendTimeout extends Error {}

/** Rejects with SendTimeout as soon as the signal fires, whatever `work` does. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new SendTimeout());
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

const stored = z.looseObject({
  bot: z.looseObject({ id: z.string() }).optional(),
  channelId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }),
  serviceUrl: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
});

/** The activity with sender, receiver and conversation of a stored reference. */
function addressed(reference: string, activity: Partial<Activity>): Activity {
  const { bot, channelId, conversation, serviceUrl, user } = stored.parse(JSON.parse(reference));
  return {
    ...activity,
    from: bot,
    recipient: user,
    conversation,
    channelId,
    serviceUrl,
  } as unknown as Activity;
}

const httpFailure = z.looseObject({
  statusCode: z.number(),
  code: z.string().optional(),
  response: z
    .looseObject({
      headers: z.custom<ResponseHeaders>(
        (headers) => typeof headers === 'object' && headers !== null && 'get' in headers,
      ),
    })
    .optional(),
});
const networkFailure = z.looseObject({ code: z.string() });

function classify(error: unknown, now: Date): SendFailure {
  if (error instanceof SendTimeout) return { kind: 'unknown', reason: 'time-out' };
  const http = httpFailure.safeParse(error);
  if (http.success) {
    const { statusCode, code, response } = http.data;
    return classifyHttpFailure(statusCode, response?.headers ?? new Headers(), now, code);
  }
  const network = networkFailure.safeParse(error);
  return classifyNetworkFailure(network.success ? network.data.code : undefined);
}
