import { type CadenceStep, stepDue, stepsOf } from '../../core/calendar/cadence';
import { addDays, type Day, dayOf, daysBetween, instantAt, later } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import { BARE_ITEM, type DueReminder, type ReminderItem, thingKey } from '../reminders';
import { canWithdraw } from './enrolment-checks';
import { enrolmentTexts } from './enrolment-texts';
import { isAddress, titleOfPlaced, whenOf } from './enrolment-views';
import { isSeated, type Placed } from './own-enrolments';
import type { World } from './reminder-world';

/** 7 and 1 open days before; the morning itself is added where the day is open. */
const BEFORE = { opening: false, before: [7, 1], onDueDay: false, overdue: null };
const MORNING = 'morning';

/** What those enrolled are due to be told: that their course comes near, and that it was moved or removed. */
export function seatDue(world: World): readonly DueReminder[] {
  return world.placed.filter(isSeated).flatMap((placed) => {
    const { id, employee: recipient } = placed.enrolment;
    const reminder = nearing(placed, world);
    const changed = changedStep(placed, world);
    const common = { recipient, dueOn: placed.when.startsOn };
    return [
      ...(reminder === null
        ? []
        : [
            {
              ...common,
              thing: thingKey.parse(`enrolment:seat:${id}`),
              step: reminder.id,
              urgency: reminder.id === MORNING ? ('same-day' as const) : ('normal' as const),
            },
          ]),
      ...(changed === null
        ? []
        : [{ ...common, thing: thingKey.parse(`enrolment:changed:${id}`), ...changed }]),
    ];
  });
}

function nearing({ when, enrolment }: Placed, { now, today, calendar }: World): CadenceStep | null {
  if (when.removed || today > when.startsOn) return null;
  // Who applied today knows when it is.
  const opensOn = addDays(dayOf(enrolment.appliedAt), 1);
  const before = stepsOf(BEFORE, { opensOn, dueOn: when.startsOn }, calendar);
  const morning =
    calendar.isOpenDay(when.startsOn) && opensOn <= when.startsOn ? [{ id: MORNING, on: when.startsOn }] : [];
  const step = stepDue([...before, ...morning], today);
  const hasBegun =
    today === when.startsOn && when.startTime !== null && now >= instantAt(today, when.startTime);
  return hasBegun ? null : step;
}

/** Told until the course, or what it was moved from, is over. Of today or the next open day it goes out at once. */
function changedStep(
  { when, previous, version, enrolment }: Placed,
  { today, calendar }: World,
): Pick<DueReminder, 'step' | 'urgency'> | null {
  if (version <= enrolment.seenVersion || previous === null) return null;
  const lastDay = when.removed ? previous.startsOn : later(when.startsOn, previous.startsOn);
  if (today > lastDay) return null;
  const soon = calendar.addOpenDays(today, 1);
  const isSoon = [when.startsOn, previous.startsOn].some((day) => day >= today && day <= soon);
  return { step: `version-${version}`, urgency: isSoon ? 'same-day' : 'normal' };
}

const choicesOf = (placed: Placed, today: Day, locale: Locale): ReminderItem['choices'] => {
  const t = enrolmentTexts(locale);
  return placed.offering === null || !canWithdraw(placed.when, today)
    ? []
    : [
        { label: t.calendar, choice: 'calendar', primary: false },
        { label: t.withdraw, choice: 'withdraw', primary: false },
      ];
};

/** Null once it is over or withdrawn from. */
export function seatItem(placed: Placed, today: Day, locale: Locale): ReminderItem | null {
  const { when } = placed;
  if (!isSeated(placed) || when.removed || when.endsOn < today) return null;
  const t = enrolmentTexts(locale);
  const days = daysBetween(today, when.startsOn);
  return {
    ...BARE_ITEM,
    title: titleOfPlaced(placed, locale),
    lines: [whenOf(when, locale), ...(isAddress(when.place) ? [] : [t.place(when.place ?? t.placeOpen)])],
    badge: days < 0 ? null : { text: t.inDays(days), colour: days <= 1 ? 'warning' : 'accent' },
    open: true,
    choices: choicesOf(placed, today, locale),
    links: isAddress(when.place) ? [{ label: t.openPlace, url: when.place }] : [],
    mayBeSnoozed: days > 0,
  };
}

export function changedItem(placed: Placed, today: Day, locale: Locale): ReminderItem | null {
  const { when, previous, version, enrolment } = placed;
  if (!isSeated(placed) || previous === null || version <= enrolment.seenVersion) return null;
  const t = enrolmentTexts(locale);
  const title = titleOfPlaced(placed, locale);
  const describe = (one: typeof when): string =>
    `${whenOf(one, locale)}${locale === 'ja' ? '　' : ', '}${one.place ?? t.placeOpen}`;
  return {
    ...BARE_ITEM,
    title: when.removed ? t.removedTitle(title) : t.changedTitle(title),
    lines: when.removed
      ? [describe(previous), t.removedNote]
      : [describe(when), t.before(describe(previous))],
    badge: { text: t.changedBadge, colour: 'attention' },
    open: true,
    choices: when.removed ? [] : choicesOf(placed, today, locale),
    links: isAddress(when.place) && !when.removed ? [{ label: t.openPlace, url: when.place }] : [],
  };
}
