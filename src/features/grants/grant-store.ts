import { sql } from 'kysely';
import { type AadObjectId, aadObjectId, type EmployeeId, employeeId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { RoleGrantRow } from '../../db/schema';
import { type Ending, type Grant, type GrantId, grantId } from './grant';

const ROLE = 'stress_admin';

/** As the index has it: a bound value would not be recognised as the same condition. */
const isLive = sql<boolean>`state <> 'ended'`;

/** False when a grant of this person is proposed or stands already. */
export async function insertProposal(
  tx: Writer,
  grant: Pick<Grant, 'id' | 'person' | 'account' | 'proposedBy'>,
  at: Date,
): Promise<boolean> {
  return insertRow(tx, {
    ...rowOf(grant, at),
    state: 'proposed',
    sample: 0,
    granted_by: null,
    granted_at: null,
  });
}

/** A grant that nobody gave, for a person of the sample data. */
export async function insertSample(
  tx: Writer,
  grant: Pick<Grant, 'id' | 'person' | 'account'>,
  at: Date,
): Promise<boolean> {
  const row = rowOf({ ...grant, proposedBy: grant.person }, at);
  const granted = { granted_by: grant.person, granted_at: at.toISOString() };
  return insertRow(tx, { ...row, ...granted, state: 'standing', sample: 1 });
}

const rowOf = (grant: Pick<Grant, 'id' | 'person' | 'account' | 'proposedBy'>, at: Date) =>
  ({
    id: grant.id,
    role: ROLE,
    person: grant.person,
    account: grant.account,
    proposed_by: grant.proposedBy,
    proposed_at: at.toISOString(),
    ended_by: null,
    ended_at: null,
    ending: null,
  }) as const;

async function insertRow(tx: Writer, row: RoleGrantRow): Promise<boolean> {
  const result = await tx
    .insertInto('role_grants')
    .values(row)
    .onConflict((conflict) => conflict.columns(['role', 'person']).where(isLive).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Held until the transaction ends, since what is decided depends on its state. */
export async function lockGrant(tx: Writer, id: GrantId): Promise<Grant | null> {
  await lockRows(tx, 'role_grants', { id });
  const row = await tx.selectFrom('role_grants').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : grantFrom(row);
}

/** Those that are proposed or stand, the oldest first. */
export async function liveGrants(reader: Reader): Promise<readonly Grant[]> {
  const rows = await reader
    .selectFrom('role_grants')
    .selectAll()
    .where('role', '=', ROLE)
    .where('state', '<>', 'ended')
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  return rows.map(grantFrom);
}

export async function recordGranted(tx: Writer, id: GrantId, by: EmployeeId, at: Date): Promise<void> {
  await tx
    .updateTable('role_grants')
    .set({ state: 'standing', granted_by: by, granted_at: at.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .execute();
}

export async function recordEnded(
  tx: Writer,
  id: GrantId,
  { by, at, ending }: { readonly by: EmployeeId | 'system'; readonly at: Date; readonly ending: Ending },
): Promise<void> {
  await tx
    .updateTable('role_grants')
    .set({ state: 'ended', ended_by: by, ended_at: at.toISOString(), ending })
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .execute();
}

/** The accounts of those whose grant stands. A sample's counts only where samples do. */
export async function standingAccounts(
  reader: Reader,
  countSamples: boolean,
): Promise<ReadonlyMap<EmployeeId, AadObjectId>> {
  const grants = await liveGrants(reader);
  return new Map(
    grants
      .filter(({ status, isSample }) => status.kind === 'standing' && (countSamples || !isSample))
      .map(({ person, account }) => [person, account]),
  );
}

function grantFrom(row: RoleGrantRow): Grant {
  return {
    id: grantId.parse(row.id),
    person: employeeId.parse(row.person),
    account: aadObjectId.parse(row.account),
    proposedBy: employeeId.parse(row.proposed_by),
    isSample: row.sample === 1,
    status: statusFrom(row),
  };
}

function statusFrom({ id, state, granted_by, ending }: RoleGrantRow): Grant['status'] {
  switch (state) {
    case 'proposed':
      return { kind: 'proposed' };
    case 'standing':
      return { kind: 'standing', grantedBy: employeeId.parse(granted_by) };
    case 'ended':
      if (ending === null) throw new Error(`grant ${id} has ended without a reason`);
      return { kind: 'ended', ending };
    default:
      return state satisfies never;
  }
}
