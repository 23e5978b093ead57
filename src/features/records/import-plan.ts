import { type ColumnChange, columnChanges, type RecordChange } from './change-log';
import { type Cells, type Dataset, sameCells } from './dataset';
import {
  type ImportMode,
  type ImportRequest,
  layoutOf,
  type Present,
  type ReadRow,
  type RowProblem,
  readRows,
} from './import-reading';
import { needsAllRows, outcomeProblems } from './outcome';
import { contentHash, parseStored, type StoredRecord } from './stored-records';

export interface ChangedRecord extends RecordChange {
  readonly columns: readonly ColumnChange[];
}

/** What an import would do. It does nothing at all while there is any problem. */
export interface ImportPlan {
  readonly dataset: Dataset;
  readonly mode: ImportMode;
  readonly added: readonly RecordChange[];
  readonly changed: readonly ChangedRecord[];
  readonly removed: readonly RecordChange[];
  readonly unchanged: number;
  /** Ids that the file marks as read by HR and that are not confirmed yet, and confirmed ones whose mark it lacks. */
  readonly confirm: readonly string[];
  readonly withdraw: readonly string[];
  readonly problems: readonly RowProblem[];
  /** Revisions of the datasets the plan was made from. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Compares a file with what is stored. Pure: the plan is applied by `applyImport`. */
export function planFrom(request: ImportRequest, present: Present): ImportPlan {
  const { dataset, mode } = request;
  const layout = layoutOf(request);
  if (layout.problems.length > 0) return nothingBut(layout.problems, request, present);
  const { rows, lines, problems } = readRows(request, layout, present);
  const stored = [...present.records.values()];
  const removed = mode === 'replace' ? stored.filter(({ id }) => !lines.has(id)) : [];
  let position = stored.at(-1)?.position ?? -1;
  const added: RecordChange[] = [];
  const changed: ChangedRecord[] = [];
  for (const { id, before, cells } of rows) {
    if (before === null) added.push({ id, before: null, after: { position: ++position, cells } });
    else if (!sameCells(dataset, before.cells, cells)) {
      changed.push({
        id,
        before: snapshotOf(before),
        after: { position: before.position, cells },
        columns: columnChanges(dataset, before.cells, cells),
      });
    }
  }
  return {
    dataset,
    mode,
    added,
    changed,
    removed: removed.map((record) => ({ id: record.id, before: snapshotOf(record), after: null })),
    unchanged: rows.length - added.length - changed.length,
    ...reviews(rows, present),
    problems: inOrder([...problems, ...problemsTogether(request, present, rows, lines, removed)]),
    revisions: present.surroundings.revisions,
  };
}

const nothingBut = (
  problems: readonly RowProblem[],
  { dataset, mode }: ImportRequest,
  present: Present,
): ImportPlan => ({
  dataset,
  mode,
  added: [],
  changed: [],
  removed: [],
  unchanged: 0,
  confirm: [],
  withdraw: [],
  problems,
  revisions: present.surroundings.revisions,
});

/** Problems of stored records last. */
const inOrder = (problems: readonly RowProblem[]): readonly RowProblem[] =>
  problems.toSorted((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER));

const snapshotOf = ({ position, cells }: StoredRecord) => ({ position, cells });

/** The problems that show only when all rows are seen together with what is stored. */
function problemsTogether(
  { dataset }: ImportRequest,
  present: Present,
  rows: readonly ReadRow[],
  lines: ReadonlyMap<string, number>,
  removed: readonly StoredRecord[],
): readonly RowProblem[] {
  const gone = new Set(removed.map(({ id }) => id));
  const readable = new Map(rows.map((row) => [row.id, row]));
  const untouched = needsAllRows(dataset)
    ? [...present.records.values()]
        .filter(({ id }) => !readable.has(id) && !gone.has(id))
        .map((record) => parseStored(dataset, record))
    : [];
  const touched = rows.filter(
    ({ before, cells }) => before === null || !sameCells(dataset, before.cells, cells),
  );
  const outcome = {
    records: [...untouched, ...rows],
    touched: new Set(touched.map(({ id }) => id)),
    removed: [...gone],
    unreadable: new Set([...lines.keys()].filter((id) => !readable.has(id))),
  };
  return outcomeProblems(dataset, outcome, present.surroundings).map(({ id, column, reason }) => {
    const cells: Cells = readable.get(id)?.cells ?? present.records.get(id)?.cells ?? {};
    return {
      line: lines.get(id) ?? null,
      column,
      reason,
      value: column === null ? id : (cells[column] ?? ''),
    };
  });
}

function reviews(rows: readonly ReadRow[], present: Present): Pick<ImportPlan, 'confirm' | 'withdraw'> {
  const isConfirmed = ({ id, cells }: ReadRow) => present.confirmed.get(id) === contentHash(cells);
  return {
    confirm: rows.filter((row) => row.reviewed === true && !isConfirmed(row)).map(({ id }) => id),
    withdraw: rows.filter((row) => row.reviewed === false && isConfirmed(row)).map(({ id }) => id),
  };
}
