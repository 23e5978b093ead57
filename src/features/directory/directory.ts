import type { Day } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Employee } from '../records';
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
}

interface Index {
  readonly source: readonly Employee[];
  readonly byId: ReadonlyMap<string, Employee>;
  readonly byAad: ReadonlyMap<string, Employee>;
  readonly deputies: readonly Employee[];
}

/** `roster` gives the employees as they are in the database now; the same array as long as nothing changed. */
export function createDirectory(roster: (reader: Reader) => Promise<readonly Employee[]>): Directory {
  let index: Index | null = null;

  async function current(reader: Reader): Promise<Index> {
    const source = await roster(reader);
    if (index?.source !== source) index = indexOf(source);
    return index;
  }

  const person = (from: Index, employee: Employee | undefined, today: Day): Person | null =>
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
  };
}

const indexOf = (source: readonly Employee[]): Index => ({
  source,
  byId: new Map(source.map((employee) => [employee.id, employee])),
  byAad: new Map(
    source.flatMap((employee) => (employee.aadObjectId === null ? [] : [[employee.aadObjectId, employee]])),
  ),
  deputies: source.filter((employee) => employee.deputyOf !== null),
});

const within = (today: Day, from: Day | null, to: Day | null): boolean =>
  (from === null || from <= today) && (to === null || today <= to);

function personOn(employee: Employee, index: Index, today: Day): Person {
  const standsInFor = index.deputies
    .filter((deputy) => deputy.id === employee.id && within(today, deputy.deputyFrom, deputy.deputyTo))
    .flatMap((deputy) => (deputy.deputyOf === null ? [] : (index.byId.get(deputy.deputyOf)?.manages ?? [])));
  const leads = [...new Set([...employee.manages, ...standsInFor])];
  const roles = new Set<Role>(employee.roles);
  if (leads.length > 0) roles.add('manager');
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
