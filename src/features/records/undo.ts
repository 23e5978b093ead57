import { err, ok, type Result } from '../../core/result';
import type { Writer } from '../../db/open';
import { type Author, changesOf, commitChanges, type RecordChange } from './change-log';
import { type Dataset, type ParsedRow, type RecordProblem, sameCells } from './dataset';
import { datasetNamed } from './datasets';
import { problemsOfChange } from './outcome';
import { type Bilingual, inBoth } from './records-texts';
import { lockRecords, type Snapshot, storedRecords } from './stored-records';

/**
 * Undoes a change set by a new one, so that an undo can itself be undone. Refused, with nothing changed, when one of its
 * records has changed since or when the result would break a rule. Answers the id of the new change set.
 */
export async function undoChangeSet(tx: Writer, id: string, by: Author): Promise<Result<string, Bilingual>> {
  await lockRecords(tx);
  const changeSet = await tx.selectFrom('change_sets').selectAll().where('id', '=', id).executeTakeFirst();
  const dataset = changeSet === undefined ? null : datasetNamed(changeSet.dataset);
  if (changeSet === undefined || dataset === null) return err(inBoth((t) => t.undoUnknown));
  if (changeSet.undone_at !== null) return err(inBoth((t) => t.undoDone));

  const done = await changesOf(tx, id);
  const present = await storedRecords(tx, dataset.name);
  const since = done.filter((change) => !isAsLeft(dataset, change.after, present.get(change.id)));
  if (since.length > 0)
    return err(inBoth((t) => t.undoChangedSince(shortList(since.map((change) => change.id)))));

  const undoing = done
    .map(({ id: record, before, after }) => ({ id: record, before: after, after: before }))
    .reverse();
  const problem = await firstProblem(tx, dataset, undoing);
  if (problem !== null)
    return err(inBoth((t, locale) => t.undoBreaks(`${problem.id}: ${problem.reason[locale]}`)));

  const undo = await commitChanges(tx, dataset, undoing, by);
  await tx
    .updateTable('change_sets')
    .set({ undone_at: by.clock.now().toISOString(), undone_by: by.actor })
    .where('id', '=', id)
    .execute();
  return ok(undo);
}

const isAsLeft = (dataset: Dataset, left: Snapshot | null, now: Snapshot | undefined): boolean =>
  left === null ? now === undefined : now !== undefined && sameCells(dataset, left.cells, now.cells);

async function firstProblem(
  tx: Writer,
  dataset: Dataset,
  changes: readonly RecordChange[],
): Promise<Pick<RecordProblem, 'id' | 'reason'> | null> {
  const put: ParsedRow<unknown>[] = [];
  for (const { id, after } of changes) {
    if (after === null) continue;
    // The program may have become stricter since that content was valid.
    const parsed = dataset.parse(after.cells);
    if (parsed.ok) put.push(parsed.value);
    else if (parsed.error[0] !== undefined) return { id, reason: parsed.error[0].reason };
  }
  const removed = changes.flatMap(({ id, after }) => (after === null ? [id] : []));
  const [problem] = await problemsOfChange(tx, dataset, { put, removed });
  return problem ?? null;
}

function shortList(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  return ids.length > 5 ? `${shown}, …` : shown;
}
