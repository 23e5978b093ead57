import { addDays, type Day, firstOfMonth, partsOf, weekday } from './day';

/**
 * 国民の祝日に関する法律 as amended up to 2018, and the special laws for 2019 (succession to the throne) and 2020–2021
 * (Olympic and Paralympic Games). The equinoxes follow the usual approximation, which holds for 1980–2099;
 * the official ones are announced each February for the year after.
 */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** Name of the holiday, 振替休日 and 国民の休日 included, or null; outside 2000–2099 none is known. */
export function holidayName(on: Day): string | null {
  const { year } = partsOf(on);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return namedHoliday(on) ?? (isSubstitute(on) ? '振替休日' : isBetweenHolidays(on) ? '国民の休日' : null);
}

export const isHoliday = (on: Day): boolean => holidayName(on) !== null;

/** All holidays of a calendar year in order. */
export function holidaysOf(year: number): readonly { readonly day: Day; readonly name: string }[] {
  const found: { day: Day; name: string }[] = [];
  for (let on = firstOfMonth(year, 1); partsOf(on).year === year; on = addDays(on, 1)) {
    const name = holidayName(on);
    if (name !== null) found.push({ day: on, name });
  }
  return found;
}

/** 第3条第2項: a holiday on a Sunday passes to the next day that is no holiday itself. */
function isSubstitute(on: Day): boolean {
  let before = addDays(on, -1);
  while (namedHoliday(before) !== null) {
    if (weekday(before) === 0) return true;
    before = addDays(before, -1);
  }
  return false;
}

/** 第3条第3項: a day between two holidays; before 2007 a Sunday was not made one. */
const isBetweenHolidays = (on: Day): boolean =>
  weekday(on) !== 0 && namedHoliday(addDays(on, -1)) !== null && namedHoliday(addDays(on, 1)) !== null;

function namedHoliday(on: Day): string | null {
  const { year, month, dayOfMonth } = partsOf(on);
  return HOLIDAYS_BY_MONTH[month - 1]?.(year).find((holiday) => holiday.on === dayOfMonth)?.name ?? null;
}

interface Holiday {
  readonly on: number;
  readonly name: string;
}

const HOLIDAYS_BY_MONTH: readonly ((year: number) => readonly Holiday[])[] = [
  (year) => [
    { on: 1, name: '元日' },
    { on: nthMonday(year, 1, 2), name: '成人の日' },
  ],
  (year) => [{ on: 11, name: '建国記念の日' }, ...when(year >= 2020, { on: 23, name: '天皇誕生日' })],
  (year) => [{ on: equinox(year, 20.8431), name: '春分の日' }],
  (year) => [{ on: 29, name: year >= 2007 ? '昭和の日' : 'みどりの日' }],
  (year) => [
    ...when(year === 2019, { on: 1, name: '即位の日' }),
    { on: 3, name: '憲法記念日' },
    ...when(year >= 2007, { on: 4, name: 'みどりの日' }),
    { on: 5, name: 'こどもの日' },
  ],
  () => [],
  (year) => [
    { on: marineDay(year), name: '海の日' },
    ...when(year === 2020, { on: 24, name: 'スポーツの日' }),
    ...when(year === 2021, { on: 23, name: 'スポーツの日' }),
  ],
  (year) => when(year >= 2016, { on: year === 2020 ? 10 : year === 2021 ? 8 : 11, name: '山の日' }),
  (year) => [
    { on: year >= 2003 ? nthMonday(year, 9, 3) : 15, name: '敬老の日' },
    { on: equinox(year, 23.2488), name: '秋分の日' },
  ],
  (year) => [
    ...when(year < 2020, { on: nthMonday(year, 10, 2), name: '体育の日' }),
    ...when(year > 2021, { on: nthMonday(year, 10, 2), name: 'スポーツの日' }),
    ...when(year === 2019, { on: 22, name: '即位礼正殿の儀' }),
  ],
  () => [
    { on: 3, name: '文化の日' },
    { on: 23, name: '勤労感謝の日' },
  ],
  (year) => when(year <= 2018, { on: 23, name: '天皇誕生日' }),
];

const when = (condition: boolean, holiday: Holiday): readonly Holiday[] => (condition ? [holiday] : []);

function marineDay(year: number): number {
  if (year === 2020) return 23;
  if (year === 2021) return 22;
  return year >= 2003 ? nthMonday(year, 7, 3) : 20;
}

function nthMonday(year: number, month: number, nth: number): number {
  const firstWeekday = weekday(firstOfMonth(year, month));
  return 1 + ((8 - firstWeekday) % 7) + (nth - 1) * 7;
}

/** Day of the month; `in1980` is the equinox of 1980 as a fraction of its month. */
const equinox = (year: number, in1980: number): number =>
  Math.floor(in1980 + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
