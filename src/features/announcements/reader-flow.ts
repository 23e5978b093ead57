import { filled } from '../../cards/limited-markdown';
import { asMessage, inPlace, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import { isHr, type Scene } from '../directory';
import { type Announcement, type AnnouncementButton, hasStarted, textIn } from './announcement';
import { findAnnouncement, lockAnnouncement } from './announcement-store';
import type { ReaderAction } from './announcements-actions';
import { receivedCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { type Received, receivedView } from './list-view';
import { messageCard } from './message-card';
import { messageTexts } from './message-texts';
import { isPreview, type MessageMode, messageView, namedInPreview, shownOf, valuesFor } from './message-view';
import type { Recipient } from './recipient';
import { findRecipient, noteConfirmed, receivedBy } from './recipient-store';

const MOST_RECEIVED = 10;

/** What those who got an announcement can do with it. */
export function createReaderFlow(needs: AnnouncementsNeeds) {
  const { store } = needs;

  function act(scene: Scene, action: ReaderAction): Promise<Reply> {
    switch (action.verb) {
      case 'announcements.view':
        return withOwn(scene, action.id, async (announcement, recipient) =>
          inPlace(messageCard, viewOf(scene, announcement, recipient, action.mode)),
        );
      case 'announcements.reopen':
        return withOwn(scene, action.id, async (announcement, recipient) =>
          notice(messageTexts(scene.locale).shownBelow, messageOf(scene, announcement, recipient)),
        );
      case 'announcements.confirm':
        return withOwn(scene, action.id, (announcement, recipient) =>
          isPreview(action.mode)
            ? Promise.resolve(notice(messageTexts(scene.locale).notRecorded))
            : confirm(scene, announcement, recipient),
        );
      case 'announcements.open':
        return withOwn(scene, action.id, (announcement) => open(scene, announcement, action.nth));
      case 'announcements.received':
        return received(scene).then((message) => notice(messageTexts(scene.locale).shownBelow, message));
      default:
        return action satisfies never;
    }
  }

  /** For whom it is: who is in its audience, who reads the channel that it stands in, and HR. */
  async function withOwn(
    scene: Scene,
    id: Announcement['id'],
    run: (announcement: Announcement, recipient: Recipient | null) => Promise<Reply>,
  ): Promise<Reply> {
    const t = messageTexts(scene.locale);
    const announcement = await findAnnouncement(store.db, id);
    const recipient = await findRecipient(store.db, id, scene.person.id);
    const isPosted =
      announcement !== null && hasStarted(announcement) && announcement.plan.channels.length > 0;
    const isReader = recipient !== null || isPosted || isHr(scene.person);
    if (!isReader) return notice(t.notYours);
    return announcement === null ? notice(t.gone) : run(announcement, recipient);
  }

  /** A preview or test stays one for HR; before it goes out there is nothing else to see. */
  function viewOf(
    scene: Scene,
    announcement: Announcement,
    recipient: Recipient | null,
    mode: MessageMode = 'person',
  ) {
    const { locale, turn } = scene;
    const { correction } = announcement;
    const isLooking = isHr(scene.person) && isPreview(mode);
    // Where others read along nobody is named.
    const reader = turn.personal ? scene.person : null;
    const person = isLooking ? namedInPreview(announcement, reader) : reader;
    const confirmedAt = isLooking ? null : (recipient?.confirmedAt ?? null);
    const unasked = hasStarted(announcement) ? 'channel' : 'preview';
    const usual = recipient === null || !turn.personal ? unasked : 'person';
    const shown = shownOf(announcement);
    const content =
      isLooking && mode === 'correction' ? (correction?.content ?? shown.content) : shown.content;
    return messageView({ ...shown, content }, { person, confirmedAt, locale }, isLooking ? mode : usual);
  }

  const messageOf = (scene: Scene, announcement: Announcement, recipient: Recipient | null): Message =>
    asMessage(messageCard, viewOf(scene, announcement, recipient));

  /** The first time counts; later taps find it confirmed. */
  async function confirm(
    scene: Scene,
    announcement: Announcement,
    recipient: Recipient | null,
  ): Promise<Reply> {
    const t = messageTexts(scene.locale);
    const { id } = announcement;
    if (recipient === null) return notice(hasStarted(announcement) ? t.notInAudience : t.notRecorded);
    if (!announcement.content.asksConfirmation) return notice(t.notAsked);
    await record(scene, id);
    return inPlace(
      messageCard,
      viewOf(scene, announcement, await findRecipient(store.db, id, scene.person.id)),
    );
  }

  /** Nothing is recorded of what has been withdrawn. */
  const record = (scene: Pick<Scene, 'person' | 'now'>, id: Announcement['id']): Promise<boolean> =>
    store.write(async (tx) => {
      const locked = await lockAnnouncement(tx, id);
      if (locked === null || locked.status.kind === 'withdrawn' || !locked.content.asksConfirmation)
        return false;
      return noteConfirmed(tx, id, scene.person.id, scene.now);
    });

  async function open(scene: Scene, { content, status }: Announcement, nth: number): Promise<Reply> {
    const t = messageTexts(scene.locale);
    const button = status.kind === 'withdrawn' ? undefined : content.buttons[nth];
    const message = button === undefined ? null : await targetOf(scene, button);
    return message === null ? notice(t.targetGone) : notice(t.shownBelow, message);
  }

  function targetOf(scene: Scene, button: AnnouncementButton): Promise<Message | null> {
    switch (button.kind) {
      case 'link':
        return Promise.resolve(null);
      case 'course':
        return needs.courses.show(scene, button.id);
      case 'faq':
        return needs.faqs.show(scene, button.id);
      case 'campaign':
        return needs.campaigns.show(scene, button.id);
      default:
        return button satisfies never;
    }
  }

  /** 「最近のお知らせ」: what has reached this very person. */
  async function received(scene: Scene): Promise<Message> {
    const { person, locale } = scene;
    const own: Received[] = [];
    for (const { announcement: id, recipient } of await receivedBy(store.db, person.id, MOST_RECEIVED)) {
      const announcement = await findAnnouncement(store.db, id);
      if (announcement === null || announcement.status.kind === 'withdrawn') continue;
      const { content } = announcement;
      own.push({
        id,
        title: filled(textIn(content, locale).title, valuesFor({ person, locale })),
        at: recipient.endedAt ?? scene.now,
        confirmed: content.asksConfirmation ? recipient.confirmedAt !== null : null,
      });
    }
    return asMessage(receivedCard, receivedView(own, locale));
  }

  return { act, received, record, messageOf };
}

export type ReaderFlow = ReturnType<typeof createReaderFlow>;
