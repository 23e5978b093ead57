import type { Activity, ConversationReference } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
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
  const connectors = new Map<string, Promise<ConnectorClient>>();

  const connectorFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = connectors.get(serviceUrl);
    if (known !== undefined) return known;
    const made = options.adapter.connectorFor(serviceUrl);
    connectors.set(serviceUrl, made);
    made.catch(() => connectors.delete(serviceUrl));
    return made;
  };

  async function attempt<T>(signal: AbortSignal, work: () => Promise<T>): Promise<Result<T, SendFailure>> {
    let onAbort: () => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(new SendTimeout());
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return ok(await Promise.race([work(), aborted]));
    } catch (error) {
      return err(classify(error, options.clock.now()));
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  async function firstContact(recipient: string, serviceUrl: string): Promise<ConversationAddress> {
    const connector = await connectorFor(serviceUrl);
    const bot = { id: options.botId, name: 'Ikusei Navi' };
    const created = await connector.conversations.createConversation({
      isGroup: false,
      bot,
      members: [{ id: recipient, name: '' }],
      tenantId: options.tenantId,
      channelData: { tenant: { id: options.tenantId } },
      activity: undefined as unknown as Activity,
    });
    const reference: Partial<ConversationReference> = {
      bot,
      channelId: 'msteams',
      conversation: {
        id: created.id,
        isGroup: false,
        conversationType: 'personal',
        tenantId: options.tenantId,
        name: '',
      },
      serviceUrl,
    };
    return { conversationId: created.id, serviceUrl, reference: JSON.stringify(reference) };
  }

  return {
    async send({ recipient, address, message, signal, onCreated }) {
      let to = address;
      if (to === null) {
        const serviceUrl = options.firstContactUrl();
        if (serviceUrl === null) return err({ kind: 'unreachable', reason: 'no-address' });
        const created = await attempt(signal, () => firstContact(recipient, serviceUrl));
        // Creating a conversation shows nothing to the person, so an unknown outcome there doubles no message.
        if (!created.ok)
          return err(
            created.error.kind === 'unknown' ? { ...created.error, kind: 'retryable' } : created.error,
          );
        to = created.value;
        await onCreated(to);
      }
      const { conversationId, serviceUrl, reference } = to;
      const sent = await attempt(signal, async () =>
        (await connectorFor(serviceUrl)).conversations.sendToConversation(
          conversationId,
          addressed(reference, writeMessage(message)),
        ),
      );
      return sent.ok ? ok({ activityId: sent.value.id, conversationId, address: to }) : sent;
    },

    async update({ conversationId, serviceUrl, reference }, activityId, message, signal) {
      const updated = await attempt(signal, async () =>
        (await connectorFor(serviceUrl)).conversations.updateActivity(
          conversationId,
          activityId,
          addressed(reference, { ...writeMessage(message), id: activityId }),
        ),
      );
      return updated.ok ? ok(undefined) : updated;
    },

    async delete({ conversationId, serviceUrl }, activityId, signal) {
      const deleted = await attempt(signal, async () =>
        (await connectorFor(serviceUrl)).conversations.deleteActivity(conversationId, activityId),
      );
      return deleted.ok ? ok(undefined) : deleted;
    },
  };
}

class SendTimeout extends Error {}

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
  if (http.success)
    return classifyHttpFailure(http.data.statusCode, http.data.response?.headers ?? new Headers(), now);
  const network = networkFailure.safeParse(error);
  return classifyNetworkFailure(network.success ? network.data.code : undefined);
}
