import type { Day } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Employee } from '../records';
import { type Authority, authorityOf, evaluatorsIn } from './authority';
import type { Person, Role } from './person';

/** The roster at one moment, with the look-ups that need more than one row. */
export interface Roster {
  readonly employees: readonly Employee[];
}

/** Who somebody is, today. Every role is decided here, from the roster and the date, never from a card. */
export interface Directory {
  byAadObjectId(reader: Reader, id: AadObjectId, today: Day): Promise<Person | null>;
  byId(reader: Reader, id: EmployeeId, today: Day): Promise<Person | null>;
  withRole(reader: Reader, role: Role, today: Day): Promise<readonly Person[]>;
  everybody(reader: Reader, today: Day): Promise<readonly Person[]>;
  /** Whom the roster names for a role that needs a grant, whether they have it or not. */
  nominees(reader: Reader, role: GrantedRole, today: Day): Promise<readonly Nominee[]>;
}

/** A role that the roster alone does not give. */
export type GrantedRole = 'stress_admin';

export interface Nominee {
  readonly person: Person;
  /** The row is of the sample data. */
  readonly isSample: boolean;
  /** Why the person cannot have the role. */
  readonly authority: Authority | null;
}

/**
 * The grants of `stress_admin` that stand: whose they are, and for which account. The account counts, so that nobody gets
 * the role by giving a holder's row of the roster another account.
 */
export type StandingGrants = (reader: Reader) => Promise<ReadonlyMap<EmployeeId, AadObjectId>>;

interface Index {
  readonly source: readonly Employee[];
  readonly byId: ReadonlyMap<string, Employee>;
  readonly byAad: ReadonlyMap<string, Employee>;
  readonly deputies: readonly Employee[];
  readonly evaluators: ReadonlySet<string>;
}

/** The roster with what two people have decided beside it. */
interface Now extends Index {
  readonly grants: ReadonlyMap<EmployeeId, AadObjectId>;
}

/**
 * `roster` gives the employees as they are in the database now; the same array as long as nothing changed. `stress_admin`
 * in it is a nomination: only a grant that stands makes it a role, and only for one without 人事権 on that day.
 */
export function createDirectory(
  roster: (reader: Reader) => Promise<readonly Employee[]>,
  grants: StandingGrants,
): Directory {
  let index: Index | null = null;

  async function current(reader: Reader): Promise<Now> {
    const source = await roster(reader);
    if (index?.source !== source) index = indexOf(source);
    return { ...index, grants: await grants(reader) };
  }

  const person = (from: Now, employee: Employee | undefined, today: Day): Person | null =>
    employee === undefined ? null : personOn(employee, from, today);

  async function everybody(reader: Reader, today: Day): Promise<readonly Person[]> {
    const now = await current(reader);
    return now.source.map((employee) => personOn(employee, now, today));
  }

  return {
    async byAadObjectId(reader, id, today) {
      const now = await current(reader);
      return person(now, now.byAad.get(id), today);
    },
    async byId(reader, id, today) {
      const now = await current(reader);
      return person(now, now.byId.get(id), today);
    },
    everybody,
    withRole: async (reader, role, today) =>
      (await everybody(reader, today)).filter(({ roles }) => roles.has(role)),
    async nominees(reader, role, today) {
      const now = await current(reader);
      return now.source
        .filter(({ roles }) => roles.includes(role))
        .map((employee) => ({
          person: personOn(employee, now, today),
          isSample: employee.sample,
          authority: authorityOf(employee, now.evaluators),
        }));
    },
  };
}

const indexOf = (source: readonly Employee[]): Index => ({
  source,
  byId: new Map(source.map((employee) => [employee.id, employee])),
  byAad: new Map(
    source.flatMap((employee) => (employee.aadObjectId === null ? [] : [[employee.aadObjectId, employee]])),
  ),
  deputies: source.filter((employee) => employee.deputyOf !== null),
  evaluators: evaluatorsIn(source),
});

const within = (today: Day, from: Day | null, to: Day | null): boolean =>
  (from === null || from <= today) && (to === null || today <= to);

const isGranted = (employee: Employee, { grants, evaluators }: Now): boolean =>
  employee.aadObjectId !== null &&
  grants.get(employee.id) === employee.aadObjectId &&
  authorityOf(employee, evaluators) === null;

function personOn(employee: Employee, index: Now, today: Day): Person {
  const standsInFor = index.deputies
    .filter((deputy) => deputy.id === employee.id && within(today, deputy.deputyFrom, deputy.deputyTo))
    .flatMap((deputy) => (deputy.deputyOf === null ? [] : (index.byId.get(deputy.deputyOf)?.manages ?? [])));
  const leads = [...new Set([...employee.manages, ...standsInFor])];
  const roles = new Set<Role>(employee.roles);
  if (leads.length > 0) roles.add('manager');
  if (!isGranted(employee, index)) roles.delete('stress_admin');
  return {
    id: employee.id,
    aadObjectId: employee.aadObjectId,
    name: employee.name,
    kana: employee.kana ?? '',
    department: employee.department ?? '',
    section: employee.section,
    position: employee.position ?? '',
    level: employee.level,
    jobType: employee.jobType ?? '',
    employment: employee.employment,
    weeklyHours: employee.weeklyHours,
    concurrentSection: employee.concurrentSection,
    firstEvaluator: employee.firstEvaluator,
    secondEvaluator: employee.secondEvaluator,
    birthDate: employee.birthDate,
    hiredOn: employee.hiredOn,
    leads,
    roles,
    leave:
      employee.leaveKind !== null && within(today, employee.leaveFrom, employee.leaveTo)
        ? { kind: employee.leaveKind, to: employee.leaveTo }
        : null,
  };
}
