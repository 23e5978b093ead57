import type { Store } from '../db/open';

/** Small values that outlive a restart, by key. */
export interface Settings {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/** Settings in the `settings` table. */
export function settingsIn(store: Pick<Store, 'db' | 'write'>): Settings {
  return {
    async get(key) {
      const row = await store.db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async set(key, value) {
      await store.write((tx) =>
        tx
          .insertInto('settings')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute(),
      );
    },
  };
}
