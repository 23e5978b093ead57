import { err, ok, type Result } from '../../core/result';
import type { Writer } from '../../db/open';
import { type Author, commitChanges } from './change-log';
import { type CellProblem, type Dataset, sameCells, withUnsaid } from './dataset';
import { problemsOfChange } from './outcome';
import { inBoth } from './records-texts';
import { lockRecords, storedRecord } from './stored-records';

export interface Edit {
  /** Null to add a record. */
  readonly id: string | null;
  /** Content hash of the record when its form was opened: an edit of an older content is refused. Null to overwrite. */
  readonly basedOn: string | null;
  /** By column name, as the person wrote it; columns left out keep what they hold. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Saved {
  readonly id: string;
  /** Null when nothing differs from before. */
  readonly changeSet: string | null;
}

/** Adds or changes one record. Problems name the form's fields; with any, nothing changes. */
export async function saveRecord(
  tx: Writer,
  dataset: Dataset,
  edit: Edit,
  by: Author,
): Promise<Result<Saved, readonly CellProblem[]>> {
  await lockRecords(tx);
  const before = edit.id === null ? null : await storedRecord(tx, dataset.name, edit.id);
  if (edit.id !== null && before === null) return refused(inBoth((t) => t.recordGone));
  if (before !== null && edit.basedOn !== null && edit.basedOn !== before.contentHash) {
    return refused(inBoth((t) => t.editedSince));
  }
  const parsed = dataset.parse(withUnsaid(dataset, before?.cells ?? null, edit.values));
  if (!parsed.ok) return parsed;
  const { id, cells } = parsed.value;
  const key = dataset.columns.find(({ inKey }) => inKey)?.name ?? null;
  if (before === null && (await storedRecord(tx, dataset.name, id)) !== null) {
    return err([{ column: key, reason: inBoth((t) => t.alreadyThere(id)), value: id }]);
  }
  if (before !== null && before.id !== id)
    return err([{ column: key, reason: inBoth((t) => t.keyFixed), value: id }]);
  if (before !== null && sameUnlessCleared(dataset, before.cells, cells)) return ok({ id, changeSet: null });

  const problems = await problemsOfChange(tx, dataset, { put: [parsed.value], removed: [] });
  if (problems.length > 0) {
    return err(
      problems.map(({ column, reason }) => ({
        column,
        reason,
        value: column === null ? id : (cells[column] ?? ''),
      })),
    );
  }
  const position = before?.position ?? (await nextPosition(tx, dataset.name));
  const change = {
    id,
    before: before === null ? null : { position, cells: before.cells },
    after: { position, cells },
  };
  return ok({ id, changeSet: await commitChanges(tx, dataset, [change], by) });
}

/** Saving a form unchanged says nothing of the columns that an edit clears. */
const sameUnlessCleared = (
  dataset: Dataset,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
) => sameCells({ columns: dataset.columns.filter(({ whenUnsaid }) => whenUnsaid === 'kept') }, before, after);

async function nextPosition(tx: Writer, dataset: string): Promise<number> {
  const row = await tx
    .selectFrom('records')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('dataset', '=', dataset)
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}

/** Removes one record, unless it is gone or others need it. Answers the id of the change set. */
export async function removeRecord(
  tx: Writer,
  dataset: Dataset,
  id: string,
  by: Author,
): Promise<Result<string, readonly CellProblem[]>> {
  await lockRecords(tx);
  const before = await storedRecord(tx, dataset.name, id);
  if (before === null) return refused(inBoth((t) => t.recordGone));
  const problems = await problemsOfChange(tx, dataset, { put: [], removed: [id] });
  if (problems.length > 0) return err(problems.map(({ column, reason }) => ({ column, reason, value: id })));
  const change = { id, before: { position: before.position, cells: before.cells }, after: null };
  return ok(await commitChanges(tx, dataset, [change], by));
}

const refused = (reason: CellProblem['reason']): Result<never, readonly CellProblem[]> =>
  err([{ column: null, reason, value: '' }]);
