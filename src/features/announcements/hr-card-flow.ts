import { asMessage, inPlace, notice } from '../../cards/replies';
import { dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { AnnouncementId, EmployeeId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import { findDeliveries } from '../../delivery';
import { countAudience, inAudience } from '../audience';
import type { Person, Scene } from '../directory';
import { peopleWithRoom } from '../reminders';
import { type Announcement, hasStarted, isEmergency, mayHandle } from './announcement';
import { findAnnouncement } from './announcement-store';
import { announcementCard, askCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { approvalPolicy, needsApproval } from './approval';
import { listChannels, type TeamChannel } from './channel-store';
import {
  type AnnouncementView,
  announcementView,
  askView,
  audienceLines,
  type Standing,
  titleOf,
} from './hr-views';
import { previewMessage } from './message-card';
import { changesJobOf, jobOf } from './outgoing';
import { standingOf } from './standing';
import { momentText } from './when';

type Viewer = Pick<Scene, 'person' | 'now' | 'today' | 'locale'>;

/** An announcement's card for HR, and the questions before it goes out or is taken back. */
export function createHrCards(needs: AnnouncementsNeeds) {
  const { store, directory, calendar } = needs;

  async function viewOf(
    reader: Reader,
    scene: Viewer,
    announcement: Announcement,
    note: string | null,
  ): Promise<AnnouncementView> {
    const people = await directory.everybody(reader, scene.today);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const started = hasStarted(announcement);
    const channels = await chosenChannels(reader, announcement);
    return announcementView(
      {
        announcement,
        viewer: scene.person,
        count: started ? null : countOf(announcement, people, scene),
        standing: started ? await standing(reader, announcement, scene.now) : null,
        channels: channels.map(channelName),
        problems:
          announcement.status.kind === 'draft' ? await problemsOf(reader, announcement, people, scene) : [],
        wouldStartAt: startOf(announcement, scene.now),
        nameOf: (person) => names.get(person) ?? person,
        note,
      },
      scene.locale,
    );
  }

  const countOf = ({ audience, plan }: Announcement, people: readonly Person[], { today }: Viewer) =>
    countAudience(plan.toPeople ? people : [], audience, fiscalYearOf(today));

  const chosenChannels = async (reader: Reader, { plan }: Announcement) =>
    (await listChannels(reader)).filter(({ id }) => plan.channels.includes(id));

  async function standing(reader: Reader, { id }: Announcement, now: Date): Promise<Standing> {
    const { recipients, counts, confirmed, posts } = await standingOf(reader, id);
    const changes = await needs.outbox.progress(reader, changesJobOf(id));
    return {
      counts,
      confirmed,
      posts: { sent: posts.filter(({ state }) => state === 'sent').length, all: posts.length },
      changesOpen: changes.pending + changes.sending,
      changesLost: changes.failed + changes.unreachable,
      later: recipients.some(({ state }) => state === 'waiting') ? await later(reader, id, now) : null,
    };
  }

  /** Who gets it on another day, since their budget was used up. */
  async function later(reader: Reader, id: AnnouncementId, now: Date): Promise<Standing['later']> {
    const today = dayOf(now);
    const waiting = (await findDeliveries(reader, jobOf(id))).filter(
      ({ state, notBefore }) => state === 'pending' && dayOf(notBefore) > today,
    );
    const until = Math.max(...waiting.map(({ notBefore }) => notBefore.getTime()));
    return waiting.length === 0 ? null : { count: waiting.length, until: new Date(until) };
  }

  /** What is missing before it goes out, asked again by the sending itself. */
  async function problemsOf(
    reader: Reader,
    announcement: Announcement,
    people: readonly Person[],
    scene: Viewer,
  ): Promise<readonly string[]> {
    const t = announcementsTexts(scene.locale);
    const { content, plan } = announcement;
    const isNowhere = !plan.toPeople && (await chosenChannels(reader, announcement)).length === 0;
    const asksInVain = (plan.chases || plan.managersSee) && !content.asksConfirmation;
    const at = plan.at === null ? null : instantAt(plan.at.day, plan.at.time);
    return [
      ...(content.ja.title === '' || content.ja.body === '' ? [t.problemTitle] : []),
      ...(plan.toPeople && countOf(announcement, people, scene).total === 0 ? [t.problemNobody] : []),
      ...(isNowhere ? [t.problemNoChannel] : []),
      ...(content.asksConfirmation && !plan.toPeople ? [t.problemChannelConfirms] : []),
      ...(asksInVain ? [t.problemAsksInVain] : []),
      ...(at !== null && at <= scene.now ? [t.problemPast] : []),
      ...(mayHandle(announcement, scene.person) ? [] : [t.problemEmergency]),
    ];
  }

  /** When it would go out if it were started now. */
  function startOf(announcement: Announcement, now: Date): Date {
    const { at } = announcement.plan;
    const wanted = at === null ? now : instantAt(at.day, at.time);
    return isEmergency(announcement) ? wanted : calendar().nextOpenMoment(wanted);
  }

  /** Null where none is needed; else who can give it. */
  async function approvers(
    reader: Reader,
    announcement: Announcement,
    people: readonly Person[],
    scene: Viewer,
  ): Promise<readonly Person[] | null> {
    const policy = await approvalPolicy(reader);
    const share = countOf(announcement, people, scene).total / Math.max(1, people.length);
    return needsApproval(announcement, share, policy) ? approversBut(people, scene.person.id) : null;
  }

  /** HR administrators where there are any, else all of HR. */
  function approversBut(people: readonly Person[], but: EmployeeId): readonly Person[] {
    const others = people.filter(
      ({ id, leave, aadObjectId }) => id !== but && leave === null && aadObjectId !== null,
    );
    const admins = others.filter(({ roles }) => roles.has('hr_admin'));
    return admins.length > 0 ? admins : others.filter(({ roles }) => roles.has('hr_editor'));
  }

  async function message(scene: Viewer, id: AnnouncementId, note: string | null): Promise<Message> {
    const announcement = await findAnnouncement(store.db, id);
    if (announcement === null) return { kind: 'text', text: announcementsTexts(scene.locale).gone };
    return asMessage(announcementCard, await viewOf(store.db, scene, announcement, note));
  }

  async function shown(
    scene: Scene,
    id: AnnouncementId,
    note: string | null,
    ...messages: Message[]
  ): Promise<Reply> {
    const announcement = await findAnnouncement(store.db, id);
    if (announcement === null) return notice(announcementsTexts(scene.locale).gone);
    return inPlace(announcementCard, await viewOf(store.db, scene, announcement, note), ...messages);
  }

  async function askSend(scene: Scene, announcement: Announcement): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const { now, today, locale } = scene;
    const people = await directory.everybody(store.db, today);
    if ((await problemsOf(store.db, announcement, people, scene)).length > 0)
      return shown(scene, announcement.id, null);
    const starts = startOf(announcement, now);
    const asked = await approvers(store.db, announcement, people, scene);
    const isLater = starts > now;
    const channels = (await chosenChannels(store.db, announcement)).map(channelName).join(t.and);
    const lines = [
      ...(isLater ? [whenLine(announcement, starts, locale)] : []),
      ...(announcement.plan.toPeople ? await peopleLines(announcement, people, scene) : []),
      ...(channels === '' ? [] : [t.askChannels(channels)]),
      ...(isEmergency(announcement) ? [t.askEmergency] : []),
      ...(asked === null
        ? []
        : [asked.length === 0 ? t.nobodyApproves : t.askApproval(asked.map(({ name }) => name).join(t.and))]),
    ];
    const label = asked === null ? (isLater ? t.scheduleYes : t.sendYes) : t.requestYes;
    const view = askView(
      announcement,
      {
        heading: t.askSend(titleOf(announcement, locale)),
        lines,
        yes: asked?.length === 0 ? null : { label, verb: 'announcements.send', style: 'positive' },
      },
      locale,
    );
    return inPlace(askCard, view, previewMessage(scene, announcement, 'preview'));
  }

  function whenLine({ plan }: Announcement, starts: Date, locale: Scene['locale']): string {
    const t = announcementsTexts(locale);
    return (plan.at === null ? t.askOutside : t.askSendLater)(momentText(starts, locale));
  }

  /** Whom it reaches, whom not, and who has to wait for another day. */
  async function peopleLines(
    announcement: Announcement,
    people: readonly Person[],
    scene: Scene,
  ): Promise<readonly string[]> {
    const { now, today, locale } = scene;
    const t = announcementsTexts(locale);
    const reached = people.filter(
      (person) =>
        person.aadObjectId !== null &&
        person.leave === null &&
        inAudience(person, announcement.audience, fiscalYearOf(today)),
    );
    const isNow = startOf(announcement, now) <= now;
    const lines = [
      (isNow ? t.askPeople : t.askPeopleLater)(reached.length),
      ...audienceLines(countOf(announcement, people, scene), locale),
    ];
    if (!isNow || isEmergency(announcement)) return lines;
    const room = await peopleWithRoom(
      store.db,
      reached.map(({ id }) => id),
      now,
    );
    const without = reached.length - room.size;
    return without === 0 ? lines : [...lines, t.later(without)];
  }

  function ask(
    scene: Scene,
    announcement: Announcement,
    which: 'cancel' | 'withdraw' | 'discard' | 'stopRepeat',
  ): Reply {
    const t = announcementsTexts(scene.locale);
    const title = titleOf(announcement, scene.locale);
    const asks = {
      cancel: { heading: t.askCancel(title), text: t.askCancelText, label: t.cancelYes },
      withdraw: { heading: t.askWithdraw(title), text: t.askWithdrawText, label: t.withdrawYes },
      discard: { heading: t.askDiscard(title), text: t.askDiscardText, label: t.discardYes },
      stopRepeat: { heading: t.askStopRepeat(title), text: t.askStopRepeatText, label: t.stopRepeatYes },
    };
    const { heading, text, label } = asks[which];
    const yes = { label, verb: `announcements.${which}`, style: 'destructive' as const };
    return inPlace(askCard, askView(announcement, { heading, lines: [text], yes }, scene.locale));
  }

  return {
    viewOf,
    message,
    shown,
    ask,
    askSend,
    problemsOf,
    startOf,
    approvers,
  };
}

const channelName = ({ team, channel }: TeamChannel): string => [team, channel].filter(Boolean).join(' / ');

export type HrCards = ReturnType<typeof createHrCards>;
