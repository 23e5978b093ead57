import type { EmployeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';

/** What HR tells all mentors, once a month. */
export interface MentorTip {
  /** `YYYY-MM` */
  readonly month: string;
  readonly text: string;
}

/** Null where HR has written none for the month (`YYYY-MM`). */
export async function tipOfMonth(reader: Reader, month: string): Promise<string | null> {
  const row = await reader
    .selectFrom('mentoring_tips')
    .select('text')
    .where('month', '=', month)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** Written since an instant, the oldest first. */
export function tipsSince(reader: Reader, since: Date): Promise<readonly MentorTip[]> {
  return reader
    .selectFrom('mentoring_tips')
    .select(['month', 'text'])
    .where('written_at', '>=', since.toISOString())
    .orderBy('month')
    .execute();
}

/** False where the month has one already. */
export async function insertTip(
  tx: Writer,
  tip: MentorTip,
  by: { readonly at: Date; readonly actor: EmployeeId },
): Promise<boolean> {
  const row = await tx
    .insertInto('mentoring_tips')
    .values({ ...tip, written_by: by.actor, written_at: by.at.toISOString() })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .returning('month')
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks it: what is decided by its text is read after this. */
export const lockTip = (tx: Writer, month: string): Promise<void> =>
  lockRows(tx, 'mentoring_tips', { month });

/** When it was written stays: it is told no second time. */
export async function saveTip(tx: Writer, { month, text }: MentorTip): Promise<void> {
  await tx.updateTable('mentoring_tips').set({ text }).where('month', '=', month).execute();
}
