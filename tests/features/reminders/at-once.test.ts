import { randomUUID } from 'node:crypto';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { type EmployeeId, employeeId } from '../../../src/core/ids';
import { silentLog } from '../../../src/core/log';
import type { Store } from '../../../src/db/open';
import { createOutbox, findDeliveries, type Outbox } from '../../../src/delivery';
import { createAudit } from '../../../src/features/audit';
import { createDirectory } from '../../../src/features/directory';
import type { Employee } from '../../../src/features/records';
import { createReminders, digestId, takeFromBudget } from '../../../src/features/reminders';
import { databaseLocation, openTestStore } from '../../support/databases';
import { SyntheticSource } from './synthetic-source';

/** Also run on PostgreSQL, by tests/postgres. */
const NOW = new Date('2026-11-24T01:00:00Z');
const PEOPLE = Array.from({ length: 12 }, (_, index) => employeeId.parse(String(100001 + index)));

const roster = PEOPLE.map(
  (id) =>
    ({
      id,
      aadObjectId: `00000000-0000-4000-8000-000000${id}`,
      name: '見本',
      section: '市民課',
      manages: [],
      roles: [],
      deputyOf: null,
      leaveKind: null,
    }) as unknown as Employee,
);

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function open(location: string): Promise<Store> {
  const store = await openTestStore(location);
  stores.push(store);
  return store;
}

/** Reminders as a process of their own has them. */
function reminders(store: Store, source: SyntheticSource, enqueue?: Outbox['enqueue']) {
  const outbox = createOutbox({ now: () => NOW }, () => undefined);
  return createReminders({
    store,
    outbox: enqueue === undefined ? outbox : { ...outbox, enqueue },
    directory: createDirectory(
      async () => roster,
      async () => new Map(),
    ),
    audit: createAudit(),
    calendar: () => createBusinessCalendar([]),
    sources: () => [source],
    log: silentLog,
    newId: () => digestId.parse(randomUUID()),
  });
}

const dueToEverybody = (): SyntheticSource => {
  const source = new SyntheticSource();
  for (const person of PEOPLE) for (let count = 0; count < 3; count += 1) source.add(person);
  return source;
};

it('sweeps of several processes at the same moment tell everybody once', async () => {
  const location = await databaseLocation();
  const source = dueToEverybody();
  const processes = await Promise.all([open(location), open(location), open(location)]);
  const reports = await Promise.all(processes.map((store) => reminders(store, source).sweep(NOW)));
  expect(reports.map(({ errors }) => errors)).toEqual([0, 0, 0]);
  expect(reports.reduce((sum, { digests }) => sum + digests, 0)).toBe(PEOPLE.length);
  const [store] = processes;
  if (store === undefined) throw new Error('no store');
  const deliveries = await findDeliveries(store.db, null);
  expect(new Set(deliveries.map(({ recipient }) => recipient)).size).toBe(PEOPLE.length);
  expect(deliveries).toHaveLength(PEOPLE.length);
  expect(await store.db.selectFrom('reminder_log').selectAll().execute()).toHaveLength(3 * PEOPLE.length);
  expect(await store.db.selectFrom('reminder_digests').selectAll().execute()).toHaveLength(PEOPLE.length);
});

it('what breaks half way leaves nothing behind, and the next sweep tells it once', async () => {
  const store = await open(await databaseLocation());
  const source = dueToEverybody();
  let calls = 0;
  const outbox = createOutbox({ now: () => NOW }, () => undefined);
  const breaking = reminders(store, source, async (tx, job, rows) => {
    const added = await outbox.enqueue(tx, job, rows);
    calls += 1;
    if (calls % 2 === 0) throw new Error('the power is gone');
    return added;
  });
  const half = PEOPLE.length / 2;
  expect(await breaking.sweep(NOW)).toEqual({ digests: half, errors: half });
  expect(await findDeliveries(store.db, null)).toHaveLength(half);
  expect(await store.db.selectFrom('reminder_log').selectAll().execute()).toHaveLength(3 * half);
  expect(await reminders(store, source).sweep(NOW)).toEqual({ digests: half, errors: 0 });
  expect(await findDeliveries(store.db, null)).toHaveLength(PEOPLE.length);
});

it('the budget is shared with other features, also at the same moment', async () => {
  const location = await databaseLocation();
  const [one, two] = await Promise.all([open(location), open(location)]);
  const person: EmployeeId = employeeId.parse('100001');
  const take = (store: Store, message: string, now = NOW): Promise<boolean> =>
    store.write((tx) => takeFromBudget(tx, { person, now, message }));
  const taken = await Promise.all([take(one, 'a'), take(two, 'b'), take(one, 'c'), take(two, 'd')]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  const winner = ['a', 'b', 'c', 'd'][taken.indexOf(true)] ?? '';
  expect(await take(two, winner)).toBe(true);
  expect(await take(one, 'e', new Date('2026-11-25T01:00:00Z'))).toBe(true);
  expect(await take(one, 'f', new Date('2026-11-26T01:00:00Z'))).toBe(true);
  expect(await take(one, 'g', new Date('2026-11-30T01:00:00Z'))).toBe(false);
  expect(await take(one, 'g', new Date('2026-12-01T01:00:00Z'))).toBe(true);

  const source = new SyntheticSource();
  source.add(person);
  expect(await reminders(one, source).sweep(NOW)).toEqual({ digests: 0, errors: 0 });
});
