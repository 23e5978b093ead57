import { type Day, day } from '../../core/calendar/day';
import { employeeId, type ThanksId, thanksId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { ThanksCardRow } from '../../db/schema';
import { type DeliveryId, deliveryId } from '../../delivery';
import type { Thanks, WiderCircle } from './thanks';

/** Once a card, and once a day from one to the other: `taken` when there is one of today already. */
export async function insertThanks(
  tx: Writer,
  made: Pick<Thanks, 'id' | 'sender' | 'receiver' | 'text' | 'sentOn' | 'senderAllows'>,
): Promise<'inserted' | 'taken'> {
  const result = await tx
    .insertInto('thanks_cards')
    .values({
      id: made.id,
      sender: made.sender,
      receiver: made.receiver,
      text: made.text,
      sent_on: made.sentOn,
      delivery_id: null,
      sender_allows: made.senderAllows,
      shared_with: null,
      shared_on: null,
      taken_back: 0,
      reported: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? 'inserted' : 'taken';
}

export async function findThanks(reader: Reader, id: ThanksId): Promise<Thanks | null> {
  const row = await reader.selectFrom('thanks_cards').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : thanksFrom(row);
}

/** Held until the transaction ends. */
export async function lockThanks(tx: Writer, id: ThanksId): Promise<Thanks | null> {
  await lockRows(tx, 'thanks_cards', { id });
  return findThanks(tx, id);
}

export async function noteDelivery(tx: Writer, id: ThanksId, delivery: DeliveryId): Promise<void> {
  await tx.updateTable('thanks_cards').set({ delivery_id: delivery }).where('id', '=', id).execute();
}

export async function noteTakenBack(tx: Writer, id: ThanksId): Promise<void> {
  await tx.updateTable('thanks_cards').set({ taken_back: 1, text: '' }).where('id', '=', id).execute();
}

export async function noteReported(tx: Writer, id: ThanksId): Promise<void> {
  await tx.updateTable('thanks_cards').set({ reported: 1 }).where('id', '=', id).execute();
}

/** Null: shown to nobody but the two. */
export async function saveShared(
  tx: Writer,
  id: ThanksId,
  circle: WiderCircle | null,
  on: Day,
): Promise<void> {
  await tx
    .updateTable('thanks_cards')
    .set({ shared_with: circle, shared_on: circle === null ? null : on })
    .where('id', '=', id)
    .execute();
}

/** Those that both have given free since that day, the newest first. */
export async function sharedSince(reader: Reader, since: Day, most: number): Promise<readonly Thanks[]> {
  const rows = await reader
    .selectFrom('thanks_cards')
    .selectAll()
    .where('shared_with', 'is not', null)
    .where('shared_on', '>=', since)
    .orderBy('shared_on', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(thanksFrom);
}

export async function deliveryState(reader: Reader, id: DeliveryId | null): Promise<string | null> {
  if (id === null) return null;
  const row = await reader.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? null;
}

const thanksFrom = (row: ThanksCardRow): Thanks => ({
  id: thanksId.parse(row.id),
  sender: employeeId.parse(row.sender),
  receiver: employeeId.parse(row.receiver),
  text: row.text,
  sentOn: day.parse(row.sent_on),
  delivery: row.delivery_id === null ? null : deliveryId.parse(row.delivery_id),
  senderAllows: row.sender_allows,
  sharedWith: row.shared_with,
  takenBack: row.taken_back === 1,
  reported: row.reported === 1,
});
