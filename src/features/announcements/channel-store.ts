import { type AadObjectId, aadObjectId, type ChannelId, channelId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';

/** A team's channel that announcements can be posted in. */
export interface TeamChannel {
  readonly id: ChannelId;
  readonly team: string;
  readonly channel: string;
}

/** A channel as Teams told of it. */
export interface SeenChannel {
  readonly conversationId: string;
  readonly teamId: string;
  readonly team: string;
  readonly channel: string;
  readonly serviceUrl: string;
  /** The channel's conversation reference as JSON; only the messenger looks inside. */
  readonly reference: string;
}

/** What the outbox knows a channel by: its recipients are whoever stands in `conversations` under that id. */
export const outboxIdOf = (id: ChannelId): AadObjectId => aadObjectId.parse(id);

/** Channels in which the bot is installed, by team and name. */
export async function listChannels(reader: Reader): Promise<readonly TeamChannel[]> {
  const rows = await reader
    .selectFrom('team_channels')
    .select(['id', 'team', 'channel'])
    .where('removed_at', 'is', null)
    .orderBy('team')
    .orderBy('channel')
    .execute();
  return rows.map(({ id, team, channel }) => ({ id: channelId.parse(id), team, channel }));
}

/** Answers the channel's id: the one it had, or `newId`. Empty names are those that Teams did not tell this time. */
export async function saveChannel(
  tx: Writer,
  seen: SeenChannel,
  newId: ChannelId,
  at: Date,
): Promise<ChannelId> {
  const known = await tx
    .selectFrom('team_channels')
    .select(['id', 'team', 'channel'])
    .where('conversation_id', '=', seen.conversationId)
    .executeTakeFirst();
  const names = { team: seen.team || (known?.team ?? ''), channel: seen.channel || (known?.channel ?? '') };
  const columns = { ...names, seen_at: at.toISOString(), removed_at: null };
  const { id } = await tx
    .insertInto('team_channels')
    .values({ id: newId, conversation_id: seen.conversationId, team_id: seen.teamId, ...columns })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow();
  const address = {
    conversation_id: seen.conversationId,
    service_url: seen.serviceUrl,
    reference: seen.reference,
    locale: 'ja',
    updated_at: at.toISOString(),
  };
  await tx
    .insertInto('conversations')
    .values({ aad_object_id: outboxIdOf(channelId.parse(id)), ...address })
    .onConflict((conflict) => conflict.column('aad_object_id').doUpdateSet(address))
    .execute();
  return channelId.parse(id);
}

/** The bot has gone from a team, or the channel is no more. */
export async function removeChannels(
  tx: Writer,
  which: { readonly teamId: string } | { readonly conversationId: string },
  at: Date,
): Promise<void> {
  const removal = tx.updateTable('team_channels').set({ removed_at: at.toISOString() });
  await ('teamId' in which
    ? removal.where('team_id', '=', which.teamId)
    : removal.where('conversation_id', '=', which.conversationId)
  ).execute();
}
