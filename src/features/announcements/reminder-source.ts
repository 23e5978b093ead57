import { filled } from '../../cards/limited-markdown';
import { type Day, dayOf } from '../../core/calendar/day';
import { announcementId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  type Look,
  NOTHING_SAID,
  type OpenThing,
  partedThings,
  type ReminderItem,
  type ReminderSource,
  shownBelow,
  type ThingKey,
} from '../reminders';
import { type Announcement, textIn } from './announcement';
import { findAnnouncement } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';
import { titleOf } from './hr-views';
import { messageTexts } from './message-texts';
import { valuesFor } from './message-view';
import type { ReaderFlow } from './reader-flow';
import { findRecipient, receivedBy, unconfirmedOf } from './recipient-store';
import { reportTexts } from './report-texts';
import { askedFor, FEW_NAMES, namesText, ofOwnSections, unconfirmedIn } from './unconfirmed';

const NAME = 'announcement';

/** Open days after it has reached somebody. */
const CHASED_AFTER = [3, 7] as const;
const MANAGERS_TOLD_AFTER = 5;
/** Nobody is asked for what is that old. */
const GIVEN_UP_AFTER = 20;

const { thingOf, readThing } = partedThings(NAME, announcementId, 'section');

/** Reminds those who have not confirmed, and tells managers who they are, where HR says so. */
export function createAnnouncementSource(needs: AnnouncementsNeeds, readers: ReaderFlow): ReminderSource {
  const { store, directory, calendar } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const all: DueReminder[] = [];
    const sections = new Map<string, Set<Announcement['id']>>();
    const people = new Map((await directory.everybody(reader, today)).map((person) => [person.id, person]));
    for (const { id, plan } of await askedFor(reader)) {
      if (!plan.chases && !plan.managersSee) continue;
      for (const { employee, endedAt } of await unconfirmedOf(reader, id)) {
        const open = endedAt === null ? 0 : calendar().openDaysBetween(dayOf(endedAt), today);
        if (open > GIVEN_UP_AFTER) continue;
        const step = CHASED_AFTER.findLastIndex((after) => after <= open);
        if (plan.chases && step >= 0)
          all.push({
            recipient: employee,
            thing: thingOf(id, 'own'),
            step: `chase-${step + 1}`,
            urgency: 'normal',
            dueOn: null,
          });
        const section = people.get(employee)?.section;
        if (plan.managersSee && open >= MANAGERS_TOLD_AFTER && section !== undefined)
          sections.set(section, (sections.get(section) ?? new Set()).add(id));
      }
    }
    for (const manager of people.values()) {
      for (const id of new Set(manager.leads.flatMap((section) => [...(sections.get(section) ?? [])])))
        all.push({
          recipient: manager.id,
          thing: thingOf(id, 'section'),
          step: 'unconfirmed',
          urgency: 'low',
          dueOn: null,
        });
    }
    return all;
  }

  async function item(reader: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const read = readThing(thing);
    const announcement = read === null ? null : await findAnnouncement(reader, read.id);
    if (read === null || announcement === null) return null;
    return read.part === 'own'
      ? ownItem(reader, person, announcement, locale)
      : sectionItem(reader, person, announcement, dayOf(now), locale);
  }

  async function ownItem(
    reader: Reader,
    person: Person,
    { id, content, status }: Announcement,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const t = reportTexts(locale);
    const recipient = await findRecipient(reader, id, person.id);
    if (recipient === null || status.kind === 'withdrawn' || !content.asksConfirmation) return null;
    const isDone = recipient.confirmedAt !== null;
    const title = filled(textIn(content, locale).title, valuesFor({ person, locale }));
    return {
      ...NOTHING_MORE,
      title: t.chaseTitle(title),
      lines: isDone ? [] : [t.chaseLine],
      badge: isDone ? { text: t.chaseDone, colour: 'good' } : { text: t.chaseWaiting, colour: 'warning' },
      open: !isDone,
      choices: [
        ...(isDone ? [] : [{ label: messageTexts(locale).confirm, choice: 'confirm', primary: true }]),
        { label: t.chaseOpen, choice: 'open', primary: false },
      ],
    };
  }

  async function sectionItem(
    reader: Reader,
    person: Person,
    announcement: Announcement,
    today: Day,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const t = reportTexts(locale);
    const own = (await unconfirmedIn(needs, reader, person, today)).find(
      (one) => one.announcement.id === announcement.id,
    );
    if (own === undefined) return null;
    return {
      ...NOTHING_MORE,
      title: t.managerItem(titleOf(announcement, locale)),
      lines: [namesText(own.names, FEW_NAMES, locale), t.managerAsk],
      badge: null,
      open: true,
      choices: own.names.length > FEW_NAMES ? [{ label: t.managerAll, choice: 'names', primary: false }] : [],
    };
  }

  async function openFor(reader: Reader, person: Person): Promise<readonly OpenThing[]> {
    const open: OpenThing[] = [];
    for (const { announcement: id, recipient } of await receivedBy(reader, person.id, MOST_LOOKED_AT)) {
      if (recipient.confirmedAt !== null) continue;
      const announcement = await findAnnouncement(reader, id);
      if (announcement?.content.asksConfirmation === true && announcement.status.kind !== 'withdrawn')
        open.push({ thing: thingOf(id, 'own'), dueOn: null });
    }
    return open;
  }

  async function act(scene: Scene, thing: ThingKey, choice: string): Promise<ItemOutcome> {
    const read = readThing(thing);
    const announcement = read === null ? null : await findAnnouncement(store.db, read.id);
    if (read === null || announcement === null) return NOTHING_SAID;
    if (read.part === 'section')
      return choice === 'names' ? shownBelow(await ofOwnSections(needs, scene)) : NOTHING_SAID;
    if (choice === 'confirm') await readers.record(scene, read.id);
    if (choice !== 'open') return NOTHING_SAID;
    const recipient = await findRecipient(store.db, read.id, scene.person.id);
    return shownBelow(readers.messageOf(scene, announcement, recipient));
  }

  return { name: NAME, due, item, openFor, act };
}

const MOST_LOOKED_AT = 50;

const NOTHING_MORE = { ...BARE_ITEM, mayBeSnoozed: true } as const;
