import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result';
import type { Store, Writer } from '../../db/open';
import type { Author } from './change-log';
import type { Dataset } from './dataset';
import { allDatasets } from './datasets';
import { applyImport, planImport } from './import';
import type { RowProblem } from './import-reading';
import { guessMapping } from './mapping';
import type { Bilingual } from './records-texts';
import { lockRecords } from './stored-records';
import type { Table } from './table';
import { readTableFile } from './table-file';

export interface SeedOptions extends Omit<Author, 'source'> {
  /** Called after each file. */
  onProgress?(dataset: Dataset, count: number): void;
  /** What comes with the sample beside the datasets; in the same transaction. */
  alsoSeed?(tx: Writer): Promise<void>;
}

export interface SeedProblem {
  readonly file: string;
  readonly dataset: Dataset;
  readonly problem: Omit<RowProblem, 'value'> & { readonly value?: string };
}

/**
 * Fills an empty database from `<dataset>.csv` in `directory`, all files or none; files that do not exist are passed
 * over. Answers how many records there are by dataset, or null when the database already held records.
 */
export async function importDirectory(
  store: Store,
  directory: string,
  options: SeedOptions,
): Promise<Result<ReadonlyMap<string, number> | null, readonly SeedProblem[]>> {
  if (!(await isEmpty(store.db))) return ok(null);
  const files: { dataset: Dataset; file: string; table: Table }[] = [];
  for (const dataset of allDatasets) {
    const file = path.join(directory, `${dataset.name}.csv`);
    if (!existsSync(file)) continue;
    const table = await readTableFile(await readFile(file));
    if (!table.ok) return err([{ file, dataset, problem: wholeFile(table.error) }]);
    files.push({ dataset, file, table: table.value });
  }
  try {
    return await store.write(async (tx) => {
      // Another process may have been first.
      await lockRecords(tx);
      if (!(await isEmpty(tx))) return ok(null);
      const counts = new Map<string, number>();
      for (const { dataset, file, table } of files) {
        const { mapping } = guessMapping(dataset, table.headings);
        const plan = await planImport(tx, { dataset, table, mapping, mode: 'merge' });
        if (plan.problems.length > 0)
          throw new SeedRefused(plan.problems.map((problem) => ({ file, dataset, problem })));
        const by = { ...options, source: `data/${path.basename(file)}` };
        const done = await applyImport(tx, plan, by);
        if (!done.ok) throw new SeedRefused([{ file, dataset, problem: wholeFile(done.error) }]);
        counts.set(dataset.name, done.value.added);
        options.onProgress?.(dataset, done.value.added);
      }
      await options.alsoSeed?.(tx);
      return ok(counts);
    });
  } catch (error) {
    if (error instanceof SeedRefused) return err(error.problems);
    throw error;
  }
}

/** Thrown to roll the transaction back. */
class SeedRefused extends Error {
  constructor(readonly problems: readonly SeedProblem[]) {
    super('a file of the data directory has problems');
  }
}

const wholeFile = (reason: Bilingual): SeedProblem['problem'] => ({ line: null, column: null, reason });

async function isEmpty(reader: Store['db'] | Writer): Promise<boolean> {
  const row = await reader.selectFrom('records').select('id').limit(1).executeTakeFirst();
  return row === undefined;
}
