import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, dayOf, instantAt } from '../../../src/core/calendar/day';
import { silentLog } from '../../../src/core/log';
import { DeliveryWorker } from '../../../src/delivery';
import { createAudit } from '../../../src/features/audit';
import { createRetention } from '../../../src/features/retention';
import { FakeMachine } from '../../delivery/support/fake-machine';
import { render } from '../../delivery/support/rig';
import { ScriptedMessenger } from '../../delivery/support/scripted-messenger';
import { openTestStore, perDatabase } from '../../support/databases';
import { createAnnouncementsRig, HR, OTHER_HR } from './rig';

/** Also run on PostgreSQL, by tests/postgres. What the outbox forgets of what an announcement sent. */
const RUNS = perDatabase({ sqlite: 40, postgres: 8 });
const COUNT = 3;
const { isOpenMoment: isOpen } = createBusinessCalendar([]);

const BUTTONS = ['show', 'report', 'people', 'csv', 'pause', 'resume', 'cancel', 'withdraw', 'test'] as const;
type Step = { readonly kind: (typeof BUTTONS)[number] | 'correct' | 'tick' } | { readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(...BUTTONS.map((kind) => ({ kind }))),
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'correct' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'tick' }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 300 }).map((days): Step => ({ days })) },
);

async function city() {
  const rig = await createAnnouncementsRig(await openTestStore(), COUNT);
  const machine = new FakeMachine();
  const messenger = new ScriptedMessenger(machine, () => 'ok');
  const worker = new DeliveryWorker({
    store: rig.store,
    messenger,
    render,
    clock: rig.clock,
    log: silentLog,
    machine,
    limits: { requestsPerSecond: Number.POSITIVE_INFINITY },
    isOpen,
  });
  const forget = (): Promise<void> =>
    createRetention({
      store: rig.store,
      audit: createAudit(),
      jobsInUse: [rig.announcements.jobsInUse],
    })(rig.clock.now());
  return {
    ...rig,
    messenger,
    forget,
    deliver: async (): Promise<void> => {
      await machine.until(worker.tick());
      await rig.announcements.watch(rig.clock.now());
    },
    rows: () => rig.store.db.selectFrom('deliveries').selectAll().orderBy('id').execute(),
    pass: (days: number): void => rig.set(instantAt(addDays(dayOf(rig.clock.now()), days), '10:00')),
  };
}
type City = Awaited<ReturnType<typeof city>>;
type Row = Awaited<ReturnType<City['rows']>>[number];

/** What can still be read or sent: what is to go out, and cards of an announcement that HR can open. */
const isNeeded = (row: Row, rows: readonly Row[], isThere: boolean): boolean =>
  row.ended_at === null ||
  (isThere && row.job_id.startsWith('announcement-work:')) ||
  rows.some(({ target, ended_at }) => target === row.id && ended_at === null);

test(`nothing goes that may still be needed, and afterwards nothing that HR presses throws (${RUNS} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const own = await city();
      const id = await own.draft();
      await own.tap(HR, 'send', { id });
      let corrections = 0;
      for (const one of steps) {
        if ('days' in one) own.pass(one.days);
        else if (one.kind === 'tick') await own.deliver();
        else if (one.kind === 'correct') {
          corrections += 1;
          await own.correct(id, `訂正${corrections}`);
        } else await own.tap(OTHER_HR, one.kind, { id });
        const before = await own.rows();
        // After three years the announcement itself goes.
        const isThere = (await own.store.db.selectFrom('announcements').selectAll().execute()).length > 0;
        await own.forget();
        const after = new Map((await own.rows()).map((row) => [row.id, row]));
        for (const row of before) {
          const left = after.get(row.id);
          if (isNeeded(row, before, isThere)) expect(left?.payload).toBe(row.payload);
          // Of what stays, only the words go.
          if (left !== undefined) expect({ ...left, payload: '' }).toEqual({ ...row, payload: '' });
        }
        await own.announcements.expire(own.clock.now());
      }
      for (const verb of BUTTONS) await own.tap(HR, verb, { id });
      await own.deliver();
      await own.store.close();
    }),
    { numRuns: RUNS },
  );
});

test('the words of a message go 30 days after it was sent; it is still corrected and withdrawn where it stands', async () => {
  const own = await city();
  const id = await own.draft();
  await own.tap(HR, 'send', { id });
  await own.deliver();
  const words = async () =>
    (await own.rows()).filter(({ job_id, payload }) => job_id === `announcement:${id}` && payload !== 'null');
  own.pass(30);
  await own.forget();
  expect(await words()).toHaveLength(COUNT);
  own.pass(1);
  await own.forget();
  expect(await words()).toEqual([]);
  expect((await own.recipients(id)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  await own.correct(id, '日曜日に停電します。');
  await own.deliver();
  const changes = async () =>
    (await own.rows()).filter(
      ({ job_id, state }) => job_id === `announcement:${id}:changes` && state === 'sent',
    );
  expect((await changes()).map(({ kind, payload }) => [kind, payload.includes('日曜日')])).toEqual([
    ['update', true],
    ['update', true],
    ['update', true],
  ]);
  await own.tap(HR, 'withdraw', { id });
  await own.deliver();
  expect((await changes()).filter(({ kind }) => kind === 'delete')).toHaveLength(COUNT);
  await own.store.close();
});

test('rows go at the end of the 年度 after, once nobody names them; the cards of HR with the announcement', async () => {
  const own = await city();
  const id = await own.draft();
  await own.tap(HR, 'send', { id });
  await own.deliver();
  // And the card that follows it.
  await own.deliver();
  const left = async (): Promise<number> => {
    await own.forget();
    return (await own.rows()).filter(({ job_id }) => job_id === `announcement:${id}`).length;
  };
  own.set(new Date('2028-03-31T15:00:00Z'));
  expect(await left()).toBe(COUNT);
  await own.announcements.expire(own.clock.now());
  expect(await left()).toBe(0);
  expect((await own.rows()).every(({ job_id }) => job_id.startsWith('announcement-work:'))).toBe(true);
  own.set(new Date('2029-11-25T01:00:00Z'));
  await own.announcements.expire(own.clock.now());
  await own.forget();
  expect(await own.rows()).toEqual([]);
  expect(await own.store.db.selectFrom('delivery_jobs').selectAll().execute()).toEqual([]);
  await own.store.close();
});
