import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';

/** What botbuilder's types hide of its client. */
interface WithPipeline {
  readonly client: { readonly pipeline: { removePolicy(which: { readonly name: string }): unknown[] } };
}

/**
 * The client repeats a request up to three times by itself after 5xx, 429 and resets, which doubles messages and knows no
 * limits; botbuilder ignores its own option `noRetryPolicy`.
 */
const REPEATS = 'defaultRetryPolicy';

/** Where a redirect leads, no token goes; nothing of a conversation is logged or traced; answers are small and plain. */
const DETOURS = [
  'redirectPolicy',
  'logPolicy',
  'tracingPolicy',
  'decompressResponsePolicy',
  'formDataPolicy',
  'multipartPolicy',
];

/** What the channel answered where it took nothing; `code` is its own word for it. */
class Refused extends Error {
  constructor(
    readonly statusCode: number,
    readonly response: unknown,
    readonly code: string | undefined,
  ) {
    super(`the channel answered http ${statusCode}`);
  }
}

/** Makes a client send each request once, and straight to where it goes. */
export function withoutDetours(connector: ConnectorClient): ConnectorClient {
  const { pipeline } = (connector as unknown as WithPipeline).client;
  for (const name of [REPEATS, ...DETOURS]) {
    if (pipeline.removePolicy({ name }).length === 0)
      throw new Error(`the connector client has no ${name} by the name that is known`);
  }
  return connector;
}

/** Where an activity goes to; `replyTo` is the activity that it answers. */
export interface Destination {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly replyTo?: string;
}

/**
 * Sends an activity as it is: the client's own operations copy it through their model first, which takes longer than all
 * the rest. What the channel does not take is thrown, as those do.
 */
export async function postActivity(
  connector: ConnectorClient,
  { serviceUrl, conversation, replyTo = '' }: Destination,
  activity: Partial<Activity>,
  signal?: AbortSignal,
): Promise<{ readonly id: string }> {
  const path = ['v3', 'conversations', encodeURIComponent(conversation), 'activities'];
  if (replyTo !== '') path.push(encodeURIComponent(replyTo));
  const url = `${serviceUrl.replace(/\/$/, '')}/${path.join('/')}`;
  const response = await connector.sendRequest(
    createPipelineRequest({
      url,
      method: 'POST',
      headers: createHttpHeaders({
        'Content-Type': 'application/json; charset=utf-8',
        'x-ms-conversation-id': conversation,
      }),
      body: JSON.stringify(activity),
      allowInsecureConnection: url.startsWith('http:'),
      ...(signal && { abortSignal: signal }),
    }),
  );
  const { status, bodyAsText } = response;
  const body = parsed(bodyAsText);
  if (status < 200 || status > 299) throw new Refused(status, response, body.error?.code ?? body.code);
  return { id: body.id ?? '' };
}

const answer = z.looseObject({
  id: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  error: z
    .looseObject({ code: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** An answer that is no JSON says nothing more than its status. */
function parsed(body: string | null | undefined): z.infer<typeof answer> {
  try {
    return answer.safeParse(JSON.parse(body ?? '')).data ?? {};
  } catch {
    return {};
  }
}
