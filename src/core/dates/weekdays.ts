import { addDays, type Day, weekday } from '../calendar/day';
import { only, type Rule } from './rule';
import { WEEKDAY } from './written-forms';

const KANA_WEEKDAYS = ['にち', 'げつ', 'か', 'すい', 'もく', 'きん', 'ど'];

/** A weekday by its name, to be read by `weekdayNamed`; 曜 is wanted, since 土 and 金 begin many other words. */
export const WEEKDAY_NAME = `(?:(?<weekday>${WEEKDAY})曜日?(?!大工)|(?<kanaWeekday>${KANA_WEEKDAYS.join('|')})ようび)`;

/** 0 (Sunday) – 6 of 月 or げつ. */
export function weekdayNamed(kanji: string | undefined, kana?: string): number {
  if (kana !== undefined) return KANA_WEEKDAYS.indexOf(kana);
  return kanji === undefined ? -1 : '日月火水木金土'.indexOf(kanji);
}

/** The first such weekday on `from` or after it. */
export const firstWeekdayFrom = (from: Day, wanted: number): Day =>
  addDays(from, (wanted - weekday(from) + 7) % 7);

export const weekdayRules: readonly Rule[] = [
  // 今度の金曜日, 次の月曜, 金曜日
  {
    pattern: new RegExp(`(?<next>(?:今度|次|こんど|つぎ)の)?${WEEKDAY_NAME}`, 'g'),
    read: (parts, { today, after }) => {
      const wanted = weekdayNamed(parts.weekday, parts.kanaWeekday);
      return only(firstWeekdayFrom(parts.next === undefined ? (after ?? today) : addDays(today, 1), wanted));
    },
  },
];
