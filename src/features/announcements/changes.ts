import type { AnnouncementId } from '../../core/ids';
import type { Writer } from '../../db/open';
import type { DeliveryId, NewDelivery, Payload } from '../../delivery';
import type { Person, Scene } from '../directory';
import { localesOf } from '../reminders';
import { type Announcement, type AnnouncementContent, isEmergency, may } from './announcement';
import { lockAnnouncement, saveCorrection, saveStatus } from './announcement-store';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { changesJobOf, channelPayload, jobOf, KIND, keyOf, personalPayload } from './outgoing';
import type { Recipient } from './recipient';
import { postsOf, recipientsOf } from './recipient-store';
import type { Sending } from './sending';

/** What can be done to an announcement whose messages are in the outbox. Each is decided by the locked announcement. */
export function createChanges(needs: AnnouncementsNeeds, sending: Sending) {
  const { store, outbox, directory, calendar } = needs;

  /** Runs `work` on the announcement where `event` may happen to it; null where it may not. */
  const change = <T>(
    id: AnnouncementId,
    event: Parameters<typeof may>[0],
    work: (tx: Writer, announcement: Announcement) => Promise<T>,
  ): Promise<T | null> =>
    store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      return announcement === null || !may(event, announcement) ? null : work(tx, announcement);
    });

  const pause = (scene: Scene, id: AnnouncementId): Promise<true | null> =>
    change(id, 'pause', async (tx, announcement) => {
      const { status } = announcement;
      if (status.kind !== 'sending') return null;
      await outbox.hold(tx, jobOf(id));
      await saveStatus(tx, id, { ...status, kind: 'paused' });
      await noteStep(needs, tx, byPerson(scene), announcement, 'pause');
      return true;
    });

  /** Answers when it goes on: now, or at the next open moment. */
  const resume = (scene: Scene, id: AnnouncementId): Promise<Date | null> =>
    change(id, 'resume', async (tx, announcement) => {
      const { status } = announcement;
      if (status.kind !== 'paused') return null;
      const from = isEmergency(announcement) ? scene.now : calendar().nextOpenMoment(scene.now);
      await (from > scene.now ? outbox.release(tx, jobOf(id), from) : outbox.release(tx, jobOf(id)));
      await saveStatus(tx, id, { ...status, kind: 'sending' });
      await noteStep(needs, tx, byPerson(scene), announcement, 'resume');
      return from;
    });

  /** What has not gone out stays where it is; answers how many that are. */
  const cancel = (scene: Scene, id: AnnouncementId): Promise<number | null> =>
    change(id, 'cancel', async (tx, announcement) => {
      const { status } = announcement;
      if (status.kind !== 'sending' && status.kind !== 'paused') return null;
      const cancelled = await withdrawWaiting(tx, id);
      await saveStatus(tx, id, {
        ...status,
        kind: 'cancelled',
        endedAt: scene.now,
        endedBy: scene.person.id,
      });
      await noteStep(needs, tx, byPerson(scene), announcement, 'cancel', { cancelled });
      return cancelled;
    });

  async function withdrawWaiting(tx: Writer, id: AnnouncementId): Promise<number> {
    const waiting = (await recipientsOf(tx, id)).filter(({ state }) => state === 'waiting');
    await outbox.cancelJob(tx, jobOf(id));
    await sending.giveBack(tx, id, waiting);
    return waiting.length;
  }

  /** As `cancel`, and deletes what has gone out. */
  const withdraw = (scene: Scene, id: AnnouncementId): Promise<true | null> =>
    change(id, 'withdraw', async (tx, announcement) => {
      const { status } = announcement;
      if (!('startedAt' in status)) return null;
      const out = [
        ...(await recipientsOf(tx, id))
          .filter(isOut)
          .map(({ employee, delivery }) => ({ to: employee, delivery })),
        ...(await postsOf(tx, id)).map(({ channel, delivery }) => ({ to: channel, delivery })),
      ];
      await withdrawWaiting(tx, id);
      await outbox.enqueue(
        tx,
        { id: changesJobOf(id), kind: KIND, createdBy: scene.person.id },
        out.flatMap(({ to, delivery }): NewDelivery[] =>
          delivery === null
            ? []
            : [
                {
                  kind: 'delete',
                  target: delivery,
                  dedupeKey: `${keyOf(id, to)}:withdrawn`,
                  priority: 'high',
                },
              ],
        ),
      );
      const ended = { endedAt: scene.now, endedBy: scene.person.id };
      await saveStatus(tx, id, { ...status, kind: 'withdrawn', ...ended });
      await noteStep(needs, tx, byPerson(scene), announcement, 'withdraw', { deleted: out.length });
      return true;
    });

  /** Puts another text in the place of the old one, also where it has gone out. Answers how many will see it. */
  async function correct(
    scene: Pick<Scene, 'now' | 'today' | 'person'>,
    id: AnnouncementId,
    content: AnnouncementContent,
    approvedBy: Announcement['correction'],
  ): Promise<number | null> {
    const everybody = await directory.everybody(store.db, scene.today);
    return change(id, 'correct', async (tx, before) => {
      // Approved by somebody else in the meantime.
      if (approvedBy !== null && before.correction === null) return null;
      const corrections = before.corrections + 1;
      const corrected = { content, corrections, at: scene.now };
      await saveCorrection(tx, id, corrected);
      const announcement = { ...before, content, corrections, correctedAt: scene.now };
      const messages = await correctedMessages(tx, announcement, everybody);
      const rewritten = await outbox.rewrite(tx, messages);
      await outbox.enqueue(
        tx,
        { id: changesJobOf(id), kind: KIND, createdBy: scene.person.id },
        messages
          .filter(({ delivery }) => !rewritten.has(delivery))
          .map(({ delivery, payload, key }) => ({
            kind: 'update',
            target: delivery,
            payload,
            dedupeKey: `${key}:correction-${corrections}`,
          })),
      );
      await noteStep(needs, tx, byPerson(scene), announcement, 'correct', {
        messages: messages.length,
        changed: changedParts(before.content, content),
        ...(approvedBy === null ? {} : { correctedBy: approvedBy.by }),
      });
      return messages.length;
    });
  }

  /** For each who has it or is about to get it. */
  async function correctedMessages(
    tx: Writer,
    announcement: Announcement,
    everybody: readonly Person[],
  ): Promise<readonly { readonly delivery: DeliveryId; readonly payload: Payload; readonly key: string }[]> {
    const { id } = announcement;
    const people = new Map(everybody.map((person) => [person.id, person]));
    const locales = await localesOf(
      tx,
      everybody.flatMap(({ aadObjectId }) => aadObjectId ?? []),
    );
    const personal = (await recipientsOf(tx, id)).flatMap((recipient) => {
      const { employee, delivery, state, confirmedAt } = recipient;
      const person = people.get(employee);
      if (person === undefined || delivery === null || !(state === 'waiting' || isOut(recipient))) return [];
      const locale = locales.get(person.aadObjectId ?? '') ?? 'ja';
      return [
        {
          delivery,
          payload: personalPayload(announcement, person, locale, confirmedAt),
          key: keyOf(id, employee),
        },
      ];
    });
    const posted = (await postsOf(tx, id))
      .filter(({ state }) => state === 'pending' || state === 'sending' || state === 'sent')
      .map(({ channel, delivery }) => ({
        delivery,
        payload: channelPayload(announcement),
        key: keyOf(id, channel),
      }));
    return [...personal, ...posted];
  }

  return { pause, resume, cancel, withdraw, correct };
}

export type Changes = ReturnType<typeof createChanges>;

const isOut = ({ state }: Pick<Recipient, 'state'>): boolean => state === 'sending' || state === 'sent';

/** Names of what differs, for the audit log: never the texts. */
export function changedParts(before: object, after: object): string {
  const was = new Map(Object.entries(before));
  const changed = Object.entries(after)
    .filter(([key, value]) => JSON.stringify(was.get(key)) !== JSON.stringify(value))
    .map(([key]) => key);
  return changed.length === 0 ? 'nothing' : changed.join('+');
}
