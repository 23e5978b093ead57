import type { Reply } from '../../core/turn';
import { jobId } from '../../delivery';
import type { Scene } from '../directory';
import type { Announcement } from './announcement';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import type { HrCards } from './hr-card-flow';
import { messageCard, previewMessage } from './message-card';
import { messageView, namedInPreview, shownOf } from './message-view';
import { KIND } from './outgoing';

/** Looking at an announcement before anybody else does. */
export function createPreviewFlow(
  { store, outbox, audit }: Pick<AnnouncementsNeeds, 'store' | 'outbox' | 'audit'>,
  cards: Pick<HrCards, 'shown'>,
) {
  /** On a wide screen and as wide as a phone; with the correction that waits, if there is one. */
  function preview(scene: Scene, announcement: Announcement): Promise<Reply> {
    const { id, correction } = announcement;
    return cards.shown(
      scene,
      id,
      null,
      previewMessage(scene, announcement, 'preview'),
      previewMessage(scene, announcement, 'phone'),
      ...(correction === null
        ? []
        : [previewMessage(scene, { ...announcement, content: correction.content }, 'correction')]),
    );
  }

  /** To the one who asks, by the way that everything goes. A double tap sends one. */
  async function test(scene: Scene, announcement: Announcement): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const { aadObjectId, id: person } = scene.person;
    if (aadObjectId === null) return cards.shown(scene, announcement.id, t.notInTeamsSelf);
    const reader = {
      person: namedInPreview(announcement, scene.person),
      confirmedAt: null,
      locale: scene.locale,
    };
    const view = messageView(shownOf(announcement), reader, 'test');
    const minute = scene.now.toISOString().slice(0, 16);
    await store.write(async (tx) => {
      const job = { id: jobId.parse(`announcement-test:${announcement.id}`), kind: KIND, createdBy: person };
      const { added } = await outbox.enqueue(tx, job, [
        {
          kind: 'send',
          recipient: aadObjectId,
          dedupeKey: `announcement-test:${announcement.id}:${person}:${minute}`,
          priority: 'high',
          payload: { kind: 'card', card: messageCard.name, view },
        },
      ]);
      if (added.length > 0) await noteStep({ audit }, tx, byPerson(scene), announcement, 'test');
    });
    return cards.shown(scene, announcement.id, t.tested);
  }

  return { preview, test };
}
