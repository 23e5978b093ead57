import { type Day, dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { type AadObjectId, type EmployeeId, employeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader, Writer } from '../../db/open';
import {
  type DeliveryId,
  findDeliveries,
  type JobId,
  type JobKind,
  jobId,
  type NewDelivery,
  type Payload,
} from '../../delivery';
import { type AudienceRule, inAudience } from '../audience';
import type { Person, Scene } from '../directory';
import { giveBackToBudget, localesOf, reserveInBudget } from '../reminders';
import type { PollMember } from './poll';
import type { PollsNeeds } from './polls-needs';

export type Reachable = Person & { readonly aadObjectId: AadObjectId };

/** Why somebody gets no message; null for who does. */
export const gapOf = ({ aadObjectId, leave }: Pick<Person, 'aadObjectId' | 'leave'>): PollMember['gap'] => {
  if (aadObjectId === null) return 'not-in-teams';
  return leave === null ? null : 'on-leave';
};

export const isReached = (person: Person): person is Reachable => gapOf(person) === null;

/** The audience as it stands today, wherever the roster is read. */
export async function audienceNow(
  { store, directory }: Pick<PollsNeeds, 'store' | 'directory'>,
  { today }: Pick<Scene, 'today'>,
  rule: AudienceRule,
): Promise<readonly Person[]> {
  const people = await directory.everybody(store.db, today);
  return people.filter((person) => inAudience(person, rule, fiscalYearOf(today)));
}

/** Messages that go out on a later day, since their people have had theirs; null where there are none. */
export interface Later {
  readonly count: number;
  readonly until: Day;
}

export async function laterOf(reader: Reader, name: string, today: Day): Promise<Later | null> {
  const days = (await findDeliveries(reader, jobOf(name)))
    .filter(({ state }) => state === 'pending')
    .map(({ notBefore }) => dayOf(notBefore))
    .filter((day) => day > today)
    .toSorted();
  const until = days.at(-1);
  return until === undefined ? null : { count: days.length, until };
}

/** A round of messages to people; its name names its job in the outbox. */
interface Round {
  readonly name: string;
  readonly kind: JobKind;
  readonly emergency: boolean;
  readonly people: readonly Reachable[];
  readonly payload: (person: Reachable, locale: Locale) => Payload;
}

/** A round of messages: at once for an emergency; else in open hours, each on the first day that has room for it. */
export function createPollSending({ outbox, calendar }: Pick<PollsNeeds, 'outbox' | 'calendar'>) {
  /** Answers the delivery of each person. */
  async function send(tx: Writer, scene: Scene, round: Round): Promise<ReadonlyMap<EmployeeId, DeliveryId>> {
    const { name, people, emergency } = round;
    const keyOf = (person: EmployeeId): string => `${name}:${person}`;
    const opensAt = calendar().nextOpenMoment(scene.now);
    const first = dayOf(opensAt);
    const days = emergency
      ? new Map<EmployeeId, Day>()
      : await reserveInBudget(tx, {
          people: people.map(({ id }) => id),
          from: first,
          calendar: calendar(),
          nameOf: keyOf,
        });
    const momentFor = (person: EmployeeId): Date => {
      if (emergency) return scene.now;
      const on = days.get(person);
      return on === undefined || on === first ? opensAt : instantAt(on, OPENING);
    };
    const locales = await localesOf(
      tx,
      people.map(({ aadObjectId }) => aadObjectId),
    );
    const deliveries = people.map(
      (person): NewDelivery => ({
        kind: 'send',
        recipient: person.aadObjectId,
        dedupeKey: keyOf(person.id),
        notBefore: momentFor(person.id),
        hours: emergency ? 'any' : 'open',
        priority: emergency ? 'high' : 'normal',
        payload: round.payload(person, locales.get(person.aadObjectId) ?? 'ja'),
      }),
    );
    const { added } = await outbox.enqueue(
      tx,
      { id: jobOf(name), kind: round.kind, createdBy: scene.person.id },
      deliveries,
    );
    const byKey = new Map(added.map((one) => [one.dedupeKey, one.id]));
    return new Map(
      people.flatMap(({ id }) => {
        const delivery = byKey.get(keyOf(id));
        return delivery === undefined ? [] : [[id, delivery] as const];
      }),
    );
  }

  /** What of a round has not gone out does not go out any more. */
  async function cancel(tx: Writer, name: string): Promise<void> {
    const waiting = (await outbox.deliveriesOf(tx, jobOf(name))).filter(({ state }) => state === 'pending');
    await outbox.cancelJob(tx, jobOf(name));
    await giveBackToBudget(
      tx,
      waiting.map(({ dedupeKey }) => dedupeKey),
    );
  }

  /** Puts another card in the place of what has gone out of these rounds, to each the same way; answers how many. */
  async function replace(
    tx: Writer,
    by: EmployeeId | 'system',
    change: {
      readonly rounds: readonly string[];
      readonly name: string;
      readonly kind: JobKind;
      readonly payload: (employee: EmployeeId, locale: Locale) => Payload;
    },
  ): Promise<number> {
    const out = [];
    for (const name of change.rounds)
      for (const one of await outbox.deliveriesOf(tx, jobOf(name)))
        if (one.state === 'sent' || one.state === 'sending')
          out.push({ ...one, employee: employeeId.parse(one.dedupeKey.slice(name.length + 1)) });
    const locales = await localesOf(
      tx,
      out.map(({ recipient }) => recipient),
    );
    await outbox.enqueue(
      tx,
      { id: jobOf(change.name), kind: change.kind, createdBy: by },
      out.map(
        ({ id, dedupeKey, employee, recipient }): NewDelivery => ({
          kind: 'update',
          target: id,
          dedupeKey: `${change.name}:${dedupeKey}`,
          priority: 'low',
          payload: change.payload(employee, locales.get(recipient) ?? 'ja'),
        }),
      ),
    );
    return out.length;
  }

  return { send, cancel, replace };
}

export type PollSending = ReturnType<typeof createPollSending>;

const OPENING = '08:30';
export const jobOf = (name: string): JobId => jobId.parse(name);
