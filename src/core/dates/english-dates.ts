import { addDays, addMonths, dayIfReal, firstOfMonth, lastOfMonth, partsOf } from '../calendar/day';
import { type DayRange, fiscalYearOf, fiscalYearRange } from '../calendar/fiscal-year';
import { partOfMonth, spanTo } from './month-parts';
import { impliedYear } from './months';
import { roughly, shift } from './offsets';
import { monthsFrom, only, type Parts, type Rule, type Scene } from './rule';
import { firstWeekdayFrom } from './weekdays';
import { weekendOf, weekOf } from './weeks';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DAYS: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
};
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const MONTH_PARTS: Readonly<Record<string, string>> = { early: '上旬', mid: '中旬', late: '下旬' };

const LONG_MONTH = 'january|february|april|june|july|august|september|october|november|december';
const SHORT_MONTH = '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?';
/** May and March are verbs, short names may be anything: without a day they need one of these before them. */
const PREPOSITION = '(?<=\\b(?:in|by|until|till|since|from|through|last|next|early|late|mid)[ -])';
const MONTH = `(?<month>${LONG_MONTH}|march|may|${SHORT_MONTH})`;
const LONE_MONTH = `(?<month>${LONG_MONTH}|${PREPOSITION}(?:march|may|${SHORT_MONTH})|(?<=\\bto )${SHORT_MONTH}|${SHORT_MONTH}(?= 20\\d{2}))`;

const ORDINAL = '(?:st|nd|rd|th)?\\b';
const YEAR = '(?:,? ?(?<year>20\\d{2})\\b)?';
const UNIT = '(?:(?<days>day)|(?<weeks>week)|(?<months>month)|(?<years>year))s?\\b';

export const englishRules: readonly Rule[] = [
  {
    pattern: /\b(?:the )?(?<word>day after tomorrow|tomorrow|today|tonight|yesterday)\b/gi,
    read: ({ word = '' }, { today }) => only(addDays(today, DAYS[word.toLowerCase()] ?? 0)),
  },
  // next week, this weekend, last fiscal year, end of this month
  {
    pattern:
      /\b(?:the )?(?:(?<edge>end|beginning|start) of )?(?:(?<step>this|next|last) |(?<=\b(?:end|beginning|start) of )the |the (?=fiscal))(?<unit>weekend|week|month|fiscal year|year)\b/gi,
    read: readStep,
  },
  // Monday, next Friday
  {
    pattern: new RegExp(`\\b(?:(?<step>this|next|last) )?(?<weekday>${WEEKDAY_NAMES.join('|')})\\b`, 'gi'),
    read: ({ step = '', weekday = '' }, { today, after }) => {
      const starts: Readonly<Record<string, number>> = { last: -7, this: 0, next: 1 };
      const ahead = starts[step.toLowerCase()];
      const from = ahead === undefined ? (after ?? today) : addDays(today, ahead);
      return only(firstWeekdayFrom(from, WEEKDAY_NAMES.indexOf(weekday.toLowerCase())));
    },
  },
  // December, in March, early December 2026
  {
    pattern: new RegExp(`\\b(?:(?<part>early|mid|late)[ -])?${LONE_MONTH}(?![A-Za-z])${YEAR}`, 'gi'),
    read: readMonth,
  },
  // Dec 3, December 3rd, 2026
  {
    pattern: new RegExp(`\\b${MONTH} ?(?<day>\\d{1,2})${ORDINAL}${YEAR}`, 'gi'),
    read: readMonth,
  },
  // Dec 3-5
  {
    pattern: new RegExp(
      `\\b${MONTH} ?(?<day>\\d{1,2})${ORDINAL} ?- ?(?<lastDay>\\d{1,2})${ORDINAL}${YEAR}`,
      'gi',
    ),
    namesBothEnds: true,
    read: (parts, scene) => spanTo(readMonth(parts, scene), parts.lastDay),
  },
  // 3 December, 3rd of Dec
  {
    pattern: new RegExp(`\\b(?<day>\\d{1,2})${ORDINAL} (?:of )?${MONTH}(?![A-Za-z])${YEAR}`, 'gi'),
    read: readMonth,
  },
  // in two weeks, within 3 months, 10 days ago
  {
    pattern: new RegExp(
      `\\b(?:(?:(?<lead>in)|(?<within>within|(?:in )?the next)) )?(?<number>\\d{1,2}|an?|${COUNTS.join('|')}) ${UNIT}(?<ago> ago)?(?<ahead> from now)?`,
      'gi',
    ),
    read: readOffset,
  },
  // FY2026
  { pattern: /\bFY ?(?<year>20\d{2})\b/gi, read: ({ year }) => fiscalYearRange(Number(year)) },
];

function readStep({ step = 'this', unit = '', edge }: Parts, { today }: Scene): DayRange {
  const steps = STEPS[step.toLowerCase()] ?? 0;
  const { year, month } = partsOf(today);
  switch (unit.toLowerCase()) {
    case 'week':
      return weekOf(addDays(today, steps * 7));
    case 'weekend':
      return weekendOf(addDays(today, steps * 7));
    case 'month': {
      const first = partsOf(firstOfMonth(year, month + steps));
      if (edge !== undefined)
        return partOfMonth(first.year, first.month, edge.toLowerCase() === 'end' ? '末' : '初め');
      return monthsFrom(year, month + steps, 1);
    }
    case 'fiscal year':
      return edgeMonth(fiscalYearRange(fiscalYearOf(today) + steps), edge);
    default:
      return edgeMonth({ from: firstOfMonth(year + steps, 1), to: lastOfMonth(year + steps, 12) }, edge);
  }
}

/** The first or last month of a longer stretch. */
function edgeMonth({ from, to }: DayRange, edge: string | undefined): DayRange {
  if (edge === undefined) return { from, to };
  if (edge.toLowerCase() !== 'end') return { from, to: addDays(addMonths(from, 1), -1) };
  const { year, month } = partsOf(to);
  return { from: firstOfMonth(year, month), to };
}

function readMonth(parts: Parts, scene: Scene): DayRange | null {
  const month = MONTH_NAMES.indexOf((parts.month ?? '').slice(0, 3).toLowerCase()) + 1;
  const year = parts.year === undefined ? impliedYear(month, scene) : Number(parts.year);
  if (parts.day !== undefined) {
    const day = dayIfReal(year, month, Number(parts.day));
    return day === null ? null : only(day);
  }
  const part = MONTH_PARTS[parts.part?.toLowerCase() ?? ''];
  if (part !== undefined) return partOfMonth(year, month, part);
  return monthsFrom(year, month, 1);
}

/** A bare `3 days` is a length of time: null. */
function readOffset(parts: Parts, scene: Scene): DayRange | null {
  const { number = '', within, ago } = parts;
  if ((parts.lead ?? within ?? ago ?? parts.ahead) === undefined) return null;
  const word = COUNTS.indexOf(number.toLowerCase());
  const count = String(/^\d/.test(number) ? number : Math.max(word, 0) + 1);
  const length = { ...parts, count };
  const day = shift(scene.today, length, ago === undefined ? 1 : -1, scene);
  return within === undefined ? roughly(day, length) : { from: scene.today, to: day };
}
