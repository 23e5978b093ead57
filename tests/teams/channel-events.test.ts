import type { Activity } from 'botbuilder';
import { createChannelMemory, readChannelEvent } from '../../src/teams/channel-events';

const TEAM = { id: '19:team@thread.tacv2', name: '全庁連絡' };
const BOT = { id: '28:bot', name: '育成ナビ' };

const activity = (more: object): Activity =>
  ({
    type: 'conversationUpdate',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/jp/',
    from: { id: '29:x' },
    recipient: BOT,
    conversation: { id: '19:team@thread.tacv2', conversationType: 'channel', tenantId: 't' },
    channelData: { team: TEAM, tenant: { id: 't' } },
    ...more,
  }) as unknown as Activity;

const other = { id: '19:other@thread.tacv2', name: '研修' };

test('added to a team, the bot knows its general channel and where to write', () => {
  const event = readChannelEvent(activity({ membersAdded: [BOT] }));
  if (event?.kind !== 'seen') throw new Error('nothing was seen');
  expect(event.channel).toMatchObject({
    conversationId: TEAM.id,
    teamId: TEAM.id,
    team: '全庁連絡',
    channel: '',
  });
  expect(JSON.parse(event.channel.reference)).toMatchObject({
    bot: BOT,
    conversation: { id: TEAM.id, conversationType: 'channel', isGroup: true },
  });
});

test.each([
  ['channelCreated', { channelData: { team: TEAM, channel: other, eventType: 'channelCreated' } }],
  ['channelRenamed', { channelData: { team: TEAM, channel: other, eventType: 'channelRenamed' } }],
  [
    'a message in a thread of it',
    {
      type: 'message',
      text: 'こんにちは',
      conversation: { id: '19:other@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: 't' },
      channelData: { team: TEAM, channel: other },
    },
  ],
])('%s: the channel is known by its own id, not by the thread', (_, more) => {
  expect(readChannelEvent(activity(more))).toMatchObject({
    kind: 'seen',
    channel: { conversationId: other.id, channel: '研修' },
  });
});

test.each([
  [{ membersRemoved: [BOT] }, { teamId: TEAM.id }],
  [{ channelData: { team: TEAM, eventType: 'teamDeleted' } }, { teamId: TEAM.id }],
  [{ type: 'installationUpdate', action: 'remove' }, { teamId: TEAM.id }],
  [
    { channelData: { team: TEAM, channel: other, eventType: 'channelDeleted' } },
    { conversationId: other.id },
  ],
])('%j: gone', (more, which) => {
  expect(readChannelEvent(activity(more))).toEqual({ kind: 'gone', which });
});

test.each([
  ['somebody else joined', { membersAdded: [{ id: '29:person' }] }],
  ['a personal chat', { channelData: { tenant: { id: 't' } }, membersAdded: [BOT] }],
  ['a reaction', { type: 'messageReaction', conversation: { id: 'x', conversationType: 'personal' } }],
])('%s says nothing of channels', (_, more) => {
  expect(readChannelEvent(activity(more))).toBeNull();
});

test('what is known already is not written again, until the bot has left', async () => {
  const calls: string[] = [];
  const memory = createChannelMemory({
    seen: async ({ conversationId }) => void calls.push(conversationId),
    gone: async () => void calls.push('gone'),
  });
  const added = activity({ membersAdded: [BOT] });
  await memory.note(added);
  await memory.note(added);
  await memory.note(activity({ membersRemoved: [BOT] }));
  await memory.note(added);
  expect(calls).toEqual([TEAM.id, 'gone', TEAM.id]);
});
