import fc from 'fast-check';
import type { EnrolmentId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import { databaseLocation, openTestStore } from '../../support/databases';
import { aCourse, anOffering } from '../catalogue/builders';
import { enrolmentRig, person, type Rig } from './rig';

const COURSE = aCourse({ id: 'C-1' });

let stores: Store[];
afterEach(async () => {
  for (const store of stores) await store.close();
});

/** Several connections to one database, as several processes would have them. */
async function rigs(count: number, capacity: number | null, people: number): Promise<readonly Rig[]> {
  const location = await databaseLocation();
  stores = [];
  for (let at = 0; at < count; at++) stores.push(await openTestStore(location));
  const offering = anOffering('C-1', '2026-12-10', { id: 'O-1', capacity });
  const everybody = Array.from({ length: people }, (_, number) => person(number));
  return stores.map((store) =>
    enrolmentRig(store, { courses: [COURSE], offerings: [offering], records: [] }, everybody),
  );
}

const offeringOf = (rig: Rig) => rig.data.offerings[0]?.id ?? fail();
const fail = (): never => {
  throw new Error('unreachable');
};

async function seated(rig: Rig): Promise<number> {
  return (await rig.enrolments.seatsTaken())(offeringOf(rig));
}

const SURE = { sure: true, undoing: false };

test('sixty apply at once for seven seats, by four connections: seven get one, each once, the others hear that it is full', async () => {
  const all = await rigs(4, 7, 60);
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, number) => {
      const rig = all[number % all.length] ?? fail();
      return rig.seats.take(rig.scene(rig.people[number] ?? fail()), offeringOf(rig), SURE);
    }),
  );
  const [rig = fail()] = all;
  expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(7);
  expect(
    outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.refusal.kind === 'full'),
  ).toHaveLength(53);
  expect(await seated(rig)).toBe(7);
});

test('the same person taps on two devices at once: one seat, one enrolment', async () => {
  const all = await rigs(2, 2, 2);
  const outcomes = await Promise.all(
    all.flatMap((rig) =>
      [1, 2].map(() => rig.seats.take(rig.scene(rig.people[0] ?? fail()), offeringOf(rig), SURE)),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
  expect(await seated(all[0] ?? fail())).toBe(1);
  expect(await stores[0]?.db.selectFrom('enrolments').selectAll().execute()).toHaveLength(1);
});

type Step = { readonly who: number; readonly what: 'apply' | 'withdraw' };
const steps = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 9 }),
    what: fc.constantFrom('apply' as const, 'withdraw' as const),
  }),
  { minLength: 10, maxLength: 40 },
);

test('in any interleaving of applying and withdrawing no seat is sold twice, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (given, capacity) => {
      const all = await rigs(3, capacity, 10);
      const [first = fail()] = all;
      const ids = new Map<number, EnrolmentId>();
      let most = 0;
      const run = async ({ who, what }: Step, rig: Rig): Promise<void> => {
        const scene = rig.scene(rig.people[who] ?? fail());
        const id = ids.get(who);
        if (what === 'apply') {
          const outcome = await rig.seats.take(scene, offeringOf(rig), SURE);
          if (outcome.kind === 'applied') ids.set(who, outcome.id);
        } else if (id !== undefined) {
          await rig.seats.give(scene, id);
        }
        most = Math.max(most, await seated(rig));
      };
      // In waves: all of a wave at once, and who comes later may find a seat given back.
      for (let at = 0; at < given.length; at += 8) {
        await Promise.all(given.slice(at, at + 8).map((step, index) => run(step, all[index % 3] ?? fail())));
      }
      expect(most).toBeLessThanOrEqual(capacity);

      // Whoever has no seat applies once more: exactly the seats that are left are taken.
      for (let who = 0; who < 10; who++) await run({ who, what: 'apply' }, first);
      expect(await seated(first)).toBe(capacity);
      const rows = await stores[0]?.db.selectFrom('enrolments').select(['employee', 'state']).execute();
      expect(new Set(rows?.map(({ employee }) => employee)).size).toBe(rows?.length);
      for (const store of stores) await store.close();
      stores = [];
    }),
    { numRuns: 8 },
  );
});

test('a withdrawal is undone while there is a seat, and not into somebody else’s', async () => {
  const [rig = fail()] = await rigs(1, 1, 2);
  const [one = fail(), other = fail()] = rig.people;
  const outcome = await rig.seats.take(rig.scene(one), offeringOf(rig), SURE);
  if (outcome.kind !== 'applied') return fail();
  expect(await rig.seats.give(rig.scene(one), outcome.id)).toBe('withdrawn');
  expect(await rig.seats.give(rig.scene(one), outcome.id)).toBe('withdrawn');
  expect(await seated(rig)).toBe(0);
  expect((await rig.seats.take(rig.scene(other), offeringOf(rig), SURE)).kind).toBe('applied');
  expect(await rig.seats.take(rig.scene(one), offeringOf(rig), { sure: true, undoing: true })).toMatchObject({
    kind: 'refused',
    refusal: { kind: 'full' },
  });
  expect(await rig.seats.give(rig.scene(other), outcome.id)).toBe('gone');
  const events = await stores[0]?.db.selectFrom('enrolment_events').select('state').execute();
  expect(events?.map(({ state }) => state)).toEqual(['applied', 'withdrawn', 'applied']);
});
