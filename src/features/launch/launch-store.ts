import { type EmployeeId, employeeId } from '../../core/ids';
import { lockName } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import { type LaunchPlan, launchPlan } from './launch';
import type { WelcomeRole } from './welcome';

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

export async function welcomedPeople(reader: Reader): Promise<ReadonlySet<EmployeeId>> {
  const rows = await reader.selectFrom('launch_welcomes').select('person').execute();
  return new Set(rows.map(({ person }) => employeeId.parse(person)));
}

/** False for somebody who has been welcomed before. */
export async function insertWelcome(
  tx: Writer,
  welcome: { readonly person: EmployeeId; readonly role: WelcomeRole; readonly at: Date },
): Promise<boolean> {
  const { person, role, at } = welcome;
  const row = await tx
    .insertInto('launch_welcomes')
    .values({ person, role, at: at.toISOString() })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .returning('person')
    .executeTakeFirst();
  return row !== undefined;
}
