import { dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Writer } from '../../db/open';
import type { AbsenceReason, DeliveryId, NewDelivery } from '../../delivery';
import { inAudience } from '../audience';
import type { Person } from '../directory';
import { giveBackToBudget, localesOf, reserveInBudget } from '../reminders';
import { type Announcement, isEmergency } from './announcement';
import { listAnnouncements, lockAnnouncement, saveStatus } from './announcement-store';
import { type AnnouncementsNeeds, noteStep } from './announcements-needs';
import { listChannels, outboxIdOf } from './channel-store';
import {
  changesJobOf,
  channelPayload,
  hoursOf,
  jobOf,
  KIND,
  keyOf,
  PRIORITY_OF,
  personalPayload,
  personIn,
} from './outgoing';
import { countStates, openIn, type Recipient } from './recipient';
import {
  insertPosts,
  insertRecipients,
  type NewRecipient,
  noteLeft,
  postsOf,
  recipientsOf,
} from './recipient-store';
import { timeOf } from './when';
import type { WorkCards } from './work-cards';

type Reachable = Person & { readonly aadObjectId: AadObjectId };

/** From the snapshot of the audience to the end of the last message. */
export function createSending(needs: AnnouncementsNeeds, work: WorkCards) {
  const { store, outbox, directory, roster, calendar } = needs;
  /** What of each was seen last, so that nothing is looked at twice. */
  const seen = new Map<Announcement['id'], string>();

  /** Whether it may go out at this moment: emergencies at any, everything else in open hours. */
  const mayGoNow = (announcement: Announcement, now: Date): boolean =>
    isEmergency(announcement) || calendar().isOpenMoment(now);

  /**
   * Takes the audience as it is now and puts a message for each into the outbox, all in one transaction: whoever comes second
   * finds it sent. Null where it is not scheduled for now.
   */
  async function start(id: Announcement['id'], now: Date): Promise<Announcement | null> {
    const today = dayOf(now);
    const people = await directory.everybody(store.db, today);
    return store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      if (announcement?.status.kind !== 'scheduled') return null;
      if (announcement.status.startsAt > now || !mayGoNow(announcement, now)) return null;
      const audience = announcement.plan.toPeople
        ? people.filter((person) => inAudience(person, announcement.audience, fiscalYearOf(today)))
        : [];
      const reachable = audience.filter((person): person is Reachable => skipped(person) === null);
      const startsAt = await momentsFor(tx, announcement, reachable, now);
      const locales = await localesOf(
        tx,
        reachable.map(({ aadObjectId }) => aadObjectId),
      );
      const job = { id: jobOf(id), kind: KIND, createdBy: announcement.status.scheduledBy };
      const priority = PRIORITY_OF[announcement.content.importance];
      function* deliveries(): Generator<NewDelivery> {
        for (const person of reachable) {
          yield {
            kind: 'send',
            recipient: person.aadObjectId,
            dedupeKey: keyOf(id, person.id),
            notBefore: startsAt(person.id),
            hours: hoursOf(announcement as Announcement),
            priority,
            payload: personalPayload(
              announcement as Announcement,
              person,
              locales.get(person.aadObjectId) ?? 'ja',
              null,
            ),
          };
        }
      }
      // The channels first: many read there.
      const posted = await post(tx, announcement, now);
      const { added } = await outbox.enqueue(tx, job, deliveries());
      const deliveryOf = new Map(added.map((delivery) => [delivery.dedupeKey, delivery.id]));
      await insertRecipients(
        tx,
        id,
        audience.map(({ id: employee, section, ...person }): NewRecipient => {
          const reason = skipped(person);
          if (reason !== null) return { employee, section, delivery: null, skipped: reason };
          const delivery = deliveryOf.get(keyOf(id, employee));
          if (delivery === undefined) throw new Error(`${employee} was sent ${id} before`);
          return { employee, section, delivery, skipped: null };
        }),
      );
      const status = { ...announcement.status, kind: 'sending' as const, startedAt: now };
      await saveStatus(tx, id, status);
      await noteStep(needs, tx, { at: now, actor: announcement.status.scheduledBy }, announcement, 'start', {
        audience: audience.length,
        messages: reachable.length,
        channels: posted,
      });
      const started = { ...announcement, status };
      await work.begin(tx, { now, today }, started);
      return started;
    });
  }

  /** Emergencies go at once; the rest as soon as each person's budget has room. */
  async function momentsFor(
    tx: Writer,
    announcement: Announcement,
    people: readonly Person[],
    now: Date,
  ): Promise<(person: EmployeeId) => Date> {
    if (isEmergency(announcement)) return () => now;
    const today = dayOf(now);
    const days = await reserveInBudget(tx, {
      people: people.map(({ id }) => id),
      from: today,
      calendar: calendar(),
      nameOf: (person) => keyOf(announcement.id, person),
    });
    return (person) => {
      const day = days.get(person) ?? today;
      return day === today ? now : instantAt(day, timeOf(now));
    };
  }

  /** Once in each channel, as long as the bot is in it. */
  async function post(tx: Writer, announcement: Announcement, now: Date): Promise<number> {
    const { id, plan, content, status } = announcement;
    if (status.kind !== 'scheduled' || plan.channels.length === 0) return 0;
    const known = (await listChannels(tx)).filter((channel) => plan.channels.includes(channel.id));
    const job = { id: jobOf(id), kind: KIND, createdBy: status.scheduledBy };
    const { added } = await outbox.enqueue(
      tx,
      job,
      known.map((channel) => ({
        kind: 'send',
        recipient: outboxIdOf(channel.id),
        dedupeKey: keyOf(id, channel.id),
        notBefore: now,
        hours: hoursOf(announcement),
        priority: PRIORITY_OF[content.importance],
        payload: channelPayload(announcement),
      })),
    );
    const deliveryOf = new Map(added.map((delivery) => [delivery.dedupeKey, delivery.id]));
    const posts = known.flatMap(({ id: channel }) => {
      const delivery = deliveryOf.get(keyOf(id, channel));
      return delivery === undefined ? [] : [{ channel, delivery }];
    });
    await insertPosts(tx, id, posts);
    return posts.length;
  }

  /** What has not reached people who have gone or gone on leave since is withdrawn, and counted apart. */
  async function dropAbsent(id: Announcement['id'], now: Date): Promise<void> {
    const today = dayOf(now);
    const waiting = (await recipientsOf(store.db, id)).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return;
    const people = new Map((await roster.everybody(store.db, today)).map((one) => [one.id, one]));
    const absent = Map.groupBy(waiting, ({ employee }) => absenceOf(people.get(employee) ?? null));
    const left = absent.get('left') ?? [];
    const onLeave = absent.get('on-leave') ?? [];
    if (left.length + onLeave.length === 0) return;
    await store.write(async (tx) => {
      await lockAnnouncement(tx, id);
      await noteLeft(
        tx,
        id,
        left.map(({ employee }) => employee),
        today,
      );
      await outbox.cancelDeliveries(tx, deliveriesOf(left), 'left');
      await outbox.cancelDeliveries(tx, deliveriesOf(onLeave), 'on-leave');
      await giveBack(tx, id, [...left, ...onLeave]);
    });
  }

  /** Of a message of the outbox that is about to go out: the roster may have changed since the last sweep. */
  async function absence(dedupeKey: string, now: Date): Promise<AbsenceReason | null> {
    const employee = personIn(dedupeKey);
    return employee === null ? null : absenceOf(await roster.byId(store.db, employee, dayOf(now)));
  }

  const giveBack = (tx: Writer, id: Announcement['id'], recipients: readonly Recipient[]): Promise<void> =>
    giveBackToBudget(
      tx,
      recipients.map(({ employee }) => keyOf(id, employee)),
    );

  /** Notes that the last message has ended. */
  async function finish(id: Announcement['id'], now: Date): Promise<void> {
    await store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      if (announcement?.status.kind !== 'sending') return;
      const counts = countStates(await recipientsOf(tx, id));
      const posts = await postsOf(tx, id);
      if (openIn(counts) > 0 || posts.some(({ state }) => state === 'pending' || state === 'sending')) return;
      await saveStatus(tx, id, { ...announcement.status, kind: 'finished', endedAt: now });
      await noteStep(needs, tx, { at: now, actor: 'system' }, announcement, 'finish', {
        ...counts,
        channels: posts.filter(({ state }) => state === 'sent').length,
      });
    });
  }

  /** May be called at any time, any number of times: what is due starts, and what is under way is looked after. */
  async function sweep(now: Date): Promise<void> {
    for (const { id, status } of await listAnnouncements(store.db, ['scheduled', 'sending', 'paused'])) {
      if (status.kind === 'scheduled') await start(id, now);
      else await dropAbsent(id, now);
    }
    await watch(now);
  }

  /** Follows what is under way, and ends what is over. As cheap as can be while nothing happens: for every few seconds. */
  async function watch(now: Date): Promise<void> {
    for (const { id, status } of await listAnnouncements(store.db, ['sending', 'paused'])) {
      const progress = JSON.stringify([
        status.kind,
        await outbox.progress(store.db, jobOf(id)),
        await outbox.progress(store.db, changesJobOf(id)),
      ]);
      if (seen.get(id) === progress) continue;
      await finish(id, now);
      await work.follow(id, now);
      seen.set(id, progress);
    }
  }

  return { mayGoNow, start, giveBack, absence, sweep, watch };
}

export type Sending = ReturnType<typeof createSending>;

/** Why somebody gets no message; null for who does. */
const skipped = ({ aadObjectId, leave }: Pick<Person, 'aadObjectId' | 'leave'>): NewRecipient['skipped'] => {
  if (aadObjectId === null) return 'not-in-teams';
  return leave === null ? null : 'on-leave';
};

const absenceOf = (person: Pick<Person, 'aadObjectId' | 'leave'> | null): AbsenceReason | null => {
  if (person === null || person.aadObjectId === null) return 'left';
  return person.leave === null ? null : 'on-leave';
};

const deliveriesOf = (recipients: readonly Recipient[]): readonly DeliveryId[] =>
  recipients.flatMap(({ delivery }) => delivery ?? []);
