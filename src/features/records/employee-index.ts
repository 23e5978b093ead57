import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import { type Employee, employees } from './datasets/employees';
import { cellsFrom, inChunks, parseStored, type Snapshot } from './stored-records';

/** Keeps the looked-up columns of employees beside their records; called in the transaction that changes those. */
export async function indexEmployees(
  tx: Writer,
  changes: readonly { readonly id: string; readonly after: Snapshot | null }[],
): Promise<void> {
  // All go before any comes: two people whose object ids were mixed up may swap them.
  for (const chunk of inChunks(changes)) {
    await tx
      .deleteFrom('employees')
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute();
  }
  const rows = changes.flatMap(({ id, after }) => (after === null ? [] : [indexRow(id, after)]));
  for (const chunk of inChunks(rows)) await tx.insertInto('employees').values(chunk).execute();
}

const indexRow = (id: string, { cells }: Snapshot) => ({
  id,
  aad_object_id: cells.aad_object_id ?? null,
  mail: cells.mail ?? '',
  section: cells.section ?? '',
});

const employeeRecords = (reader: Reader) =>
  reader
    .selectFrom('employees')
    .innerJoin('records', (join) =>
      join.onRef('records.id', '=', 'employees.id').on('records.dataset', '=', employees.name),
    )
    .select(['records.id', 'records.cells']);

const employeeFrom = (row: { id: string; cells: string }): Employee =>
  parseStored(employees, { id: row.id, cells: cellsFrom(row.cells) }).row;

/** Two look-ups by index, however many employees there are. */
export async function findEmployeeByAadObjectId(reader: Reader, id: AadObjectId): Promise<Employee | null> {
  const row = await employeeRecords(reader).where('employees.aad_object_id', '=', id).executeTakeFirst();
  return row === undefined ? null : employeeFrom(row);
}

export async function findEmployee(reader: Reader, id: EmployeeId): Promise<Employee | null> {
  const row = await employeeRecords(reader).where('employees.id', '=', id).executeTakeFirst();
  return row === undefined ? null : employeeFrom(row);
}

/** Those whose main section it is, by employee number. */
export async function employeesOfSection(reader: Reader, section: string): Promise<readonly Employee[]> {
  const rows = await employeeRecords(reader)
    .where('employees.section', '=', section)
    .orderBy('employees.id')
    .execute();
  return rows.map(employeeFrom);
}
