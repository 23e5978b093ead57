import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth, partsOf } from '../calendar/day';
import type { DayRange } from '../calendar/fiscal-year';
import { monthsFrom, only, type Parts, type Rule, type Scene } from './rule';
import { weekOf } from './weeks';
import { MONTHS_COUNTED, NUMBER, numberOf } from './written-forms';

/** A length of time, to be read by `shift`. */
export const LENGTH_OF_TIME = `(?:(?<half>半年|半月)|(?<count>${NUMBER})(?:(?<openDays>営業日|開庁日)|(?<days>日)|(?<weeks>週)間?|(?<months>${MONTHS_COUNTED})|(?<years>年)))`;

/** 研修の10日前 and 受講後10日以内 count from another day than today. */
const NOT_FROM_AN_EVENT = '(?<![の後前らてりる\\d.,第一-龠~-])';

export const offsetRules: readonly Rule[] = [
  // 3日後, 2週間前, 半年後, 今日から3営業日後
  {
    pattern: new RegExp(
      `${NOT_FROM_AN_EVENT}(?:(?:今日|本日|今)から)?${LENGTH_OF_TIME}(?:(?<ahead>[後先](?!半|期|輩))|(?<ago>前(?![後半期倒日納]|まで)))`,
      'g',
    ),
    read: (parts, scene) =>
      roughly(shift(scene.after ?? scene.today, parts, parts.ago === undefined ? 1 : -1, scene), parts),
  },
  // あと5日
  {
    pattern: new RegExp(`あと${LENGTH_OF_TIME}(?!前|以内)`, 'g'),
    read: (parts, scene) => roughly(shift(scene.today, parts, 1, scene), parts),
  },
  // 5日以内, 今から1年以内
  {
    pattern: new RegExp(
      `${NOT_FROM_AN_EVENT}(?:(?:今日|本日|今)から)?${LENGTH_OF_TIME}(?:以内|内(?=に))`,
      'g',
    ),
    read: (parts, scene) => ({ from: scene.today, to: shift(scene.today, parts, 1, scene) }),
  },
  // 今後3か月, 向こう1年間
  {
    pattern: new RegExp(`(?:今後|向こう|これから(?:先)?)の?${LENGTH_OF_TIME}間?(?![後前])(?:以内)?`, 'g'),
    read: (parts, scene) => ({ from: scene.today, to: shift(scene.today, parts, 1, scene) }),
  },
  // 過去1年間, ここ3か月
  {
    pattern: new RegExp(`(?:過去|直近|ここ)の?${LENGTH_OF_TIME}間?(?![後前]|以内)`, 'g'),
    read: (parts, scene) => ({ from: shift(scene.today, parts, -1, scene), to: scene.today }),
  },
];

/** The day that lies the length in `parts` ahead of `from` (sign 1) or before it (−1). */
export function shift(from: Day, parts: Parts, sign: 1 | -1, { calendar }: Pick<Scene, 'calendar'>): Day {
  if (parts.half !== undefined)
    return parts.half === '半年' ? addMonths(from, sign * 6) : addDays(from, sign * 15);
  const count = sign * numberOf(parts.count ?? '');
  if (parts.openDays !== undefined) return calendar.addOpenDays(from, count);
  if (parts.weeks !== undefined) return addDays(from, count * 7);
  if (parts.months !== undefined) return addMonths(from, count);
  if (parts.years !== undefined) return addMonths(from, count * 12);
  return addDays(from, count);
}

/** People who count in weeks or months do not mean one day: the week, the month or the year around it. */
export function roughly(day: Day, { weeks, months, years, half }: Parts): DayRange {
  const { year, month } = partsOf(day);
  if (weeks !== undefined) return weekOf(day);
  if (years !== undefined) return { from: firstOfMonth(year, 1), to: lastOfMonth(year, 12) };
  if (months !== undefined || half !== undefined) return monthsFrom(year, month, 1);
  return only(day);
}
