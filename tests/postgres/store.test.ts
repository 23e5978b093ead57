import { sql } from 'kysely';
import { lockRows } from '../../src/db/lock';
import { DatabaseTooNew } from '../../src/db/migrate';
import { openStore } from '../../src/db/open';
import { alsoOnPostgres, databaseLocation, openTestStore } from '../support/databases';

alsoOnPostgres('store', () => {
  describe('store', () => {
    require('../db/store.test');
  });

  describe('unwritten', () => {
    require('../db/unwritten.test');
  });

  test('refuses a database of a newer program', async () => {
    const location = await databaseLocation();
    const store = await openTestStore(location);
    await store.write((tx) =>
      sql`insert into schema_migrations (version, name) values (999, 'future')`.execute(tx),
    );
    await store.close();
    await expect(openStore(location)).rejects.toThrow(DatabaseTooNew);
  });

  test.each([false, true])(
    'what the lock is for: who counts and then inserts, locked: %s',
    async (locked) => {
      const location = await databaseLocation();
      const stores = [await openTestStore(location), await openTestStore(location)];
      await stores[0]?.write((tx) =>
        tx.insertInto('settings').values({ key: 'course', value: '1 seat' }).execute(),
      );
      let counted = 0;
      let bothHaveCounted = (): void => undefined;
      const both = new Promise<void>((resolve) => {
        bothHaveCounted = resolve;
      });
      const apply = (store: (typeof stores)[number], n: number) =>
        store.write(async (tx) => {
          if (locked) await lockRows(tx, 'settings', { key: 'course' });
          const taken = await tx.selectFrom('feedback_texts').select('id').execute();
          if (++counted === 2) bothHaveCounted();
          // Under the lock the second cannot count before the first has ended.
          await Promise.race([both, new Promise((resolve) => setTimeout(resolve, 100))]);
          if (taken.length > 0) return;
          const seat = { id: `${n}`, month: '', kind: '', text: '', done: 0 };
          await tx.insertInto('feedback_texts').values(seat).execute();
        });
      await Promise.all(stores.map(apply));
      const seats = await stores[0]?.db.selectFrom('feedback_texts').select('id').execute();
      expect(seats).toHaveLength(locked ? 1 : 2);
      for (const store of stores) await store.close();
    },
  );
});
