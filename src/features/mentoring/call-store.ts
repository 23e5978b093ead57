import { type EmployeeId, employeeId, pairId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { MentoringCallRow } from '../../db/schema';
import type { Call } from './call';

/** Added once: a second one to the same reader, while the first is open, is the first. */
export async function insertCall(tx: Writer, call: Omit<Call, 'state' | 'stateAt'>): Promise<void> {
  const at = call.askedAt.toISOString();
  await tx
    .insertInto('mentoring_calls')
    .values({
      id: call.id,
      pair_id: call.pair,
      kind: call.kind,
      asker: call.asker,
      reader: call.reader,
      asked_at: at,
      state: 'open',
      state_at: at,
    })
    // Of the index of open ones: a bound value would keep SQLite from finding it.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findCall(reader: Reader, id: string): Promise<Call | null> {
  const row = await reader.selectFrom('mentoring_calls').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : callFrom(row);
}

/** Held until the transaction ends, and read after that. */
export async function lockCall(tx: Writer, id: string): Promise<Call | null> {
  await lockRows(tx, 'mentoring_calls', { id });
  return findCall(tx, id);
}

/** The oldest first. */
export async function openCalls(reader: Reader): Promise<readonly Call[]> {
  const rows = await reader
    .selectFrom('mentoring_calls')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('asked_at')
    .execute();
  return rows.map(callFrom);
}

/** Answered since an instant. */
export async function callsTakenSince(reader: Reader, since: Date): Promise<readonly Call[]> {
  const rows = await reader
    .selectFrom('mentoring_calls')
    .selectAll()
    .where('state', '=', 'taken')
    .where('state_at', '>=', since.toISOString())
    .execute();
  return rows.map(callFrom);
}

/** Open ones of which somebody is the asker. */
export async function openCallsBy(reader: Reader, asker: EmployeeId): Promise<readonly Call[]> {
  return (await openCalls(reader)).filter((call) => call.asker === asker);
}

/** Only an open one: what was taken or withdrawn stays so. */
export async function closeCall(
  tx: Writer,
  id: string,
  state: 'taken' | 'withdrawn',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('mentoring_calls')
    .set({ state, state_at: at.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

const callFrom = (row: MentoringCallRow): Call => ({
  id: row.id,
  pair: pairId.parse(row.pair_id),
  kind: row.kind,
  asker: employeeId.parse(row.asker),
  reader: employeeId.parse(row.reader),
  askedAt: new Date(row.asked_at),
  state: row.state,
  stateAt: new Date(row.state_at),
});
