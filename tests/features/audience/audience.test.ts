import fc from 'fast-check';
import { day } from '../../../src/core/calendar/day';
import { aadObjectId, employeeId } from '../../../src/core/ids';
import {
  type AudienceRule,
  audienceRule,
  countAudience,
  describeAudience,
  EVERYBODY,
  fitOf,
  inAudience,
} from '../../../src/features/audience';
import type { Person } from '../../../src/features/directory';

const YEAR = 2026;

const person = (more: Partial<Person> = {}): Person => ({
  id: employeeId.parse('100001'),
  aadObjectId: aadObjectId.parse('23524587-ef5e-481f-92ac-3a55358387b9'),
  name: '仮沢 さくら',
  kana: '',
  department: '市民環境部',
  section: '市民課',
  position: '主事',
  level: 'staff',
  jobType: 'clerical',
  employment: 'regular',
  weeklyHours: 38.75,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  birthDate: day.parse('1998-06-17'),
  hiredOn: day.parse('2021-04-01'),
  leads: [],
  roles: new Set(),
  leave: null,
  ...more,
});
const rule = (given: Partial<AudienceRule>): AudienceRule => ({ ...EVERYBODY, ...given });

const SECTIONS = ['市民課', '税務課', '第一保育園'];
const anyone = fc
  .record({
    number: fc.integer({ min: 1, max: 40 }),
    section: fc.constantFrom(...SECTIONS),
    concurrentSection: fc.constantFrom(null, ...SECTIONS),
    department: fc.constantFrom('市民環境部', '総務部', ''),
    level: fc.constantFrom('staff' as const, 'manager' as const, 'fiscal_year_staff' as const),
    jobType: fc.constantFrom('clerical', 'nursery_teacher', ''),
    employment: fc.constantFrom('regular' as const, 'fiscal_year' as const, null),
    weeklyHours: fc.constantFrom(38.75, 20, null),
    birthDate: fc.constantFrom(day.parse('1967-04-01'), day.parse('1967-04-02'), null),
    hiredOn: fc.constantFrom(day.parse('1990-04-01'), day.parse('2026-10-01'), null),
    reachable: fc.boolean(),
    away: fc.boolean(),
    clerk: fc.boolean(),
  })
  .map(({ number, reachable, away, clerk, ...rest }) =>
    person({
      ...rest,
      id: employeeId.parse(String(number)),
      aadObjectId: reachable ? person().aadObjectId : null,
      leave: away ? { kind: 'sick_leave', to: null } : null,
      roles: new Set(clerk ? (['clerk'] as const) : []),
    }),
  );
const anyRule = fc
  .record({
    departments: fc.subarray(['市民環境部', '総務部']),
    sections: fc.subarray(SECTIONS),
    levels: fc.subarray(['staff', 'manager', 'fiscal_year_staff'] as const),
    jobTypes: fc.subarray(['clerical', 'nursery_teacher'] as const),
    employments: fc.subarray(['regular', 'fiscal_year'] as const),
    weeklyHours: fc.record({ from: fc.constantFrom(null, 19, 30), to: fc.constantFrom(null, 30, 40) }),
    age: fc.record({ from: fc.constantFrom(null, 59, 60), to: fc.constantFrom(null, 60, 61) }),
    yearsOfService: fc.record({ from: fc.constantFrom(null, 1, 2), to: fc.constantFrom(null, 1, 40) }),
    roles: fc.subarray(['clerk', 'manager'] as const),
    only: fc.array(fc.integer({ min: 1, max: 40 }).map((number) => employeeId.parse(String(number)))),
    except: fc.array(fc.integer({ min: 1, max: 40 }).map((number) => employeeId.parse(String(number)))),
  })
  .map((given) => audienceRule.parse(given));

it('an empty rule is everybody', () => {
  fc.assert(fc.property(anyone, (one) => inAudience(one, EVERYBODY, YEAR)));
});

/** Departments and sections are one condition, met by either: they are dropped together. */
const CONDITIONS: readonly (readonly (keyof AudienceRule)[])[] = [
  ['departments', 'sections'],
  ['levels'],
  ['jobTypes'],
  ['employments'],
  ['weeklyHours'],
  ['age'],
  ['yearsOfService'],
  ['roles'],
  ['only'],
  ['except'],
];

it('one more condition never lets anybody in', () => {
  expect(CONDITIONS.flat().toSorted()).toEqual(Object.keys(EVERYBODY).toSorted());
  fc.assert(
    fc.property(anyone, anyRule, fc.constantFrom(...CONDITIONS), (one, given, dropped) => {
      const wider = { ...given, ...Object.fromEntries(dropped.map((key) => [key, EVERYBODY[key]])) };
      return !inAudience(one, given, YEAR) || inAudience(one, wider, YEAR);
    }),
    { numRuns: 1_000 },
  );
});

it('exceptions are never in, and a list lets nobody else in', () => {
  fc.assert(
    fc.property(anyone, anyRule, (one, given) => {
      const is = inAudience(one, given, YEAR);
      expect(is && given.except.includes(one.id)).toBe(false);
      expect(is && given.only.length > 0 && !given.only.includes(one.id)).toBe(false);
    }),
  );
});

it('counts whom it lets in, each once, and says who cannot be reached', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 30 }), anyRule, (people, given) => {
      const members = people.filter((one) => inAudience(one, given, YEAR));
      const count = countAudience(people, given, YEAR);
      expect(count.total).toBe(members.length);
      expect(count.bySection.reduce((sum, { total }) => sum + total, 0)).toBe(members.length);
      expect(count.bySection.reduce((sum, { notInTeams }) => sum + notInTeams, 0)).toBe(count.notInTeams);
      expect(count.onLeave).toBe(members.filter(({ leave }) => leave !== null).length);
      const unknown = people.filter((one) => fitOf(one, given, YEAR) === 'unknown');
      expect(count.unknown).toBe(unknown.length);
      expect(count.total + count.unknown).toBeLessThanOrEqual(people.length);
    }),
  );
});

it('is read back from JSON as it was', () => {
  fc.assert(
    fc.property(anyRule, (given) => {
      expect(audienceRule.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
    }),
  );
});

it.each([
  ['1966-04-01', false],
  ['1966-04-02', true],
  ['1967-04-01', true],
  ['1967-04-02', false],
])('born %s: reaches 60 in 令和8年度: %s', (birthDate, fits) => {
  const sixty = rule({ age: { from: 60, to: 60 } });
  expect(inAudience(person({ birthDate: day.parse(birthDate) }), sixty, YEAR)).toBe(fits);
});

it('a concurrent section counts; a department and a section are one condition', () => {
  const both = rule({ sections: ['税務課'] });
  expect(inAudience(person({ concurrentSection: '税務課' }), both, YEAR)).toBe(true);
  expect(inAudience(person(), both, YEAR)).toBe(false);
  expect(inAudience(person(), rule({ departments: ['市民環境部'], sections: ['税務課'] }), YEAR)).toBe(true);
});

it('counts the 年度 of hiring as the first year, whenever in it', () => {
  const first = rule({ yearsOfService: { from: 1, to: 1 } });
  expect(inAudience(person({ hiredOn: day.parse('2027-03-01') }), first, YEAR)).toBe(true);
  expect(inAudience(person({ hiredOn: day.parse('2026-03-31') }), first, YEAR)).toBe(false);
  expect(fitOf(person({ hiredOn: null }), first, YEAR)).toBe('unknown');
});

it('says itself in both languages', () => {
  expect(describeAudience(EVERYBODY, 'ja')).toEqual(['全職員']);
  const given = rule({
    sections: ['市民課', '税務課'],
    age: { from: 60, to: 60 },
    weeklyHours: { from: 30, to: null },
    except: [employeeId.parse('100001')],
  });
  expect(describeAudience(given, 'ja')).toEqual([
    '所属：市民課、税務課',
    '週の勤務時間：30時間以上',
    '年度末の年齢：60歳',
    '除く職員 1人',
  ]);
  expect(describeAudience(given, 'en')[1]).toBe('Weekly hours: 30 h or more');
  expect(describeAudience(rule({ except: given.except }), 'ja')).toEqual(['全職員', '除く職員 1人']);
});
