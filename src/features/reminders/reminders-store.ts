import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import { type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/store';
import type { DigestId } from './digest-id';
import type { PlannedThing, Snooze } from './plan';
import { type ThingKey, thingKey } from './reminder';

/** Parameters of one statement stay far below SQLite's limit. */
const CHUNK = 400;

const optionalDay = day.nullable();

/** What is kept of these people, in as many queries as there are tables. People of whom nothing is kept are absent. */
export interface Kept {
  readonly minutes: ReadonlyMap<EmployeeId, number>;
  readonly snoozes: ReadonlyMap<EmployeeId, readonly Snooze[]>;
  readonly muted: ReadonlyMap<EmployeeId, ReadonlySet<ThingKey>>;
}

/**
 * What the planner has to know of the people whom it plans for. This and the query of one's own mutes are the only ones
 * that read mutes: nobody can ask who has muted what, HR and stress_admin included.
 */
export async function keptOf(reader: Reader, people: readonly EmployeeId[]): Promise<Kept> {
  const minutes = new Map<EmployeeId, number>();
  const snoozes = new Map<EmployeeId, Snooze[]>();
  const muted = new Map<EmployeeId, Set<ThingKey>>();
  for (const chunk of chunks(people)) {
    const times = await reader
      .selectFrom('reminder_people')
      .selectAll()
      .where('person', 'in', chunk)
      .where('minute', 'is not', null)
      .execute();
    for (const row of times) if (row.minute !== null) minutes.set(employeeId.parse(row.person), row.minute);
    const putOff = await reader
      .selectFrom('reminder_snoozes')
      .selectAll()
      .where('person', 'in', chunk)
      .execute();
    for (const row of putOff) push(snoozes, employeeId.parse(row.person), snoozeFrom(row));
    const unwanted = await reader
      .selectFrom('reminder_mutes')
      .select(['person', 'thing'])
      .where('person', 'in', chunk)
      .execute();
    for (const row of unwanted) {
      const person = employeeId.parse(row.person);
      muted.set(person, (muted.get(person) ?? new Set()).add(thingKey.parse(row.thing)));
    }
  }
  return { minutes, snoozes, muted };
}

/** `told(person, thing, step)` for whatever is asked of these steps of things. */
export async function toldOf(
  reader: Reader,
  asked: readonly { readonly thing: ThingKey; readonly step: string }[],
  people: readonly EmployeeId[] | 'all',
): Promise<(person: EmployeeId, thing: ThingKey, step: string) => boolean> {
  const told = new Set<string>();
  // A thing that comes again and again has a long history, of which only the steps that are due now matter.
  const things = Map.groupBy(asked, ({ step }) => step);
  for (const [step, own] of things) {
    for (const chunk of chunks([...new Set(own.map(({ thing }) => thing))])) {
      const rows = await reader
        .selectFrom('reminder_log')
        .select(['person', 'thing'])
        .where('thing', 'in', chunk)
        .where('step', '=', step)
        .$if(people !== 'all', (query) => query.where('person', 'in', people === 'all' ? [] : [...people]))
        .execute();
      for (const { person, thing } of rows) told.add(`${person} ${thing} ${step}`);
    }
  }
  return (person, thing, step) => told.has(`${person} ${thing} ${step}`);
}

/** Snoozed things whose day has come. */
export async function peopleWithReturning(reader: Reader, today: Day): Promise<readonly EmployeeId[]> {
  const rows = await reader
    .selectFrom('reminder_snoozes')
    .select('person')
    .distinct()
    .where('until', '<=', today)
    .execute();
  return rows.map(({ person }) => employeeId.parse(person));
}

export async function insertDigest(
  tx: Writer,
  digest: { readonly id: DigestId; readonly person: EmployeeId; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('reminder_digests')
    .values({ id: digest.id, person: digest.person, at: digest.at.toISOString() })
    .execute();
}

/** Notes what a digest tells; answers the things of which a step is new, and drops the rest. */
export async function insertTold(
  tx: Writer,
  digest: { readonly id: DigestId; readonly person: EmployeeId; readonly at: Date },
  things: readonly PlannedThing[],
): Promise<ReadonlySet<ThingKey>> {
  const rows = things.flatMap(({ thing, steps, dueOn }, position) =>
    steps.map((step) => ({
      person: digest.person,
      thing,
      step,
      at: digest.at.toISOString(),
      digest: digest.id,
      position,
      due_on: dueOn,
    })),
  );
  const added = await tx
    .insertInto('reminder_log')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person', 'thing', 'step']).doNothing())
    .returning('thing')
    .execute();
  return new Set(added.map(({ thing }) => thingKey.parse(thing)));
}

export interface Digest {
  readonly id: DigestId;
  readonly person: EmployeeId;
  /** In the order in which they were told. */
  readonly things: readonly { readonly thing: ThingKey; readonly dueOn: Day | null }[];
}

export async function findDigest(reader: Reader, id: DigestId): Promise<Digest | null> {
  const digest = await reader
    .selectFrom('reminder_digests')
    .select('person')
    .where('id', '=', id)
    .executeTakeFirst();
  if (digest === undefined) return null;
  const rows = await reader
    .selectFrom('reminder_log')
    .select(['thing', 'due_on'])
    .where('digest', '=', id)
    .orderBy('position')
    .execute();
  const things = new Map(rows.map(({ thing, due_on }) => [thingKey.parse(thing), optionalDay.parse(due_on)]));
  return {
    id,
    person: employeeId.parse(digest.person),
    things: [...things].map(([thing, dueOn]) => ({ thing, dueOn })),
  };
}

/** Those of the digests that hold nothing but things of these sources, by id. */
export async function digestsOfOnly(
  reader: Reader,
  sources: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sources.length === 0) return new Set();
  const own = new Set<string>();
  const others = new Set<string>();
  const rows = await reader.selectFrom('reminder_log').select(['digest', 'thing']).distinct().execute();
  for (const { digest, thing } of rows) {
    (sources.some((source) => thing.startsWith(`${source}:`)) ? own : others).add(digest);
  }
  return new Set([...own].filter((digest) => !others.has(digest)));
}

export async function latestDigestOf(reader: Reader, person: EmployeeId): Promise<string | null> {
  const row = await reader
    .selectFrom('reminder_digests')
    .select('id')
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function saveSnooze(tx: Writer, person: EmployeeId, snooze: Snooze): Promise<void> {
  const { thing, until, dueOn } = snooze;
  await tx
    .insertInto('reminder_snoozes')
    .values({ person, thing, until, due_on: dueOn })
    .onConflict((conflict) => conflict.columns(['person', 'thing']).doUpdateSet({ until, due_on: dueOn }))
    .execute();
}

export async function removeSnoozes(
  tx: Writer,
  person: EmployeeId,
  things: readonly ThingKey[],
): Promise<void> {
  if (things.length === 0) return;
  await tx
    .deleteFrom('reminder_snoozes')
    .where('person', '=', person)
    .where('thing', 'in', [...things])
    .execute();
}

export async function saveMute(tx: Writer, person: EmployeeId, thing: ThingKey, on: Day): Promise<void> {
  await tx
    .insertInto('reminder_mutes')
    .values({ person, thing, day: on })
    .onConflict((conflict) => conflict.columns(['person', 'thing']).doNothing())
    .execute();
}

export async function removeMute(tx: Writer, person: EmployeeId, thing: ThingKey): Promise<void> {
  await tx.deleteFrom('reminder_mutes').where('person', '=', person).where('thing', '=', thing).execute();
}

export async function saveMinute(tx: Writer, person: EmployeeId, minute: number): Promise<void> {
  await tx
    .insertInto('reminder_people')
    .values({ person, minute })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ minute }))
    .execute();
}

const locale = z.enum(['ja', 'en']).catch('ja');

/** The languages in which people last wrote, by aadObjectId; absent for those who never did. */
export async function localesOf(
  reader: Reader,
  aadObjectIds: readonly string[],
): Promise<ReadonlyMap<string, 'ja' | 'en'>> {
  const found = new Map<string, 'ja' | 'en'>();
  for (const chunk of chunks(aadObjectIds)) {
    const rows = await reader
      .selectFrom('conversations')
      .select(['aad_object_id', 'locale'])
      .where('aad_object_id', 'in', chunk)
      .execute();
    for (const row of rows) found.set(row.aad_object_id, locale.parse(row.locale));
  }
  return found;
}

const snoozeFrom = (row: { thing: string; until: string; due_on: string | null }): Snooze => ({
  thing: thingKey.parse(row.thing),
  until: day.parse(row.until),
  dueOn: optionalDay.parse(row.due_on),
});

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
