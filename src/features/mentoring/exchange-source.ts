import { addDays, day, dayOf } from '../../core/calendar/day';
import { monthOf } from '../../core/calendar/written-days';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  type Look,
  NOTHING_SAID,
  partsOf,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
} from '../reminders';
import { type Exchange, type ExchangeId, exchangeId } from './exchange';
import type { ExchangeFlow } from './exchange-flow';
import { mentorsNow, seatsNow, seatsOfOne } from './exchange-seats';
import { exchangesFrom, findExchange, topicsOf } from './exchange-store';
import { exchangeTexts } from './exchange-texts';
import { exchangeLines, hasRoom, isGoing, type ShownExchange } from './exchange-view';
import type { MentoringNeeds } from './mentoring-needs';
import { tipOfMonth, tipsSince } from './tip-store';

const NAME = 'mentoring-exchange';
/** Open days before it. */
const WEEK_BEFORE = 7;
const MOST_TOPICS_SHOWN = 3;
/** Whoever could not be told of a tip at once still is, within so many days. */
const TIP_FOR_MS = 31 * 86_400_000;
/** Letters of the topics' line. */
const TOPICS_LENGTH = 140;

const meetingThing = (id: ExchangeId): ThingKey => thingKey.parse(`${NAME}:meeting:${id}`);
const tipThing = (month: string): ThingKey => thingKey.parse(`${NAME}:tip:${month}`);

/**
 * What mentors are told: that a meeting is planned, to whoever comes that it is near, has moved or is cancelled, and the tip of
 * the month. Things: `meeting:<id>`, `tip:<YYYY-MM>`.
 */
export function createExchangeSource(needs: MentoringNeeds, flow: ExchangeFlow): ReminderSource {
  const { calendar } = needs;

  async function shownFrom(reader: Reader, now: Date): Promise<readonly ShownExchange[]> {
    const exchanges = await exchangesFrom(reader, addDays(dayOf(now), 1));
    const seats = await seatsNow(
      needs,
      reader,
      exchanges.map(({ id }) => id),
      dayOf(now),
    );
    return exchanges.map((exchange) => ({ exchange, taken: seats.get(exchange.id) ?? [] }));
  }

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const shown = await shownFrom(reader, now);
    const tips = await tipsSince(reader, new Date(now.getTime() - TIP_FOR_MS));
    if (shown.length + tips.length === 0) return [];
    const mentors = await mentorsNow(needs, reader, today);
    const told = tips.flatMap(({ month }) =>
      [...mentors].map((id) => reminder(id, tipThing(month), 'told', 'low')),
    );
    return [...told, ...shown.flatMap((one) => [...invitations(one, mentors), ...forParticipants(one, now)])];
  }

  const invitations = (one: ShownExchange, mentors: ReadonlySet<EmployeeId>): readonly DueReminder[] =>
    hasRoom(one)
      ? [...mentors]
          .filter((id) => !isGoing(one, id))
          .map((id) => reminder(id, meetingThing(one.exchange.id), 'invite', 'normal'))
      : [];

  function forParticipants({ exchange, taken }: ShownExchange, now: Date): readonly DueReminder[] {
    const { id, on, version, state } = exchange;
    const thing = meetingThing(id);
    const left = calendar().openDaysBetween(dayOf(now), on);
    const weekBefore = calendar().addOpenDays(on, -WEEK_BEFORE);
    return taken.flatMap(({ person, at }) => {
      const moved = isMovedSince(exchange, at)
        ? [{ ...reminder(person, thing, `version-${version}`, 'same-day'), dueOn: on }]
        : [];
      if (state === 'cancelled') return moved;
      if (left <= 1) return [...moved, { ...reminder(person, thing, 'eve', 'normal'), dueOn: on }];
      const isLate = dayOf(at) >= weekBefore;
      return left <= WEEK_BEFORE && !isLate
        ? [...moved, { ...reminder(person, thing, 'week', 'normal'), dueOn: on }]
        : moved;
    });
  }

  async function item(reader: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const [kind = '', id = ''] = partsOf(thing);
    const isMentor = (await mentorsNow(needs, reader, dayOf(now))).has(person.id);
    if (kind === 'tip') return isMentor ? tipItem(reader, id, locale) : null;
    const known = exchangeId.safeParse(id);
    const exchange = known.success ? await findExchange(reader, known.data) : null;
    if (exchange === null) return null;
    const one = { exchange, taken: await seatsOfOne(needs, reader, exchange.id, dayOf(now)) };
    if (!isMentor && !isGoing(one, person.id)) return null;
    return meetingItem(reader, one, person.id, now, locale);
  }

  async function tipItem(reader: Reader, month: string, locale: Locale): Promise<ReminderItem | null> {
    const text = await tipOfMonth(reader, month);
    if (text === null) return null;
    const t = exchangeTexts(locale);
    return {
      ...plain,
      title: t.tipTitle(monthOf(day.parse(`${month}-01`), locale)),
      lines: text.split('\n'),
      open: true,
      badge: null,
    };
  }

  async function meetingItem(
    reader: Reader,
    one: ShownExchange,
    person: EmployeeId,
    now: Date,
    locale: Locale,
  ): Promise<ReminderItem> {
    const t = exchangeTexts(locale);
    const { exchange } = one;
    const seat = one.taken.find((taken) => taken.person === person);
    const going = seat !== undefined;
    const moved = seat !== undefined && isMovedSince(exchange, seat.at);
    const isOver = exchange.on <= dayOf(now);
    const lines = exchangeLines(one, locale);
    if (exchange.state === 'cancelled' || isOver)
      return {
        ...plain,
        title: isOver ? t.heading : t.cancelledTitle,
        lines: lines.slice(0, 2),
        badge: { text: isOver ? t.over : t.cancelled, colour: isOver ? 'default' : 'attention' },
        open: !isOver && going,
      };
    const left = calendar().openDaysBetween(dayOf(now), exchange.on);
    const topics = going && left <= 1 ? await topicsLine(reader, exchange, locale) : [];
    return {
      ...plain,
      title: titleOf({ going, moved, left }, locale),
      lines: [...lines, ...topics],
      badge: badgeOf({ going, moved, room: hasRoom(one) }, locale),
      open: going || hasRoom(one),
      choices: going
        ? [
            ...(topics.length > 0 ? [{ label: t.topicsHeading, choice: 'list', primary: true }] : []),
            { label: t.leave, choice: 'leave', primary: false },
          ]
        : hasRoom(one)
          ? [{ label: t.join, choice: 'join', primary: true }]
          : [],
      dialogs: going
        ? [{ label: t.topic, data: { verb: 'mentoring.exchangeTopic', exchange: exchange.id } }]
        : [],
      mayBeMuted: !going,
    };
  }

  function titleOf(
    { going, moved, left }: { readonly going: boolean; readonly moved: boolean; readonly left: number },
    locale: Locale,
  ): string {
    const t = exchangeTexts(locale);
    if (!going) return t.inviteTitle;
    if (left <= 1) return t.remindTitle.eve;
    if (moved) return t.changedTitle;
    return left <= WEEK_BEFORE ? t.remindTitle.week : t.heading;
  }

  function badgeOf(
    { going, moved, room }: { readonly going: boolean; readonly moved: boolean; readonly room: boolean },
    locale: Locale,
  ): ReminderItem['badge'] {
    const t = exchangeTexts(locale);
    if (moved) return { text: t.moved, colour: 'warning' };
    if (going) return { text: t.going, colour: 'good' };
    return room ? { text: t.badge, colour: 'accent' } : { text: t.full, colour: 'default' };
  }

  async function topicsLine(reader: Reader, exchange: Exchange, locale: Locale): Promise<readonly string[]> {
    const topics = await topicsOf(reader, exchange.id);
    if (topics.length === 0) return [];
    const shown = topics
      .slice(0, MOST_TOPICS_SHOWN)
      .map((topic) => `・${topic}`)
      .join(' ');
    return [`${exchangeTexts(locale).topicsHeading} ${shown}`.slice(0, TOPICS_LENGTH)];
  }

  return {
    name: NAME,
    due,
    item,
    async openFor(reader, person, now) {
      const shown = await shownFrom(reader, now);
      return shown
        .filter((one) => one.exchange.state === 'open' && isGoing(one, person.id))
        .map(({ exchange }) => ({ thing: meetingThing(exchange.id), dueOn: exchange.on }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const [kind, id] = partsOf(thing);
      const known = exchangeId.safeParse(id);
      if (kind !== 'meeting' || !known.success) return NOTHING_SAID;
      if (choice === 'join') return { notice: await flow.join(scene, known.data), messages: [] };
      if (choice === 'leave') return { notice: await flow.leave(scene, known.data), messages: [] };
      return choice === 'list' ? { notice: null, messages: [await flow.message(scene)] } : NOTHING_SAID;
    },
  };
}

/** Who signed up after the last change has seen it as it is. */
const isMovedSince = ({ changedAt }: Exchange, at: Date): boolean => changedAt !== null && at < changedAt;

const plain = { ...BARE_ITEM, mayBeMuted: true, mayBeSnoozed: true } as const;

const reminder = (
  recipient: EmployeeId,
  thing: ThingKey,
  step: string,
  urgency: DueReminder['urgency'],
): DueReminder => ({ recipient, thing, step, urgency, dueOn: null });
