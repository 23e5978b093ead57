import type { Reader } from '../../db/open';
import { type CellForm, splitList } from './cell-types';
import type { Dataset, ParsedRow, RecordProblem } from './dataset';
import { allDatasets } from './datasets';
import { type Bilingual, inBoth } from './records-texts';
import { parseStored, revisionsOf, storedRecords } from './stored-records';

/** What a change of one dataset must be judged by: the records of others that it names, and those that name its own. */
export interface Surroundings {
  /** Ids that exist, by dataset; the changed dataset itself is not among them. */
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Records of other datasets by the id they cannot do without; empty unless asked for. */
  readonly usesOf: ReadonlyMap<string, readonly Use[]>;
  /** Revisions of every dataset that was looked at. */
  readonly revisions: Readonly<Record<string, number>>;
}

interface Use {
  readonly dataset: Bilingual;
  readonly id: string;
}

interface Reference {
  readonly column: string;
  readonly to: string;
  readonly outlives: boolean;
}

const referencesOf = (dataset: Dataset): readonly Reference[] =>
  dataset.columns.flatMap(({ name, form }) => {
    const target = targetOf(form);
    return target === null ? [] : [{ column: name, ...target }];
  });

const targetOf = (form: CellForm): Omit<Reference, 'column'> | null => {
  if (form.kind === 'list') return targetOf(form.of);
  return form.kind === 'reference' ? { to: form.to, outlives: form.outlives } : null;
};

/** `removing`: also look for records that need those which may go. */
export async function loadSurroundings(
  reader: Reader,
  dataset: Dataset,
  { removing }: { readonly removing: boolean },
): Promise<Surroundings> {
  const targets = new Set(referencesOf(dataset).map(({ to }) => to));
  targets.delete(dataset.name);
  const idsOf = new Map<string, ReadonlySet<string>>();
  for (const target of targets) {
    const rows = await reader.selectFrom('records').select('id').where('dataset', '=', target).execute();
    idsOf.set(target, new Set(rows.map(({ id }) => id)));
  }
  const dependants = removing
    ? allDatasets.filter((other) => other.name !== dataset.name && needs(other, dataset))
    : [];
  const usesOf = new Map<string, Use[]>();
  for (const dependant of dependants) {
    const columns = referencesOf(dependant).filter(({ to, outlives }) => to === dataset.name && !outlives);
    for (const { id, cells } of (await storedRecords(reader, dependant.name)).values()) {
      for (const { column } of columns) {
        for (const target of splitList(cells[column] ?? '')) {
          const uses = usesOf.get(target) ?? [];
          uses.push({ dataset: dependant.label, id });
          usesOf.set(target, uses);
        }
      }
    }
  }
  const looked = [dataset.name, ...targets, ...dependants.map(({ name }) => name)];
  return { idsOf, usesOf, revisions: await revisionsOf(reader, looked) };
}

const needs = (dependant: Dataset, dataset: Dataset): boolean =>
  referencesOf(dependant).some(({ to, outlives }) => to === dataset.name && !outlives);

/** Whether judging a change takes the typed rows of untouched records too. */
export const needsAllRows = (dataset: Dataset): boolean =>
  dataset.hasChecks || referencesOf(dataset).some(({ to }) => to === dataset.name);

export interface Outcome {
  /** All records as they would be; without the untouched ones where `needsAllRows` is false. */
  readonly records: readonly ParsedRow<unknown>[];
  /** Ids that were added or changed. */
  readonly touched: ReadonlySet<string>;
  readonly removed: readonly string[];
  /** Ids of rows that could not be read: they do not count as unknown. */
  readonly unreadable: ReadonlySet<string>;
}

/** Every rule that a changed dataset would break: its own, references to what does not exist, removal of what is needed. */
export function outcomeProblems(
  dataset: Dataset,
  outcome: Outcome,
  surroundings: Surroundings,
): readonly RecordProblem[] {
  const own = new Set(outcome.records.map(({ id }) => id));
  const problems: RecordProblem[] = [];
  for (const { column, to } of referencesOf(dataset)) {
    const isOwn = to === dataset.name;
    const known = isOwn ? own : (surroundings.idsOf.get(to) ?? new Set<string>());
    const label = allDatasets.find(({ name }) => name === to)?.label ?? dataset.label;
    for (const { id, cells } of outcome.records) {
      if (!isOwn && !outcome.touched.has(id)) continue;
      for (const target of splitList(cells[column] ?? '')) {
        if (known.has(target) || (isOwn && outcome.unreadable.has(target))) continue;
        problems.push({
          id,
          column,
          reason: inBoth((t, locale) => t.unknownReference(label[locale], target)),
        });
      }
    }
  }
  for (const id of outcome.removed) {
    const uses = surroundings.usesOf.get(id);
    const [first] = uses ?? [];
    if (uses === undefined || first === undefined) continue;
    const count = uses.filter(({ dataset: by }) => by === first.dataset).length;
    problems.push({
      id,
      column: null,
      reason: inBoth((t, locale) => t.stillUsed(id, first.dataset[locale], count, first.id)),
    });
  }
  return [...problems, ...dataset.check(outcome.records)];
}

/** The problems of a few changes to a dataset as it is stored. */
export async function problemsOfChange(
  reader: Reader,
  dataset: Dataset,
  changes: { readonly put: readonly ParsedRow<unknown>[]; readonly removed: readonly string[] },
): Promise<readonly RecordProblem[]> {
  const surroundings = await loadSurroundings(reader, dataset, { removing: changes.removed.length > 0 });
  const records = new Map<string, ParsedRow<unknown>>();
  if (needsAllRows(dataset)) {
    for (const record of (await storedRecords(reader, dataset.name)).values()) {
      records.set(record.id, parseStored(dataset, record));
    }
  }
  for (const id of changes.removed) records.delete(id);
  for (const record of changes.put) records.set(record.id, record);
  return outcomeProblems(
    dataset,
    {
      records: [...records.values()],
      touched: new Set(changes.put.map(({ id }) => id)),
      removed: changes.removed,
      unreadable: new Set(),
    },
    surroundings,
  );
}
