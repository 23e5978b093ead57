import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dayOf } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  NOTHING_SAID,
  type ReminderItem,
  type ReminderSource,
  thingKey,
} from '../reminders';
import type { Call } from './call';
import { callsTakenSince, closeCall, findCall, lockCall, openCalls } from './call-store';
import { callTexts } from './call-texts';
import { type MentoringNeeds, type People, peopleOn } from './mentoring-needs';
import type { Pair } from './pair';
import { allPairs, findPair } from './pair-store';

const NAME = 'mentoring-call';
/** The reader is reminded of a call after so many open days without an answer. */
const NUDGE_AFTER = 2;
/** That a call was received is told within so many days. */
const TOLD_FOR_MS = 7 * 86_400_000;

const thingOf = (call: Call) => thingKey.parse(`${NAME}:${call.id}`);

/** Gone, away for long, or a mentor who is the mentee's no more: nothing new reaches them. */
function isOut({ reader }: Call, pair: Pair | null, people: People): boolean {
  const person = people.find(reader);
  const isFormer = pair?.status.kind === 'ended' && pair.mentor === reader;
  return person === null || person.leave !== null || isFormer;
}

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
    const pairs = new Map((await allPairs(reader)).map((pair) => [pair.id, pair]));
    const live = (await openCalls(reader)).filter(({ asker }) => people.find(asker) !== null);
    const open = live.map((call): DueReminder => {
      const common = { thing: thingOf(call), urgency: 'same-day', dueOn: null } as const;
      return isOut(call, pairs.get(call.pair) ?? null, people)
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
    async item(reader, { person, thing, now, locale }) {
      const call = await callOf(reader, thing);
      if (call === null || call.state === 'withdrawn') return null;
      const people = await peopleOn(needs, reader, dayOf(now));
      const out = isOut(call, await findPair(reader, call.pair), people);
      if (call.reader === person.id)
        return out && call.state === 'open' ? null : readersItem(call, people, locale);
      return call.asker === person.id ? askersItem(call, out, people, locale) : null;
    },
    async openFor(reader, person, now) {
      const all = await due(reader, now);
      return all
        .filter(({ recipient, step }) => recipient === person.id && step !== 'taken')
        .map(({ thing, dueOn }) => ({ thing, dueOn }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const call = await callOf(store.db, thing);
      if (call === null) return NOTHING_SAID;
      if (choice === 'choose' && call.asker === scene.person.id)
        return { notice: null, messages: await choose(scene, call) };
      if (choice !== 'take' || call.reader !== scene.person.id) return NOTHING_SAID;
      await store.write(async (tx) => {
        const locked = await lockCall(tx, call.id);
        if (locked?.state === 'open') await closeCall(tx, call.id, 'taken', scene.now);
      });
      const { nameOf } = await peopleOn(needs, store.db, scene.today);
      return { notice: callTexts(scene.locale).receivedNotice(nameOf(call.asker)), messages: [] };
    },
  };
}

const stepOf = ({ askedAt }: Call, now: Date, calendar: BusinessCalendar): string =>
  calendar.openDaysBetween(dayOf(askedAt), dayOf(now)) >= NUDGE_AFTER ? 'nudge' : 'raised';

function readersItem(call: Call, people: People, locale: Locale): ReminderItem {
  const t = callTexts(locale);
  const asker = people.find(call.asker);
  const name = people.nameOf(call.asker);
  const isOpen = call.state === 'open';
  return {
    ...BARE_ITEM,
    title: call.kind === 'help' ? t.title.help(name) : t.title.change(name, asker?.section ?? ''),
    lines: isOpen ? [call.kind === 'help' ? t.line : t.lineChange] : [],
    badge: isOpen ? { text: t.badge, colour: 'attention' } : { text: t.received, colour: 'good' },
    open: isOpen,
    choices: isOpen ? [{ label: t.take, choice: 'take', primary: true }] : [],
  };
}

function askersItem(call: Call, isOutNow: boolean, people: People, locale: Locale): ReminderItem | null {
  const t = callTexts(locale);
  const name = people.find(call.reader)?.name ?? '';
  if (call.state === 'taken')
    return {
      ...BARE_ITEM,
      title: t.answeredTitle(name),
      lines: [t.answeredLine],
      badge: { text: t.received, colour: 'good' },
      open: true,
    };
  if (!isOutNow) return null;
  return {
    ...BARE_ITEM,
    title: t.absentTitle(name),
    lines: [t.absentLine],
    badge: { text: t.badge, colour: 'warning' },
    open: true,
    choices: [{ label: t.absentChoose, choice: 'choose', primary: true }],
  };
}
