import { type BusinessCalendar, firstOpenDayOfWeek } from '../../core/calendar/business-calendar';
import { addDays, compare, type Day, dayOf, earlier, later, minuteOfDay } from '../../core/calendar/day';
import type { DueReminder, ThingKey, Urgency } from './reminder';

/** Minutes since midnight from which the digest goes out when a person has picked no time: 9:00. */
export const DEFAULT_MINUTE = 9 * 60;
/** What a person can pick: every half hour from 8:30 to 17:00. */
export const MINUTES: readonly number[] = Array.from({ length: 18 }, (_, index) => 8 * 60 + 30 + index * 30);

/** A thing that its person wants to hear of again. */
export interface Snooze {
  readonly thing: ThingKey;
  /** The day on which it comes back; an open day when it was chosen. */
  readonly until: Day;
  readonly dueOn: Day | null;
}

/** Days after which something without a due day comes back at the latest. */
const LONGEST_SNOOZE = 31;

/**
 * The open day on which a thing comes back when its person wants to hear of it on `wanted` (null: soon): never today, and
 * never after its due day as long as that lies ahead.
 */
export function returnDay(
  wanted: Day | null,
  dueOn: Day | null,
  today: Day,
  calendar: BusinessCalendar,
): Day {
  const soonest = calendar.addOpenDays(today, 1);
  if (wanted === null || wanted <= soonest) return soonest;
  const end = dueOn !== null && dueOn > today ? dueOn : addDays(today, LONGEST_SNOOZE);
  const latest = calendar.isOpenDay(end) ? end : calendar.addOpenDays(end, -1);
  return later(soonest, earlier(calendar.nextOpenDay(wanted), latest));
}

/** What is the same for everybody at one moment. */
export interface Moment {
  readonly today: Day;
  readonly minute: number;
  readonly isOpen: boolean;
  /** Of the week from Monday. */
  readonly isFirstOpenDayOfWeek: boolean;
}

export function momentOf(now: Date, calendar: BusinessCalendar): Moment {
  const today = dayOf(now);
  return {
    today,
    minute: minuteOfDay(now),
    isOpen: calendar.isOpenMoment(now),
    isFirstOpenDayOfWeek: firstOpenDayOfWeek(today, calendar) === today,
  };
}

/** What decides about one person's message. */
export interface PersonState {
  /** Minutes since midnight from which the digest goes out. */
  readonly minute: number;
  readonly hasRoom: boolean;
  readonly snoozes: readonly Snooze[];
  readonly muted: ReadonlySet<ThingKey>;
  wasTold(thing: ThingKey, step: string): boolean;
}

export interface PlannedThing {
  readonly thing: ThingKey;
  /** More than one when it comes back on the day of its next step. */
  readonly steps: readonly string[];
  readonly dueOn: Day | null;
  readonly urgent: boolean;
}

export interface Plan {
  /** Urgent ones first, then by due day; each thing once. */
  readonly things: readonly PlannedThing[];
  /** Whether it is taken from the person's budget. */
  readonly counted: boolean;
}

const isUrgent = (urgency: Urgency): boolean => urgency === 'emergency' || urgency === 'same-day';

/**
 * What one message to a person holds now, or null when there is none to send. Emergencies go at any hour, changes of the same
 * day in open hours; the rest from the person's time on. A snoozed thing that comes back was asked for, so its message
 * needs no budget, and what else is due rides along with it rather than making another one.
 */
export function planFor(due: readonly DueReminder[], state: PersonState, moment: Moment): Plan | null {
  const asleep = new Set(state.snoozes.filter(({ until }) => until > moment.today).map(({ thing }) => thing));
  const fresh = due.filter(
    ({ thing, step, urgency }) =>
      !state.muted.has(thing) && !state.wasTold(thing, step) && (isUrgent(urgency) || !asleep.has(thing)),
  );
  const isInTurn = moment.isOpen && moment.minute >= state.minute;
  const back = isInTurn
    ? state.snoozes.filter(({ thing, until }) => until <= moment.today && !state.muted.has(thing))
    : [];
  const calm = isInTurn ? fresh.filter(({ urgency }) => !isUrgent(urgency)) : [];
  const counted =
    state.hasRoom &&
    (calm.some(({ urgency }) => urgency === 'normal') || (calm.length > 0 && moment.isFirstOpenDayOfWeek));
  const urgent = fresh.filter(
    ({ urgency }) => urgency === 'emergency' || (urgency === 'same-day' && moment.isOpen),
  );
  const told = [...urgent, ...(counted || back.length > 0 ? calm : [])];
  const things = merged([
    ...told.map(({ thing, step, dueOn, urgency }) => ({ thing, step, dueOn, urgent: isUrgent(urgency) })),
    ...back.map(({ thing, until, dueOn }) => ({ thing, step: againStep(until), dueOn, urgent: false })),
  ]);
  return things.length === 0 ? null : { things, counted };
}

/** The step of a thing that comes back on that day, beside those of its cadence. */
export const againStep = (until: Day): string => `again-${until}`;

interface Told extends Omit<PlannedThing, 'steps'> {
  readonly step: string;
}

const merged = (told: readonly Told[]): readonly PlannedThing[] =>
  [...Map.groupBy(told, ({ thing }) => thing)]
    .map(([thing, all]) => ({
      thing,
      steps: [...new Set(all.map(({ step }) => step))],
      dueOn: all[0]?.dueOn ?? null,
      urgent: all.some(({ urgent }) => urgent),
    }))
    .toSorted(inOrder);

function inOrder(a: PlannedThing, b: PlannedThing): number {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1;
  return byDueDay(a, b);
}

/** The earliest first, those without a day last; of one day by their names, so that the order is always the same. */
export function byDueDay(
  a: { readonly thing: ThingKey; readonly dueOn: Day | null },
  b: { readonly thing: ThingKey; readonly dueOn: Day | null },
): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return compare(a.dueOn, b.dueOn);
  }
  return a.thing < b.thing ? -1 : a.thing > b.thing ? 1 : 0;
}
