import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { onPostgres } from '../../src/db/dialect';
import { lockRows } from '../../src/db/lock';
import type { Store, Writer } from '../../src/db/open';
import { databaseLocation, openTestStore } from '../support/databases';

/** What holds for a store on either database. */

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Stores on one new database, as in so many processes. */
async function open(count: number, content?: 'nothing'): Promise<[Store, ...Store[]]> {
  const location = await databaseLocation(content);
  const opened = await Promise.all(Array.from({ length: count }, () => openTestStore(location)));
  stores.push(...opened);
  return opened as [Store, ...Store[]];
}

const openTwo = async () => (await open(2)) as unknown as [Store, Store];

/** Eight on PostgreSQL; one on SQLite, where those who wait for each other in one process would block it. */
async function openSeveral(): Promise<[Store, ...Store[]]> {
  const first = await openOne();
  return onPostgres(first.db) ? open(8) : [first];
}

async function openOne(): Promise<Store> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

const setting = (key: string, value: string) => ({ key, value });

test('processes that start together on a new database migrate it once', async () => {
  const opened = await open(4, 'nothing');
  for (const { db } of opened) {
    const { rows } = await sql<{ version: number }>`select version from schema_migrations`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length);
  }
});

test('a transaction that fails leaves nothing', async () => {
  const store = await openOne();
  const failed = store.write(async (tx) => {
    await tx.insertInto('settings').values(setting('a', '1')).execute();
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([]);
});

test('counts, sums, times and keys are numbers; bytes are bytes', async () => {
  const store = await openOne();
  const time = 1_800_000_000_000;
  const content = new Uint8Array([0, 1, 254, 255]);
  await store.write(async (tx) => {
    await tx
      .insertInto('delivery_jobs')
      .values({ id: 'j', kind: 'k', created_at: '', created_by: 'system' })
      .execute();
    const delivery = { job_id: 'j', dedupe_key: 'd', kind: 'send', recipient: 'r', payload: '' } as const;
    const rest = { not_before: '', created_at: '', state: 'pending', retry_at_ms: time } as const;
    const defaults = { priority: 0, attempts: 3, possibly_doubled: 0, backoff_ms: 0, cancel_requested: 0 };
    const none = { target: null, claim_token: null, lease_until_ms: null, activity_id: null };
    const ended = { conversation_id: null, error: null, ended_at: null };
    await tx
      .insertInto('deliveries')
      .values({ ...delivery, ...rest, ...defaults, ...none, ...ended })
      .execute();
    const link = { token_hash: 't', owner: 'o', name: 'n', media_type: 'm', expires_at: '' };
    await tx
      .insertInto('file_links')
      .values({ ...link, content })
      .execute();
  });
  const row = await store.db
    .selectFrom('deliveries')
    .select((delivery) => [
      delivery.fn.countAll().as('count'),
      delivery.fn.sum('attempts').as('sum'),
      delivery.fn.sum('retry_at_ms').as('times'),
      delivery.fn.max('id').as('id'),
    ])
    .executeTakeFirst();
  expect(row).toEqual({ count: 1, sum: 3, times: time, id: 1 });
  const link = await store.db.selectFrom('file_links').select('content').executeTakeFirstOrThrow();
  expect(new Uint8Array(link.content)).toEqual(content);
});

test('what happened is never changed: the audit log takes entries, and nothing else', async () => {
  const store = await openOne();
  const entry = { at: '', actor: 'system', action: 'a', subject: 's', detail: '{}' };
  await store.write((tx) => tx.insertInto('audit_log').values(entry).execute());
  const statements = [
    `update audit_log set actor = 'other'`,
    `delete from audit_log`,
    `insert into audit_log (seq, at, actor, action, subject, detail) values (1, '', 'other', 'a', 's', '{}')
      on conflict (seq) do update set actor = excluded.actor`,
    ...(onPostgres(store.db) ? ['truncate audit_log'] : []),
  ];
  for (const statement of statements) {
    await expect(store.write((tx) => sql.raw(statement).execute(tx))).rejects.toThrow('append-only');
  }
  const rows = await store.db.selectFrom('audit_log').selectAll().execute();
  expect(rows).toEqual([{ seq: 1, ...entry }]);
});

describe('version', () => {
  /** Whoever asks first begins to listen; from then on the answer stands still while nobody writes. */
  async function settled(store: Store): Promise<string> {
    for (;;) {
      const version = store.version();
      await sleep(20);
      if (store.version() === version) return version;
    }
  }

  test('is another one after each write of this process, at once', async () => {
    const store = await openOne();
    const before = await settled(store);
    await store.write((tx) => tx.insertInto('settings').values(setting('a', '1')).execute());
    expect(store.version()).not.toBe(before);
  });

  test('is another one soon after a write of another process, and stands still otherwise', async () => {
    const [store, other] = await openTwo();
    const before = await settled(store);
    await store.db.selectFrom('settings').selectAll().execute();
    await sleep(50);
    expect(store.version()).toBe(before);
    await other.write((tx) => tx.insertInto('settings').values(setting('a', '1')).execute());
    for (const end = Date.now() + 5_000; store.version() === before && Date.now() < end; ) await sleep(5);
    expect(store.version()).not.toBe(before);
  });
});

describe('deciding transactions', () => {
  const PARENT = 'offering';
  const seats = (tx: Writer) =>
    tx
      .selectFrom('changes')
      .select((change) => change.fn.countAll().as('taken'))
      .where('change_set_id', '=', PARENT)
      .executeTakeFirstOrThrow();
  const addParent = (store: Store) =>
    store.write((tx) =>
      tx
        .insertInto('change_sets')
        .values({
          id: PARENT,
          at: '',
          actor: 'a',
          dataset: 'd',
          source: 's',
          undone_at: null,
          undone_by: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  const take = (tx: Writer, who: string) =>
    tx
      .insertInto('changes')
      .values({ change_set_id: PARENT, record_id: who, before: null, after: null })
      .execute();

  /** Counts, then inserts: right only under the lock. */
  const apply = (store: Store, who: string, capacity: number): Promise<boolean> =>
    store.write(async (tx) => {
      await lockRows(tx, 'change_sets', { id: PARENT });
      if (Number((await seats(tx)).taken) >= capacity) return false;
      await take(tx, who);
      return true;
    });

  async function race(
    all: readonly [Store, ...Store[]],
    capacity: number,
    applicants: number,
  ): Promise<void> {
    const [first] = all;
    await addParent(first);
    await first.write((tx) => tx.deleteFrom('changes').execute());
    const answers = await Promise.all(
      Array.from({ length: applicants }, (_, n) => apply(all[n % all.length] ?? first, `p${n}`, capacity)),
    );
    const seated = Math.min(capacity, applicants);
    expect(answers.filter(Boolean)).toHaveLength(seated);
    expect(await first.write(seats)).toEqual({ taken: seated });
  }

  test('100 people who apply at once for 24 seats, through several instances, get 24', async () => {
    await race(await openSeveral(), 24, 100);
  });

  test('however many seats and people: never one too many, and none is left empty', async () => {
    const all = await openSeveral();
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.nat(24), (capacity, applicants) => race(all, capacity, applicants)),
      { numRuns: 10 },
    );
  });

  test('nothing that is read and then written is lost', async () => {
    const all = await openTwo();
    const [first] = all;
    await first.write((tx) => tx.insertInto('settings').values(setting('n', '0')).execute());
    const raise = (store: Store) =>
      store.write(async (tx) => {
        await lockRows(tx, 'settings', { key: 'n' });
        const query = tx.selectFrom('settings').select('value').where('key', '=', 'n');
        const { value } = await query.executeTakeFirstOrThrow();
        const next = { value: String(Number(value) + 1) };
        await tx.updateTable('settings').set(next).where('key', '=', 'n').execute();
      });
    await Promise.all(all.flatMap((store) => Array.from({ length: 20 }, () => raise(store))));
    expect(await first.db.selectFrom('settings').selectAll().execute()).toEqual([setting('n', '40')]);
  });

  test('two that lock the same rows in opposite order both come through', async () => {
    const [one, two] = await openTwo();
    await one.write((tx) =>
      tx
        .insertInto('settings')
        .values([setting('a', ''), setting('b', '')])
        .execute(),
    );
    const lockBoth = (store: Store, ...keys: string[]) =>
      store.write(async (tx) => {
        for (const key of keys) {
          await lockRows(tx, 'settings', { key });
          const query = tx.updateTable('settings').where('key', '=', key);
          await query.set((row) => ({ value: sql`${row.ref('value')} || 'x'` })).execute();
          if (onPostgres(store.db)) await sleep(50);
        }
      });
    await Promise.all([lockBoth(one, 'a', 'b'), lockBoth(two, 'b', 'a')]);
    const rows = await one.db.selectFrom('settings').selectAll().orderBy('key').execute();
    expect(rows).toEqual([setting('a', 'xx'), setting('b', 'xx')]);
  });
});
