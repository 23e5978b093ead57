import { asMessage, inPlace } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { ALL_STATES, type AnnouncementState } from './announcement';
import { listAnnouncements } from './announcement-store';
import { listCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { type Listed, listPage, listView } from './list-view';
import { standingOf } from './standing';

/** 「お知らせの一覧」 of HR. */
export function createListFlow({ store }: Pick<AnnouncementsNeeds, 'store'>) {
  async function listOf(scene: Scene, asked: number) {
    const all = (await listAnnouncements(store.db, ALL_STATES)).toSorted(
      (a, b) => rank(a.status.kind) - rank(b.status.kind),
    );
    const { rows, page, last } = listPage(all, asked);
    const listed: Listed[] = [];
    for (const announcement of rows) {
      const asks = announcement.content.asksConfirmation && 'startedAt' in announcement.status;
      const stands = asks ? await standingOf(store.db, announcement.id) : null;
      const confirmed = stands === null ? null : { confirmed: stands.confirmed, sent: stands.counts.sent };
      listed.push({ announcement, confirmed });
    }
    return listView(listed, { page, last }, scene.locale);
  }

  const show = async (scene: Scene, page: number, ...messages: Message[]): Promise<Reply> =>
    inPlace(listCard, await listOf(scene, page), ...messages);

  const message = async (scene: Scene): Promise<Message> => asMessage(listCard, await listOf(scene, 0));

  return { show, message };
}

export type ListFlow = ReturnType<typeof createListFlow>;

/** What is open first; among what is over, the newest. */
const rank = (state: AnnouncementState): number =>
  Math.min(ALL_STATES.indexOf(state), ALL_STATES.indexOf('finished'));
