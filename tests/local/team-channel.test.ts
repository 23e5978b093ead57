import type { Activity } from 'botbuilder';
import { TEAM_CHANNEL } from '../../src/local/team-channel';
import { readTurn } from '../../src/teams/activity-reader';
import { readChannelEvent } from '../../src/teams/channel-events';
import { localChannel, MASARU, SAKURA } from './support';

const CHANNEL = TEAM_CHANNEL.aadObjectId;
const asActivity = (told: object | undefined): Activity => told as Activity;
const read = (told: object | undefined) => readTurn(asActivity(told), async () => new Uint8Array());

it('is beside the people, not among them', async () => {
  const local = await localChannel();
  const ids = async (path: string) =>
    ((await local.call('GET', path)).body as { aadObjectId: string }[]).map(({ aadObjectId }) => aadObjectId);
  expect(await ids('/local/people')).toEqual([SAKURA, MASARU]);
  expect(await ids('/local/channels')).toEqual([CHANNEL]);
});

it('opened for the first time, the bot learns of it, and what it posts there shows there', async () => {
  const local = await localChannel();
  await local.call('POST', '/local/open', { body: { as: CHANNEL, locale: 'ja' } });
  expect(local.told).toHaveLength(1);
  const event = readChannelEvent(asActivity(local.told[0]));
  if (event?.kind !== 'seen') throw new Error('the bot learns nothing');
  expect(event.channel.team).toBe(TEAM_CHANNEL.name);
  const { conversationId } = event.channel;
  const posted = await local.call('POST', `/local/connector/v3/conversations/${conversationId}/activities`, {
    body: { type: 'message', text: '停電のお知らせ' },
  });
  expect(posted.status).toBe(201);
  expect((await local.events(CHANNEL)).messages).toMatchObject([{ author: 'bot', text: '停電のお知らせ' }]);
  expect((await local.events(SAKURA)).messages).toEqual([]);
});

it('who writes there is an ordinary employee, among others', async () => {
  const local = await localChannel();
  await local.act({ as: CHANNEL, kind: 'message', text: 'こんにちは', files: [] });
  expect(read(local.told[0])).toMatchObject({ sender: SAKURA, personal: false });
  await local.act({ kind: 'message', text: 'こんにちは', files: [] });
  expect(read(local.told[1])).toMatchObject({ sender: SAKURA, personal: true });
});
