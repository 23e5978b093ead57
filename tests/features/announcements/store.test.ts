import { announcementId, channelId } from '../../../src/core/ids';
import {
  findAnnouncement,
  insertAnnouncement,
  listAnnouncements,
  lockAnnouncement,
  removeDraft,
  saveStatus,
} from '../../../src/features/announcements/announcement-store';
import { listChannels, removeChannels, saveChannel } from '../../../src/features/announcements/channel-store';
import { openTestStore } from '../../support/databases';
import { HR, settings, TEN } from './rig';

/** Also run on PostgreSQL, by tests/postgres. */
const first = announcementId.parse('00000000-0000-4000-8000-000000000001');
const second = announcementId.parse('00000000-0000-4000-8000-000000000002');

test('is read as it was written, through each of its states', async () => {
  const store = await openTestStore();
  const made = { ...settings({ asksConfirmation: false }), id: first, createdBy: HR, issue: null };
  expect(await store.write((tx) => insertAnnouncement(tx, made, TEN))).toEqual({ inserted: true });
  expect(await store.write((tx) => insertAnnouncement(tx, made, TEN))).toEqual({ inserted: false });
  const scheduled = { requestedBy: HR, approvedBy: null, scheduledBy: HR, startsAt: TEN };
  const started = { ...scheduled, startedAt: TEN };
  for (const status of [
    { kind: 'draft' as const },
    { kind: 'requested' as const, by: HR, at: TEN },
    { kind: 'scheduled' as const, ...scheduled },
    { kind: 'sending' as const, ...started },
    { kind: 'paused' as const, ...started },
    { kind: 'finished' as const, ...started, endedAt: TEN },
    { kind: 'withdrawn' as const, ...started, endedAt: TEN, endedBy: HR },
  ]) {
    await store.write((tx) => saveStatus(tx, first, status));
    expect(await store.write((tx) => lockAnnouncement(tx, first))).toMatchObject({ ...made, status });
  }
  await store.write((tx) => removeDraft(tx, first));
  expect(await findAnnouncement(store.db, first)).not.toBeNull();
  expect((await listAnnouncements(store.db, ['withdrawn'])).map(({ id }) => id)).toEqual([first]);
  expect(await listAnnouncements(store.db, ['draft'])).toEqual([]);
  await store.close();
});

test('a series has one issue a month', async () => {
  const store = await openTestStore();
  const issue = { series: first, month: '2026-12' };
  const made = { ...settings(), createdBy: HR, issue };
  const insert = (id: typeof first) => store.write((tx) => insertAnnouncement(tx, { ...made, id }, TEN));
  expect(await insert(first)).toEqual({ inserted: true });
  expect(await insert(second)).toEqual({ inserted: false });
  await store.close();
});

test('a channel keeps its id and its names when Teams tells only a part, and comes back after it was gone', async () => {
  const store = await openTestStore();
  const address = { serviceUrl: 'https://smba.trafficmanager.net/jp/', reference: '{}' };
  const seen = {
    conversationId: '19:a@thread.tacv2',
    teamId: '19:t@thread.tacv2',
    team: '全庁',
    channel: '研修',
    ...address,
  };
  const [one, other] = [channelId.parse(first), channelId.parse(second)];
  expect(await store.write((tx) => saveChannel(tx, seen, one, TEN))).toBe(one);
  expect(await store.write((tx) => saveChannel(tx, { ...seen, team: '', channel: '' }, other, TEN))).toBe(
    one,
  );
  expect(await listChannels(store.db)).toEqual([{ id: one, team: '全庁', channel: '研修' }]);
  await store.write((tx) => removeChannels(tx, { teamId: seen.teamId }, TEN));
  expect(await listChannels(store.db)).toEqual([]);
  await store.write((tx) => saveChannel(tx, seen, other, TEN));
  expect(await listChannels(store.db)).toHaveLength(1);
  await store.close();
});
