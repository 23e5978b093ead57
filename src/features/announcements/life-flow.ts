import type { AnnouncementId, EmployeeId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  ALL_STATES,
  type Announcement,
  type AnnouncementEvent,
  type AnnouncementState,
  isEmergency,
  may,
} from './announcement';
import {
  findAnnouncement,
  listAnnouncements,
  lockAnnouncement,
  removeDraft,
  saveSettings,
  saveStatus,
} from './announcement-store';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { mayApprove } from './approval';
import type { Changes } from './changes';
import type { HrCards } from './hr-card-flow';
import type { ListFlow } from './list-flow';
import type { Sending } from './sending';
import { momentText } from './when';
import type { WorkCards } from './work-cards';

/** An announcement's way from the draft to its end. Each step is decided by the locked announcement. */
export function createLifeFlow(
  needs: AnnouncementsNeeds,
  {
    cards,
    sending,
    changes,
    list,
    work,
  }: {
    readonly cards: HrCards;
    readonly work: WorkCards;
    readonly sending: Sending;
    readonly changes: Changes;
    readonly list: ListFlow;
  },
) {
  const { store, directory } = needs;

  /** What came of a step, on the card that was tapped and on all that went out about it. */
  async function said(scene: Scene, id: AnnouncementId, note: string | null): Promise<Reply> {
    await work.follow(id, scene.now, { to: scene.person.id, note });
    return cards.shown(scene, id, note);
  }

  /** Runs `work` where `event` may happen; null where it may not (any more). */
  const step = <T>(
    id: AnnouncementId,
    event: AnnouncementEvent,
    work: (tx: Writer, announcement: Announcement) => Promise<T | null>,
  ): Promise<T | null> =>
    store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      return announcement !== null && may(event, announcement) ? work(tx, announcement) : null;
    });

  /** Sends or schedules it, or asks for approval. Of two who press at once the second finds it done. */
  async function send(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const done = await step(id, 'schedule', async (tx, announcement) => {
      if ((await cards.problemsOf(tx, announcement, people, scene)).length > 0) return null;
      const approvers = await cards.approvers(tx, announcement, people, scene);
      if (approvers === null)
        return schedule(tx, scene, announcement, { requestedBy: null, approvedBy: null });
      if (approvers.length === 0) return null;
      const status = { kind: 'requested' as const, by: scene.person.id, at: scene.now };
      await saveStatus(tx, id, status);
      await noteStep(needs, tx, byPerson(scene), announcement, 'request');
      await work.tell(
        tx,
        scene,
        approvers,
        { ...announcement, status },
        {
          note: announcementsTexts('ja').askedOfYou(scene.person.name),
          key: `request-${scene.now.getTime()}`,
          looks: true,
        },
      );
      return 'requested' as const;
    });
    if (done === 'requested') return said(scene, id, t.requested);
    return done === null
      ? stands(scene, id, ['requested', 'scheduled', 'sending'])
      : startNow(scene, id, done);
  }

  async function schedule(
    tx: Writer,
    scene: Scene,
    announcement: Announcement,
    approval: { readonly requestedBy: EmployeeId | null; readonly approvedBy: EmployeeId | null },
  ): Promise<Date> {
    const startsAt = cards.startOf(announcement, scene.now);
    const status = { kind: 'scheduled' as const, ...approval, scheduledBy: scene.person.id, startsAt };
    await saveStatus(tx, announcement.id, status);
    await noteStep(needs, tx, byPerson(scene), announcement, 'schedule', {
      startsAt: startsAt.toISOString(),
    });
    if (isEmergency(announcement)) await tellAdmins(tx, scene, { ...announcement, status });
    return startsAt;
  }

  async function tellAdmins(tx: Writer, scene: Scene, announcement: Announcement): Promise<void> {
    const people = await directory.everybody(tx, scene.today);
    const admins = people.filter(({ id, roles }) => roles.has('hr_admin') && id !== scene.person.id);
    const note = announcementsTexts('ja').emergencySent(scene.person.name);
    await work.tell(tx, scene, admins, announcement, { note, key: 'emergency', looks: false });
  }

  async function startNow(scene: Scene, id: AnnouncementId, startsAt: Date): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    if (startsAt > scene.now) return said(scene, id, t.scheduled(momentText(startsAt)));
    if (!(await needs.isLive())) return said(scene, id, t.notLive);
    await sending.start(id, scene.now);
    return said(scene, id, t.started);
  }

  async function approve(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const done = await step(id, 'approve', async (tx, announcement) => {
      const { status } = announcement;
      if (status.kind !== 'requested') return null;
      if (!mayApprove(scene.person, status.by)) return 'own' as const;
      if ((await cards.problemsOf(tx, announcement, people, scene)).length > 0) return 'problems' as const;
      await noteStep(needs, tx, byPerson(scene), announcement, 'approve', { requestedBy: status.by });
      const by = { requestedBy: status.by, approvedBy: scene.person.id };
      const startsAt = await schedule(tx, scene, announcement, by);
      await tellAsker(
        tx,
        scene,
        { ...announcement, status: { kind: 'scheduled', ...by, scheduledBy: scene.person.id, startsAt } },
        status.by,
        people,
        'approved',
      );
      return startsAt;
    });
    if (done === 'own') return cards.shown(scene, id, t.ownApproval);
    if (done === 'problems') return cards.shown(scene, id, t.problemPast);
    return done === null ? stands(scene, id, ['scheduled', 'sending']) : startNow(scene, id, done);
  }

  async function tellAsker(
    tx: Writer,
    scene: Scene,
    announcement: Announcement,
    asker: EmployeeId,
    people: readonly Person[],
    what: 'approved' | 'returned',
  ): Promise<void> {
    const t = announcementsTexts('ja');
    const { name } = scene.person;
    const to = people.filter(({ id }) => id === asker && id !== scene.person.id);
    const note = what === 'approved' ? t.approvedFor(name) : t.returnedTo(name);
    await work.tell(tx, scene, to, announcement, {
      note,
      key: `${what}-${scene.now.getTime()}`,
      looks: false,
    });
  }

  /** Back to a draft: by whoever was to approve, or taken back by who asked. */
  async function giveBack(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const done = await step(id, 'return', async (tx, announcement) => {
      const { status } = announcement;
      if (status.kind !== 'requested') return null;
      await saveStatus(tx, id, { kind: 'draft' });
      await noteStep(needs, tx, byPerson(scene), announcement, 'return', { requestedBy: status.by });
      const draft = { ...announcement, status: { kind: 'draft' as const } };
      await tellAsker(tx, scene, draft, status.by, people, 'returned');
      return true;
    });
    return done === null ? stands(scene, id, ['draft']) : said(scene, id, t.takenBack);
  }

  async function unschedule(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await step(id, 'unschedule', async (tx, announcement) => {
      await saveStatus(tx, id, { kind: 'draft' });
      await noteStep(needs, tx, byPerson(scene), announcement, 'unschedule');
      return true;
    });
    return done === null
      ? stands(scene, id, ['draft'])
      : said(scene, id, announcementsTexts(scene.locale).unscheduled);
  }

  async function pause(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await changes.pause(scene, id);
    return done === null
      ? stands(scene, id, ['paused'])
      : said(scene, id, announcementsTexts(scene.locale).paused);
  }

  async function resume(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const from = await changes.resume(scene, id);
    if (from === null) return stands(scene, id, ['sending', 'finished']);
    return said(scene, id, from > scene.now ? t.resumedLater(momentText(from)) : t.resumed);
  }

  async function cancel(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const count = await changes.cancel(scene, id);
    return count === null
      ? stands(scene, id, ['cancelled'])
      : said(scene, id, announcementsTexts(scene.locale).cancelled(count));
  }

  async function withdraw(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await changes.withdraw(scene, id);
    return done === null
      ? stands(scene, id, ['withdrawn'])
      : said(scene, id, announcementsTexts(scene.locale).withdrawn);
  }

  async function discard(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await step(id, 'discard', async (tx, announcement) => {
      await removeDraft(tx, id);
      if (announcement.issue !== null) await skipIssue(tx, scene, announcement.issue);
      await noteStep(needs, tx, byPerson(scene), announcement, 'discard');
      return true;
    });
    if (done === null) return stands(scene, id, []);
    return list.show(scene, 0, { kind: 'text', text: announcementsTexts(scene.locale).discarded });
  }

  /** Thrown away, this month's draft is not made anew. */
  async function skipIssue(tx: Writer, { person, now }: Scene, issue: NonNullable<Announcement['issue']>) {
    const last = (await listAnnouncements(tx, ALL_STATES)).find(
      ({ id, issue: other }) => (other?.series ?? id) === issue.series,
    );
    if (last === undefined) return;
    const plan = { ...last.plan, skipped: issue.month };
    await saveSettings(tx, last.id, { ...last, plan }, { by: person.id, at: now });
  }

  async function stopRepeat(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      if (announcement === null || announcement.plan.repeat === 'never') return false;
      const plan = { ...announcement.plan, repeat: 'never' as const };
      await saveSettings(tx, id, { ...announcement, plan }, { by: scene.person.id, at: scene.now });
      await noteStep(needs, tx, byPerson(scene), announcement, 'edit', { changed: 'repeat' });
      return true;
    });
    return said(scene, id, done ? announcementsTexts(scene.locale).repeatStopped : null);
  }

  /** A tap sent twice finds its own effect, which needs no explanation. */
  async function stands(
    scene: Scene,
    id: AnnouncementId,
    wanted: readonly AnnouncementState[],
  ): Promise<Reply> {
    const now = await findAnnouncement(store.db, id);
    const isDone = now !== null && wanted.includes(now.status.kind);
    return cards.shown(scene, id, isDone ? null : announcementsTexts(scene.locale).notNow);
  }

  return {
    send,
    approve,
    giveBack,
    unschedule,
    pause,
    resume,
    cancel,
    withdraw,
    discard,
    stopRepeat,
  };
}
