import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, day } from '../../../src/core/calendar/day';
import { campaignId, employeeId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import { insertCampaign } from '../../../src/features/campaigns/campaign-store';
import { defaultSettings } from '../../../src/features/campaigns/default-settings';
import { removeTalks, saveTalk, talksOf } from '../../../src/features/progress/talk-store';
import { openTestStore } from '../../support/databases';

const id = campaignId.parse('00000000-0000-4000-8000-000000000001');
const [manager, deputy] = [employeeId.parse('100003'), employeeId.parse('100004')];
const week = day.parse('2026-11-23');
const at = new Date('2026-11-24T01:00:00Z');

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  const settings = defaultSettings('submission', 2026, createBusinessCalendar([]));
  await store.write((tx) =>
    insertCampaign(tx, { ...settings, id, createdBy: manager, copiedFrom: null }, at),
  );
});
afterEach(() => store.close());

const say = (by: typeof manager, section: string, of = week) =>
  store.write((tx) => saveTalk(tx, id, { section, week: of, by, at }));

it('of many words at the same moment the first stays, one a section and week', async () => {
  await Promise.all([say(manager, '市民課'), say(deputy, '市民課'), say(manager, '市民課')]);
  await say(manager, '税務課');
  await say(deputy, '市民課', addDays(week, 7));
  const talks = await talksOf(store.db, id, week);
  expect([...talks.keys()].sort()).toEqual(['市民課', '税務課']);
  expect(talks.get('市民課')).toMatchObject({ section: '市民課', week, at });
});

it('one takes back one’s own word of that week alone', async () => {
  await say(manager, '市民課');
  await say(deputy, '税務課');
  await say(manager, '市民課', addDays(week, 7));
  await store.write((tx) => removeTalks(tx, id, { by: manager, week }));
  expect([...(await talksOf(store.db, id, week)).keys()]).toEqual(['税務課']);
  expect((await talksOf(store.db, id, addDays(week, 7))).size).toBe(1);
});
