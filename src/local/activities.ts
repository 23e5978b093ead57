import { z } from 'zod';
import type { MessageContent } from './conversations';
import { isTeamChannel } from './team-channel';
import type { LocalPerson } from './wire';

/** What the local channel and its bot are called; the shapes are those of Teams. */
export const LOCAL_TENANT = '00000000-0000-4000-8000-000000000001';
export const BOT = { id: '28:bot', name: '育成ナビ' } as const;

const PREFIX = 'local-';
export const conversationIdOf = (aadObjectId: string): string => PREFIX + aadObjectId.toLowerCase();
export const userIdOf = (aadObjectId: string): string => `29:${PREFIX}${aadObjectId.toLowerCase()}`;

/** The Entra object id within a conversation id, a user id or itself. */
export const aadObjectIdIn = (id: string): string =>
  id
    .replace(/^29:/, '')
    .replace(/^local-/, '')
    .toLowerCase();

export const serviceUrlOf = (baseUrl: string): string => `${baseUrl}/local/connector/`;

export type Activity = Readonly<Record<string, unknown>>;

export interface Envelope {
  readonly id: string;
  /** Whose chat it is in. */
  readonly person: LocalPerson;
  /** Who does it: the person, or in a team's channel one who is in it. */
  readonly by: LocalPerson;
  readonly locale: 'ja' | 'en';
  readonly now: Date;
  readonly baseUrl: string;
}

/** The fields that Teams puts on every activity of a personal chat or a channel, and `rest`. */
export function activityFrom({ id, person, by, locale, now, baseUrl }: Envelope, rest: Activity): Activity {
  const language = locale === 'en' ? 'en-US' : 'ja-JP';
  return {
    id,
    timestamp: now.toISOString(),
    localTimestamp: tokyoTime(now),
    localTimezone: 'Asia/Tokyo',
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(baseUrl),
    from: {
      id: userIdOf(by.aadObjectId),
      aadObjectId: by.aadObjectId.toLowerCase(),
      name: by.name,
    },
    recipient: BOT,
    conversation: {
      conversationType: isTeamChannel(person) ? 'channel' : 'personal',
      tenantId: LOCAL_TENANT,
      id: conversationIdOf(person.aadObjectId),
    },
    channelData: { tenant: { id: LOCAL_TENANT }, ...(isTeamChannel(person) ? teamOf(person) : {}) },
    locale: language,
    entities: [
      { type: 'clientInfo', locale: language, country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo' },
    ],
    ...rest,
  };
}

/** The general channel of a team has the team's own id. */
function teamOf({ aadObjectId, name }: LocalPerson): Activity {
  const id = conversationIdOf(aadObjectId);
  return { team: { id, name }, channel: { id } };
}

/** Teams sends both when a bot is installed for a person. */
export const installation: readonly Activity[] = [
  { type: 'conversationUpdate', membersAdded: [BOT] },
  { type: 'installationUpdate', action: 'add' },
];

const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;
const tokyoTime = (instant: Date): string =>
  new Date(instant.getTime() + TOKYO_OFFSET_MS).toISOString().replace('Z', '+09:00');

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** An activity of the bot, read leniently: the connector client sends far more than is shown. */
export const botActivity = z.looseObject({
  type: z.string(),
  text: optionalText,
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string(),
        content: z.unknown().optional(),
        contentUrl: z.string().nullish(),
        name: z.string().nullish(),
      }),
    )
    .nullish(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: optionalText, value: z.unknown() })) })
    .nullish(),
});
export type BotActivity = z.infer<typeof botActivity>;

/** What of it is shown. Without a `textFormat` a text is Markdown, as in Teams. */
export function contentOf(activity: BotActivity): MessageContent {
  return {
    text: activity.text,
    textFormat: activity.textFormat === 'plain' ? 'plain' : 'markdown',
    summary: activity.summary ?? null,
    attachments: (activity.attachments ?? []).map(({ contentType, content, contentUrl, name }) => ({
      contentType,
      content,
      ...(typeof contentUrl === 'string' && { contentUrl }),
      ...(typeof name === 'string' && { name }),
    })),
    suggestions: (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({
      title,
      value: typeof value === 'string' ? value : title,
    })),
  };
}
