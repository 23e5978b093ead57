import {
  type EmployeeId,
  type EnrolmentId,
  employeeId,
  enrolmentId,
  type OfferingId,
  offeringId,
} from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { EnrolmentOfferingRow, EnrolmentRow } from '../../db/schema';
import type { Reader, Writer } from '../../db/store';
import {
  ENROLMENT_STATES,
  type Enrolment,
  type EnrolmentState,
  enrolmentState,
  holdsSeat,
  type Remembered,
  type Schedule,
  schedule,
} from './enrolment';

/** States that count against the capacity. */
const SEATED = ENROLMENT_STATES.filter(holdsSeat);

/**
 * Locks the seats of an offering, and makes what is locked where nobody has applied before. All that decides about its
 * seats is read after this.
 */
export async function lockSeats(
  tx: Writer,
  offering: OfferingId,
  course: string,
  known: Schedule,
): Promise<void> {
  await tx
    .insertInto('enrolment_offerings')
    .values({
      offering_id: offering,
      course_id: course,
      schedule: JSON.stringify(known),
      previous: null,
      version: 0,
      changed_at: null,
    })
    .onConflict((conflict) => conflict.column('offering_id').doNothing())
    .execute();
  await lockRows(tx, 'enrolment_offerings', { offering_id: offering });
}

export async function countSeats(reader: Reader, offering: OfferingId): Promise<number> {
  const row = await reader
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('offering_id', '=', offering)
    .where('state', 'in', SEATED)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Seats taken of every offering that has any. */
export async function seatsByOffering(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('enrolments')
    .select((eb) => ['offering_id', eb.fn.countAll().as('count')])
    .where('state', 'in', SEATED)
    .groupBy('offering_id')
    .execute();
  return new Map(rows.map((row) => [row.offering_id, Number(row.count)]));
}

/** Offerings in which anybody has a seat. */
export const seatedOfferings = async (reader: Reader): Promise<ReadonlySet<string>> =>
  new Set((await seatsByOffering(reader)).keys());

export async function findEnrolment(reader: Reader, id: EnrolmentId): Promise<Enrolment | null> {
  const row = await reader.selectFrom('enrolments').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : enrolmentFrom(row);
}

/** All of one person, whatever their state. */
export async function enrolmentsOf(reader: Reader, employee: EmployeeId): Promise<readonly Enrolment[]> {
  const rows = await reader.selectFrom('enrolments').selectAll().where('employee', '=', employee).execute();
  return rows.map(enrolmentFrom);
}

/** Of everybody: those that hold a seat, or (for managers) have changed since `since`. */
export async function enrolmentsToTellOf(reader: Reader, since: Date): Promise<readonly Enrolment[]> {
  const rows = await reader
    .selectFrom('enrolments')
    .selectAll()
    .where((eb) => eb.or([eb('state', 'in', SEATED), eb('state_at', '>=', since.toISOString())]))
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
  return rows.map(enrolmentFrom);
}

/** Puts a person's enrolment in an offering into a state, with its history. Answers its id, the same for good. */
export async function setState(
  tx: Writer,
  change: {
    readonly newId: EnrolmentId;
    readonly offering: OfferingId;
    readonly employee: EmployeeId;
    readonly state: EnrolmentState;
    readonly at: Date;
    readonly actor: EmployeeId;
    readonly version: number;
  },
): Promise<EnrolmentId> {
  const at = change.at.toISOString();
  const applying = change.state === 'applied';
  const row = await tx
    .insertInto('enrolments')
    .values({
      id: change.newId,
      offering_id: change.offering,
      employee: change.employee,
      state: change.state,
      applied_at: at,
      state_at: at,
      seen_version: change.version,
      manager_knows: null,
      manager_knew_by: null,
      manager_knew_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['offering_id', 'employee']).doUpdateSet({
        state: change.state,
        state_at: at,
        ...(applying ? { applied_at: at, seen_version: change.version } : {}),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('enrolment_events')
    .values({ enrolment_id: row.id, at, actor: change.actor, state: change.state })
    .execute();
  return enrolmentId.parse(row.id);
}

/** A manager has confirmed to know these; each only in the state that was shown. */
export async function recordKnown(
  tx: Writer,
  shown: readonly Pick<Enrolment, 'id' | 'state'>[],
  by: EmployeeId,
  at: Date,
): Promise<void> {
  for (const { id, state } of shown) {
    await tx
      .updateTable('enrolments')
      .set({ manager_knows: state, manager_knew_by: by, manager_knew_at: at.toISOString() })
      .where('id', '=', id)
      .where('state', '=', state)
      .execute();
  }
}

/** What is remembered of every offering that anybody ever applied for. */
export async function rememberedOfferings(reader: Reader): Promise<ReadonlyMap<string, Remembered>> {
  const rows = await reader.selectFrom('enrolment_offerings').selectAll().execute();
  return new Map(rows.map((row) => [row.offering_id, rememberedFrom(row)]));
}

export async function rememberedOffering(reader: Reader, offering: OfferingId): Promise<Remembered | null> {
  const row = await reader
    .selectFrom('enrolment_offerings')
    .selectAll()
    .where('offering_id', '=', offering)
    .executeTakeFirst();
  return row === undefined ? null : rememberedFrom(row);
}

/** Only onto the version that was read: of two processes that notice the same change, one records it. */
export async function recordSchedule(tx: Writer, now: Remembered, at: Date): Promise<void> {
  await tx
    .updateTable('enrolment_offerings')
    .set({
      schedule: JSON.stringify(now.schedule),
      previous: now.previous === null ? null : JSON.stringify(now.previous),
      version: now.version,
      changed_at: at.toISOString(),
    })
    .where('offering_id', '=', now.offering)
    .where('version', '=', now.version - 1)
    .execute();
}

const enrolmentFrom = (row: EnrolmentRow): Enrolment => ({
  id: enrolmentId.parse(row.id),
  offering: offeringId.parse(row.offering_id),
  employee: employeeId.parse(row.employee),
  state: enrolmentState.parse(row.state),
  appliedAt: new Date(row.applied_at),
  stateAt: new Date(row.state_at),
  seenVersion: row.seen_version,
  managerKnows: row.manager_knows === null ? null : enrolmentState.parse(row.manager_knows),
});

const rememberedFrom = (row: EnrolmentOfferingRow): Remembered => ({
  offering: offeringId.parse(row.offering_id),
  schedule: schedule.parse(JSON.parse(row.schedule)),
  previous: row.previous === null ? null : schedule.parse(JSON.parse(row.previous)),
  version: row.version,
});
