import type { AnnouncementId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Scene } from '../directory';
import { ALL_STATES, type Announcement, seriesOf } from './announcement';
import { listAnnouncements, lockAnnouncement, removeDraft, saveSettings } from './announcement-store';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import type { ListFlow } from './list-flow';
import type { Steps } from './steps';

/** Drafts that are thrown away, and those that are not to be made any more. */
export function createDiscardFlow(
  needs: Pick<AnnouncementsNeeds, 'store' | 'audit'>,
  { step, said, stands }: Steps,
  list: ListFlow,
) {
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
    const last = (await listAnnouncements(tx, ALL_STATES)).find((other) => seriesOf(other) === issue.series);
    if (last === undefined) return;
    const plan = { ...last.plan, skipped: issue.month };
    await saveSettings(tx, last.id, { ...last, plan }, { by: person.id, at: now });
  }

  /** From whichever issue: of all that have been made, it is the latest that would be followed by another. */
  async function stopRepeat(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await needs.store.write(async (tx) => {
      const pressed = await lockAnnouncement(tx, id);
      if (pressed === null) return false;
      const repeating = (await listAnnouncements(tx, ALL_STATES)).filter(
        (other) => other.plan.repeat !== 'never' && seriesOf(other) === seriesOf(pressed),
      );
      for (const { id: issue } of repeating) {
        const announcement = await lockAnnouncement(tx, issue);
        if (announcement === null) continue;
        const plan = { ...announcement.plan, repeat: 'never' as const };
        await saveSettings(tx, issue, { ...announcement, plan }, { by: scene.person.id, at: scene.now });
        await noteStep(needs, tx, byPerson(scene), announcement, 'edit', { changed: 'repeat' });
      }
      return repeating.length > 0;
    });
    return said(scene, id, done ? announcementsTexts(scene.locale).repeatStopped : null);
  }

  return { discard, stopRepeat };
}
