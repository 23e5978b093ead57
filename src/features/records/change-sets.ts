import type { Reader } from '../../db/open';
import type { ChangeSetRow } from '../../db/schema';
import type { ChangeCounts } from './change-log';
import type { Dataset } from './dataset';
import { datasetNamed } from './datasets';

/** A change set without its changes. */
export interface ChangeSetHead {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly dataset: Dataset;
  readonly source: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

export interface ChangeSet extends ChangeSetHead, ChangeCounts {}

/** Null for one that does not exist, or is of a dataset that this program does not know. */
export async function changeSetOf(reader: Reader, id: string): Promise<ChangeSetHead | null> {
  const row = await reader.selectFrom('change_sets').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : headFrom(row);
}

/** The latest change set of a person whose source ends so, or null. */
export async function changeSetFrom(
  reader: Reader,
  by: { readonly actor: string; readonly sourceEnd: string },
): Promise<ChangeSetHead | null> {
  const row = await reader
    .selectFrom('change_sets')
    .selectAll()
    .where('actor', '=', by.actor)
    .where('source', 'like', `%${by.sourceEnd}`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : headFrom(row);
}

/** The latest first. */
export async function recentChangeSets(
  reader: Reader,
  { dataset, limit }: { readonly dataset?: Dataset; readonly limit: number },
): Promise<readonly ChangeSet[]> {
  let query = reader
    .selectFrom('change_sets')
    .selectAll()
    .select((eb) => {
      const changes = eb.selectFrom('changes').whereRef('changes.change_set_id', '=', 'change_sets.id');
      const count = eb.fn.countAll<number>();
      return [
        changes.where('changes.before', 'is', null).select(count.as('n')).as('added'),
        changes.where('changes.after', 'is', null).select(count.as('n')).as('removed'),
        changes.select(count.as('n')).as('total'),
        changes.select((of) => of.fn.max('changes.seq').as('n')).as('last'),
      ];
    })
    // Not by the time, which two change sets can share.
    .orderBy('last', 'desc')
    .limit(limit);
  if (dataset !== undefined) query = query.where('dataset', '=', dataset.name);
  return (await query.execute()).flatMap((row) => {
    const head = headFrom(row);
    const [added, removed] = [Number(row.added), Number(row.removed)];
    return head === null ? [] : [{ ...head, added, changed: Number(row.total) - added - removed, removed }];
  });
}

function headFrom(row: ChangeSetRow): ChangeSetHead | null {
  const dataset = datasetNamed(row.dataset);
  if (dataset === null) return null;
  const { id, actor, source } = row;
  const undoneAt = row.undone_at === null ? null : new Date(row.undone_at);
  return { id, dataset, at: new Date(row.at), actor, source, undoneAt, undoneBy: row.undone_by };
}
