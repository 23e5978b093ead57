import { type Reader, type Store, whileUnwritten } from '../../src/db/open';
import { databaseLocation, openTestStore } from '../support/databases';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Two processes on one database, and what the first knows of a setting. */
async function watched() {
  const location = await databaseLocation();
  const [store, other] = [await openTestStore(location), await openTestStore(location)];
  stores.push(store, other);
  let reads = 0;
  const read = async (reader: Reader): Promise<string | null> => {
    reads += 1;
    const row = await reader.selectFrom('settings').select('value').where('key', '=', 'a').executeTakeFirst();
    return row?.value ?? null;
  };
  const put = (by: Store, value: string) =>
    by.write((tx) =>
      tx
        .insertInto('settings')
        .values({ key: 'a', value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute(),
    );
  return { store, other, put, setting: whileUnwritten(store, read), reads: () => reads };
}

/** PostgreSQL tells of another process's write some milliseconds late. */
async function eventually<T>(look: () => Promise<T>, wanted: T): Promise<T> {
  for (let left = 100; left > 0; left -= 1) {
    const seen = await look();
    if (seen === wanted) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return look();
}

test('is read once as long as nothing is written, and again after a write of any process', async () => {
  const { store, other, put, setting, reads } = await watched();
  expect(await setting(store.db)).toBeNull();
  const isKept = async (): Promise<boolean> => {
    const before = reads();
    await setting(store.db);
    return reads() === before;
  };
  expect(await eventually(isKept, true)).toBe(true);
  await put(store, 'own');
  expect(await setting(store.db)).toBe('own');
  await put(other, 'of another');
  expect(await eventually(() => setting(store.db), 'of another')).toBe('of another');
});

test('a transaction sees what it wrote, and nobody else does if it fails', async () => {
  const { store, setting } = await watched();
  const failed = store.write(async (tx) => {
    await tx.insertInto('settings').values({ key: 'a', value: 'tried' }).execute();
    expect(await setting(tx)).toBe('tried');
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await setting(store.db)).toBeNull();
});

test('what could not be read is asked for again', async () => {
  const { store } = await watched();
  let broken = true;
  const found = whileUnwritten(store, async () => {
    if (broken) throw new Error('not now');
    return 'found';
  });
  await expect(found(store.db)).rejects.toThrow('not now');
  broken = false;
  expect(await found(store.db)).toBe('found');
});
