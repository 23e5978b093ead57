import fc from 'fast-check';
import { addDays, weekday } from '../../../src/core/calendar/day';
import { canApply, offeringNow } from '../../../src/features/catalogue/application';
import type { Course, Offering } from '../../../src/features/catalogue/course';
import { matchBySubstring } from '../../../src/features/catalogue/course-match';
import { type CourseQuery, courseQuery } from '../../../src/features/catalogue/course-query';
import { searchCourses } from '../../../src/features/catalogue/course-search';
import { aCourse, anOffering, onDay, TODAY } from './builders';

function search(wish: Record<string, unknown>, courses: readonly Course[], offerings: readonly Offering[]) {
  const query: CourseQuery = courseQuery.parse(wish);
  const scores = matchBySubstring(courses)(query.words);
  const { found, dropped } = searchCourses(query, { courses, offerings }, TODAY, {
    scores,
    seatsTaken: () => 0,
  });
  return { found, dropped, ids: found.map(({ course }) => course.id) };
}

const event = (from: string, to: string) => ({ from, to, label: '', of: 'event' });
const december = { dates: event('2026-12-01', '2026-12-31') };

describe('what fits', () => {
  test('the soonest comes first, and what is over is left out', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2' }), aCourse({ id: 'C-3' })];
    const offerings = [
      anOffering('C-1', '2027-02-01'),
      anOffering('C-2', '2026-12-01'),
      anOffering('C-3', '2026-06-01'),
    ];
    expect(search({}, courses, offerings).ids).toEqual(['C-2', 'C-1']);
  });

  test('a month holds what begins in it; of a month that runs, the rest', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2' })];
    const offerings = [
      anOffering('C-1', '2026-12-31'),
      anOffering('C-2', '2027-01-01'),
      anOffering('C-2', '2026-11-02'),
    ];
    expect(search(december, courses, offerings).ids).toEqual(['C-1']);
    const november = search({ dates: event('2026-11-01', '2026-11-30') }, courses, offerings);
    expect(november.dropped).toEqual(['dates']);
  });

  test('a place is looked for in the offerings’ own words, and given up first', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2' })];
    const offerings = [
      anOffering('C-1', '2026-12-01', { place: '市役所 研修室' }),
      anOffering('C-2', '2026-12-02', { place: '三島市民文化会館' }),
    ];
    expect(search({ place: '三島' }, courses, offerings).ids).toEqual(['C-2']);
    expect(search({ place: '東京' }, courses, offerings)).toMatchObject({
      ids: ['C-1', 'C-2'],
      dropped: ['place'],
    });
  });

  test('a past month holds what was held in it', () => {
    const courses = [aCourse({ id: 'C-1' })];
    const offerings = [anOffering('C-1', '2026-06-10'), anOffering('C-1', '2027-01-10')];
    const { found } = search({ dates: event('2026-06-01', '2026-06-30') }, courses, offerings);
    expect(found.map(({ offerings: held }) => held.map(({ offering }) => offering.startsOn))).toEqual([
      ['2026-06-10'],
    ]);
  });

  test('a course of two days is found by its second day; half a year of e-learning by its first', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2', format: 'elearning' })];
    const offerings = [
      anOffering('C-1', '2026-11-30', { endsOn: onDay('2026-12-01') }),
      anOffering('C-2', '2026-10-01', { endsOn: onDay('2027-03-31'), startTime: null, endTime: null }),
    ];
    expect(search(december, courses, offerings).ids).toEqual(['C-1']);
  });

  test('by the last day of application, or by days on which one can apply', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2' })];
    const offerings = [
      anOffering('C-1', '2027-01-20', { applyUntil: onDay('2026-11-27') }),
      anOffering('C-2', '2027-01-20', { applyUntil: onDay('2026-12-10') }),
    ];
    const week = { from: '2026-11-24', to: '2026-11-29', label: '' };
    expect(search({ dates: { ...week, of: 'deadline' } }, courses, offerings).ids).toEqual(['C-1']);
    expect(search({ dates: { ...week, of: 'application' } }, courses, offerings).ids).toEqual(['C-1', 'C-2']);
    expect(search({ openOnly: true, order: 'deadline' }, courses, offerings).ids).toEqual(['C-1', 'C-2']);
  });

  test('nobody applies for what people are named for', () => {
    const courses = [
      aCourse({ id: 'C-1', entry: 'nomination' }),
      aCourse({ id: 'C-2', entry: 'recommendation' }),
    ];
    const offerings = [anOffering('C-1', '2026-12-10'), anOffering('C-2', '2026-12-10')];
    expect(search({ openOnly: true }, courses, offerings).ids).toEqual(['C-2']);
  });

  test('係長向け names them, the narrowest first; asked by one, what is for all counts too', () => {
    const courses = [
      aCourse({ id: 'C-1' }),
      aCourse({ id: 'C-2', levels: ['senior', 'supervisor'] }),
      aCourse({ id: 'C-3', levels: ['supervisor'] }),
      aCourse({ id: 'C-4', levels: ['new'] }),
    ];
    const offerings = courses.map(({ id }) => anOffering(id, id === 'C-3' ? '2027-03-01' : '2026-12-10'));
    const audience = { levels: ['supervisor'], jobTypes: [] };
    expect(search({ audience: { ...audience, only: true } }, courses, offerings).ids).toEqual(['C-3', 'C-2']);
    expect(search({ audience: { ...audience, only: false } }, courses, offerings).ids).toEqual([
      'C-3',
      'C-2',
      'C-1',
    ]);
  });

  test('採用3年目, 40歳: those for these years or this age first; what is for others is left out', () => {
    const courses = [
      aCourse({ id: 'C-1' }),
      aCourse({ id: 'C-2', yearsFrom: 1, yearsTo: 2 }),
      aCourse({ id: 'C-3', yearsFrom: 3, yearsTo: 8 }),
      aCourse({ id: 'C-4', ageFrom: 40, ageTo: 40 }),
      aCourse({ id: 'C-5', ageFrom: 30, ageTo: 39 }),
    ];
    const offerings = courses.map(({ id }) => anOffering(id, '2026-12-10'));
    const ids = (audience: object) => search({ audience }, courses, offerings).ids;
    expect(ids({ years: 2, only: true })).toEqual(['C-2']);
    expect(ids({ years: 2 })).toEqual(['C-2', 'C-1', 'C-4', 'C-5']);
    expect(ids({ ages: { from: 40, to: 40 }, only: true })).toEqual(['C-4']);
    expect(ids({ ages: { from: 30, to: 39 }, only: true })).toEqual(['C-5']);
    expect(ids({ ages: { from: 40, to: 49 } })).toEqual(['C-4', 'C-1', 'C-2', 'C-3']);
  });

  test('on one’s own pace one learns on any weekday', () => {
    const courses = [aCourse({ id: 'C-1' }), aCourse({ id: 'C-2', format: 'elearning' })];
    const offerings = [anOffering('C-1', '2026-12-10'), anOffering('C-2', '2026-12-10')];
    expect(search({ weekdays: [6] }, courses, offerings).ids).toEqual(['C-2']);
    expect(search({ weekdays: [4] }, courses, offerings).ids).toEqual(['C-1', 'C-2']);
  });

  test('the subject: who names it comes before the same field, and is shown even if it is over', () => {
    const courses = [
      aCourse({ id: 'C-1', title: 'データ活用講座', field: 'dx' }),
      aCourse({ id: 'C-2', title: 'DX基礎', field: 'dx' }),
      aCourse({ id: 'C-3', title: '簿記', field: null }),
    ];
    const offerings = [
      anOffering('C-1', '2026-12-10'),
      anOffering('C-2', '2026-06-10'),
      anOffering('C-3', '2026-12-01'),
    ];
    const { found, ids } = search({ words: 'DX', field: 'dx' }, courses, offerings);
    expect(ids).toEqual(['C-2', 'C-1']);
    expect(found[0]?.offerings).toEqual([]);
  });

  test('次の研修 is one date', () => {
    const offerings = [anOffering('C-1', '2027-01-10'), anOffering('C-1', '2026-12-10')];
    const { found } = search({ next: true }, [aCourse({ id: 'C-1' })], offerings);
    expect(found[0]?.offerings.map(({ offering }) => offering.startsOn)).toEqual(['2026-12-10']);
  });
});

describe('when nothing fits', () => {
  const courses = [aCourse({ id: 'C-1', title: 'DX基礎', hours: 6 })];
  const offerings = [anOffering('C-1', '2027-01-10')];

  test('one wish is given up, the least that helps', () => {
    expect(search({ ...december, words: 'DX' }, courses, offerings)).toMatchObject({
      ids: ['C-1'],
      dropped: ['dates'],
    });
    expect(search({ maxHours: 4 }, courses, offerings)).toMatchObject({ ids: ['C-1'], dropped: ['length'] });
  });

  test('or several', () => {
    expect(search({ ...december, maxHours: 4 }, courses, offerings).dropped).toEqual(['length', 'dates']);
  });

  test('but never the subject', () => {
    expect(search({ words: 'ドローン', ...december }, courses, offerings)).toMatchObject({
      ids: [],
      dropped: [],
    });
  });
});

test('whatever is asked, each date shown fits all that was not given up', () => {
  const anyDay = fc.integer({ min: -60, max: 120 }).map((days) => addDays(TODAY, days));
  const held = fc.record({
    starts: anyDay,
    opens: anyDay,
    length: fc.integer({ min: 0, max: 60 }),
    course: fc.integer({ min: 1, max: 4 }),
  });
  const wishes = fc.record(
    {
      weekdays: fc.subarray([1, 2, 3]),
      openOnly: fc.boolean(),
      maxHours: fc.constantFrom(2, 4, 8),
      formats: fc.subarray(['online', 'in_person']),
      freeOnly: fc.boolean(),
      dates: fc
        .tuple(anyDay, fc.integer({ min: 0, max: 40 }))
        .map(([from, days]) => event(from, addDays(from, days))),
    },
    { requiredKeys: [] },
  );
  const courses = [
    aCourse({ id: 'C-1', hours: 2 }),
    aCourse({ id: 'C-2', hours: 4, format: 'online', entry: 'recommendation' }),
    aCourse({ id: 'C-3', hours: 8, costYen: 1_000 }),
    aCourse({ id: 'C-4', hours: null, entry: 'nomination', format: 'elearning' }),
  ];
  fc.assert(
    fc.property(fc.array(held, { maxLength: 8 }), wishes, (dates, wish) => {
      const offerings = dates.map(({ starts, opens, length, course }, at) =>
        anOffering(`C-${course}`, starts, {
          id: `O-${at}`,
          endsOn: addDays(starts, length),
          applyFrom: opens,
          applyUntil: addDays(opens, length),
        }),
      );
      const { found, dropped } = search(wish, courses, offerings);
      const keeps = (filter: (typeof dropped)[number]): boolean => !dropped.includes(filter);
      for (const { course, offerings: shown } of found) {
        if (wish.maxHours !== undefined && keeps('length'))
          expect(course.hours).toBeLessThanOrEqual(wish.maxHours);
        if (wish.freeOnly && keeps('free')) expect(course.costYen).toBe(0);
        if (wish.formats?.length && keeps('format')) expect(wish.formats).toContain(course.format);
        expect(shown.length).toBeGreaterThan(0);
        for (const now of shown) {
          const { startsOn, endsOn } = now.offering;
          if (wish.openOnly && keeps('open')) expect(canApply(course, now)).toBe(true);
          if (wish.weekdays?.length && keeps('weekday') && course.format !== 'elearning') {
            expect(wish.weekdays).toContain(weekday(startsOn));
          }
          if (wish.dates && keeps('dates'))
            expect(startsOn <= wish.dates.to && endsOn >= wish.dates.from).toBe(true);
        }
      }
    }),
  );
});

describe('the application on a day', () => {
  const stateOn = (day: string, changes: Parameters<typeof anOffering>[2] = {}, taken = 0) =>
    offeringNow(anOffering('C-1', '2026-12-10', changes), onDay(day), () => taken).application.state;

  test('both ends of the window belong to it', () => {
    expect(
      ['2026-11-01', '2026-11-02', '2026-11-30', '2026-12-01', '2026-12-10'].map((day) => stateOn(day)),
    ).toEqual(['before', 'open', 'open', 'closed', 'begun']);
  });

  test('without a last day one can apply until it begins', () => {
    const open = { applyFrom: null, applyUntil: null };
    expect([stateOn('2026-12-09', open), stateOn('2026-12-10', open)]).toEqual(['open', 'begun']);
  });

  test('seats run out', () => {
    expect(stateOn('2026-11-24', { capacity: 2 }, 2)).toBe('full');
    expect(stateOn('2026-11-24', { capacity: 2 }, 1)).toBe('open');
    expect(offeringNow(anOffering('C-1', '2026-12-10', { capacity: 2 }), TODAY, () => 5).seatsLeft).toBe(0);
    expect(stateOn('2026-11-24', { capacity: null }, 100)).toBe('open');
  });
});
