import type { AnnouncementId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Scene } from '../directory';
import { type Announcement, type AnnouncementEvent, type AnnouncementState, may } from './announcement';
import { findAnnouncement, lockAnnouncement } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import type { HrCards } from './hr-card-flow';
import type { WorkCards } from './work-cards';

/** How a step of an announcement's life is taken, and answered. */
export function createSteps(
  { store }: Pick<AnnouncementsNeeds, 'store'>,
  cards: Pick<HrCards, 'shown'>,
  work: Pick<WorkCards, 'follow'>,
) {
  /** Runs `take` on the locked announcement where `event` may happen; null where it may not (any more). */
  const step = <T>(
    id: AnnouncementId,
    event: AnnouncementEvent,
    take: (tx: Writer, announcement: Announcement) => Promise<T | null>,
  ): Promise<T | null> =>
    store.write(async (tx) => {
      const announcement = await lockAnnouncement(tx, id);
      return announcement !== null && may(event, announcement) ? take(tx, announcement) : null;
    });

  /** What came of it, on the card that was tapped and on all that went out about it. */
  async function said(scene: Scene, id: AnnouncementId, note: string | null): Promise<Reply> {
    await work.follow(id, scene.now, { to: scene.person.id, note });
    return cards.shown(scene, id, note);
  }

  /** Nothing was done. A tap sent twice finds its own effect, which needs no explanation. */
  async function stands(
    scene: Scene,
    id: AnnouncementId,
    wanted: readonly AnnouncementState[],
  ): Promise<Reply> {
    const now = await findAnnouncement(store.db, id);
    const isDone = now !== null && wanted.includes(now.status.kind);
    return cards.shown(scene, id, isDone ? null : announcementsTexts(scene.locale).notNow);
  }

  return { step, said, stands };
}

export type Steps = ReturnType<typeof createSteps>;
