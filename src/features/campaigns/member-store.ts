import type { Updateable } from 'kysely';
import { type Day, day } from '../../core/calendar/day';
import { type CampaignId, campaignId, type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { CampaignMemberRow } from '../../db/schema';
import type { Person } from '../directory';
import type { MemberAccess } from './member-access';

export type DoneBy = NonNullable<CampaignMemberRow['done_by']>;

/**
 * One person in a campaign. `left`: has gone from the roster or the audience before handing in; who comes back is open
 * again. That they handed in stays, wherever they have gone since.
 */
export interface Member {
  readonly campaign: CampaignId;
  readonly employee: EmployeeId;
  /** The day on which the campaign opened for this person. */
  readonly joinedOn: Day;
  readonly status:
    | { readonly kind: 'open' }
    | { readonly kind: 'left' }
    | {
        readonly kind: 'done';
        readonly by: DoneBy;
        readonly at: Date;
        /** Null when the person did. */
        readonly recordedBy: EmployeeId | null;
      };
}
export type MemberState = Member['status']['kind'];

/**
 * Members that the access lets see, by employee number. Sections are today's: `people` is the roster as it stands, and
 * who is no longer in it is seen by whoever sees all.
 */
export async function membersOf(
  reader: Reader,
  access: MemberAccess,
  people: readonly Person[],
): Promise<readonly Member[]> {
  return (await membersOfEach(reader, access.campaign, [access], people)).get(access) ?? [];
}

/** As `membersOf`, for all who look at one campaign: it is read once. An access to another campaign sees nothing. */
export async function membersOfEach(
  reader: Reader,
  campaign: CampaignId,
  accesses: readonly MemberAccess[],
  people: readonly Person[],
): Promise<ReadonlyMap<MemberAccess, readonly Member[]>> {
  const all = await everyMember(reader, campaign);
  const sections = new Map(people.map(({ id, section }) => [id, section]));
  const seenBy = ({ scope }: MemberAccess): readonly Member[] => {
    if (scope.kind === 'all') return all;
    return all.filter(({ employee, status }) => {
      const section = sections.get(employee);
      return status.kind === 'open' && section !== undefined && scope.sections.includes(section);
    });
  };
  const own = accesses.filter((access) => access.campaign === campaign);
  return new Map(own.map((access) => [access, seenBy(access)]));
}

/** Those whom somebody recorded (代理), as far as the access lets record for them: who may see it may take it back. */
export async function recordedForOthers(
  reader: Reader,
  access: MemberAccess,
  people: readonly Person[],
): Promise<readonly Member[]> {
  const { recordsIn } = access;
  const sections = new Map(people.map(({ id, section }) => [id, section]));
  return (await everyMember(reader, access.campaign)).filter(
    ({ employee, status }) =>
      status.kind === 'done' &&
      status.by === 'proxy' &&
      (recordsIn === 'everywhere' || recordsIn.includes(sections.get(employee) ?? '')),
  );
}

/** Everybody who is in it, whether they have handed in or not: who is asked, not who has done what. */
export async function audienceOf(reader: Reader, campaign: CampaignId): Promise<readonly EmployeeId[]> {
  const rows = await reader
    .selectFrom('campaign_members')
    .select('employee')
    .where('campaign_id', '=', campaign)
    .where('state', '<>', 'left')
    .orderBy('employee')
    .execute();
  return rows.map(({ employee }) => employeeId.parse(employee));
}

/** One's own place in a campaign; null for who is not in it. */
export function ownMember(
  reader: Reader,
  campaign: CampaignId,
  self: Pick<Person, 'id'>,
): Promise<Member | null> {
  return findMember(reader, campaign, self.id);
}

/** Records for somebody else (代理). False when they were not open, or may not be recorded for by this holder; nobody for themself. */
export async function recordFor(
  tx: Writer,
  access: MemberAccess,
  person: Pick<Person, 'id' | 'section'>,
  at: Date,
): Promise<boolean> {
  const { recordsIn, campaign, holder } = access;
  if (person.id === holder.id) return false;
  if (recordsIn !== 'everywhere' && !recordsIn.includes(person.section)) return false;
  return finish(tx, campaign, person.id, { by: 'proxy', at, recordedBy: holder.id, importId: null });
}

/** Takes back what somebody recorded for another (代理). False when it was recorded in another way. */
export async function withdrawRecordFor(
  tx: Writer,
  access: MemberAccess,
  person: Pick<Person, 'id' | 'section'>,
): Promise<boolean> {
  const { recordsIn, campaign } = access;
  if (recordsIn !== 'everywhere' && !recordsIn.includes(person.section)) return false;
  return reopen(tx, campaign, person.id, 'proxy');
}

// What follows reads or writes without a person's right to do so: it serves reminders, imports and the members
// themselves, and is not exported from the feature.

export async function everyMember(reader: Reader, campaign: CampaignId): Promise<readonly Member[]> {
  const rows = await reader
    .selectFrom('campaign_members')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('employee')
    .execute();
  return rows.map(memberFrom);
}

export async function findMember(
  reader: Reader,
  campaign: CampaignId,
  employee: EmployeeId,
): Promise<Member | null> {
  const row = await reader
    .selectFrom('campaign_members')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('employee', '=', employee)
    .executeTakeFirst();
  return row === undefined ? null : memberFrom(row);
}

/** Rows a statement: below the least number of variables that either database takes. */
const CHUNK = 400;

/** Adds members; who is in it already stays as they are. */
export async function addMembers(
  tx: Writer,
  campaign: CampaignId,
  employees: readonly EmployeeId[],
  joinedOn: Day,
): Promise<void> {
  for (let from = 0; from < employees.length; from += CHUNK) {
    const rows = employees.slice(from, from + CHUNK).map((employee) => ({
      campaign_id: campaign,
      employee,
      joined_on: joinedOn,
      state: 'open' as const,
      ...NOT_DONE,
    }));
    await tx
      .insertInto('campaign_members')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['campaign_id', 'employee']).doNothing())
      .execute();
  }
}

const NOT_DONE = { done_by: null, done_at: null, recorded_by: null, import_id: null } as const;

/** Open ones leave; who has handed in stays. */
export const leave = (tx: Writer, campaign: CampaignId, employees: readonly EmployeeId[]): Promise<void> =>
  changeEach(tx, campaign, employees, 'open', { state: 'left' });

/** Who left and fits again is open again; the day on which they joined stays, so that they are not told all anew. */
export const rejoin = (tx: Writer, campaign: CampaignId, employees: readonly EmployeeId[]): Promise<void> =>
  changeEach(tx, campaign, employees, 'left', { state: 'open' });

async function changeEach(
  tx: Writer,
  campaign: CampaignId,
  employees: readonly EmployeeId[],
  from: CampaignMemberRow['state'],
  to: Updateable<CampaignMemberRow>,
): Promise<void> {
  for (let at = 0; at < employees.length; at += CHUNK) {
    await tx
      .updateTable('campaign_members')
      .set(to)
      .where('campaign_id', '=', campaign)
      .where('employee', 'in', employees.slice(at, at + CHUNK))
      .where('state', '=', from)
      .execute();
  }
}

/** True when this made an open member done; false when they are not open. */
export async function finish(
  tx: Writer,
  campaign: CampaignId,
  employee: EmployeeId,
  done: { by: DoneBy; at: Date; recordedBy: EmployeeId | null; importId: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('campaign_members')
    .set({
      state: 'done',
      done_by: done.by,
      done_at: done.at.toISOString(),
      recorded_by: done.recordedBy,
      import_id: done.importId,
    })
    .where('campaign_id', '=', campaign)
    .where('employee', '=', employee)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Undoes what was recorded in that very way; false when it was recorded in another. */
export async function reopen(
  tx: Writer,
  campaign: CampaignId,
  employee: EmployeeId,
  by: DoneBy,
): Promise<boolean> {
  const result = await tx
    .updateTable('campaign_members')
    .set({ state: 'open', ...NOT_DONE })
    .where('campaign_id', '=', campaign)
    .where('employee', '=', employee)
    .where('done_by', '=', by)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

function memberFrom(row: CampaignMemberRow): Member {
  return {
    campaign: campaignId.parse(row.campaign_id),
    employee: employeeId.parse(row.employee),
    joinedOn: day.parse(row.joined_on),
    status: statusFrom(row),
  };
}

function statusFrom(row: CampaignMemberRow): Member['status'] {
  if (row.state !== 'done') return { kind: row.state };
  if (row.done_by === null || row.done_at === null)
    throw new Error(`a member of ${row.campaign_id} is done without a record`);
  return {
    kind: 'done',
    by: row.done_by,
    at: new Date(row.done_at),
    recordedBy: row.recorded_by === null ? null : employeeId.parse(row.recorded_by),
  };
}
