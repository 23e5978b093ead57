import { asMessage, inPlace, notice } from '../../cards/replies';
import { dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { AnnouncementId, EmployeeId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader, Writer } from '../../db/open';
import { findDeliveries, jobId, type NewDelivery } from '../../delivery';
import { countAudience, inAudience } from '../audience';
import type { Person, Scene } from '../directory';
import { peopleWithRoom } from '../reminders';
import { type Announcement, hasStarted, isEmergency } from './announcement';
import { findAnnouncement } from './announcement-store';
import { announcementCard, askCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { approvalPolicy, needsApproval } from './approval';
import { standingOf } from './changes';
import { listChannels } from './channel-store';
import {
  type AnnouncementView,
  announcementView,
  askView,
  audienceLines,
  type Standing,
  titleOf,
} from './hr-views';
import { messageCard, previewMessage } from './message-card';
import { messageView, shownOf } from './message-view';
import { changesJobOf, jobOf } from './outgoing';
import { momentText } from './when';

type Viewer = Pick<Scene, 'person' | 'now' | 'today' | 'locale'>;

/** An announcement's card for HR, and the questions before it goes out or is taken back. */
export function createHrCards(needs: AnnouncementsNeeds) {
  const { store, directory, calendar } = needs;

  async function viewOf(
    reader: Reader,
    scene: Viewer,
    announcement: Announcement,
    note: string | null,
  ): Promise<AnnouncementView> {
    const people = await directory.everybody(reader, scene.today);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const started = hasStarted(announcement);
    const channels = (await listChannels(reader)).filter(({ id }) => announcement.plan.channels.includes(id));
    return announcementView(
      {
        announcement,
        viewer: scene.person,
        count: started ? null : countOf(announcement, people, scene),
        standing: started ? await standing(reader, announcement, scene.now) : null,
        channels: channels.map(({ team, channel }) => [team, channel].filter(Boolean).join(' / ')),
        problems: announcement.status.kind === 'draft' ? problemsOf(announcement, people, scene) : [],
        nameOf: (person) => names.get(person) ?? person,
        note,
      },
      scene.locale,
    );
  }

  const countOf = ({ audience }: Announcement, people: readonly Person[], { today }: Viewer) =>
    countAudience(people, audience, fiscalYearOf(today));

  async function standing(reader: Reader, { id }: Announcement, now: Date): Promise<Standing> {
    const { recipients, counts, confirmed, posts } = await standingOf(reader, id);
    const changes = await needs.outbox.progress(reader, changesJobOf(id));
    return {
      counts,
      confirmed,
      posts: { sent: posts.filter(({ state }) => state === 'sent').length, all: posts.length },
      changesOpen: changes.pending + changes.sending,
      later: recipients.some(({ state }) => state === 'waiting') ? await later(reader, id, now) : null,
    };
  }

  /** Who gets it on another day, since their budget was used up. */
  async function later(reader: Reader, id: AnnouncementId, now: Date): Promise<Standing['later']> {
    const today = dayOf(now);
    const waiting = (await findDeliveries(reader, jobOf(id))).filter(
      ({ state, notBefore }) => state === 'pending' && dayOf(notBefore) > today,
    );
    const until = Math.max(...waiting.map(({ notBefore }) => notBefore.getTime()));
    return waiting.length === 0 ? null : { count: waiting.length, until: new Date(until) };
  }

  /** What is missing before it goes out, asked again by the sending itself. */
  function problemsOf(
    announcement: Announcement,
    people: readonly Person[],
    scene: Viewer,
  ): readonly string[] {
    const t = announcementsTexts(scene.locale);
    const { content, plan } = announcement;
    const at = plan.at === null ? null : instantAt(plan.at.day, plan.at.time);
    return [
      ...(content.ja.title === '' || content.ja.body === '' ? [t.problemTitle] : []),
      ...(countOf(announcement, people, scene).total === 0 ? [t.problemNobody] : []),
      ...(at !== null && at <= scene.now ? [t.problemPast] : []),
      ...(isEmergency(announcement) && !scene.person.roles.has('hr_admin') ? [t.problemEmergency] : []),
    ];
  }

  /** When it would go out if it were started now. */
  function startOf(announcement: Announcement, now: Date): Date {
    const { at } = announcement.plan;
    const wanted = at === null ? now : instantAt(at.day, at.time);
    return isEmergency(announcement) ? wanted : calendar().nextOpenMoment(wanted);
  }

  /** Null where none is needed; else who can give it. */
  async function approvers(
    reader: Reader,
    announcement: Announcement,
    people: readonly Person[],
    scene: Viewer,
  ): Promise<readonly Person[] | null> {
    const policy = await approvalPolicy(reader);
    const share = countOf(announcement, people, scene).total / Math.max(1, people.length);
    return needsApproval(announcement, share, policy) ? approversBut(people, scene.person.id) : null;
  }

  /** HR administrators where there are any, else all of HR. */
  function approversBut(people: readonly Person[], but: EmployeeId): readonly Person[] {
    const others = people.filter(
      ({ id, leave, aadObjectId }) => id !== but && leave === null && aadObjectId !== null,
    );
    const admins = others.filter(({ roles }) => roles.has('hr_admin'));
    return admins.length > 0 ? admins : others.filter(({ roles }) => roles.has('hr_editor'));
  }

  async function message(scene: Viewer, id: AnnouncementId, note: string | null): Promise<Message> {
    const announcement = await findAnnouncement(store.db, id);
    if (announcement === null) return { kind: 'text', text: announcementsTexts(scene.locale).gone };
    return asMessage(announcementCard, await viewOf(store.db, scene, announcement, note));
  }

  async function shown(
    scene: Scene,
    id: AnnouncementId,
    note: string | null,
    ...messages: Message[]
  ): Promise<Reply> {
    const announcement = await findAnnouncement(store.db, id);
    if (announcement === null) return notice(announcementsTexts(scene.locale).gone);
    return inPlace(announcementCard, await viewOf(store.db, scene, announcement, note), ...messages);
  }

  async function askSend(scene: Scene, announcement: Announcement): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const { now, today, locale } = scene;
    const people = await directory.everybody(store.db, today);
    if (problemsOf(announcement, people, scene).length > 0) return shown(scene, announcement.id, null);
    const count = countOf(announcement, people, scene);
    const starts = startOf(announcement, now);
    const asked = await approvers(store.db, announcement, people, scene);
    const isLater = starts > now;
    const lines = [
      isLater ? t.askSendLater(momentText(starts), count.total) : t.askSendNow(count.total),
      ...(isLater && announcement.plan.at === null ? [t.askOutside(momentText(starts))] : []),
      ...audienceLines(count, locale),
      ...(isEmergency(announcement) ? [t.askEmergency] : await laterLines(announcement, people, scene)),
      ...(asked === null
        ? []
        : [asked.length === 0 ? t.nobodyApproves : t.askApproval(asked.map(({ name }) => name).join(t.and))]),
    ];
    const label = asked === null ? (isLater ? t.scheduleYes : t.sendYes) : t.requestYes;
    const view = askView(
      announcement,
      {
        heading: t.askSend(titleOf(announcement, locale)),
        lines,
        yes: asked?.length === 0 ? null : { label, verb: 'announcements.send', style: 'positive' },
      },
      locale,
    );
    return inPlace(askCard, view, previewMessage(scene, announcement, 'preview'));
  }

  async function laterLines(
    announcement: Announcement,
    people: readonly Person[],
    { now, today, locale }: Scene,
  ): Promise<readonly string[]> {
    if (startOf(announcement, now) > now) return [];
    const audience = people.filter(
      (person) =>
        person.aadObjectId !== null &&
        person.leave === null &&
        inAudience(person, announcement.audience, fiscalYearOf(today)),
    );
    const room = await peopleWithRoom(
      store.db,
      audience.map(({ id }) => id),
      now,
    );
    const without = audience.length - room.size;
    return without === 0 ? [] : [announcementsTexts(locale).later(without)];
  }

  function ask(scene: Scene, announcement: Announcement, which: 'cancel' | 'withdraw' | 'discard'): Reply {
    const t = announcementsTexts(scene.locale);
    const title = titleOf(announcement, scene.locale);
    const asks = {
      cancel: { heading: t.askCancel(title), text: t.askCancelText, label: t.cancelYes },
      withdraw: { heading: t.askWithdraw(title), text: t.askWithdrawText, label: t.withdrawYes },
      discard: { heading: t.askDiscard(title), text: t.askDiscardText, label: t.discardYes },
    };
    const { heading, text, label } = asks[which];
    const yes = { label, verb: `announcements.${which}`, style: 'destructive' as const };
    return inPlace(askCard, askView(announcement, { heading, lines: [text], yes }, scene.locale));
  }

  /** Tells people of HR about an announcement: what they need to know in Japanese, the card, and what it looks like. */
  async function tell(
    tx: Writer,
    scene: Pick<Scene, 'now' | 'today'>,
    to: readonly Person[],
    announcement: Announcement,
    told: { readonly note: string; readonly key: string; readonly looks: boolean },
  ): Promise<void> {
    const rows: NewDelivery[] = [];
    for (const person of to) {
      const { aadObjectId } = person;
      if (aadObjectId === null) continue;
      const viewer = { ...scene, person, locale: 'ja' as const };
      const key = `announcement-work:${announcement.id}:${person.id}:${told.key}`;
      const send = { kind: 'send' as const, recipient: aadObjectId, priority: 'high' as const };
      const view = await viewOf(tx, viewer, announcement, told.note);
      rows.push({ ...send, dedupeKey: key, payload: { kind: 'card', card: announcementCard.name, view } });
      if (!told.looks) continue;
      const content = announcement.correction?.content ?? announcement.content;
      const looks = messageView(
        { ...shownOf(announcement), content },
        { person, confirmedAt: null, locale: 'ja' },
        'preview',
      );
      rows.push({
        ...send,
        dedupeKey: `${key}:looks`,
        payload: { kind: 'card', card: messageCard.name, view: looks },
      });
    }
    const job = {
      id: jobId.parse(`announcement-work:${announcement.id}`),
      kind: 'announcement-work',
      createdBy: 'system',
    };
    await needs.outbox.enqueue(tx, job, rows);
  }

  return {
    message,
    shown,
    ask,
    askSend,
    tell,
    problemsOf,
    startOf,
    approvers,
  };
}

export type HrCards = ReturnType<typeof createHrCards>;
