import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** A team's channel as an activity tells of it. */
export interface SeenTeamChannel {
  readonly conversationId: string;
  readonly teamId: string;
  /** Empty where the activity does not tell; so is `channel`, also for a team's general one. */
  readonly team: string;
  readonly channel: string;
  readonly serviceUrl: string;
  /** Conversation reference as JSON, for the messenger. */
  readonly reference: string;
}

export type ChannelEvent =
  | { readonly kind: 'seen'; readonly channel: SeenTeamChannel }
  | {
      readonly kind: 'gone';
      readonly which: { readonly teamId: string } | { readonly conversationId: string };
    };

const named = z.looseObject({ id: z.string().min(1), name: z.string().nullish() });
const channelData = z.looseObject({
  eventType: z.string().nullish(),
  team: named.nullish(),
  channel: named.nullish(),
});
const members = z.array(z.looseObject({ id: z.string() })).nullish();

const SEEN: readonly string[] = ['channelCreated', 'channelRenamed', 'channelRestored', 'teamMemberAdded'];
const TEAM_GONE: readonly string[] = ['teamDeleted', 'teamHardDeleted', 'teamArchived'];

/**
 * What a verified activity says of the channels in which the bot is: added to a team, told of its channels' making, naming and
 * end, or spoken to in one. Null where it says nothing.
 */
export function readChannelEvent(activity: Activity): ChannelEvent | null {
  const data = channelData.safeParse(activity.channelData).data;
  const team = data?.team;
  if (data === undefined || team == null) return null;
  const isBot = (list: unknown): boolean =>
    members.safeParse(list).data?.some(({ id }) => id === activity.recipient?.id) === true;
  if (activity.type === 'installationUpdate')
    return activity.action?.startsWith('remove') === true
      ? { kind: 'gone', which: { teamId: team.id } }
      : null;
  if (activity.type === 'conversationUpdate') {
    const event = data.eventType ?? '';
    if (isBot(activity.membersRemoved) || TEAM_GONE.includes(event))
      return { kind: 'gone', which: { teamId: team.id } };
    if (event === 'channelDeleted' && data.channel != null)
      return { kind: 'gone', which: { conversationId: data.channel.id } };
    return isBot(activity.membersAdded) || SEEN.includes(event)
      ? seen(activity, data.channel ?? team, team)
      : null;
  }
  const { conversationType } = activity.conversation;
  return conversationType === 'channel' && data.channel != null ? seen(activity, data.channel, team) : null;
}

/** The general channel has the id of its team, and no name. */
function seen(
  activity: Activity,
  { id, name }: z.infer<typeof named>,
  team: z.infer<typeof named>,
): ChannelEvent {
  const { tenantId } = activity.conversation;
  return {
    kind: 'seen',
    channel: {
      conversationId: id,
      teamId: team.id,
      team: team.name ?? '',
      channel: id === team.id ? '' : (name ?? ''),
      serviceUrl: activity.serviceUrl,
      reference: JSON.stringify({
        bot: activity.recipient,
        channelId: activity.channelId,
        conversation: { id, isGroup: true, conversationType: 'channel', tenantId },
        serviceUrl: activity.serviceUrl,
      }),
    },
  };
}

/** What is done with channel events. */
export interface ChannelMemory {
  note(activity: Activity): Promise<void>;
}

/** Writes only what has changed since the last time. */
export function createChannelMemory(channels: {
  seen(channel: SeenTeamChannel): Promise<void>;
  gone(which: { readonly teamId: string } | { readonly conversationId: string }): Promise<void>;
}): ChannelMemory {
  const known = new Map<string, string>();
  return {
    async note(activity) {
      const event = readChannelEvent(activity);
      if (event === null) return;
      if (event.kind === 'gone') {
        known.clear();
        await channels.gone(event.which);
        return;
      }
      const { channel } = event;
      const state = JSON.stringify(channel);
      if (known.get(channel.conversationId) === state) return;
      await channels.seen(channel);
      known.set(channel.conversationId, state);
    },
  };
}
