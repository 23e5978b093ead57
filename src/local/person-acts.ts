import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../core/clock';
import { type Activity, activityFrom, installation } from './activities';
import { type Conversations, plainText } from './conversations';
import { fileType, type LocalFile, type LocalFiles } from './files';
import { isTeamChannel } from './team-channel';
import type { BotAnswer, ChatAttachment, LocalPerson, PersonAct } from './wire';

/** Posts an activity to the bot's messaging endpoint; rejects when the bot does not answer. */
export type PostToBot = (activity: Activity) => Promise<BotAnswer>;

const who = {
  as: z.string().max(100),
  locale: z.enum(['ja', 'en']),
  key: z.uuid(),
};
const attachment = z.object({
  contentType: z.string().max(200),
  content: z.unknown().optional(),
  contentUrl: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

export const personAct: z.ZodType<PersonAct> = z.discriminatedUnion('kind', [
  z.object({
    ...who,
    kind: z.literal('message'),
    text: z.string().max(20_000),
    files: z.array(z.string()).max(10),
  }),
  z.object({
    ...who,
    kind: z.literal('submit'),
    text: z.string().nullable(),
    shown: z.string().nullable(),
    value: z.unknown(),
    replyToId: z.string().nullable(),
  }),
  z.object({
    ...who,
    kind: z.literal('invoke'),
    name: z.string().max(100),
    value: z.unknown(),
    source: z.object({ messageId: z.string(), attachment: z.int().min(0) }).nullable(),
  }),
  z.object({ ...who, kind: z.literal('card'), attachment }),
]);

const cardAnswer = z.looseObject({
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({}),
});

export interface PersonActsOptions {
  readonly conversations: Conversations;
  readonly files: LocalFiles;
  readonly clock: Clock;
  readonly baseUrl: () => string;
  readonly postToBot: PostToBot;
  /** Who writes and taps in a team's channel; null: nobody can. */
  readonly inChannels: () => Promise<LocalPerson | null>;
}

export interface PersonActs {
  /**
   * Installs the bot for a person whose chat is opened for the first time, as Teams does; null when it already was, as it
   * is for whoever has got a message.
   */
  open(person: LocalPerson, locale: 'ja' | 'en'): Promise<BotAnswer | null>;
  /** Shows what the person does in the chat and tells the bot. */
  act(person: LocalPerson, act: PersonAct): Promise<BotAnswer>;
}

/** Does in a person's name what a Teams client and Microsoft's service do between them. */
export function personActs({
  conversations,
  files,
  clock,
  baseUrl,
  postToBot,
  inChannels,
}: PersonActsOptions): PersonActs {
  const opened = new Set<string>();

  async function tell(
    person: LocalPerson,
    { locale, key }: Pick<PersonAct, 'locale' | 'key'>,
    rest: Activity,
  ): Promise<BotAnswer> {
    const by = isTeamChannel(person) ? ((await inChannels()) ?? person) : person;
    return postToBot(
      activityFrom({ id: key, person, by, locale, now: clock.now(), baseUrl: baseUrl() }, rest),
    );
  }

  return {
    async open(person, locale) {
      const { aadObjectId } = person;
      if (opened.has(aadObjectId)) return null;
      opened.add(aadObjectId);
      if (conversations.since(aadObjectId.toLowerCase(), 0).length > 0) return null;
      try {
        let answer: BotAnswer | null = null;
        // Into a channel the bot says nothing by itself.
        for (const activity of isTeamChannel(person) ? installation.slice(0, 1) : installation)
          answer = await tell(person, { locale, key: randomUUID() }, activity);
        return answer;
      } catch (error) {
        opened.delete(aadObjectId);
        throw error;
      }
    },

    async act(person, act) {
      const key = person.aadObjectId.toLowerCase();
      switch (act.kind) {
        case 'message': {
          const attached = act.files
            .flatMap((id) => files.find(id) ?? [])
            .map((file) => fileAttachment(file, baseUrl()));
          conversations.post(key, 'person', { ...plainText(act.text), attachments: attached }, act.key);
          return tell(person, act, {
            type: 'message',
            text: act.text,
            textFormat: 'plain',
            attachments: attached,
          });
        }
        case 'submit': {
          if (act.shown !== null) conversations.post(key, 'person', plainText(act.shown), act.key);
          return tell(person, act, {
            type: 'message',
            ...(act.text !== null && { text: act.text, textFormat: 'plain' }),
            ...(act.replyToId !== null && { replyToId: act.replyToId }),
            value: act.value,
          });
        }
        case 'invoke': {
          const { name, value, source } = act;
          const replyToId = source?.messageId;
          const answer = await tell(person, act, {
            type: 'invoke',
            name,
            value,
            ...(replyToId !== undefined && { replyToId }),
          });
          const card = cardAnswer.safeParse(answer.body);
          if (name === 'adaptiveCard/action' && source !== null && card.success) {
            conversations.replaceCard(key, source.messageId, source.attachment, card.data.value);
          }
          return answer;
        }
        case 'card':
          conversations.post(key, 'person', { ...plainText(''), attachments: [act.attachment] }, act.key);
          return { status: 200, body: null };
        default:
          throw new Error(act satisfies never);
      }
    },
  };
}

/** A file as Teams hands it to a bot: described, to be fetched from a link. */
function fileAttachment({ id, name }: LocalFile, baseUrl: string): ChatAttachment {
  const url = `${baseUrl}/local/files/${id}`;
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    contentUrl: url,
    content: { downloadUrl: url, fileType: fileType(name), uniqueId: id },
  };
}

/** The bot is another party over HTTP: it gets the time that Teams would give it, in ms. */
const BOT_TIMEOUT_MS = 15_000;

/** Posts over HTTP to `/api/messages` below `baseUrl`. */
export const postOverHttp =
  (baseUrl: () => string): PostToBot =>
  async (activity) => {
    const response = await fetch(`${baseUrl()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(BOT_TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  };

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
