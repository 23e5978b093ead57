import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, dayOf, instantAt } from '../../../src/core/calendar/day';
import { silentLog } from '../../../src/core/log';
import { DeliveryWorker } from '../../../src/delivery';
import { countStates, openIn } from '../../../src/features/announcements/recipient';
import { FakeMachine } from '../../delivery/support/fake-machine';
import { render } from '../../delivery/support/rig';
import { type Answer, ScriptedMessenger } from '../../delivery/support/scripted-messenger';
import { openTestStore, perDatabase } from '../../support/databases';
import { accountOf, createAnnouncementsRig, HR, OTHER_HR, TEN } from './rig';

/** Also run on PostgreSQL, by tests/postgres. */
const RUNS = perDatabase({ sqlite: 40, postgres: 10 });
const COUNT = 8;
const personal = (n: number): string => String(100_001 + n);

type Step =
  | {
      readonly kind:
        | 'pause'
        | 'resume'
        | 'cancel'
        | 'withdraw'
        | 'correct'
        | 'tick'
        | 'sweep'
        | 'crash'
        | 'send';
    }
  | { readonly kind: 'leave' | 'go-on-leave' | 'confirm'; readonly who: number }
  | { readonly kind: 'pass'; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'pause' }, { kind: 'resume' }) },
  fc.constantFrom<Step>({ kind: 'cancel' }, { kind: 'withdraw' }),
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'correct' }) },
  { weight: 4, arbitrary: fc.constantFrom<Step>({ kind: 'tick' }, { kind: 'sweep' }) },
  fc.constantFrom<Step>({ kind: 'crash' }, { kind: 'send' }),
  fc.nat(COUNT - 1).map((who): Step => ({ kind: 'leave', who })),
  fc.nat(COUNT - 1).map((who): Step => ({ kind: 'go-on-leave', who })),
  fc.nat(COUNT - 1).map((who): Step => ({ kind: 'confirm', who })),
  { weight: 2, arbitrary: fc.nat(30).map((hours): Step => ({ kind: 'pass', hours })) },
);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Answer>('ok') },
  fc.constantFrom<Answer>(
    'lost',
    'silence',
    { network: 'ECONNRESET' },
    { status: 503 },
    { status: 403 },
    { status: 429, retryAfter: '30' },
  ),
);

const { isOpenMoment: isOpen, nextOpenMoment } = createBusinessCalendar([]);

const ON_LEAVE = { leaveKind: 'childcare_leave', leaveFrom: null, leaveTo: null } as const;

const LIMITS = {
  concurrency: 3,
  requestsPerSecond: Number.POSITIVE_INFINITY,
  pollMs: 36_000_000,
  sendTimeoutMs: 5_000,
  leaseSlackMs: 1_000,
};

test(`whatever is done and whatever fails: an audience of N ends as N people in one end state each (${RUNS} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 30 }),
      fc.array(step, { maxLength: 20 }),
      async (answers, steps) => {
        const rig = await createAnnouncementsRig(await openTestStore(), COUNT);
        const machine = new FakeMachine();
        const messenger = new ScriptedMessenger(machine, () => answers.pop() ?? 'ok');
        const worker = () =>
          new DeliveryWorker({
            store: rig.store,
            messenger,
            render,
            clock: rig.clock,
            log: silentLog,
            machine,
            limits: LIMITS,
            isOpen,
            absence: (key) => rig.announcements.absence(key, rig.clock.now()),
          });
        /** How many each had got, known or unknown, when they went. */
        const gotBefore = new Map<string, number>();
        const goes = (who: string): void => {
          if (!gotBefore.has(who)) gotBefore.set(who, messenger.sentTo(accountOf(who)).length);
        };
        let sending = worker();
        const id = await rig.draft();
        await rig.tap(HR, 'send', { id });
        expect(await rig.recipients(id)).toHaveLength(COUNT);

        let correction = 0;
        let postsAtEnd: number | null = null;
        const crashes = steps.filter(({ kind }) => kind === 'crash').length;
        for (const one of steps) {
          switch (one.kind) {
            case 'pause':
            case 'resume':
            case 'cancel':
            case 'withdraw':
            case 'send':
              await rig.tap(OTHER_HR, one.kind, { id });
              break;
            case 'correct':
              correction += 1;
              await rig.correct(id, `訂正${correction}`);
              break;
            case 'tick': {
              const before = messenger.posts.length;
              await machine.until(sending.tick());
              if (!isOpen(rig.clock.now())) expect(messenger.posts).toHaveLength(before);
              break;
            }
            case 'sweep':
              await rig.announcements.sweep(rig.clock.now());
              break;
            case 'crash':
              // Nothing is asked of the old one again; what it held is lost to it.
              sending = worker();
              break;
            case 'leave':
              rig.leave([personal(one.who)]);
              goes(personal(one.who));
              break;
            case 'go-on-leave':
              rig.change(personal(one.who), ON_LEAVE);
              goes(personal(one.who));
              break;
            case 'confirm':
              await rig.confirm(id, personal(one.who));
              break;
            case 'pass':
              rig.set(new Date(rig.clock.now().getTime() + one.hours * 3_600_000));
              break;
            default:
              throw new Error(one satisfies never);
          }
          const state = await rig.state(id);
          if (state === 'cancelled' || state === 'withdrawn') postsAtEnd ??= messenger.posts.length;
        }

        // In the end somebody lets it go on, and time passes.
        const later = addDays(dayOf(rig.clock.now()), 15);
        rig.set(instantAt(later, '10:00'));
        await rig.tap(HR, 'resume', { id });
        rig.set(nextOpenMoment(instantAt(addDays(later, 10), '10:00')));
        await rig.announcements.sweep(rig.clock.now());
        await machine.until(sending.drain());
        await rig.announcements.sweep(rig.clock.now());

        const ended = await rig.recipients(id);
        expect(ended).toHaveLength(COUNT);
        expect(new Set(ended.map(({ employee }) => employee)).size).toBe(COUNT);
        expect(openIn(countStates(ended))).toBe(0);
        expect(['finished', 'cancelled', 'withdrawn']).toContain(await rig.state(id));
        // After a cancelling no more arrives than was in flight.
        if (postsAtEnd !== null)
          expect(messenger.posts.length - postsAtEnd).toBeLessThanOrEqual(LIMITS.concurrency * (1 + crashes));
        for (const [who, posts] of gotBefore) expect(messenger.sentTo(accountOf(who))).toHaveLength(posts);
        for (const { employee, state, possiblyDoubled } of ended) {
          const posts = messenger.sentTo(accountOf(employee)).length;
          if (state === 'sent') expect(posts).toBeGreaterThanOrEqual(1);
          if (!possiblyDoubled) expect(posts).toBeLessThanOrEqual(1);
        }
        await rig.store.close();
      },
    ),
    { numRuns: RUNS },
  );
});

test('who has no account, and who is on leave, get nothing and stand in the report as such', async () => {
  const rig = await createAnnouncementsRig(await openTestStore(), 3);
  rig.change(personal(0), { aadObjectId: null });
  rig.change(personal(1), ON_LEAVE);
  const id = await rig.draft();
  await rig.tap(HR, 'send', { id });
  expect((await rig.recipients(id)).map(({ state }) => state)).toEqual([
    'not-in-teams',
    'on-leave',
    'waiting',
  ]);
  await rig.store.close();
});

test('in the evening nothing goes out: it waits for the morning', async () => {
  const rig = await createAnnouncementsRig(await openTestStore(), 2, new Date('2026-11-27T11:00:00Z'));
  const id = await rig.draft();
  await rig.tap(HR, 'send', { id });
  expect(await rig.state(id)).toBe('scheduled');
  rig.set(new Date('2026-11-28T01:00:00Z'));
  await rig.announcements.sweep(rig.clock.now());
  expect(await rig.state(id)).toBe('scheduled');
  rig.set(new Date('2026-11-29T23:30:00Z'));
  await rig.announcements.sweep(rig.clock.now());
  expect(await rig.state(id)).toBe('sending');
  await rig.store.close();
});

test('an emergency goes out at once at any hour, first, and outside the budget', async () => {
  const rig = await createAnnouncementsRig(await openTestStore(), 2, new Date('2026-11-27T17:00:00Z'));
  const id = await rig.draft({ importance: 'emergency' });
  await rig.tap(HR, 'send', { id });
  expect(await rig.state(id)).toBe('sending');
  const rows = await rig.store.db
    .selectFrom('deliveries')
    .selectAll()
    .where('job_id', '=', `announcement:${id}`)
    .execute();
  expect(rows.map(({ not_before, priority }) => [not_before, priority])).toEqual([
    ['2026-11-27T17:00:00.000Z', 2],
    ['2026-11-27T17:00:00.000Z', 2],
  ]);
  expect(await rig.store.db.selectFrom('proactive_messages').selectAll().execute()).toEqual([]);
  await rig.store.close();
});

test('one message a day: the second announcement of a day comes on the next open day with room, and is taken from the budget', async () => {
  const rig = await createAnnouncementsRig(await openTestStore(), 1);
  const ids = [await rig.draft(), await rig.draft(), await rig.draft(), await rig.draft()];
  for (const id of ids) await rig.tap(HR, 'send', { id });
  const rows = await rig.store.db
    .selectFrom('deliveries')
    .select('not_before')
    .where('job_id', 'like', 'announcement:%')
    .orderBy('id')
    .execute();
  // Tuesday, Wednesday, Thursday; then three in a week are used up until Tuesday.
  expect(rows.map(({ not_before }) => not_before)).toEqual([
    TEN.toISOString(),
    '2026-11-25T01:00:00.000Z',
    '2026-11-26T01:00:00.000Z',
    '2026-12-01T01:00:00.000Z',
  ]);
  await rig.tap(HR, 'cancel', { id: ids[1] });
  const days = await rig.store.db.selectFrom('proactive_messages').select('day').orderBy('day').execute();
  expect(days.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-26', '2026-12-01']);
  await rig.store.close();
});

test('paused when all has gone out, and resumed later: it is finished', async () => {
  const rig = await createAnnouncementsRig(await openTestStore(), 2);
  const id = await rig.draft();
  await rig.tap(HR, 'send', { id });
  await rig.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'sent', activity_id: 'm', ended_at: TEN.toISOString() })
      .where('job_id', '=', `announcement:${id}`)
      .execute(),
  );
  await rig.tap(HR, 'pause', { id });
  await rig.announcements.watch(rig.clock.now());
  expect(await rig.state(id)).toBe('paused');
  await rig.tap(HR, 'resume', { id });
  await rig.announcements.watch(rig.clock.now());
  expect(await rig.state(id)).toBe('finished');
  await rig.store.close();
});
