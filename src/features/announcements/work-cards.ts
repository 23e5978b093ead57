import { z } from 'zod';
import { dayOf } from '../../core/calendar/day';
import type { AnnouncementId, EmployeeId } from '../../core/ids';
import type { Writer } from '../../db/open';
import { jobId, type NewDelivery, type Payload } from '../../delivery';
import type { Person, Scene } from '../directory';
import type { Announcement } from './announcement';
import { findAnnouncement } from './announcement-store';
import { announcementCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import type { HrCards } from './hr-card-flow';
import type { AnnouncementView } from './hr-views';
import { messageCard, previewMode } from './message-card';
import { messageView, namedInPreview, shownOf } from './message-view';
import { hoursOf } from './outgoing';
import { type WorkCard, workCardsOf } from './work-card-store';

export const workJobOf = (id: AnnouncementId) => jobId.parse(`announcement-work:${id}`);

type When = Pick<Scene, 'now' | 'today'>;

/** Cards about an announcement that go to people of HR by themselves, and are kept up to date where they stand. */
export function createWorkCards(
  { store, outbox, directory }: Pick<AnnouncementsNeeds, 'store' | 'outbox' | 'directory'>,
  { viewOf }: Pick<HrCards, 'viewOf'>,
) {
  const put = (tx: Writer, { id }: Pick<Announcement, 'id'>, rows: readonly NewDelivery[]) =>
    outbox.enqueue(tx, { id: workJobOf(id), kind: 'announcement-work', createdBy: 'system' }, rows);

  /** Tells people of HR what they need to know: in Japanese, with the card, and with what it looks like. */
  async function tell(
    tx: Writer,
    when: When,
    to: readonly Person[],
    announcement: Announcement,
    told: { readonly note: string; readonly key: string; readonly looks: boolean },
  ): Promise<void> {
    const rows: NewDelivery[] = [];
    for (const person of to) {
      const { aadObjectId } = person;
      if (aadObjectId === null) continue;
      const key = `announcement-work:${announcement.id}:${person.id}:${told.key}`;
      const hours = hoursOf(announcement);
      const send = { kind: 'send' as const, recipient: aadObjectId, priority: 'high' as const, hours };
      const view = await viewOf(tx, { ...when, person, locale: 'ja' }, announcement, told.note);
      rows.push({ ...send, dedupeKey: key, payload: cardOf(view) });
      if (told.looks)
        rows.push({ ...send, dedupeKey: `${key}:looks`, payload: looksOf(announcement, person) });
    }
    await put(tx, announcement, rows);
  }

  /** Gives a card that shows the progress to whoever has had it sent and has none. */
  async function begin(tx: Writer, when: When, announcement: Announcement): Promise<void> {
    const { status, id } = announcement;
    if (status.kind !== 'sending') return;
    const owners: readonly (EmployeeId | null)[] = [status.scheduledBy, status.requestedBy];
    const cards = await workCardsOf(tx, workJobOf(id), announcementCard.name);
    const have = new Set(cards.map(({ recipient }) => recipient));
    const people = (await directory.everybody(tx, when.today)).filter(
      (person) => owners.includes(person.id) && person.aadObjectId !== null && !have.has(person.aadObjectId),
    );
    await tell(tx, when, people, announcement, {
      note: announcementsTexts('ja').progressNote,
      key: 'progress',
      looks: false,
    });
  }

  /**
   * Makes every such card show how it stands; writes only what has changed, so that it may be called at any time. `said`: what
   * somebody is told about the step that they have just taken.
   */
  async function follow(
    id: AnnouncementId,
    now: Date,
    said?: { readonly to: EmployeeId; readonly note: string | null },
  ): Promise<void> {
    const when = { now, today: dayOf(now) };
    await store.write(async (tx) => {
      const announcement = await findAnnouncement(tx, id);
      const cards = await workCardsOf(tx, workJobOf(id), announcementCard.name);
      if (announcement === null || cards.length === 0) return;
      const people = new Map(
        (await directory.everybody(tx, when.today)).map((person) => [person.aadObjectId, person]),
      );
      const rows: NewDelivery[] = [];
      for (const card of cards) {
        const person = people.get(card.recipient);
        if (person === undefined) continue;
        const viewer = { ...when, person, locale: 'ja' as const };
        const bare = await viewOf(tx, viewer, announcement, null);
        const note = said?.to === person.id ? said.note : stillSaid(card, bare);
        const view = note === null ? bare : await viewOf(tx, viewer, announcement, note);
        if (JSON.stringify(view) !== JSON.stringify(card.shows)) rows.push(updateOf(id, card, view));
      }
      await put(tx, announcement, rows);
    });
  }

  return { tell, begin, follow };
}

export type WorkCards = ReturnType<typeof createWorkCards>;

const cardOf = (view: AnnouncementView): Payload => ({ kind: 'card', card: announcementCard.name, view });

const updateOf = (id: AnnouncementId, card: WorkCard, view: AnnouncementView): NewDelivery => ({
  kind: 'update',
  target: card.delivery,
  dedupeKey: `announcement-work:${id}:${card.delivery}:${card.updates + 1}`,
  // Behind the messages themselves it would show nothing but their end.
  priority: 'high',
  payload: cardOf(view),
});

/** The announcement, or its correction that waits, as its recipients would see it. */
function looksOf(announcement: Announcement, person: Person): Payload {
  const content = announcement.correction?.content ?? announcement.content;
  const view = messageView(
    { ...shownOf(announcement), content },
    { person: namedInPreview(announcement, person), confirmedAt: null, locale: 'ja' },
    previewMode(announcement),
  );
  return { kind: 'card', card: messageCard.name, view };
}

const noted = z.object({ note: z.string().min(1), about: z.string() });

/** What a card says stays as long as it is about the same. */
function stillSaid({ shows }: WorkCard, { about }: AnnouncementView): string | null {
  const last = noted.safeParse(shows).data;
  return last?.about === about ? last.note : null;
}
