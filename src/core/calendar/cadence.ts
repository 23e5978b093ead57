import { z } from 'zod';
import type { BusinessCalendar } from './business-calendar';
import { addDays, type Day } from './day';

/** When reminders of a deadline are due, as data. All days count in open days unless said otherwise. */
export const cadence = z.object({
  /** One on the opening day. */
  opening: z.boolean(),
  /** One each so many open days before the due day. */
  before: z.array(z.number().int().min(1).max(60)).max(10),
  onDueDay: z.boolean(),
  /** After the due day: every `everyDays` calendar days, at most `most` times. */
  overdue: z
    .object({ everyDays: z.number().int().min(1).max(60), most: z.number().int().min(1).max(20) })
    .nullable(),
});
export type Cadence = z.infer<typeof cadence>;

/** Opening, 7 and 1 open days before, then weekly, at most twice. */
export const GENTLE: Cadence = {
  opening: true,
  before: [7, 1],
  onDueDay: false,
  overdue: { everyDays: 7, most: 2 },
};

/** What a cadence runs between. */
export interface Term {
  readonly opensOn: Day;
  readonly dueOn: Day;
}

/** `id` names the step for good, whatever the days turn out to be: `opening`, `before-7`, `due`, `overdue-1`. */
export interface CadenceStep {
  readonly id: string;
  readonly on: Day;
}

/**
 * The steps in the order of time, each on an open day (a closed one moves to the next open day), none before the term
 * opens. Of two steps on one day only the later one is kept, and steps before the due day never move past it.
 */
export function stepsOf(
  { opening, before, onDueDay, overdue }: Cadence,
  { opensOn, dueOn }: Term,
  calendar: BusinessCalendar,
): readonly CadenceStep[] {
  const ahead = [...new Set(before)]
    .toSorted((a, b) => b - a)
    .map((days) => ({ id: `before-${days}`, on: calendar.addOpenDays(dueOn, -days) }))
    .filter(({ on }) => on >= opensOn);
  const late = Array.from({ length: overdue?.most ?? 0 }, (_, index) => ({
    id: `overdue-${index + 1}`,
    on: calendar.nextOpenDay(addDays(dueOn, (index + 1) * (overdue?.everyDays ?? 0))),
  }));
  const steps = [
    ...(opening ? [{ id: 'opening', on: calendar.nextOpenDay(opensOn) }] : []),
    ...ahead,
    ...(onDueDay ? [{ id: 'due', on: calendar.nextOpenDay(dueOn) }] : []),
    ...late,
  ];
  return steps.filter(({ on }, index) => steps.slice(index + 1).every((later) => later.on > on));
}

/**
 * The step that is due on `today`: the last one whose day has come. Those before it, missed in an outage, are merged
 * into it by never being asked for again. Null before the first.
 */
export const stepDue = (steps: readonly CadenceStep[], today: Day): CadenceStep | null =>
  steps.findLast(({ on }) => on <= today) ?? null;
