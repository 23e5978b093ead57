import { notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { JobId } from '../../delivery';
import { isHr, type Scene } from '../directory';
import { createAbout } from './about';
import { ALL_STATES, type Announcement } from './announcement';
import { findAnnouncement, listAnnouncements } from './announcement-store';
import {
  type HrAction,
  type ListAction,
  parseAnnouncementsAction,
  parseAnnouncementsDialog,
  parseAnnouncementsSubmission,
} from './announcements-actions';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { createChanges } from './changes';
import { removeChannels, type SeenChannel, saveChannel } from './channel-store';
import { createComposeFlow } from './compose-flow';
import { createCorrectionFlow } from './correction-flow';
import { createDiscardFlow } from './discard-flow';
import { createExpiry } from './expiry';
import { createHrCards } from './hr-card-flow';
import { createLifeFlow } from './life-flow';
import { createListFlow } from './list-flow';
import { createPreviewFlow } from './preview-flow';
import { createReaderFlow } from './reader-flow';
import { createRecurring } from './recurring';
import { createAnnouncementSource } from './reminder-source';
import { createReportFlow } from './report-flow';
import { createRunningFlow } from './running-flow';
import { createSending } from './sending';
import { createSettingsFlow } from './settings-flow';
import { createSteps } from './steps';
import { ofOwnSections } from './unconfirmed';
import { createWorkCards, workJobOf } from './work-cards';

/** お知らせ: written by HR, approved by a second person, sent through the outbox, confirmed by those who got it. */
export function createAnnouncements(needs: AnnouncementsNeeds) {
  const { store } = needs;
  const cards = createHrCards(needs);
  const work = createWorkCards(needs, cards);
  const sending = createSending(needs, work);
  const changes = createChanges(needs, sending);
  const steps = createSteps(needs, cards, work);
  const previews = createPreviewFlow(needs, cards);
  const compose = createComposeFlow(needs, cards, work, changes);
  const corrections = createCorrectionFlow(needs, steps, cards, changes);
  const list = createListFlow(needs);
  const life = createLifeFlow(needs, { steps, cards, work, sending });
  const running = createRunningFlow(steps, changes);
  const drafts = createDiscardFlow(needs, steps, list);
  const reports = createReportFlow(needs);
  const readers = createReaderFlow(needs);
  const recurring = createRecurring(needs, work);
  const settings = createSettingsFlow(needs);
  const about = createAbout(needs);

  /** 「お知らせを送りたい」「お知らせの一覧」: HR's list; what they have received for everybody else. */
  async function manage(scene: Scene): Promise<readonly Message[]> {
    const t = announcementsTexts(scene.locale);
    if (!isHr(scene.person)) return [{ kind: 'text', text: t.hrOnly }, await readers.received(scene)];
    if (!scene.turn.personal) return [{ kind: 'text', text: t.onlyPersonal }];
    return [await list.message(scene)];
  }

  /** 「お知らせの確認状況」 */
  const status = async (scene: Scene): Promise<readonly Message[]> =>
    !isHr(scene.person) && scene.person.leads.length > 0
      ? [await ofOwnSections(needs, scene)]
      : manage(scene);

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const parsed = parseAnnouncementsAction(verb, data);
    if (parsed === null) return notice(t.old);
    if (parsed.by === 'reader') return readers.act(scene, parsed.action);
    if (!isHr(scene.person)) return notice(t.hrOnly);
    return parsed.by === 'list'
      ? actOnList(scene, parsed.action)
      : withAnnouncement(scene, parsed.action, (found) => button(scene, found, parsed.action));
  }

  function actOnList(scene: Scene, action: ListAction): Promise<Reply> {
    switch (action.verb) {
      case 'announcements.list':
        return list.show(scene, action.page);
      case 'announcements.settings':
        return settings.show(scene, null);
      case 'announcements.saveSettings':
        return settings.save(scene, action.policy);
      default:
        return action satisfies never;
    }
  }

  /** For HR alone. */
  async function withAnnouncement(
    scene: Scene,
    { id }: { readonly id: Announcement['id'] },
    run: (announcement: Announcement) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    if (!isHr(scene.person)) return notice(t.hrOnly);
    const announcement = await findAnnouncement(store.db, id);
    return announcement === null ? notice(t.gone) : run(announcement);
  }

  function button(scene: Scene, announcement: Announcement, action: HrAction): Promise<Reply> | Reply {
    const { id } = announcement;
    switch (action.verb) {
      case 'announcements.show':
      case 'announcements.refresh':
        return cards.shown(scene, id, null);
      case 'announcements.preview':
        return previews.preview(scene, announcement);
      case 'announcements.test':
        return previews.test(scene, announcement);
      case 'announcements.askSend':
        return cards.askSend(scene, announcement);
      case 'announcements.send':
        return life.send(scene, id);
      case 'announcements.approve':
        return life.approve(scene, id);
      case 'announcements.return':
        return life.giveBack(scene, id);
      case 'announcements.unschedule':
        return life.unschedule(scene, id);
      case 'announcements.pause':
        return running.pause(scene, id);
      case 'announcements.resume':
        return running.resume(scene, id);
      case 'announcements.askCancel':
        return cards.ask(scene, announcement, 'cancel');
      case 'announcements.cancel':
        return running.cancel(scene, id);
      case 'announcements.askWithdraw':
        return cards.ask(scene, announcement, 'withdraw');
      case 'announcements.withdraw':
        return running.withdraw(scene, id);
      case 'announcements.askDiscard':
        return cards.ask(scene, announcement, 'discard');
      case 'announcements.discard':
        return drafts.discard(scene, id);
      case 'announcements.approveCorrection':
        return corrections.approve(scene, id);
      case 'announcements.refuseCorrection':
        return corrections.refuse(scene, id);
      case 'announcements.askStopRepeat':
        return cards.ask(scene, announcement, 'stopRepeat');
      case 'announcements.stopRepeat':
        return drafts.stopRepeat(scene, id);
      case 'announcements.report':
        return reports.report(scene, announcement, action.page);
      case 'announcements.people':
        return reports.people(scene, announcement, {
          filter: action.chosen ?? action.filter,
          page: action.page,
        });
      case 'announcements.csv':
        return reports.csv(scene, announcement);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const request = parseAnnouncementsDialog(data);
    if (request === null) return notice(t.old);
    switch (request.verb) {
      case 'announcements.new':
        if (!isHr(scene.person)) return notice(t.hrOnly);
        return request.template === null ? notice(t.pickKind) : compose.openNew(scene, request.template);
      case 'announcements.edit':
        return withAnnouncement(scene, request, (found) => compose.open(scene, found, request.page));
      case 'announcements.correct':
        return withAnnouncement(scene, request, (found) => compose.openCorrection(scene, found));
      default:
        return request satisfies never;
    }
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const submission = parseAnnouncementsSubmission(data);
    if (submission === null) return notice(t.old);
    switch (submission.verb) {
      case 'announcements.save':
        return isHr(scene.person) ? compose.save(scene, submission, data) : notice(t.hrOnly);
      case 'announcements.saveCorrection':
        return withAnnouncement(scene, submission, (found) => compose.saveCorrection(scene, found, data));
      default:
        return submission satisfies never;
    }
  }

  return {
    manage,
    status,
    /** 「最近のお知らせ」 */
    received: readers.received,
    act,
    openDialog,
    submitDialog,
    about: about.answer,
    /** A reaction to an announcement, answered with how to ask about it. */
    reacted: about.reacted,
    source: createAnnouncementSource(needs, readers),
    /** Starts and ends what is due, looks after what is under way, and makes monthly drafts. May be called at any time. */
    async sweep(now: Date): Promise<void> {
      await sending.sweep(now);
      await recurring.sweep(now);
    },
    /** Keeps the cards of who sends it up to date; for every few seconds. */
    watch: sending.watch,
    /** Jobs whose cards are read again when a step is taken: those of all announcements that HR can still open. */
    jobsInUse: async (reader: Reader): Promise<readonly JobId[]> =>
      (await listAnnouncements(reader, ALL_STATES)).map(({ id }) => workJobOf(id)),
    /** Forgets what is kept no longer; launched or not, any number of times. */
    expire: createExpiry(needs),
    /** For the outbox, right before it sends: why the person of a message is to get none; null for other messages too. */
    absence: sending.absence,
    channels: {
      /** A channel in which the bot is, as Teams told of it. */
      seen: async (channel: SeenChannel, at: Date): Promise<void> => {
        await store.write((tx) => saveChannel(tx, channel, needs.newChannelId(), at));
      },
      gone: (which: Parameters<typeof removeChannels>[1], at: Date): Promise<void> =>
        store.write((tx) => removeChannels(tx, which, at)),
    },
  };
}

export type Announcements = ReturnType<typeof createAnnouncements>;
