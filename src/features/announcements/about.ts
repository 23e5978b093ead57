import { asMessage } from '../../cards/replies';
import type { Message } from '../../core/turn';
import type { Scene } from '../directory';
import { aboutCard, aboutView, reactionView } from './about-view';
import type { Announcement } from './announcement';
import { findAnnouncement } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';
import {
  announcementOfMessage,
  announcementOfPost,
  findRecipient,
  noteReacted,
  receivedBy,
} from './recipient-store';

/** What is asked so soon after an announcement, or after a reaction to it, may be about it. */
const RIGHT_AFTER_MS = 30 * 60_000;
const MOST_LOOKED_AT = 20;

/** Points at what was just received without naming it. */
const POINTS =
  /(この|その|さっきの|先ほどの|今の|いまの|上の)(お?知らせ|件|案内|連絡|通知|内容|研修)|^(これ|それ)(は|って|の|、|を|に|も)|\b(this|that) (announcement|message)\b/;

/** Questions about announcements, and reactions to them. */
export function createAbout({ store }: Pick<AnnouncementsNeeds, 'store'>) {
  /** The announcement that a message answers; null where it answers none of this person's, or of the channel. */
  async function repliedTo({ person, turn }: Scene, activityId: string): Promise<Announcement | null> {
    const [channel = ''] = turn.conversationId.split(';');
    const id = turn.personal
      ? await announcementOfMessage(store.db, person.id, activityId)
      : await announcementOfPost(store.db, channel, activityId);
    return id === null ? null : alive(await findAnnouncement(store.db, id));
  }

  /** What this person has received, or reacted to, last, if it is recent enough to be meant; nothing where others read along. */
  async function justReceived({ person, turn, now }: Scene): Promise<Announcement | null> {
    if (!turn.personal) return null;
    const [last] = (await receivedBy(store.db, person.id, MOST_LOOKED_AT))
      .map(({ announcement, recipient: { endedAt, reactedAt } }) => ({
        announcement,
        at: Math.max(endedAt?.getTime() ?? 0, reactedAt?.getTime() ?? 0),
      }))
      .toSorted((a, b) => b.at - a.at);
    if (last === undefined || now.getTime() - last.at > RIGHT_AFTER_MS) return null;
    return alive(await findAnnouncement(store.db, last.announcement));
  }

  const alive = (found: Announcement | null): Announcement | null =>
    found?.status.kind === 'withdrawn' ? null : found;

  const askerOf = ({ person, turn, locale }: Scene) => ({ person: turn.personal ? person : null, locale });

  /**
   * The answer to a text as a question about an announcement; null where it is none. `isAnswered`: the text is answered well
   * enough by itself, so that only one that points at the announcement is about it. `mustFit`: it has to point at it, and a
   * line of it has to answer.
   */
  async function answer(
    scene: Scene,
    text: string,
    asked: {
      readonly replyTo: string | null;
      readonly isAnswered: boolean;
      readonly mustFit: boolean;
    },
  ): Promise<Message | null> {
    const { replyTo, isAnswered, mustFit } = asked;
    const mayBeLast = POINTS.test(text) || !(isAnswered || mustFit);
    const meant =
      (replyTo === null ? null : await repliedTo(scene, replyTo)) ??
      (mayBeLast ? await justReceived(scene) : null);
    if (meant === null) return null;
    const view = aboutView(meant, text, askerOf(scene));
    return mustFit && !view.fits ? null : asMessage(aboutCard, view);
  }

  /** The answer to a person's first reaction to an announcement of theirs; null for a later one, and in a channel. */
  async function reacted(scene: Scene, activityId: string): Promise<Message | null> {
    const { person, now, turn } = scene;
    const meant = turn.personal ? await repliedTo(scene, activityId) : null;
    if (meant === null) return null;
    const isFirst = await store.write((tx) => noteReacted(tx, meant.id, person.id, now));
    if (!isFirst) return null;
    const recipient = await findRecipient(store.db, meant.id, person.id);
    const asked = meant.content.asksConfirmation && recipient?.confirmedAt === null;
    return asMessage(aboutCard, reactionView(meant, asked, askerOf(scene)));
  }

  return { answer, reacted };
}
