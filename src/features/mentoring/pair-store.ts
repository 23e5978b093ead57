import { day } from '../../core/calendar/day';
import { type EmployeeId, employeeId, type PairId, pairId } from '../../core/ids';
import { lockName } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { MentoringPairRow } from '../../db/schema';
import { ending, type Pair, type PairStatus, suspension } from './pair';
import { pace } from './periods';

/** Who is whose mentor is decided by one transaction at a time: a mentor has two mentees at most. */
export const lockPairs = (tx: Writer): Promise<void> => lockName(tx, 'mentoring-pairs');

export async function findPair(reader: Reader, id: PairId): Promise<Pair | null> {
  const row = await reader.selectFrom('mentoring_pairs').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : pairFrom(row);
}

/** Those that have not ended, by mentee. */
export async function livePairs(reader: Reader): Promise<readonly Pair[]> {
  const rows = await reader
    .selectFrom('mentoring_pairs')
    .selectAll()
    .where('state', '<>', 'ended')
    .orderBy('mentee')
    .orderBy('from_on')
    .execute();
  return rows.map(pairFrom);
}

/** Of everybody, ended ones as well; the latest start first. */
export async function allPairs(reader: Reader): Promise<readonly Pair[]> {
  const rows = await reader
    .selectFrom('mentoring_pairs')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('mentee')
    .execute();
  return rows.map(pairFrom);
}

/** In which somebody is mentee or mentor, ended ones as well; the latest start first. */
export async function pairsOfPerson(reader: Reader, person: EmployeeId): Promise<readonly Pair[]> {
  const rows = await reader
    .selectFrom('mentoring_pairs')
    .selectAll()
    .where((eb) => eb.or([eb('mentee', '=', person), eb('mentor', '=', person)]))
    .orderBy('from_on', 'desc')
    .orderBy('mentee')
    .execute();
  return rows.map(pairFrom);
}

export type PairEventKind = 'made' | 'changed' | 'suspended' | 'resumed' | 'ended' | 'known';

/** Who decided what of a pair; `actor` is an employee, `system` or `import`. */
export interface PairEvent {
  readonly at: Date;
  readonly actor: string;
  readonly what: string;
  readonly detail: string;
}

export async function insertPair(
  tx: Writer,
  pair: Omit<Pair, 'status' | 'changedAt' | 'isNews'>,
  by: { readonly at: Date; readonly actor: string },
): Promise<void> {
  const at = by.at.toISOString();
  await tx
    .insertInto('mentoring_pairs')
    .values({
      id: pair.id,
      mentee: pair.mentee,
      mentor: pair.mentor,
      from_on: pair.from,
      until_on: pair.until,
      early: pair.early,
      state: 'active',
      why: null,
      ended_on: null,
      mentee_section: pair.sections.mentee,
      mentor_section: pair.sections.mentor,
      sample: pair.sample ? 1 : 0,
      news: 0,
      changed_at: at,
      created_by: by.actor,
      created_at: at,
    })
    .execute();
  await insertEvent(tx, pair.id, by, 'made', { from: pair.from, until: pair.until, early: pair.early });
}

/** `news`: what HR is told of, since the program decided. A decision of HR settles what was news before. */
export async function saveStatus(
  tx: Writer,
  id: PairId,
  status: PairStatus,
  by: { readonly at: Date; readonly actor: string; readonly news: boolean },
): Promise<void> {
  const why = status.kind === 'active' ? null : status.why;
  await tx
    .updateTable('mentoring_pairs')
    .set({
      state: status.kind,
      why,
      ended_on: status.kind === 'ended' ? status.on : null,
      news: by.news ? 1 : 0,
      changed_at: by.at.toISOString(),
    })
    .where('id', '=', id)
    .execute();
  const what = { active: 'resumed', suspended: 'suspended', ended: 'ended' } as const;
  await insertEvent(tx, id, by, what[status.kind], why === null ? {} : { why });
}

/** A new end or pace, or the sections as HR now knows them. */
export async function savePair(
  tx: Writer,
  id: PairId,
  changes: Partial<Pick<Pair, 'from' | 'until' | 'early' | 'sections'>>,
  by: { readonly at: Date; readonly actor: string },
): Promise<void> {
  const { from, until, early, sections } = changes;
  await tx
    .updateTable('mentoring_pairs')
    .set({
      ...(from === undefined ? {} : { from_on: from }),
      ...(until === undefined ? {} : { until_on: until }),
      ...(early === undefined ? {} : { early }),
      ...(sections === undefined ? {} : { mentee_section: sections.mentee, mentor_section: sections.mentor }),
    })
    .where('id', '=', id)
    .execute();
  const told = Object.fromEntries(
    Object.entries({ from, until, early }).filter(([, value]) => value !== undefined),
  );
  await insertEvent(tx, id, by, 'changed', told);
}

/** HR knows what the program changed up to an instant. */
export async function settleNews(
  tx: Writer,
  until: Date,
  by: { readonly at: Date; readonly actor: string },
): Promise<number> {
  const rows = await tx
    .updateTable('mentoring_pairs')
    .set({ news: 0 })
    .where('news', '=', 1)
    .where('changed_at', '<=', until.toISOString())
    .returning('id')
    .execute();
  for (const { id } of rows) await insertEvent(tx, pairId.parse(id), by, 'known', {});
  return rows.length;
}

async function insertEvent(
  tx: Writer,
  pair: PairId,
  by: { readonly at: Date; readonly actor: string },
  what: PairEventKind,
  detail: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  await tx
    .insertInto('mentoring_pair_events')
    .values({
      pair_id: pair,
      at: by.at.toISOString(),
      actor: by.actor,
      what,
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** Oldest first. */
export async function eventsOf(reader: Reader, pair: PairId): Promise<readonly PairEvent[]> {
  return (await eventsByPair(reader, [pair])).get(pair) ?? [];
}

/** Oldest first. */
export async function eventsByPair(
  reader: Reader,
  pairs: readonly PairId[],
): Promise<ReadonlyMap<string, readonly PairEvent[]>> {
  if (pairs.length === 0) return new Map();
  const rows = await reader
    .selectFrom('mentoring_pair_events')
    .selectAll()
    .where('pair_id', 'in', pairs)
    .orderBy('seq')
    .execute();
  const events = Map.groupBy(rows, ({ pair_id }) => pair_id);
  return new Map(
    [...events].map(([id, own]) => [
      id,
      own.map(({ at, actor, what, detail }) => ({ at: new Date(at), actor, what, detail })),
    ]),
  );
}

function statusFrom(row: MentoringPairRow): PairStatus {
  switch (row.state) {
    case 'active':
      return { kind: 'active' };
    case 'suspended':
      return { kind: 'suspended', why: suspension.parse(row.why) };
    case 'ended':
      return { kind: 'ended', why: ending.parse(row.why), on: day.parse(row.ended_on) };
    default:
      return row.state satisfies never;
  }
}

const pairFrom = (row: MentoringPairRow): Pair => ({
  id: pairId.parse(row.id),
  mentee: employeeId.parse(row.mentee),
  mentor: employeeId.parse(row.mentor),
  from: day.parse(row.from_on),
  until: day.parse(row.until_on),
  early: pace.parse(row.early),
  status: statusFrom(row),
  sections: { mentee: row.mentee_section, mentor: row.mentor_section },
  sample: row.sample === 1,
  changedAt: new Date(row.changed_at),
  isNews: row.news === 1,
});
