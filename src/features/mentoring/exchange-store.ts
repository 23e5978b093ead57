import { day } from '../../core/calendar/day';
import { type EmployeeId, employeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { MentoringExchangeRow } from '../../db/schema';
import { type Exchange, type ExchangeId, type ExchangePlan, exchangeId } from './exchange';

/** From a day on, the next one first; cancelled ones as well. */
export async function exchangesFrom(reader: Reader, from: string): Promise<readonly Exchange[]> {
  const rows = await reader
    .selectFrom('mentoring_exchanges')
    .selectAll()
    .where('held_on', '>=', from)
    .orderBy('held_on')
    .orderBy('start_time')
    .orderBy('id')
    .execute();
  return rows.map(exchangeFrom);
}

export async function findExchange(reader: Reader, id: ExchangeId): Promise<Exchange | null> {
  const row = await reader
    .selectFrom('mentoring_exchanges')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : exchangeFrom(row);
}

/** Locks it: all that decides about its seats is read after this. */
export async function lockExchange(tx: Writer, id: ExchangeId): Promise<Exchange | null> {
  await lockRows(tx, 'mentoring_exchanges', { id });
  return findExchange(tx, id);
}

/** False where it was there already. */
export async function insertExchange(
  tx: Writer,
  id: ExchangeId,
  plan: ExchangePlan,
  by: { readonly at: Date; readonly actor: EmployeeId },
): Promise<boolean> {
  const row = await tx
    .insertInto('mentoring_exchanges')
    .values({
      id,
      ...columnsOf(plan),
      state: 'open',
      version: 0,
      changed_at: null,
      created_by: by.actor,
      created_at: by.at.toISOString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveExchange(
  tx: Writer,
  { id, state, version, changedAt, ...plan }: Exchange,
): Promise<void> {
  await tx
    .updateTable('mentoring_exchanges')
    .set({ ...columnsOf(plan), state, version, changed_at: changedAt?.toISOString() ?? null })
    .where('id', '=', id)
    .execute();
}

export interface Seat {
  readonly exchange: ExchangeId;
  readonly person: EmployeeId;
  readonly at: Date;
}

/** Seats that are taken, of these exchanges. */
export async function seatsOf(
  reader: Reader,
  exchanges: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, readonly Seat[]>> {
  if (exchanges.length === 0) return new Map();
  const rows = await reader
    .selectFrom('mentoring_exchange_seats')
    .selectAll()
    .where('exchange_id', 'in', exchanges)
    .where('state', '=', 'going')
    .orderBy('person')
    .execute();
  const seats = rows.map((row) => ({
    exchange: exchangeId.parse(row.exchange_id),
    person: employeeId.parse(row.person),
    at: new Date(row.at),
  }));
  return Map.groupBy(seats, ({ exchange }) => exchange);
}

export async function saveSeat(
  tx: Writer,
  seat: Seat & { readonly state: 'going' | 'withdrawn' },
): Promise<void> {
  const changed = { state: seat.state, at: seat.at.toISOString() };
  await tx
    .insertInto('mentoring_exchange_seats')
    .values({ exchange_id: seat.exchange, person: seat.person, ...changed })
    .onConflict((conflict) => conflict.columns(['exchange_id', 'person']).doUpdateSet(changed))
    .execute();
}

/** By their random ids: an order that tells nothing. */
export async function topicsOf(reader: Reader, exchange: ExchangeId): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('mentoring_exchange_topics')
    .select('topic')
    .where('exchange_id', '=', exchange)
    .orderBy('id')
    .execute();
  return rows.map(({ topic }) => topic);
}

/** `id` is random. */
export async function insertTopic(
  tx: Writer,
  id: string,
  exchange: ExchangeId,
  topic: string,
): Promise<void> {
  await tx.insertInto('mentoring_exchange_topics').values({ id, exchange_id: exchange, topic }).execute();
}

const columnsOf = ({ on, starts, ends, place, seats }: ExchangePlan) => ({
  held_on: on,
  start_time: starts,
  end_time: ends,
  place,
  seats,
});

const exchangeFrom = (row: MentoringExchangeRow): Exchange => ({
  id: exchangeId.parse(row.id),
  on: day.parse(row.held_on),
  starts: row.start_time,
  ends: row.end_time,
  place: row.place,
  seats: row.seats,
  state: row.state,
  version: row.version,
  changedAt: row.changed_at === null ? null : new Date(row.changed_at),
});
