import { aadObjectId, type EmployeeId, employeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import * as cell from './cell-types';
import { optional, required } from './column';
import { defineDataset, type Row } from './dataset';
import { type Employee, employees } from './datasets/employees';
import { planImport } from './import';
import type { ImportPlan } from './import-plan';
import type { RowProblem } from './import-reading';
import { guessMapping } from './mapping';
import { loadDataset } from './record-store';
import { inBoth } from './records-texts';
import { type Table, unguardFormula } from './table';

/** The list of users that the Entra admin centre, or Graph PowerShell, exports. It is joined to the roster, never stored. */
const entraUsers = defineDataset({
  name: 'entra-users',
  label: { ja: 'Entraのユーザー', en: 'Entra users' },
  key: ['id'],
  columns: {
    id: required(cell.code(aadObjectId, '23524587-ef5e-481f-92ac-3a55358387b9'), {
      ja: 'オブジェクトID',
      en: 'Object id',
      also: ['objectId', 'ユーザーID', 'aad_object_id'],
    }),
    employee_id: optional(cell.code(employeeId, '100001'), {
      ja: '従業員ID',
      en: 'Employee id',
      also: ['employeeId', '職員番号', '社員番号'],
    }),
    mail: optional(cell.mail, { ja: 'メール', en: 'Mail', also: ['メールアドレス', '電子メール', 'email'] }),
    upn: optional(cell.text(254), {
      ja: 'ユーザープリンシパル名',
      en: 'User principal name',
      also: ['userPrincipalName', 'UPN'],
    }),
    name: optional(cell.text(256), { ja: '表示名', en: 'Display name', also: ['displayName', '氏名'] }),
  },
});
type EntraUser = Row<typeof entraUsers>;

/** Problems are read as problems of the roster, by its columns. */
const ROSTER_COLUMN: Readonly<Record<string, string>> = {
  id: 'aad_object_id',
  employee_id: 'id',
  upn: 'mail',
};
const inRoster = (column: string): string => ROSTER_COLUMN[column] ?? column;

export interface EntraJoin {
  /** Employee numbers with their object ids, to be imported into the roster like any file. */
  readonly table: Table;
  readonly problems: readonly RowProblem[];
  readonly unmatchedUsers: readonly { readonly line: number; readonly name: string; readonly upn: string }[];
  readonly unmatchedEmployees: readonly { readonly id: EmployeeId; readonly name: string }[];
}

/**
 * Matches each user to an employee by employee number, else by mail address or user principal name. Users without an
 * employee (guests, shared mailboxes) are listed, not refused; two users for one employee are a problem.
 */
export function joinEntraUsers(roster: readonly Employee[], users: Table): EntraJoin {
  const { mapping, missing } = guessMapping(entraUsers, users.headings);
  const problems: RowProblem[] = missing.map(({ name }) => ({
    line: users.headingLine,
    column: inRoster(name),
    reason: inBoth((t) => t.noHeading),
    value: '',
  }));
  const byNumber = new Map<string, Employee>(roster.map((employee) => [employee.id, employee]));
  const byMail = new Map(
    roster.flatMap((employee) => (employee.mail === null ? [] : [[employee.mail, employee]])),
  );
  const employeeOf = (user: EntraUser): Employee | undefined =>
    (user.employeeId === null ? undefined : byNumber.get(user.employeeId)) ??
    (user.mail === null ? undefined : byMail.get(user.mail)) ??
    (user.upn === null ? undefined : byMail.get(user.upn.toLowerCase()));

  const matched = new Map<EmployeeId, { line: number; user: EntraUser; employee: Employee }>();
  const unmatchedUsers: { line: number; name: string; upn: string }[] = [];
  for (const { line, cells } of missing.length > 0 ? [] : users.rows) {
    const given = Object.fromEntries(
      Object.entries(mapping).map(([column, heading]) => [
        column,
        unguardFormula(cells[users.headings.indexOf(heading)] ?? ''),
      ]),
    );
    const parsed = entraUsers.parse(given);
    if (!parsed.ok) {
      problems.push(
        ...parsed.error.map(({ column, ...problem }) => ({
          line,
          column: column === null ? null : inRoster(column),
          ...problem,
        })),
      );
      continue;
    }
    const user = parsed.value.row;
    const employee = employeeOf(user);
    if (employee === undefined) {
      unmatchedUsers.push({ line, name: user.name ?? '', upn: user.upn ?? user.mail ?? user.id });
      continue;
    }
    const other = matched.get(employee.id);
    if (other === undefined) matched.set(employee.id, { line, user, employee });
    else {
      const reason = inBoth((t) => t.entraAmbiguous(employee.id, other.line));
      problems.push({ line, column: inRoster('id'), reason, value: user.id });
    }
  }
  return {
    table: {
      headingLine: users.headingLine,
      headings: ['id', 'aad_object_id', 'mail', 'sample'],
      rows: [...matched.values()].map(({ line, user, employee }) => ({
        line,
        cells: [employee.id, user.id, employee.mail ?? user.mail ?? '', employee.sample ? 'yes' : 'no'],
      })),
    },
    problems,
    unmatchedUsers,
    unmatchedEmployees: roster.filter(({ id }) => !matched.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

/** The join with the roster as it is stored, as a plan that is applied by `applyImport`. */
export async function planEntraImport(
  reader: Reader,
  users: Table,
): Promise<{ readonly plan: ImportPlan; readonly join: EntraJoin }> {
  const join = joinEntraUsers(await loadDataset(reader, employees), users);
  const { mapping } = guessMapping(employees, join.table.headings);
  const plan = await planImport(reader, { dataset: employees, table: join.table, mapping, mode: 'merge' });
  // That nobody matched is not a fault of the file: it shows in the lists.
  const decided = join.problems.length > 0 || join.table.rows.length === 0;
  return { plan: decided ? { ...plan, problems: join.problems } : plan, join };
}
