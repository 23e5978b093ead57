import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { EmployeeId } from '../../core/ids';
import type { Log } from '../../core/log';
import type { Locale } from '../../core/turn';
import type { Store } from '../../db/store';
import { jobId, type Outbox } from '../../delivery';
import type { Directory, Person } from '../directory';
import { peopleWithRoom } from './budget';
import { insertMessage, lockPerson } from './budget-store';
import type { DigestId } from './digest-id';
import { itemOf, type Sources, shownItem } from './items';
import { DEFAULT_MINUTE, type Moment, momentOf, type PersonState, type Plan, planFor } from './plan';
import type { DueReminder, ReminderItem, ThingKey } from './reminder';
import { digestCard, digestView } from './reminders-cards';
import {
  insertDigest,
  insertTold,
  keptOf,
  localesOf,
  peopleWithReturning,
  removeSnoozes,
  toldOf,
} from './reminders-store';
import { insertTip, lastTipOf, wantsTips } from './tip-store';
import { nextTip, type TipId } from './tips';

export interface SweepNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly calendar: () => BusinessCalendar;
  readonly sources: Sources;
  readonly log: Log;
  readonly newId: () => DigestId;
}

export interface SweepReport {
  /** Digests put into the outbox. */
  readonly digests: number;
  /** Sources and people passed over because of an error; the next sweep tries again. */
  readonly errors: number;
}

type DueByPerson = ReadonlyMap<EmployeeId, readonly DueReminder[]>;

/**
 * Finds what is due and puts it into the outbox, one card a person. It decides by the state of the world alone, so that it can
 * run late, twice, or in two processes: each person is decided about in a transaction of their own, which locks their row,
 * looks again at what was told, and writes log, budget and outbox together. A crash leaves the rest to the next sweep.
 */
export function createSweep(needs: SweepNeeds) {
  const { store, directory, log } = needs;
  let last: Promise<unknown> = Promise.resolve();

  async function sweepNow(now: Date): Promise<SweepReport> {
    const moment = momentOf(now, needs.calendar());
    const { due, errors } = await askSources(now);
    const people = await recipients(due, moment);
    const stateOf = await statesOf([...people.keys()], [...due.values()].flat(), 'all', now);
    let digests = 0;
    let failed = errors;
    for (const person of people.values()) {
      const own = due.get(person.id) ?? [];
      if (planFor(own, stateOf(person.id), moment) === null) continue;
      try {
        if (await tell(person, own, now, moment)) digests += 1;
      } catch (error) {
        failed += 1;
        log.error('reminders.person_failed', error, { person: person.id });
      }
    }
    return { digests, errors: failed };
  }

  async function askSources(now: Date): Promise<{ due: DueByPerson; errors: number }> {
    const all: DueReminder[] = [];
    let errors = 0;
    for (const source of needs.sources()) {
      try {
        const given = await source.due(store.db, now);
        const stranger = given.find(({ thing }) => !thing.startsWith(`${source.name}:`));
        if (stranger !== undefined) throw new Error(`${stranger.thing} is no thing of ${source.name}`);
        all.push(...given);
      } catch (error) {
        errors += 1;
        log.error('reminders.source_failed', error, { source: source.name });
      }
    }
    return { due: Map.groupBy(all, ({ recipient }) => recipient), errors };
  }

  /** Whoever can be told something today: neither gone nor on leave, and known to Teams. */
  async function recipients(due: DueByPerson, moment: Moment): Promise<ReadonlyMap<EmployeeId, Person>> {
    const wanted = new Set([...due.keys(), ...(await peopleWithReturning(store.db, moment.today))]);
    if (wanted.size === 0) return new Map();
    const everybody = await directory.everybody(store.db, moment.today);
    return new Map(
      everybody
        .filter(({ id, leave, aadObjectId }) => wanted.has(id) && leave === null && aadObjectId !== null)
        .map((person) => [person.id, person]),
    );
  }

  async function statesOf(
    people: readonly EmployeeId[],
    due: readonly DueReminder[],
    told: readonly EmployeeId[] | 'all',
    now: Date,
    reader: Parameters<typeof keptOf>[0] = store.db,
  ): Promise<(person: EmployeeId) => PersonState> {
    const kept = await keptOf(reader, people);
    const room = await peopleWithRoom(reader, people, now);
    const wasTold = await toldOf(reader, due, told);
    return (person) => ({
      minute: kept.minutes.get(person) ?? DEFAULT_MINUTE,
      hasRoom: room.has(person),
      snoozes: kept.snoozes.get(person) ?? [],
      muted: kept.muted.get(person) ?? new Set(),
      wasTold: (thing, step) => wasTold(person, thing, step),
    });
  }

  /** False when, looked at again, there was nothing to tell. */
  async function tell(
    person: Person,
    due: readonly DueReminder[],
    now: Date,
    moment: Moment,
  ): Promise<boolean> {
    const { aadObjectId } = person;
    if (aadObjectId === null) return false;
    const locale = (await localesOf(store.db, [aadObjectId])).get(aadObjectId) ?? 'ja';
    const returning = (await keptOf(store.db, [person.id])).snoozes.get(person.id) ?? [];
    const things = new Set([...due, ...returning].map(({ thing }) => thing));
    const items = await openItems(person, [...things], now, locale);
    const live = due.filter(({ thing }) => items.has(thing));
    return store.write(async (tx) => {
      await lockPerson(tx, person.id);
      const closed = returning.filter(({ thing, until }) => until <= moment.today && !items.has(thing));
      await removeSnoozes(
        tx,
        person.id,
        closed.map(({ thing }) => thing),
      );
      const stateOf = await statesOf([person.id], due, [person.id], now, tx);
      const state = stateOf(person.id);
      const snoozes = state.snoozes.filter(({ thing }) => items.has(thing));
      const plan = planFor(live, { ...state, snoozes }, moment);
      if (plan === null) return false;
      const digest = { id: needs.newId(), person: person.id, at: now };
      await insertDigest(tx, digest);
      const added = await insertTold(tx, digest, plan.things);
      const told = plan.things.filter(({ thing }) => added.has(thing));
      if (told.length === 0) throw new Error('a locked person was told by somebody else');
      await removeSnoozes(
        tx,
        person.id,
        told.map(({ thing }) => thing),
      );
      const tip = await tipFor(tx, person, plan, moment);
      if (tip !== null) await insertTip(tx, digest.id, tip);
      const name = `reminders:${digest.id}`;
      await insertMessage(tx, { name, person: person.id, day: moment.today, counted: plan.counted });
      const view = digestView({
        digest: digest.id,
        items: told.flatMap(({ thing }) => {
          const item = items.get(thing);
          return item === undefined
            ? []
            : [shownItem(thing, item, NOTHING_KEPT, { today: moment.today, locale })];
        }),
        page: 0,
        notice: null,
        tip,
        locale,
      });
      await needs.outbox.enqueue(
        tx,
        { id: jobId.parse(`reminders:${moment.today}`), kind: 'reminders', createdBy: 'system' },
        [
          {
            kind: 'send',
            recipient: aadObjectId,
            dedupeKey: name,
            priority: priorityOf(plan),
            hours: isEmergency(told, live) ? 'any' : 'open',
            payload: { kind: 'card', card: digestCard.name, view },
          },
        ],
      );
      return true;
    });
  }

  /** Those that are open still: between a source's answer and now, somebody may have done it. */
  async function openItems(
    person: Person,
    things: readonly ThingKey[],
    now: Date,
    locale: Locale,
  ): Promise<ReadonlyMap<ThingKey, ReminderItem>> {
    const items = new Map<ThingKey, ReminderItem>();
    for (const thing of things) {
      const item = await itemOf(needs.sources, store.db, { person, thing, now, locale });
      if (item?.open) items.set(thing, item);
    }
    return items;
  }

  /** One at a time: a second call waits for the first and then looks at the world as it is by then. */
  return function sweep(now: Date): Promise<SweepReport> {
    const next = last.then(() => sweepNow(now));
    last = next.catch(() => undefined);
    return next;
  };
}

const NOTHING_KEPT = { snoozes: [], muted: new Set<ThingKey>() };

/** None beside what is urgent: there it would be out of place. */
async function tipFor(
  reader: Parameters<typeof keptOf>[0],
  person: Person,
  { things }: Plan,
  { today }: Moment,
): Promise<TipId | null> {
  if (things.some(({ urgent }) => urgent) || !(await wantsTips(reader, person.id))) return null;
  return nextTip(person, await lastTipOf(reader, person.id), today);
}

/** Whether one of what is told cannot wait for open hours. */
const isEmergency = (told: Plan['things'], due: readonly DueReminder[]): boolean =>
  due.some(({ thing, urgency }) => urgency === 'emergency' && told.some((one) => one.thing === thing));

const priorityOf = ({ things }: Plan) => (things.some(({ urgent }) => urgent) ? 'high' : 'normal');
