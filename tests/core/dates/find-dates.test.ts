import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, day } from '../../../src/core/calendar/day';
import { findDates } from '../../../src/core/dates/find-dates';
import { growth, STEADY } from '../../support/growth';
import { PHRASES, TODAY } from './date-phrases';

const calendar = createBusinessCalendar([]);

/** `[来週]の研修` where 来週 is found, and its meaning in short. */
function marked(text: string, today = TODAY): readonly [string, string] {
  const mentions = findDates(text, day.parse(today), calendar);
  const brackets = mentions
    .toReversed()
    .reduce((so, { start, end, text: found }) => `${so.slice(0, start)}[${found}]${so.slice(end)}`, text);
  const meanings = mentions.map(({ kind, from, to }) => `${kind} ${from === to ? from : `${from}..${to}`}`);
  return [brackets, meanings.join(' | ')];
}

describe.each(PHRASES)('%s', (_, phrases) => {
  test.each(phrases)('%s → %s', (phrase, meaning) => {
    expect(marked(phrase.replaceAll(/[[\]]/g, ''))).toEqual([phrase, meaning]);
  });
});

test.each([
  ['2026-11-22', '[来週]', 'period 2026-11-23..2026-11-29'], // a Sunday ends its week
  ['2026-11-22', '[週末]', 'period 2026-11-21..2026-11-22'],
  ['2026-11-22', '[週明け]', 'day 2026-11-24'], // Monday is a holiday
  ['2026-11-20', '[3営業日後]', 'day 2026-11-26'],
  ['2026-12-28', '[1営業日後]', 'day 2027-01-04'],
  ['2026-11-25', '[水曜日]', 'day 2026-11-25'],
  ['2026-11-25', '[次の水曜日]', 'day 2026-12-02'],
  ['2027-01-31', '[来月]', 'period 2027-02-01..2027-02-28'],
  ['2027-01-31', '[1か月後]', 'period 2027-02-01..2027-02-28'],
  ['2027-01-05', '[12月]', 'period 2026-12-01..2026-12-31'],
  ['2027-01-05', '[11月]', 'period 2027-11-01..2027-11-30'],
  ['2027-01-05', '[年明け]', 'period 2027-01-01..2027-01-31'],
  ['2027-01-02', '[年末年始]', 'period 2026-12-29..2027-01-03'],
  ['2027-01-05', '[年末年始]', 'period 2027-12-29..2028-01-03'],
  ['2027-01-05', '[この冬]', 'period 2026-12-01..2027-02-28'],
  ['2027-03-31', '[今年度]', 'period 2026-04-01..2027-03-31'],
  ['2027-03-31', '[年度末まで]', 'until 2027-03-31'],
  ['2027-04-01', '[今年度]', 'period 2027-04-01..2028-03-31'],
  ['2027-04-01', '[年度初め]', 'period 2027-04-01..2027-04-30'],
  ['2027-04-01', '[年度末]', 'period 2028-03-01..2028-03-31'],
  ['2027-11-01', '[2月29日]', 'day 2028-02-29'],
  ['2026-11-24', '[31日までに]', 'until 2026-11-24..2026-12-31'],
])('on %s %s is %s', (today, phrase, meaning) => {
  expect(marked(phrase.replaceAll(/[[\]]/g, ''), today)).toEqual([phrase, meaning]);
});

const PIECES =
  '今来先再昨明日月年度週末初上中下旬半期第一二三十〇0123456789１２/／.-〜から以降まで前後の春夏秋冬水曜金(）令和平成元RH営業かヶあと 、Decmaytonxwk';
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyToday = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day.parse('2000-01-01'), days));

test('whatever is written, mentions are real days in order, and cut cleanly out of the text', () => {
  fc.assert(
    fc.property(anyText, anyToday, (text, today) => {
      let free = 0;
      for (const { from, to, text: piece, start, end } of findDates(text, today, calendar)) {
        expect(from <= to && day.safeParse(from).success && day.safeParse(to).success).toBe(true);
        expect(start >= free && end > start).toBe(true);
        expect(text.slice(start, end)).toBe(piece);
        free = end;
      }
    }),
    { numRuns: 1500 },
  );
});

test('full-width writing means the same at the same place', () => {
  const widen = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
  fc.assert(
    fc.property(anyText, anyToday, (text, today) => {
      const bare = ({ text: _, ...mention }: ReturnType<typeof findDates>[number]): object => mention;
      expect(findDates(widen(text), today, calendar).map(bare)).toEqual(
        findDates(text, today, calendar).map(bare),
      );
    }),
    { numRuns: 300 },
  );
});

const today = day.parse(TODAY);

describe('the time it takes grows with the length of a text, not with its square', () => {
  test.each([
    ['digits', '1234567890'],
    ['slashes', '/'],
    ['digits and slashes', '1/2/'],
    ['no real dates', '99/99 '],
    ['shares', '助成1/2'],
    ['digits and waves', '1~'],
    ['digits and dots', '1.'],
    ['kanji numbers', '一二三四五六七八九十'],
    ['weekdays', '月火水木金土日・'],
    ['毎', '毎'],
    ['spaces', ' '],
    ['English openings', 'in the next '],
    ['dates', '12/3 '],
  ])('%s', (_, piece) => {
    const read = (length: number): unknown => findDates(piece.repeat(length / piece.length), today, calendar);
    expect(growth(read, 12_000)).toBeLessThan(STEADY);
  });
});
