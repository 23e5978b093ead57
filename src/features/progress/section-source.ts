import { type Day, dayOf, mondayOf } from '../../core/calendar/day';
import { campaignId } from '../../core/ids';
import type { Locale, Message } from '../../core/turn';
import type { Reader } from '../../db/open';
import {
  type Campaign,
  findCampaign,
  listCampaigns,
  managerViewOf,
  memberAccess,
  membersOfEach,
} from '../campaigns';
import { isHr, type Person, type Scene } from '../directory';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  type Look,
  partedThings,
  type ReminderItem,
  type ReminderSource,
  said,
  type ThingKey,
} from '../reminders';
import type { ProgressNeeds } from './progress-needs';
import { notSelf, type ProgressReader, type Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { bySections, placedFrom, tallyOf } from './standing';
import { talksOf } from './talk-store';
import { askedOf, type Talks } from './talks';
import {
  createNames,
  dueText,
  escalationText,
  namesBySection,
  talkText,
  titleOf,
  topSections,
  wordsOf,
} from './view-parts';
import { isEscalated, isToldToManagers, weeklyStep } from './weekly';

const NAME = 'progress';
const { thingOf, readThing } = partedThings(NAME, campaignId, 'hr');
const MOST_NAMES = 8;
const MOST_SECTIONS = 4;
const NOBODY_UNREACHED = new Set<never>();

interface Shown {
  readonly membersMessage: (scene: Scene, seen: Seen) => Promise<Message>;
  readonly sectionsMessage: (scene: Scene, seen: Seen) => Promise<Message>;
}

/**
 * What running campaigns tell those who look after others: each 所属長 (and who stands in for one) once a week who of their sections
 * still owes, until somebody has spoken to them; HR once when a campaign comes to stand on the list of the overdue. Things:
 * `<campaign>` for managers, `<campaign>:hr`.
 */
export function createSectionSource(
  needs: ProgressNeeds,
  reader: ProgressReader,
  talks: Talks,
  shown: Shown,
): ReminderSource {
  const { store, directory, calendar } = needs;

  async function due(from: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const told = (await listCampaigns(from, ['running'])).filter((one) =>
      isToldToManagers(one, today, calendar()),
    );
    if (told.length === 0) return [];
    const people = await directory.everybody(from, today);
    const all: DueReminder[] = [];
    for (const campaign of told) all.push(...(await dueOf(from, campaign, people, today)));
    return all;
  }

  async function dueOf(
    from: Reader,
    campaign: Campaign,
    people: readonly Person[],
    today: Day,
  ): Promise<readonly DueReminder[]> {
    const { id, dueOn } = campaign;
    const managers =
      managerViewOf(campaign) === 'names' ? people.filter(({ leads }) => leads.length > 0) : [];
    const editors = isEscalated(campaign, today, calendar())
      ? people.filter(({ roles }) => roles.has('hr_editor'))
      : [];
    const lookers = [...managers, ...editors].map((person) => ({
      person,
      access: memberAccess(person, campaign),
    }));
    const accesses = lookers.flatMap(({ access }) => access ?? []);
    if (accesses.length === 0) return [];
    const members = await membersOfEach(from, id, accesses, people);
    const week = await talksOf(from, id, mondayOf(today));
    return lookers.flatMap(({ person, access }, index): readonly DueReminder[] => {
      if (access === null) return [];
      const placed = placedFrom(members.get(access) ?? [], people, NOBODY_UNREACHED);
      const seen = { campaign, access, placed };
      const common = { recipient: person.id, dueOn };
      if (index >= managers.length) {
        const step = `escalated.${dueOn}`;
        const owes = tallyOf(placed).owes > 0;
        return owes ? [{ ...common, thing: thingOf(id, 'hr'), step, urgency: 'low' }] : [];
      }
      const own = { ...seen, placed: placed.filter(notSelf(person)) };
      if (askedOf(own, person, week).sections.length === 0) return [];
      const step = weeklyStep(campaign, today, calendar());
      return [{ ...common, thing: thingOf(id), step, urgency: 'normal' }];
    });
  }

  /** Null where the person has no part in it. A manager in HR has their own section before them here, as any other. */
  async function find(from: Reader, person: Person, thing: ThingKey, today: Day) {
    const read = readThing(thing);
    const found = read === null ? null : await findCampaign(from, read.id);
    if (read === null || found === null || found.status.kind === 'draft' || found.status.kind === 'scheduled')
      return null;
    const access = memberAccess(person, found);
    if (access === null || (read.part === 'hr' ? !isHr(person) : !leadsInto(person, found))) return null;
    const people = await directory.everybody(from, today);
    const members = (await membersOfEach(from, found.id, [access], people)).get(access) ?? [];
    const placed = placedFrom(members, people, NOBODY_UNREACHED);
    if (read.part === 'hr') return { part: 'hr' as const, seen: { campaign: found, access, placed } };
    const isOther = notSelf(person);
    const own = placed.filter((one) => isOther(one) && person.leads.includes(one.section));
    return { part: 'managers' as const, seen: { campaign: found, access, placed: own } };
  }

  async function item(from: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const today = dayOf(now);
    const found = await find(from, person, thing, today);
    if (found === null) return null;
    return found.part === 'hr'
      ? hrItem(from, found.seen, today, locale)
      : managerItem(from, person, found.seen, today, locale);
  }

  async function managerItem(
    from: Reader,
    person: Person,
    seen: Seen,
    today: Day,
    locale: Locale,
  ): Promise<ReminderItem> {
    const t = progressTexts(locale);
    const { campaign, placed } = seen;
    const { owes } = tallyOf(placed);
    const asked = await talks.asked(from, { person, today }, seen);
    const open = campaign.status.kind === 'running' && asked.sections.length > 0;
    const nameOf = await createNames(needs, { today });
    const talked = talkText(asked.talks[0], nameOf, locale);
    const isOwn = asked.talks.some(({ by }) => by === person.id);
    const names = namesBySection(placed, MOST_NAMES, locale).slice(0, MOST_SECTIONS - 2);
    return {
      ...BARE_ITEM,
      title: t.itemTitle(titleOf(campaign, 'section', locale)),
      lines: [
        dueText(campaign, today, calendar(), locale),
        ...(owes === 0 ? [wordsOf(campaign, locale).none] : names),
        ...(talked === '' ? [] : [talked]),
      ],
      badge: badgeOf(seen, { open, talked: talked !== '' }, today, locale),
      open,
      choices: [
        ...(open ? [{ label: t.talk, choice: 'talk', primary: true }] : []),
        ...(!open && isOwn ? [{ label: t.untalk, choice: 'untalk', primary: false }] : []),
        ...(owes > 0 ? [{ label: t.showList, choice: 'list', primary: false }] : []),
      ],
      mayBeSnoozed: open,
    };
  }

  function badgeOf(
    { campaign, placed }: Seen,
    { open, talked }: { readonly open: boolean; readonly talked: boolean },
    today: Day,
    locale: Locale,
  ): ReminderItem['badge'] {
    const t = progressTexts(locale);
    const { owes } = tallyOf(placed);
    if (!open) return owes > 0 && talked ? { text: t.talkedBadge, colour: 'good' } : null;
    if (campaign.escalateAfter !== null && isEscalated(campaign, today, calendar()))
      return { text: t.escalatedBadge(campaign.escalateAfter), colour: 'attention' };
    const text = t.labelled(wordsOf(campaign, locale).owes, t.count(owes));
    return { text, colour: today > campaign.dueOn ? 'warning' : 'accent' };
  }

  async function hrItem(from: Reader, seen: Seen, today: Day, locale: Locale): Promise<ReminderItem> {
    const t = progressTexts(locale);
    const { campaign, placed } = seen;
    const { owes } = tallyOf(placed);
    const open = owes > 0 && isEscalated(campaign, today, calendar());
    const spoken = (await talksOf(from, campaign.id, mondayOf(today))).size;
    return {
      title: t.itemEscalatedTitle(campaign.title, owes),
      lines: [
        open ? escalationText(campaign, owes, today, calendar(), locale) : wordsOf(campaign, locale).none,
        ...(owes > 0 ? [t.itemTopSections(topSections(bySections(placed), MOST_SECTIONS, locale))] : []),
        ...(spoken > 0 ? [t.talkedCount(spoken)] : []),
      ],
      badge: null,
      open,
      choices: [{ label: t.show, choice: 'sections', primary: open }],
      links: [],
      dialogs: [],
      mayBeSnoozed: open,
      mayBeMuted: open,
    };
  }

  return {
    name: NAME,
    due,
    item,
    async openFor(from, person, now) {
      const mine = (await due(from, now)).filter(({ recipient }) => recipient === person.id);
      return mine.map(({ thing, dueOn }) => ({ thing, dueOn }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const t = progressTexts(scene.locale);
      const found = await find(store.db, scene.person, thing, scene.today);
      if (found === null) return said(t.gone);
      const { campaign } = found.seen;
      switch (choice) {
        case 'talk':
          return said((await talks.say(scene, campaign.id)) ? t.talkNotice : t.gone);
        case 'untalk':
          await talks.takeBack(scene, campaign.id);
          return said(t.untalkNotice);
        case 'list':
        case 'sections': {
          const visible = await reader.find(store.db, scene.person, campaign.id);
          const [seen] = visible === null ? [] : await reader.see(store.db, scene, [visible]);
          if (seen === undefined) return said(t.gone);
          const show = found.part === 'hr' ? shown.sectionsMessage : shown.membersMessage;
          return { notice: null, messages: [await show(scene, seen)] };
        }
        default:
          return said(null);
      }
    },
  };
}

/** Whether managers are shown names at all, and this person is one. */
const leadsInto = (person: Person, campaign: Campaign): boolean =>
  person.leads.length > 0 && managerViewOf(campaign) === 'names';
