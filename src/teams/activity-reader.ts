import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { aadObjectId } from '../core/ids';
import type { AttachedFile, Inbound, Turn } from '../core/turn';

/** The part of an activity without which it cannot be answered; everything else is read leniently. */
const envelope = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
  recipient: z.looseObject({ id: z.string().optional() }).optional(),
  // It goes into the answer, where anything but a text is refused.
  locale: z.string().optional().catch(undefined),
});

/** Parses a request body into an activity; null when it is none. */
export function readActivity(body: Uint8Array): Activity | null {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
  const parsed = envelope.safeParse(json);
  return parsed.success ? (parsed.data as unknown as Activity) : null;
}

const action = z.looseObject({
  action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }),
  trigger: z.string().optional(),
});
const dialog = z.looseObject({ data: z.unknown().optional() });
const search = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z
    .looseObject({ skip: z.coerce.number().optional(), count: z.coerce.number().optional() })
    .optional(),
});
const attachment = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().default('file'),
  content: z.looseObject({ downloadUrl: z.url({ protocol: /^https?$/ }) }),
});

export type FetchFile = (url: string, maxBytes: number) => Promise<Uint8Array>;

/** Translates a verified activity into a turn; null for kinds that need no answer (typing, what is taken back, unknown ones). */
export function readTurn(activity: Activity, fetchFile: FetchFile): Turn | null {
  const inbound = readInbound(activity, fetchFile);
  if (inbound === null) return null;
  const sender = aadObjectId.safeParse(activity.from.aadObjectId ?? '');
  return {
    activityId: activity.id ?? '',
    conversationId: activity.conversation.id,
    sender: sender.success ? sender.data : null,
    locale: /^en\b/i.test(activity.locale ?? '') ? 'en' : 'ja',
    personal: (activity.conversation.conversationType ?? 'personal') === 'personal',
    inbound,
  };
}

function readInbound(activity: Activity, fetchFile: FetchFile): Inbound | null {
  switch (activity.type) {
    case 'message':
      return readMessage(activity, fetchFile);
    case 'invoke':
      return readInvoke(activity.name ?? '', activity.value);
    case 'messageReaction':
      return readReaction(activity);
    case 'installationUpdate':
      return activity.action?.startsWith('remove') ? null : { kind: 'installed' };
    default:
      return null;
  }
}

const given = z.array(z.unknown()).nonempty();

function readReaction({ reactionsAdded, replyToId }: Activity): Inbound | null {
  const isGiven = given.safeParse(reactionsAdded).success;
  return isGiven && replyToId !== undefined && replyToId !== '' ? { kind: 'reaction', to: replyToId } : null;
}

function readMessage(activity: Activity, fetchFile: FetchFile): Inbound {
  const value: unknown = activity.value;
  // Action.Submit arrives as a message without text whose value is the card's data.
  if (!activity.text && value !== null && typeof value === 'object') {
    const verb = 'verb' in value && typeof value.verb === 'string' ? value.verb : '';
    return { kind: 'action', verb, data: value, automatic: false };
  }
  const replyTo = repliedTo(activity);
  return {
    kind: 'message',
    text: plainText(activity),
    files: readFiles(activity.attachments, fetchFile),
    ...(replyTo === null ? {} : { replyTo }),
  };
}

const html = z.looseObject({ contentType: z.literal('text/html'), content: z.string() });
const THREAD = /;messageid=(\d{1,30})$/;
const QUOTED = /itemtype="http:\/\/schema\.skype\.com\/Reply"[^>]{0,200}itemid="(\d{1,30})"/;

/** The message that this one answers: Teams names it, quotes it in the formatted copy of the text, or has it begin the thread. */
function repliedTo(activity: Activity): string | null {
  if (typeof activity.replyToId === 'string' && activity.replyToId !== '') return activity.replyToId;
  for (const item of Array.isArray(activity.attachments) ? activity.attachments : []) {
    const quoted = QUOTED.exec(html.safeParse(item).data?.content ?? '');
    if (quoted?.[1] !== undefined) return quoted[1];
  }
  return THREAD.exec(activity.conversation.id)?.[1] ?? null;
}

/** The typed text without mentions of the bot (Teams wraps those in `<at>`), with the signs that Teams writes as entities. */
function plainText(activity: Activity): string {
  const text = typeof activity.text === 'string' ? activity.text : '';
  return text
    .replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/g, ' ')
    .replace(/&(?:nbsp|lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function readFiles(attachments: unknown, fetchFile: FetchFile): AttachedFile[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((item) => {
    const parsed = attachment.safeParse(item);
    if (!parsed.success) return [];
    const { name, content } = parsed.data;
    return [{ name, read: (maxBytes) => fetchFile(content.downloadUrl, maxBytes) }];
  });
}

function readInvoke(name: string, value: unknown): Inbound | null {
  switch (name) {
    case 'adaptiveCard/action': {
      const parsed = action.safeParse(value);
      if (!parsed.success) return { kind: 'action', verb: '', data: null, automatic: false };
      const { verb, data } = parsed.data.action;
      return { kind: 'action', verb, data, automatic: parsed.data.trigger === 'automatic' };
    }
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction': {
      const parsed = dialog.safeParse(value);
      const data: unknown = parsed.success ? parsed.data.data : null;
      return {
        kind: name.endsWith('fetch') || name.endsWith('fetchTask') ? 'dialog-open' : 'dialog-submit',
        data,
      };
    }
    case 'composeExtension/query': {
      const parsed = search.safeParse(value);
      if (!parsed.success) return { kind: 'search', text: '', skip: 0, count: 10 };
      const { parameters, queryOptions } = parsed.data;
      const typed = parameters.find((parameter) => parameter.name !== 'initialRun')?.value;
      return {
        kind: 'search',
        text: typeof typed === 'string' ? typed : '',
        skip: queryOptions?.skip ?? 0,
        count: Math.min(queryOptions?.count ?? 10, 25),
      };
    }
    default:
      return null;
  }
}
