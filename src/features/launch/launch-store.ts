import { lockName } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import { type LaunchPlan, launchPlan } from './launch';

const KEY = 'launch';

/** One decision about the launch at a time. */
export const lockPlan = (tx: Writer): Promise<void> => lockName(tx, KEY);

/** Null while nothing has been decided. */
export async function findPlan(reader: Reader): Promise<LaunchPlan | null> {
  const row = await reader.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return row === undefined ? null : launchPlan.parse(JSON.parse(row.value));
}

export async function savePlan(tx: Writer, plan: LaunchPlan): Promise<void> {
  const value = JSON.stringify(plan);
  await tx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function removePlan(tx: Writer): Promise<void> {
  await tx.deleteFrom('settings').where('key', '=', KEY).execute();
}
