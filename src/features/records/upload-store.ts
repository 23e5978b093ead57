import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { Dataset } from './dataset';
import { datasetNamed } from './datasets';
import type { Table } from './table';

/** A file given in chat that waits for its mapping or its apply. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Null until it is known what kind of data it holds. */
  readonly dataset: Dataset | null;
  readonly table: Table;
}

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** Keeps an upload for a day; older ones of everybody are dropped by the way. Answers its id. */
export async function keepUpload(
  tx: Writer,
  upload: Omit<Upload, 'id'>,
  by: { readonly owner: EmployeeId; readonly clock: Clock },
): Promise<string> {
  const now = by.clock.now();
  const oldest = new Date(now.getTime() - KEPT_FOR_MS).toISOString();
  await tx.deleteFrom('uploads').where('created_at', '<', oldest).execute();
  const id = randomUUID();
  await tx
    .insertInto('uploads')
    .values({
      id,
      owner: by.owner,
      name: upload.name,
      dataset: upload.dataset?.name ?? null,
      content: JSON.stringify(upload.table),
      created_at: now.toISOString(),
    })
    .execute();
  return id;
}

const storedTable = z.object({
  headingLine: z.number(),
  headings: z.array(z.string()),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
});

/** Only its owner finds an upload. */
export async function findUpload(reader: Reader, id: string, owner: EmployeeId): Promise<Upload | null> {
  const row = await reader
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id,
    name: row.name,
    dataset: row.dataset === null ? null : datasetNamed(row.dataset),
    table: storedTable.parse(JSON.parse(row.content)),
  };
}

export async function chooseDataset(tx: Writer, id: string, dataset: Dataset): Promise<void> {
  await tx.updateTable('uploads').set({ dataset: dataset.name }).where('id', '=', id).execute();
}

export async function dropUpload(tx: Writer, id: string): Promise<void> {
  await tx.deleteFrom('uploads').where('id', '=', id).execute();
}
