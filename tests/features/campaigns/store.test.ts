import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { day } from '../../../src/core/calendar/day';
import { campaignId, employeeId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import { after } from '../../../src/features/campaigns/campaign';
import {
  findCampaign,
  insertCampaign,
  listCampaigns,
  lockCampaign,
  removeDraft,
  saveSettings,
  saveStatus,
} from '../../../src/features/campaigns/campaign-store';
import { defaultSettings } from '../../../src/features/campaigns/default-settings';
import {
  awaitedFile,
  awaitFile,
  insertImport,
  undoImport,
} from '../../../src/features/campaigns/import-store';
import {
  findMeeting,
  saveEmployeeDay,
  saveEvaluatorDay,
} from '../../../src/features/campaigns/meeting-store';
import {
  addMembers,
  everyMember,
  finish,
  leave,
  rejoin,
  reopen,
} from '../../../src/features/campaigns/member-store';
import { openTestStore } from '../../support/databases';

const id = campaignId.parse('00000000-0000-4000-8000-000000000001');
const hr = employeeId.parse('100066');
const [first, second] = [employeeId.parse('100001'), employeeId.parse('100003')];
const at = new Date('2026-11-24T01:00:00Z');
const settings = {
  ...defaultSettings('submission', 2026, createBusinessCalendar([])),
  opensOn: day.parse('2026-11-24'),
};

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.write((tx) => insertCampaign(tx, { ...settings, id, createdBy: hr, copiedFrom: null }, at));
});
afterEach(() => store.close());

const start = () =>
  store.write(async (tx) => {
    const campaign = await lockCampaign(tx, id);
    const next =
      campaign === null ? null : after('start', campaign, { by: hr, at, today: day.parse('2026-11-24') });
    if (next?.ok !== true) return false;
    await saveStatus(tx, id, next.value);
    await addMembers(tx, id, [first, second, first], day.parse('2026-11-24'));
    return true;
  });

it('reads back what was written, once for a repeated insert', async () => {
  const again = await store.write((tx) =>
    insertCampaign(tx, { ...settings, title: 'other', id, createdBy: hr, copiedFrom: null }, at),
  );
  expect(again.inserted).toBe(false);
  expect(await findCampaign(store.db, id)).toMatchObject({ ...settings, status: { kind: 'draft' } });
  await store.write((tx) => saveSettings(tx, id, { ...settings, title: '直した' }));
  expect((await listCampaigns(store.db, ['draft'])).map(({ title }) => title)).toEqual(['直した']);
});

it('of many starts at the same moment one wins, and takes the audience once', async () => {
  const started = await Promise.all(Array.from({ length: 6 }, start));
  expect(started.filter(Boolean)).toHaveLength(1);
  expect(await everyMember(store.db, id)).toHaveLength(2);
  await store.write((tx) => removeDraft(tx, id));
  expect(await findCampaign(store.db, id)).not.toBeNull();
});

it('one is done once; what was recorded in one way is not undone by another', async () => {
  await start();
  const done = { at, recordedBy: null, importId: null };
  const tries = await Promise.all(
    Array.from({ length: 5 }, () => store.write((tx) => finish(tx, id, first, { ...done, by: 'self' }))),
  );
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await store.write((tx) => reopen(tx, id, first, 'import'))).toBe(false);
  await store.write((tx) => leave(tx, id, [first, second]));
  expect((await everyMember(store.db, id)).map(({ status }) => status.kind)).toEqual(['done', 'left']);
  await store.write((tx) => rejoin(tx, id, [first, second]));
  expect((await everyMember(store.db, id)).map(({ status }) => status.kind)).toEqual(['done', 'open']);
});

it('an import is undone once and as a whole', async () => {
  await start();
  const importId = '00000000-0000-4000-8000-000000000002';
  await store.write(async (tx) => {
    for (const employee of [first, second])
      await finish(tx, id, employee, { by: 'import', at, recordedBy: hr, importId });
    await insertImport(tx, { id: importId, campaign: id, by: hr }, 2, at);
  });
  const undone = await Promise.all(
    [1, 2, 3].map(() => store.write((tx) => undoImport(tx, id, importId, at))),
  );
  expect(undone.filter(Boolean)).toHaveLength(1);
  expect((await everyMember(store.db, id)).map(({ status }) => status.kind)).toEqual(['open', 'open']);
});

it('keeps both sides of an interview apart, and an awaited file for ten minutes', async () => {
  await store.write(async (tx) => {
    await saveEvaluatorDay(
      tx,
      { campaign: id, employee: first, evaluator: second },
      { day: day.parse('2026-11-20'), at },
    );
    await saveEmployeeDay(tx, { campaign: id, employee: first }, { day: day.parse('2026-11-19'), at });
    await awaitFile(tx, hr, id, at);
    await awaitFile(tx, hr, id, at);
  });
  expect(await findMeeting(store.db, id, first)).toMatchObject({
    evaluator: second,
    byEvaluator: { day: '2026-11-20' },
    byEmployee: { day: '2026-11-19' },
  });
  expect(await awaitedFile(store.db, hr, new Date('2026-11-24T01:09:00Z'))).toBe(id);
  expect(await awaitedFile(store.db, hr, new Date('2026-11-24T01:11:00Z'))).toBeNull();
});
