import { addDays, type Day, mondayOf } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { anyOf, only, type Rule } from './rule';
import { WEEKDAY_NAME, weekdayNamed } from './weekdays';

const RELATIVE_WEEKS: Readonly<Record<string, number>> = {
  先々週: -2,
  先週: -1,
  せんしゅう: -1,
  今週: 0,
  こんしゅう: 0,
  来週: 1,
  らいしゅう: 1,
  再来週: 2,
  さ来週: 2,
  さらいしゅう: 2,
};

/** 今週末 is the end of 今週. */
export const weekOf = (day: Day): DayRange => ({ from: mondayOf(day), to: addDays(mondayOf(day), 6) });
export const weekendOf = (day: Day): DayRange => ({
  from: addDays(mondayOf(day), 5),
  to: addDays(mondayOf(day), 6),
});

export const weekRules: readonly Rule[] = [
  // 来週, 来週の水曜, 今週末, 来週の土日, 来週の平日, 来週前半
  {
    pattern: new RegExp(
      `(?<week>${anyOf(Object.keys(RELATIVE_WEEKS))})(?:の?(?:${WEEKDAY_NAME}|(?<weekend>末|週末|土日)|(?<workdays>平日)|(?<half>[前後]半)))?`,
      'g',
    ),
    read: ({ week = '', weekday: name, kanaWeekday, weekend, workdays, half }, { today }) => {
      const base = addDays(today, 7 * (RELATIVE_WEEKS[week] ?? 0));
      const monday = mondayOf(base);
      if (weekend !== undefined) return weekendOf(base);
      if (half === '前半') return { from: monday, to: addDays(monday, 2) };
      if (half === '後半') return { from: addDays(monday, 3), to: addDays(monday, 6) };
      if (workdays !== undefined) return { from: monday, to: addDays(monday, 4) };
      if (name === undefined && kanaWeekday === undefined) return weekOf(base);
      return only(addDays(monday, (weekdayNamed(name, kanaWeekday) + 6) % 7));
    },
  },
  // 週末, 次の週末
  {
    pattern: /(?<next>(?:今度|次)の)?(?:週末|しゅうまつ)/g,
    read: ({ next }, { today }) => {
      const isWeekend = weekendOf(today).from <= today;
      return weekendOf(next !== undefined && isWeekend ? addDays(today, 7) : today);
    },
  },
  // 週明け
  {
    pattern: /(?:来週の?)?週明け/g,
    read: (_, { today, calendar }) => only(calendar.nextOpenDay(addDays(mondayOf(today), 7))),
  },
];
