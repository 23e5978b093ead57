import { addDays, day, weekday } from '../../../src/core/calendar/day';
import { holidayName, holidaysOf, isHoliday } from '../../../src/core/calendar/holidays';

/** As announced by the Cabinet Office; the equinoxes of 2027 too. */
const ANNOUNCED: Readonly<Record<number, readonly string[]>> = {
  2024: [
    '01-01 元日',
    '01-08 成人の日',
    '02-11 建国記念の日',
    '02-12 振替休日',
    '02-23 天皇誕生日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-15 海の日',
    '08-11 山の日',
    '08-12 振替休日',
    '09-16 敬老の日',
    '09-22 秋分の日',
    '09-23 振替休日',
    '10-14 スポーツの日',
    '11-03 文化の日',
    '11-04 振替休日',
    '11-23 勤労感謝の日',
  ],
  2025: [
    '01-01 元日',
    '01-13 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '02-24 振替休日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-21 海の日',
    '08-11 山の日',
    '09-15 敬老の日',
    '09-23 秋分の日',
    '10-13 スポーツの日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
    '11-24 振替休日',
  ],
  2026: [
    '01-01 元日',
    '01-12 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-20 海の日',
    '08-11 山の日',
    '09-21 敬老の日',
    '09-22 国民の休日',
    '09-23 秋分の日',
    '10-12 スポーツの日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
  ],
  2027: [
    '01-01 元日',
    '01-11 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '03-21 春分の日',
    '03-22 振替休日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '07-19 海の日',
    '08-11 山の日',
    '09-20 敬老の日',
    '09-23 秋分の日',
    '10-11 スポーツの日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
  ],
};

test.each(Object.entries(ANNOUNCED))('the holidays of %s', (year, announced) => {
  const computed = holidaysOf(Number(year)).map(({ day: on, name }) => `${on.slice(5)} ${name}`);
  expect(computed).toEqual(announced);
});

describe('special years', () => {
  test.each([
    ['2019-04-30', '国民の休日'],
    ['2019-05-01', '即位の日'],
    ['2019-05-02', '国民の休日'],
    ['2019-05-06', '振替休日'],
    ['2019-10-22', '即位礼正殿の儀'],
    ['2019-02-23', null],
    ['2019-12-23', null],
    ['2018-12-24', '振替休日'],
    ['2020-07-20', null],
    ['2020-07-23', '海の日'],
    ['2020-07-24', 'スポーツの日'],
    ['2020-08-10', '山の日'],
    ['2020-08-11', null],
    ['2020-10-12', null],
    ['2021-07-19', null],
    ['2021-07-22', '海の日'],
    ['2021-07-23', 'スポーツの日'],
    ['2021-08-08', '山の日'],
    ['2021-08-09', '振替休日'],
    ['2021-08-11', null],
    ['2021-10-11', null],
  ])('%s: %s', (on, name) => {
    expect(holidayName(day.parse(on))).toBe(name);
  });
});

describe('the law as it was', () => {
  test.each([
    ['2002-07-20', '海の日'],
    ['2003-07-21', '海の日'],
    ['2002-09-15', '敬老の日'],
    ['2006-04-29', 'みどりの日'],
    ['2007-04-29', '昭和の日'],
    ['2006-05-04', '国民の休日'],
    ['2007-05-04', 'みどりの日'],
    ['2003-05-04', null], // a Sunday was not made a holiday then
    ['2008-05-06', '振替休日'], // 5/4 was the Sunday
    ['2009-09-22', '国民の休日'],
    ['2015-08-11', null],
    ['2016-08-11', '山の日'],
  ])('%s: %s', (on, name) => {
    expect(holidayName(day.parse(on))).toBe(name);
  });
});

test('a holiday on a Sunday from 2007 to 2099 is always made up for by the next day that was none', () => {
  for (let year = 2007; year <= 2099; year += 1) {
    for (const { day: on, name } of holidaysOf(year)) {
      if (weekday(on) !== 0) continue;
      let next = addDays(on, 1);
      while (isHoliday(next) && holidayName(next) !== '振替休日') next = addDays(next, 1);
      expect([on, name, holidayName(next)]).toEqual([on, name, '振替休日']);
    }
  }
});

test('outside 2000–2099 none is known', () => {
  expect(holidayName(day.parse('1999-01-01'))).toBeNull();
  expect(holidayName(day.parse('2100-01-01'))).toBeNull();
});
