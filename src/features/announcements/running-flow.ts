import type { AnnouncementId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import type { AnnouncementState } from './announcement';
import { type AnnouncementsTexts, announcementsTexts } from './announcements-texts';
import type { Changes } from './changes';
import type { Steps } from './steps';
import { momentText } from './when';

/** What HR does to an announcement that is going out, or has gone out. */
export function createRunningFlow({ said, stands }: Steps, changes: Changes) {
  type Wording<T> = (t: AnnouncementsTexts, done: T, scene: Scene) => string;

  /** `wanted`: the states that a second tap of the same button finds. */
  const answering =
    <T>(
      change: (scene: Scene, id: AnnouncementId) => Promise<T | null>,
      wanted: readonly AnnouncementState[],
      wording: Wording<T>,
    ) =>
    async (scene: Scene, id: AnnouncementId): Promise<Reply> => {
      const done = await change(scene, id);
      return done === null
        ? stands(scene, id, wanted)
        : said(scene, id, wording(announcementsTexts(scene.locale), done, scene));
    };

  return {
    pause: answering(changes.pause, ['paused'], (t) => t.paused),
    resume: answering(changes.resume, ['sending', 'finished'], (t, from, { now, locale }) =>
      from > now ? t.resumedLater(momentText(from, locale)) : t.resumed,
    ),
    cancel: answering(changes.cancel, ['cancelled'], (t, count) => t.cancelled(count)),
    withdraw: answering(changes.withdraw, ['withdrawn'], (t) => t.withdrawn),
  };
}
