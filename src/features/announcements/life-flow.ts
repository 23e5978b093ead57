import type { AnnouncementId, EmployeeId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Person, Scene } from '../directory';
import { type Announcement, isEmergency } from './announcement';
import { saveStatus } from './announcement-store';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { mayApprove } from './approval';
import type { HrCards } from './hr-card-flow';
import type { Sending } from './sending';
import type { Steps } from './steps';
import { momentText } from './when';
import type { WorkCards } from './work-cards';

/** An announcement's way from the draft until it goes out. Each step is decided by the locked announcement. */
export function createLifeFlow(
  needs: AnnouncementsNeeds,
  {
    steps,
    cards,
    work,
    sending,
  }: {
    readonly steps: Steps;
    readonly cards: HrCards;
    readonly work: WorkCards;
    readonly sending: Sending;
  },
) {
  const { store, directory } = needs;
  const { step, said, stands } = steps;

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
    if (startsAt > scene.now) return said(scene, id, t.scheduled(momentText(startsAt, scene.locale)));
    if (!(await needs.isLive())) return said(scene, id, t.notLive);
    await sending.start(id, scene.now);
    await work.follow(id, scene.now);
    return cards.shown(scene, id, t.started);
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

  return { send, approve, giveBack, unschedule };
}
