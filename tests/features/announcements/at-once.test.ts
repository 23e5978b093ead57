import { databaseLocation, openTestStore } from '../../support/databases';
import { createAnnouncementsRig, HR, OTHER_HR } from './rig';

/** Also run on PostgreSQL, by tests/postgres. */
const COUNT = 40;

/** Two processes, or two people, on one database. */
async function twoRigs() {
  const location = await databaseLocation();
  const one = await createAnnouncementsRig(await openTestStore(location), COUNT);
  const other = await createAnnouncementsRig(await openTestStore(location), COUNT);
  const close = async (): Promise<void> => {
    await one.store.close();
    await other.store.close();
  };
  return { one, other, close };
}

test('two people of HR press send at once: everybody gets it once', async () => {
  const { one, other, close } = await twoRigs();
  const id = await one.draft();
  await Promise.all([one.tap(HR, 'send', { id }), other.tap(OTHER_HR, 'send', { id })]);
  expect(await one.state(id)).toBe('sending');
  expect(await one.recipients(id)).toHaveLength(COUNT);
  const { count } = await one.store.db
    .selectFrom('deliveries')
    .select((row) => row.fn.countAll().as('count'))
    .where('job_id', '=', `announcement:${id}`)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(COUNT);
  await close();
});

test('two sweeps find a scheduled one due at once: it is taken once', async () => {
  const { one, other, close } = await twoRigs();
  one.set(new Date('2026-11-24T10:00:00Z'));
  const id = await one.draft();
  await one.tap(HR, 'send', { id });
  const morning = new Date('2026-11-24T23:30:00Z');
  one.set(morning);
  other.set(morning);
  await Promise.all([one.announcements.sweep(morning), other.announcements.sweep(morning)]);
  expect(await one.recipients(id)).toHaveLength(COUNT);
  const starts = await one.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('detail', 'like', '%"start"%')
    .execute();
  expect(starts).toHaveLength(1);
  await close();
});

test('one cancels while the other pauses: it is cancelled, and nobody is left waiting', async () => {
  const { one, other, close } = await twoRigs();
  const id = await one.draft();
  await one.tap(HR, 'send', { id });
  await Promise.all([one.tap(HR, 'cancel', { id }), other.tap(OTHER_HR, 'pause', { id })]);
  if ((await one.state(id)) === 'paused') await one.tap(HR, 'cancel', { id });
  expect(await one.state(id)).toBe('cancelled');
  expect(new Set((await one.recipients(id)).map(({ state }) => state))).toEqual(new Set(['cancelled']));
  await close();
});

test('a person confirms in two places at once: the first time stands', async () => {
  const { one, other, close } = await twoRigs();
  const id = await one.draft();
  await one.tap(HR, 'send', { id });
  other.set(new Date(one.clock.now().getTime() + 60_000));
  await Promise.all([one.confirm(id, '100001'), other.confirm(id, '100001')]);
  const confirmed = (await one.recipients(id)).find(({ employee }) => employee === '100001')?.confirmedAt;
  expect(confirmed).not.toBeNull();
  await other.confirm(id, '100001');
  const again = (await one.recipients(id)).find(({ employee }) => employee === '100001')?.confirmedAt;
  expect(again).toEqual(confirmed);
  await close();
});

test('two processes follow what is sent at once: the card shows the end, and is not written over and over', async () => {
  const { one, other, close } = await twoRigs();
  const id = await one.draft();
  await one.tap(HR, 'send', { id });
  await one.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'sent', activity_id: 'm', ended_at: one.clock.now().toISOString() })
      .where('job_id', '=', `announcement:${id}`)
      .execute(),
  );
  await Promise.all([one.announcements.watch(one.clock.now()), other.announcements.watch(one.clock.now())]);
  expect(await one.state(id)).toBe('finished');
  const updates = await one.store.db
    .selectFrom('deliveries')
    .select('payload')
    .where('job_id', '=', `announcement-work:${id}`)
    .where('kind', '=', 'update')
    .orderBy('id')
    .execute();
  // Whoever came second may have seen the end a moment later.
  expect(updates.length).toBeLessThanOrEqual(2);
  expect(updates.at(-1)?.payload).toContain('送信完了');
  await close();
});
