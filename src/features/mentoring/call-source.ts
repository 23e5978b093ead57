import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dayOf } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person } from '../directory';
import {
  type DueReminder,
  type ItemOutcome,
  type ReminderItem,
  type ReminderSource,
  thingKey,
} from '../reminders';
import type { Call } from './call';
import { callsTakenSince, closeCall, findCall, lockCall, openCalls } from './call-store';
import { type MentoringNeeds, type People, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';

const NAME = 'mentoring-call';
/** The reader is reminded of a call after so many open days without an answer. */
const NUDGE_AFTER = 2;
/** That a call was received is told within so many days. */
const TOLD_FOR_MS = 7 * 86_400_000;
const NOTHING: ItemOutcome = { notice: null, messages: [] };

const thingOf = (call: Call) => thingKey.parse(`${NAME}:${call.id}`);
const isAway = (person: Person | null): boolean => person === null || person.leave !== null;

/**
 * Calls for help and for another mentor: told to the one reader at once, a second time after two open days; to the asker,
 * that it was received or that the reader is away. To nobody else: the same thing shows each of the two their own item.
 */
export function createCallSource(
  needs: MentoringNeeds,
  choose: (scene: Parameters<ReminderSource['act']>[0], call: Call) => Promise<ItemOutcome['messages']>,
): ReminderSource {
  const { store, calendar } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const people = await peopleOn(needs, reader, dayOf(now));
    const open = (await openCalls(reader)).map((call): DueReminder => {
      const common = { thing: thingOf(call), urgency: 'same-day', dueOn: null } as const;
      return isAway(people.find(call.reader))
        ? { ...common, recipient: call.asker, step: 'absent' }
        : { ...common, recipient: call.reader, step: stepOf(call, now, calendar()) };
    });
    const since = new Date(now.getTime() - TOLD_FOR_MS);
    const taken = (await callsTakenSince(reader, since)).map(
      (call): DueReminder => ({
        recipient: call.asker,
        thing: thingOf(call),
        step: 'taken',
        urgency: 'same-day',
        dueOn: null,
      }),
    );
    return [...open, ...taken];
  }

  async function callOf(reader: Reader, thing: string): Promise<Call | null> {
    return findCall(reader, thing.slice(NAME.length + 1));
  }

  return {
    name: NAME,
    confidential: true,
    due,
    async item(reader, person, thing, now, locale) {
      const call = await callOf(reader, thing);
      if (call === null || call.state === 'withdrawn') return null;
      const people = await peopleOn(needs, reader, dayOf(now));
      if (call.reader === person.id) return readersItem(call, people, locale);
      return call.asker === person.id ? askersItem(call, people, locale) : null;
    },
    async openFor(reader, person, now) {
      const all = await due(reader, now);
      return all
        .filter(({ recipient, step }) => recipient === person.id && step !== 'taken')
        .map(({ thing, dueOn }) => ({ thing, dueOn }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const call = await callOf(store.db, thing);
      if (call === null) return NOTHING;
      if (choice === 'choose' && call.asker === scene.person.id)
        return { notice: null, messages: await choose(scene, call) };
      if (choice !== 'take' || call.reader !== scene.person.id) return NOTHING;
      await store.write(async (tx) => {
        const locked = await lockCall(tx, call.id);
        if (locked?.state === 'open') await closeCall(tx, call.id, 'taken', scene.now);
      });
      const { nameOf } = await peopleOn(needs, store.db, scene.today);
      return { notice: mentoringTexts(scene.locale).callTakenNotice(nameOf(call.asker)), messages: [] };
    },
  };
}

const stepOf = ({ askedAt }: Call, now: Date, calendar: BusinessCalendar): string =>
  calendar.openDaysBetween(dayOf(askedAt), dayOf(now)) >= NUDGE_AFTER ? 'nudge' : 'raised';

const plain = { links: [], dialogs: [], choices: [], mayBeMuted: false, mayBeSnoozed: false } as const;

function readersItem(call: Call, people: People, locale: Locale): ReminderItem {
  const t = mentoringTexts(locale);
  const asker = people.find(call.asker);
  const name = people.nameOf(call.asker);
  const isOpen = call.state === 'open';
  return {
    ...plain,
    title: call.kind === 'help' ? t.callTitle.help(name) : t.callTitle.change(name, asker?.section ?? ''),
    lines: isOpen ? [call.kind === 'help' ? t.callLine : t.callLineChange] : [],
    badge: isOpen ? { text: t.callBadge, colour: 'attention' } : { text: t.callTaken, colour: 'good' },
    open: isOpen,
    choices: isOpen ? [{ label: t.callTake, choice: 'take', primary: true }] : [],
  };
}

function askersItem(call: Call, people: People, locale: Locale): ReminderItem | null {
  const t = mentoringTexts(locale);
  const name = people.nameOf(call.reader);
  if (call.state === 'taken')
    return {
      ...plain,
      title: t.answeredTitle(name),
      lines: [t.answeredLine],
      badge: { text: t.callTaken, colour: 'good' },
      open: true,
    };
  if (!isAway(people.find(call.reader))) return null;
  return {
    ...plain,
    title: t.absentTitle(name),
    lines: [t.absentLine],
    badge: { text: t.callBadge, colour: 'warning' },
    open: true,
    choices: [{ label: t.absentChoose, choice: 'choose', primary: true }],
  };
}
