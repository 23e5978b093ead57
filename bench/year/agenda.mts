import type { BusinessCalendar } from '../../src/core/calendar/business-calendar.js';
import type { Chance } from './chance.mts';
import { type Day, dayOf, instantAt } from './city.mts';

/** The moments of a day at which the clock stops; most digests go out in the first of them. */
export const MOMENTS: readonly string[] = [
  ...['08:30', '09:00', '09:30'],
  ...Array.from({ length: 8 }, (_, hour) => `${hour + 10}:00`),
];

/** What people are going to do, by the moment at which they do it. */
export function createAgenda(now: () => Date, calendar: () => BusinessCalendar) {
  const tasks = new Map<number, (() => Promise<unknown>)[]>();

  function at(day: Day, time: string, task: () => Promise<unknown>): void {
    const moment = instantAt(day, time).getTime();
    const own = tasks.get(moment);
    if (own === undefined) tasks.set(moment, [task]);
    else own.push(task);
  }

  return {
    at,
    /** So many open days from today, at some time in the working day; of today only what is left of it. */
    after(openDays: number, chance: Chance, task: () => Promise<unknown>): void {
      const today = dayOf(now());
      const day = calendar().nextOpenDay(calendar().addOpenDays(today, openDays));
      const left = MOMENTS.filter((time) => instantAt(day, time) > now());
      const time = chance.one(left);
      if (time === undefined) at(calendar().addOpenDays(day, 1), chance.one(MOMENTS) ?? '10:00', task);
      else at(day, time, task);
    },
    async run(moment: Date): Promise<void> {
      for (const task of tasks.get(moment.getTime()) ?? []) await task();
      tasks.delete(moment.getTime());
    },
  };
}
export type Agenda = ReturnType<typeof createAgenda>;
