import fc from 'fast-check';
import { day } from '../../../src/core/calendar/day';
import {
  eraYear,
  formatShort,
  formatWareki,
  parseWareki,
  yearInEra,
} from '../../../src/core/calendar/wareki';
import { anyDay } from './any-day';

test.each([
  ['2026-11-22', '令和8年11月22日(日)', '11/22(日)'],
  ['2019-05-01', '令和元年5月1日(水)', '5/1(水)'],
  ['2019-04-30', '平成31年4月30日(火)', '4/30(火)'],
  ['1989-01-08', '平成元年1月8日(日)', '1/8(日)'],
  ['1989-01-07', '昭和64年1月7日(土)', '1/7(土)'],
  ['1926-12-25', '昭和元年12月25日(土)', '12/25(土)'],
  ['1926-12-24', '大正15年12月24日(金)', '12/24(金)'],
  ['1912-07-29', '明治45年7月29日(月)', '7/29(月)'],
  ['1872-12-31', '1872年12月31日(火)', '12/31(火)'],
])('%s is written %s or %s', (text, long, short) => {
  const on = day.parse(text);
  expect([formatWareki(on), formatShort(on)]).toEqual([long, short]);
});

test.each([
  ['R8.12.3', '2026-12-03'],
  ['r8.12.03', '2026-12-03'],
  ['R8/12/3', '2026-12-03'],
  ['R8-12-3', '2026-12-03'],
  ['令和8年12月3日', '2026-12-03'],
  [' 令和８年１２月３日（木） ', '2026-12-03'],
  ['令和元年5月1日', '2019-05-01'],
  ['R元.5.1', '2019-05-01'],
  ['平成元年1月8日', '1989-01-08'],
  ['H30.4.1', '2018-04-01'],
  ['昭和55年4月2日', '1980-04-02'],
  ['S55.4.2', '1980-04-02'],
  ['昭和元年12月25日', '1926-12-25'],
  ['平成32年3月31日', '2020-03-31'], // printed before the era changed
])('%s is %s', (text, expected) => {
  expect(parseWareki(text)).toBe(expected);
});

test.each([
  '',
  '令和8年',
  'R8.13.1',
  'R8.2.29',
  'R0.1.1',
  '令和8年12月3日まで',
  '文久2年1月1日',
  'X8.1.1',
  '8.12.3',
])('%s is no date of an era', (text) => {
  expect(parseWareki(text)).toBeNull();
});

test('what is written can be read again', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      expect(parseWareki(formatWareki(on))).toBe(on);
      expect(formatWareki(on).startsWith(eraYear(on))).toBe(true);
    }),
  );
});

test('an unknown era has no years', () => {
  expect(yearInEra('令和', 8)).toBe(2026);
  expect(yearInEra('慶応', 1)).toBeNull();
  expect(yearInEra('R', 0)).toBeNull();
});
