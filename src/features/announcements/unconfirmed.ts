import type { Day } from '../../core/calendar/day';
import type { Locale, Message } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import type { Announcement } from './announcement';
import { listAnnouncements } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';
import { titleOf } from './hr-views';
import { unconfirmedOf } from './recipient-store';
import { reportTexts } from './report-texts';

/** Announcements that ask for a confirmation and have reached somebody. */
export const askedFor = async (reader: Reader): Promise<readonly Announcement[]> =>
  (await listAnnouncements(reader, ['sending', 'paused', 'finished', 'cancelled'])).filter(
    ({ content }) => content.asksConfirmation,
  );

/** Who of the sections that a person leads today has not confirmed, as far as HR lets managers see it. */
export async function unconfirmedIn(
  { directory }: Pick<AnnouncementsNeeds, 'directory'>,
  reader: Reader,
  manager: Person,
  today: Day,
): Promise<readonly { readonly announcement: Announcement; readonly names: readonly string[] }[]> {
  if (manager.leads.length === 0) return [];
  const people = new Map((await directory.everybody(reader, today)).map((person) => [person.id, person]));
  const found = [];
  for (const announcement of await askedFor(reader)) {
    if (!announcement.plan.managersSee) continue;
    const names = (await unconfirmedOf(reader, announcement.id)).flatMap(({ employee }) => {
      const person = people.get(employee);
      return person !== undefined && person.id !== manager.id && manager.leads.includes(person.section)
        ? [person.name]
        : [];
    });
    if (names.length > 0) found.push({ announcement, names });
  }
  return found;
}

/** 「お知らせの確認状況」 by a manager: all by name, since the list is for whoever speaks to them. */
export async function ofOwnSections(
  needs: Pick<AnnouncementsNeeds, 'store' | 'directory'>,
  { person, today, locale }: Pick<Scene, 'person' | 'today' | 'locale'>,
): Promise<Message> {
  const t = reportTexts(locale);
  const lines: string[] = [];
  for (const { announcement, names } of await unconfirmedIn(needs, needs.store.db, person, today))
    lines.push(t.managerItem(titleOf(announcement, locale)), namesText(names, MANY_NAMES, locale));
  const text = lines.length === 0 ? t.managerNone : [t.managerHeading, ...lines, t.managerAsk].join('\n');
  return { kind: 'text', text };
}

/** In a digest, among other things. */
export const FEW_NAMES = 10;
/** Of a whole department, asked for. */
const MANY_NAMES = 100;

export function namesText(names: readonly string[], most: number, locale: Locale): string {
  const t = reportTexts(locale);
  const shown = names.slice(0, most).join(t.and);
  const rest = names.length - most;
  return t.managerNames(rest > 0 ? t.more(shown, rest) : shown, names.length);
}
