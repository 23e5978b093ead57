import type { Clock } from '../../../src/core/clock';
import type { Store } from '../../../src/db/open';
import {
  type Author,
  applyImport,
  type Dataset,
  guessMapping,
  type ImportDone,
  type ImportMode,
  type ImportPlan,
  planImport,
  type Table,
} from '../../../src/features/records';
import { openTestStore } from '../../support/databases';

/** 2026-11-24 10:00 in Tokyo, and a minute later with every look. */
export function tickingClock(): Clock {
  let at = Date.parse('2026-11-24T01:00:00Z');
  return {
    now: () => {
      at += 60_000;
      return new Date(at);
    },
  };
}

const open: Store[] = [];

/** A store of its own for each test, or one more on the database at `location`. */
export async function testStore(location?: string): Promise<Store> {
  const store = await openTestStore(location);
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

export interface TestAuthor extends Author {
  readonly audited: { action: string; subject: string; actor: string; detail: unknown }[];
}

export function testAuthor(actor = '100066', source = 'test'): TestAuthor {
  const audited: TestAuthor['audited'] = [];
  return {
    actor,
    source,
    clock: tickingClock(),
    audited,
    audit: {
      record: async (_tx, { action, subject, actor: by, detail }) => {
        audited.push({ action, subject, actor: by, detail });
      },
    },
  };
}

/** A table as a file would give it: headings in line 1, rows from line 2. */
export const table = (headings: string, ...rows: string[]): Table => ({
  headingLine: 1,
  headings: headings.split(','),
  rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(',') })),
});

export function planOf(
  store: Store,
  dataset: Dataset,
  file: Table,
  mode: ImportMode = 'merge',
): Promise<ImportPlan> {
  const { mapping } = guessMapping(dataset, file.headings);
  return planImport(store.db, { dataset, table: file, mapping, mode });
}

/** Imports a file that must be without problems. */
export async function importTable(
  store: Store,
  dataset: Dataset,
  file: Table,
  by: Author = testAuthor(),
  mode: ImportMode = 'merge',
): Promise<ImportDone> {
  const plan = await planOf(store, dataset, file, mode);
  if (plan.problems.length > 0) throw new Error(JSON.stringify(problemsIn(plan)));
  const done = await store.write((tx) => applyImport(tx, plan, by));
  if (!done.ok) throw new Error(done.error.en);
  return done.value;
}

/** `[line, column, reason]` of every problem, in Japanese. */
export const problemsIn = (plan: ImportPlan): readonly (readonly [number | null, string | null, string])[] =>
  plan.problems.map(({ line, column, reason }) => [line, column, reason.ja]);

/** Everything that is stored of a dataset. */
export const storedIn = (store: Store, dataset: Dataset) =>
  store.db
    .selectFrom('records')
    .select(['id', 'position', 'cells', 'content_hash'])
    .where('dataset', '=', dataset.name)
    .orderBy('position')
    .execute();
