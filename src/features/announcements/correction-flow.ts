import type { AnnouncementId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { may } from './announcement';
import { findAnnouncement, lockAnnouncement, saveCorrectionRequest } from './announcement-store';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { mayApprove } from './approval';
import type { Changes } from './changes';
import type { HrCards } from './hr-card-flow';
import type { Steps } from './steps';

/** What becomes of a correction that waits for a second person. */
export function createCorrectionFlow(
  needs: AnnouncementsNeeds,
  { said }: Pick<Steps, 'said'>,
  cards: HrCards,
  changes: Changes,
) {
  const { store } = needs;

  async function approve(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const { correction } = (await findAnnouncement(store.db, id)) ?? { correction: null };
    if (correction === null) return cards.shown(scene, id, null);
    if (!mayApprove(scene.person, correction.by)) return cards.shown(scene, id, t.ownApproval);
    const count = await changes.correct(scene, id, correction.content, correction);
    return said(scene, id, count === null ? t.notNow : t.corrected(count));
  }

  async function refuse(scene: Scene, id: AnnouncementId): Promise<Reply> {
    const done = await store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      if (announcement === null || announcement.correction === null || !may('correct', announcement))
        return false;
      await saveCorrectionRequest(tx, id, null);
      await noteStep(needs, tx, byPerson(scene), announcement, 'refuse-correction');
      return true;
    });
    return said(scene, id, done ? announcementsTexts(scene.locale).correctionRefused : null);
  }

  return { approve, refuse };
}
