import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { type Cadence, cadence, GENTLE, stepDue, stepsOf } from '../../../src/core/calendar/cadence';
import { addDays, day, daysBetween } from '../../../src/core/calendar/day';
import { anyDay } from './any-day';

const usual = createBusinessCalendar([]);

const anyCadence: fc.Arbitrary<Cadence> = fc.record({
  opening: fc.boolean(),
  before: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 }),
  onDueDay: fc.boolean(),
  overdue: fc.option(
    fc.record({ everyDays: fc.integer({ min: 1, max: 60 }), most: fc.integer({ min: 1, max: 20 }) }),
  ),
});
const anyTerm = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 200 }))
  .map(([opensOn, days]) => ({ opensOn, dueOn: addDays(opensOn, days) }));
/** The city's own closed and open days around the term. */
const anyCalendar = fc
  .array(fc.tuple(anyDay, fc.constantFrom('closed' as const, 'open' as const)), { maxLength: 20 })
  .map((days) => createBusinessCalendar(days.map(([date, kind]) => ({ date, kind }))));

const days = (given: Cadence, opensOn: string, dueOn: string): string[] =>
  stepsOf(given, { opensOn: day.parse(opensOn), dueOn: day.parse(dueOn) }, usual).map(
    ({ id, on }) => `${id} ${on}`,
  );

describe('the gentle cadence', () => {
  test('opening, 7 and 1 open days before, then weekly, twice', () => {
    expect(days(GENTLE, '2026-11-02', '2026-12-04')).toEqual([
      'opening 2026-11-02',
      'before-7 2026-11-25',
      'before-1 2026-12-03',
      'overdue-1 2026-12-11',
      'overdue-2 2026-12-18',
    ]);
  });

  test('moves off closed days', () => {
    expect(days(GENTLE, '2026-11-21', '2026-12-25')).toEqual([
      'opening 2026-11-24',
      'before-7 2026-12-16',
      'before-1 2026-12-24',
      'overdue-1 2027-01-04',
      // A week after New Year's Day, not after the day to which the first had to move.
      'overdue-2 2027-01-08',
    ]);
  });

  test('leaves out what would come before the opening', () => {
    expect(days(GENTLE, '2026-11-24', '2026-11-27')).toEqual([
      'opening 2026-11-24',
      'before-1 2026-11-26',
      'overdue-1 2026-12-04',
      'overdue-2 2026-12-11',
    ]);
  });
});

describe('any cadence, term and calendar', () => {
  const property = (holds: (steps: ReturnType<typeof stepsOf>, given: Given) => void): void =>
    fc.assert(
      fc.property(anyCadence, anyTerm, anyCalendar, (given, term, calendar) =>
        holds(stepsOf(given, term, calendar), { given, term, calendar }),
      ),
    );
  interface Given {
    given: Cadence;
    term: Parameters<typeof stepsOf>[1];
    calendar: typeof usual;
  }

  test('steps ascend strictly, each with a name of its own', () =>
    property((steps) => {
      for (const [index, { on }] of steps.entries()) {
        const next = steps[index + 1];
        if (next !== undefined) expect(next.on > on).toBe(true);
      }
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    }));

  test('steps are on open days', () =>
    property((steps, { calendar }) => {
      for (const { on } of steps) expect(calendar.isOpenDay(on)).toBe(true);
    }));

  test('none is before the opening', () =>
    property((steps, { term }) => {
      for (const { on } of steps) expect(on >= term.opensOn).toBe(true);
    }));

  test('those before the due day are so many open days before it', () =>
    property((steps, { term, calendar }) => {
      for (const { id, on } of steps.filter((step) => step.id.startsWith('before-'))) {
        expect(on < term.dueOn).toBe(true);
        expect(calendar.addOpenDays(term.dueOn, -Number(id.slice('before-'.length)))).toBe(on);
      }
    }));

  test('overdue ones come after the due day, never earlier than so many days', () =>
    property((steps, { given, term }) => {
      for (const { id, on } of steps.filter((step) => step.id.startsWith('overdue-'))) {
        const least = Number(id.slice('overdue-'.length)) * (given.overdue?.everyDays ?? 0);
        expect(daysBetween(term.dueOn, on)).toBeGreaterThanOrEqual(least);
      }
      expect(steps.filter(({ id }) => id.startsWith('overdue-')).length).toBeLessThanOrEqual(
        given.overdue?.most ?? 0,
      );
    }));

  test('the last step is never lost', () =>
    property((steps, { given, term, calendar }) => {
      if (given.overdue !== null) expect(steps.at(-1)?.id).toBe(`overdue-${given.overdue.most}`);
      else if (given.onDueDay)
        expect(steps.at(-1)).toEqual({ id: 'due', on: calendar.nextOpenDay(term.dueOn) });
      else if (given.opening) expect(steps).not.toEqual([]);
    }));

  test('at most one step is due on a day: the latest that has come', () =>
    property((steps, { term }) => {
      for (const offset of [-1, 0, 1, 10, 300]) {
        const today = addDays(term.opensOn, offset);
        const due = stepDue(steps, today);
        expect(due).toEqual(steps.filter(({ on }) => on <= today).at(-1) ?? null);
        if (offset < 0) expect(due).toBeNull();
      }
    }));

  test('is data: what is read back is the same', () =>
    fc.assert(
      fc.property(anyCadence, (given) => {
        expect(cadence.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    ));
});
