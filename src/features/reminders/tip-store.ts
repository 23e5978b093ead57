import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/store';
import type { DigestId } from './digest-id';
import { isTip, type TipId } from './tips';

export const insertTip = async (tx: Writer, digest: DigestId, tip: TipId): Promise<void> => {
  await tx.insertInto('reminder_digest_tips').values({ digest, tip }).execute();
};

/** Null where a digest carries none. */
export async function tipOf(reader: Reader, digest: DigestId): Promise<TipId | null> {
  const row = await reader
    .selectFrom('reminder_digest_tips')
    .select('tip')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row !== undefined && isTip(row.tip) ? row.tip : null;
}

/** The one that a person got last. */
export async function lastTipOf(reader: Reader, person: EmployeeId): Promise<TipId | null> {
  const row = await reader
    .selectFrom('reminder_digest_tips')
    .innerJoin('reminder_digests', 'reminder_digests.id', 'reminder_digest_tips.digest')
    .select('tip')
    .where('reminder_digests.person', '=', person)
    .orderBy('reminder_digests.at', 'desc')
    .orderBy('reminder_digests.id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && isTip(row.tip) ? row.tip : null;
}

export async function wantsTips(reader: Reader, person: EmployeeId): Promise<boolean> {
  const row = await reader
    .selectFrom('reminder_tips_off')
    .select('person')
    .where('person', '=', person)
    .executeTakeFirst();
  return row === undefined;
}

export async function saveWantsTips(tx: Writer, person: EmployeeId, wants: boolean): Promise<void> {
  if (wants) await tx.deleteFrom('reminder_tips_off').where('person', '=', person).execute();
  else
    await tx
      .insertInto('reminder_tips_off')
      .values({ person })
      .onConflict((conflict) => conflict.column('person').doNothing())
      .execute();
}
