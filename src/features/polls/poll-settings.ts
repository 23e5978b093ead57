import { z } from 'zod';
import type { Reader, Writer } from '../../db/open';

const KEY = 'polls';

const schema = z.object({
  /** Address of the official 参集 system; null where HR has named none. */
  officialUrl: z.string().nullable().default(null),
  managersMayPoll: z.boolean().default(false),
});

/** What HR's administrators set once for every poll. */
export type PollSettingsForAll = z.infer<typeof schema>;

export async function pollSettings(reader: Reader): Promise<PollSettingsForAll> {
  const row = await reader.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return schema.parse(JSON.parse(row?.value ?? '{}'));
}

export async function savePollSettings(tx: Writer, settings: PollSettingsForAll): Promise<void> {
  const value = JSON.stringify(settings);
  await tx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
