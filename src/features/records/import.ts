import { err, ok, type Result } from '../../core/result';
import type { Reader, Writer } from '../../db/open';
import { withIdsForNames } from './called-by-name';
import { type Author, type ChangeCounts, commitChanges, countsOf } from './change-log';
import { confirmedHashes, confirmRecords, withdrawConfirmations } from './confirmation';
import { type ImportPlan, planFrom } from './import-plan';
import type { ImportRequest } from './import-reading';
import { idsFor } from './numbering';
import { loadSurroundings } from './outcome';
import { type Bilingual, inBoth } from './records-texts';
import { lockRecords, revisionsOf, storedRecords } from './stored-records';

/** Compares a file with what is stored now, changing nothing. */
export async function planImport(reader: Reader, asked: ImportRequest): Promise<ImportPlan> {
  const { dataset, mode } = asked;
  // The surroundings hold the revision, so they are read first: a change in between shows when the plan is applied.
  const surroundings = await loadSurroundings(reader, dataset, { removing: mode === 'replace' });
  const records = await storedRecords(reader, dataset.name);
  const request = { ...asked, table: await withIdsForNames(reader, asked) };
  return planFrom(request, {
    surroundings,
    records,
    confirmed: await confirmedHashes(reader, dataset.name),
    ids: await idsFor(reader, request, records),
  });
}

export interface ImportDone extends ChangeCounts {
  /** Null when the file changed no record. */
  readonly changeSet: string | null;
  readonly confirmed: number;
  readonly withdrawn: number;
}

/** Applies a plan as a whole, or refuses it: when it has problems, or when the data changed since it was made. */
export async function applyImport(
  tx: Writer,
  plan: ImportPlan,
  by: Author,
): Promise<Result<ImportDone, Bilingual>> {
  if (plan.problems.length > 0) return err(inBoth((t) => t.planHasProblems));
  await lockRecords(tx);
  const revisions = await revisionsOf(tx, Object.keys(plan.revisions));
  if (Object.entries(plan.revisions).some(([dataset, revision]) => revisions[dataset] !== revision)) {
    return err(inBoth((t) => t.planStale));
  }
  const changes = [...plan.removed, ...plan.changed, ...plan.added];
  const changeSet = changes.length === 0 ? null : await commitChanges(tx, plan.dataset, changes, by);
  await confirmRecords(tx, plan.dataset, plan.confirm, by);
  await withdrawConfirmations(tx, plan.dataset, plan.withdraw, by);
  return ok({
    changeSet,
    ...countsOf(changes),
    confirmed: plan.confirm.length,
    withdrawn: plan.withdraw.length,
  });
}
