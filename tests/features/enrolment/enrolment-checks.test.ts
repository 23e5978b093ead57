import fc from 'fast-check';
import { day } from '../../../src/core/calendar/day';
import type { Course, Offering } from '../../../src/features/catalogue/course';
import { type CheckInput, checkApplication } from '../../../src/features/enrolment/enrolment-checks';
import { aCourse, anOffering, aPerson, onDay } from '../catalogue/builders';

const course = aCourse({ id: 'C-1' });
const offering = anOffering('C-1', '2026-12-10');

const check = (changes: Partial<CheckInput> = {}) =>
  checkApplication({
    person: aPerson(),
    course,
    offering,
    today: onDay('2026-11-24'),
    own: [],
    seatsTaken: 0,
    ...changes,
  });
const refusal = (changes: Partial<CheckInput>) => {
  const verdict = check(changes);
  return verdict.ok ? null : verdict.refusal;
};
const on = (text: string) => ({ today: onDay(text) });

test('both ends of the window belong to it', () => {
  expect(refusal(on('2026-11-01'))).toEqual({ kind: 'not-yet', from: '2026-11-02' });
  expect(check(on('2026-11-02'))).toEqual({ ok: true, warnings: [] });
  expect(check(on('2026-11-30'))).toEqual({ ok: true, warnings: [] });
  expect(refusal(on('2026-12-01'))).toEqual({ kind: 'closed', until: '2026-11-30' });
  expect(refusal(on('2026-12-10'))).toEqual({ kind: 'begun' });
});

test('without a last day one can apply until it begins', () => {
  const open = anOffering('C-1', '2026-12-10', { applyFrom: null, applyUntil: null });
  expect(check({ offering: open, ...on('2026-12-09') }).ok).toBe(true);
  expect(refusal({ offering: open, ...on('2026-12-10') })).toEqual({ kind: 'begun' });
});

test('a withdrawal of today can be taken back though the window has closed since, not once it has begun', () => {
  expect(check({ undoing: true, ...on('2026-12-01') }).ok).toBe(true);
  expect(refusal({ undoing: true, ...on('2026-12-10') })).toEqual({ kind: 'begun' });
});

test('nobody applies for what one is named for (指名); 推薦 asks for the manager’s word', () => {
  const named = aCourse({ id: 'C-1', entry: 'nomination' });
  expect(refusal({ course: named })).toEqual({ kind: 'by-nomination' });
  // The window of such a course is HR's own.
  expect(refusal({ course: named, ...on('2026-11-01') })).toEqual({ kind: 'by-nomination' });
  expect(refusal({ course: named, ...on('2026-12-01') })).toEqual({ kind: 'by-nomination' });
  expect(check({ course: aCourse({ id: 'C-1', entry: 'recommendation' }) })).toEqual({
    ok: true,
    warnings: [{ kind: 'needs-recommendation' }],
  });
});

const target = (changes: Partial<Omit<Course, 'id'>>) => ({ course: aCourse({ id: 'C-1', ...changes }) });
test.each([
  ['level', target({ levels: ['manager'] }), ['level']],
  ['job', target({ jobTypes: ['nursery_teacher'] }), ['job']],
  // Born 1990-06-01: 36 in the 年度 2026.
  ['age', target({ ageFrom: 37, ageTo: 39 }), ['age']],
  ['years', target({ yearsFrom: 13 }), ['years']],
  ['several', target({ levels: ['new'], ageFrom: 50 }), ['level', 'age']],
])('one who is not in the target hears which rule: %s', (_, changes, misses) => {
  expect(refusal(changes)).toEqual({ kind: 'not-in-target', misses });
});

test('age and years are those of the 年度 in which it begins', () => {
  const spring = anOffering('C-1', '2027-04-20', {
    applyFrom: onDay('2026-11-01'),
    applyUntil: onDay('2027-03-31'),
  });
  expect(check({ ...target({ ageFrom: 37 }), offering: spring }).ok).toBe(true);
  expect(check({ ...target({ yearsFrom: 13 }), offering: spring }).ok).toBe(true);
  expect(refusal({ ...target({ ageTo: 36 }), offering: spring })).toMatchObject({ misses: ['age'] });
  // Born on 1 April, one is counted with the older ones.
  expect(
    check({ ...target({ ageFrom: 37 }), person: aPerson({ birthDate: day.parse('1990-04-01') }) }).ok,
  ).toBe(true);
});

test('a limit that the roster cannot answer is not met, and said so', () => {
  const person = aPerson({ birthDate: null, hiredOn: null });
  expect(refusal({ ...target({ ageFrom: 30, yearsFrom: 1 }), person })).toEqual({
    kind: 'not-in-target',
    misses: ['age-unknown', 'years-unknown'],
  });
});

test('on leave, already in, full', () => {
  const leave = { kind: 'childcare_leave' as const, to: day.parse('2027-03-31') };
  expect(refusal({ person: aPerson({ leave }) })).toEqual({ kind: 'on-leave', to: '2027-03-31' });
  expect(refusal({ own: [{ course, offering }] })).toEqual({ kind: 'already' });
  expect(refusal({ seatsTaken: 20 })).toEqual({ kind: 'full' });
  expect(check({ seatsTaken: 19 }).ok).toBe(true);
  expect(check({ offering: { ...offering, capacity: null }, seatsTaken: 10_000 }).ok).toBe(true);
});

test('another course on the same day is a warning, no refusal; one at one’s own pace is none', () => {
  const other = { course: aCourse({ id: 'C-2', title: '手話' }), offering: anOffering('C-2', '2026-12-10') };
  expect(check({ own: [other] })).toEqual({ ok: true, warnings: [{ kind: 'same-day', with: '手話' }] });
  const long = anOffering('C-2', '2026-12-08', { endsOn: onDay('2026-12-11') });
  expect(check({ own: [{ ...other, offering: long }] })).toMatchObject({ warnings: [{ kind: 'same-day' }] });
  const elearning = { ...other, course: aCourse({ id: 'C-2', format: 'elearning' }), offering: long };
  expect(check({ own: [elearning] })).toEqual({ ok: true, warnings: [] });
  const second = { course, offering: anOffering('C-1', '2026-12-17') };
  expect(check({ own: [second] })).toMatchObject({ warnings: [{ kind: 'same-course', on: '2026-12-17' }] });
});

test('the first reason of the order counts', () => {
  const order = ['begun', 'by-nomination', 'not-in-target', 'already', 'on-leave', 'full'] as const;
  const faults: Record<(typeof order)[number], (input: CheckInput) => CheckInput> = {
    begun: (input) => ({ ...input, ...on('2026-12-11') }),
    'by-nomination': (input) => ({ ...input, course: { ...input.course, entry: 'nomination' } }),
    'not-in-target': (input) => ({ ...input, course: { ...input.course, levels: ['director'] } }),
    already: (input) => ({ ...input, own: [{ course, offering }] }),
    'on-leave': (input) => ({
      ...input,
      person: { ...input.person, leave: { kind: 'sick_leave', to: null } },
    }),
    full: (input) => ({ ...input, seatsTaken: 20 }),
  };
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...order), { minLength: 1 }), (wrong) => {
      const base: CheckInput = {
        person: aPerson(),
        course,
        offering: offering as Offering,
        today: onDay('2026-11-24'),
        own: [],
        seatsTaken: 0,
      };
      const verdict = checkApplication(wrong.reduce((input, fault) => faults[fault](input), base));
      expect(verdict.ok ? null : verdict.refusal.kind).toBe(order.find((kind) => wrong.includes(kind)));
    }),
  );
});
