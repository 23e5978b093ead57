import type { Reader, Writer } from '../../db/open';
import type { Author } from './change-log';
import type { Dataset } from './dataset';
import { inChunks, raiseRevision } from './stored-records';

/** A record is confirmed while the content that HR stood behind is its content; any change unsettles it. */
export async function confirmedHashes(reader: Reader, dataset: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('confirmations')
    .select(['record_id', 'content_hash'])
    .where('dataset', '=', dataset)
    .execute();
  return new Map(rows.map((row) => [row.record_id, row.content_hash]));
}

/** Confirms records as they are stored now; ids that do not exist are passed over. Answers how many were confirmed. */
export async function confirmRecords(
  tx: Writer,
  dataset: Dataset,
  ids: readonly string[],
  by: Author,
): Promise<number> {
  const at = by.clock.now();
  let count = 0;
  for (const chunk of inChunks(ids)) {
    const present = await tx
      .selectFrom('records')
      .select(['id', 'content_hash'])
      .where('dataset', '=', dataset.name)
      .where('id', 'in', chunk)
      .execute();
    if (present.length === 0) continue;
    const rows = present.map((record) => ({
      dataset: dataset.name,
      record_id: record.id,
      content_hash: record.content_hash,
      confirmed_by: by.actor,
      confirmed_at: at.toISOString(),
    }));
    await tx
      .insertInto('confirmations')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['dataset', 'record_id']).doUpdateSet((eb) => ({
          content_hash: eb.ref('excluded.content_hash'),
          confirmed_by: eb.ref('excluded.confirmed_by'),
          confirmed_at: eb.ref('excluded.confirmed_at'),
        })),
      )
      .execute();
    count += rows.length;
  }
  await note(tx, dataset, count, 'records-confirmed', by);
  return count;
}

export async function withdrawConfirmations(
  tx: Writer,
  dataset: Dataset,
  ids: readonly string[],
  by: Author,
): Promise<number> {
  let count = 0;
  for (const chunk of inChunks(ids)) {
    const result = await tx
      .deleteFrom('confirmations')
      .where('dataset', '=', dataset.name)
      .where('record_id', 'in', chunk)
      .executeTakeFirst();
    count += Number(result.numDeletedRows);
  }
  await note(tx, dataset, count, 'records-confirmation-withdrawn', by);
  return count;
}

/** Answers show whether they are confirmed, so indexes are rebuilt by it. */
async function note(tx: Writer, dataset: Dataset, count: number, action: string, by: Author): Promise<void> {
  if (count === 0) return;
  await raiseRevision(tx, dataset.name);
  await by.audit.record(tx, {
    at: by.clock.now(),
    actor: by.actor,
    action,
    subject: dataset.name,
    detail: { count },
  });
}
