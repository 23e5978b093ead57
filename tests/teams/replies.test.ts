import type { Activity } from 'botbuilder';
import { readTurn } from '../../src/teams/activity-reader';

const turnOf = (more: object) =>
  readTurn(
    {
      type: 'message',
      id: 'a2',
      text: 'いつまで？',
      channelId: 'msteams',
      from: { id: '29:x', aadObjectId: '00000000-0000-4000-8000-000000000001' },
      conversation: { id: 'c', conversationType: 'personal' },
      ...more,
    } as unknown as Activity,
    async () => new Uint8Array(),
  )?.inbound;

const quoted = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });

test.each([
  ['a named message', { replyToId: '1732410000000' }, '1732410000000'],
  [
    'a quoted message',
    quoted(
      '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1732410000001"><p>お知らせ</p></blockquote><p>いつまで？</p>',
    ),
    '1732410000001',
  ],
  [
    'what begins a channel’s thread',
    { conversation: { id: '19:a@thread.tacv2;messageid=1732410000002', conversationType: 'channel' } },
    '1732410000002',
  ],
])('what answers %s says so', (_, more, replyTo) => {
  expect(turnOf(more)).toMatchObject({ kind: 'message', text: 'いつまで？', replyTo });
});

test.each([
  ['nothing', {}],
  ['formatted text without a quote', quoted('<p>itemid="1732410000001"</p>')],
])('%s answers no message', (_, more) => {
  expect(turnOf(more)).not.toHaveProperty('replyTo');
});

test.each([
  ['given', { reactionsAdded: [{ type: 'like' }], replyToId: '1' }, { kind: 'reaction', to: '1' }],
  ['taken back', { reactionsRemoved: [{ type: 'like' }], replyToId: '1' }, undefined],
  ['to nothing', { reactionsAdded: [{ type: 'like' }] }, undefined],
])('a reaction %s', (_, more, inbound) => {
  expect(turnOf({ type: 'messageReaction', ...more })).toEqual(inbound);
});
