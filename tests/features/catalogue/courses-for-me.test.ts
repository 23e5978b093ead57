import fc from 'fast-check';
import { offeringNow } from '../../../src/features/catalogue/application';
import type { Course, Offering, TrainingRecord } from '../../../src/features/catalogue/course';
import { recommend } from '../../../src/features/catalogue/courses-for-me';
import type { Person } from '../../../src/features/directory';
import { LEVELS } from '../../../src/features/records';
import { aCourse, anOffering, aPerson, aRecord, onDay, TODAY } from './builders';

function recommended(
  courses: readonly Course[],
  {
    person = aPerson(),
    history = [],
    offerings = courses.map(({ id }) => anOffering(id, '2026-12-10')),
  }: { person?: Person; history?: TrainingRecord[]; offerings?: Offering[] } = {},
) {
  const candidates = courses.map((course) => ({
    course,
    offerings: offerings
      .filter(({ courseId }) => courseId === course.id)
      .map((each) => offeringNow(each, TODAY, () => 0)),
  }));
  return recommend(person, history, candidates, TODAY);
}
const ids = (...given: Parameters<typeof recommended>) =>
  recommended(...given).map(({ course }) => course.id);
const reasons = (course: Course, person?: Person) =>
  recommended([course], person === undefined ? {} : { person })[0]?.reasons.map(({ kind }) => kind);

test('a milestone of one’s age comes first, then one’s level, one’s job, years, and what is for everyone', () => {
  const courses = [
    aCourse({ id: 'C-1' }),
    aCourse({ id: 'C-2', yearsFrom: 10 }),
    aCourse({ id: 'C-3', jobTypes: ['public_health_nurse'] }),
    aCourse({ id: 'C-4', levels: ['senior'] }),
    aCourse({ id: 'C-5', ageFrom: 30, ageTo: 39 }),
  ];
  const person = aPerson({ jobType: 'public_health_nurse' });
  expect(ids(courses, { person })).toEqual(['C-5', 'C-4', 'C-3', 'C-2', 'C-1']);
});

test('what is for others is not recommended', () => {
  const courses = [
    aCourse({ id: 'C-1', levels: ['manager'] }),
    aCourse({ id: 'C-2', jobTypes: ['curator'] }),
    aCourse({ id: 'C-3', ageFrom: 40, ageTo: 40 }),
    aCourse({ id: 'C-4', yearsTo: 3 }),
  ];
  expect(ids(courses)).toEqual([]);
});

test('age is that of the 年度: one who turns 30 in March is 30 all year; years of service begin with 0', () => {
  const thirties = aCourse({ ageFrom: 30, ageTo: 39 });
  expect(reasons(thirties, aPerson({ birthDate: onDay('1997-03-31') }))).toEqual(['age', 'not-taken']);
  expect(reasons(thirties, aPerson({ birthDate: onDay('1997-04-02') }))).toBeUndefined();
  const secondYear = aCourse({ yearsFrom: 1, yearsTo: 1 });
  expect(reasons(secondYear, aPerson({ hiredOn: onDay('2025-04-01') }))).toEqual(['years', 'not-taken']);
  expect(reasons(secondYear, aPerson({ hiredOn: onDay('2026-04-01') }))).toBeUndefined();
  expect(reasons(secondYear, aPerson({ hiredOn: null }))).toBeUndefined();
});

test('what was taken is not recommended again, unless everybody takes it every 年度', () => {
  const once = aCourse({ id: 'C-1' });
  const yearly = aCourse({ id: 'C-2', entry: 'nomination' });
  const lastYear = [aRecord('C-1', '2025-06-01'), aRecord('C-2', '2026-03-31')];
  expect(ids([once, yearly], { history: lastYear })).toEqual(['C-2']);
  expect(ids([once, yearly], { history: [...lastYear, aRecord('C-2', '2026-04-01')] })).toEqual([]);
});

test('only what is still to be had: open or opening for those who apply, to come for those who are named', () => {
  const closed = { applyUntil: onDay('2026-11-20') };
  const courses = [
    aCourse({ id: 'C-1' }),
    aCourse({ id: 'C-2', entry: 'nomination' }),
    aCourse({ id: 'C-3' }),
  ];
  const offerings = [
    anOffering('C-1', '2026-12-10', closed),
    anOffering('C-2', '2026-12-10', closed),
    anOffering('C-3', '2027-02-10', { applyFrom: onDay('2026-12-20'), applyUntil: onDay('2027-01-20') }),
  ];
  const found = recommended(courses, { offerings });
  expect(found.map(({ course, byNomination }) => [course.id, byNomination])).toEqual([
    ['C-2', true],
    ['C-3', false],
  ]);
});

test('nobody is recommended what is for another level, whatever else fits', () => {
  const level = fc.constantFrom(...(Object.keys(LEVELS) as (keyof typeof LEVELS)[]));
  const course = fc.record({
    levels: fc.uniqueArray(level, { maxLength: 4 }),
    yearsFrom: fc.option(fc.integer({ min: 0, max: 40 })),
  });
  fc.assert(
    fc.property(fc.array(course, { maxLength: 12 }), level, (given, own) => {
      const courses = given.map((changes, at) => aCourse({ id: `C-${at}`, ...changes }));
      for (const each of recommended(courses, { person: aPerson({ level: own }) })) {
        expect(each.course.levels.length === 0 || each.course.levels.includes(own)).toBe(true);
        expect(each.course.yearsFrom ?? 0).toBeLessThanOrEqual(12);
      }
    }),
  );
});
