import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, day, mondayOf } from '../../../src/core/calendar/day';
import { campaignId, employeeId } from '../../../src/core/ids';
import type { Member } from '../../../src/features/campaigns';
import { campaign as example, person } from '../../../src/features/progress/progress-examples';
import { bySections, fits, percentOf, placedFrom, tallyOf } from '../../../src/features/progress/standing';
import { teamsGapOf } from '../../../src/features/progress/teams-at-hand';
import { isEscalated, isToldToManagers, weeklyStep } from '../../../src/features/progress/weekly';

const calendar = createBusinessCalendar([]);
const from = day.parse('2026-11-24');
const days = fc.integer({ min: 0, max: 200 }).map((count) => addDays(from, count));
const openedOn = (on: string, dueOn: string) => {
  const at = new Date(`${on}T01:00:00Z`);
  const by = employeeId.parse('100066');
  return {
    ...example('', 'submission', dueOn),
    status: { kind: 'running' as const, startedBy: by, startedAt: at, openedAt: at },
  };
};

it('a manager hears of a campaign at most twice a week, and twice only in the week in which it comes onto the list', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (dueOn, escalateAfter) => {
      const campaign = { ...openedOn('2026-11-24', dueOn), escalateAfter };
      const steps = new Map<string, Set<string>>();
      for (let on = from; on < addDays(from, 300); on = addDays(on, 1)) {
        if (!isToldToManagers(campaign, on, calendar)) continue;
        const week = mondayOf(on);
        steps.set(week, (steps.get(week) ?? new Set()).add(weeklyStep(campaign, on, calendar)));
      }
      const counts = [...steps.values()].map(({ size }) => size);
      expect(Math.max(0, ...counts)).toBeLessThanOrEqual(2);
      expect(counts.filter((size) => size === 2).length).toBeLessThanOrEqual(1);
      const all = [...steps.values()].flatMap((of) => [...of]);
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 40 },
  );
});

it('in its first week it is told only if it is due in it, and it ends some weeks after', () => {
  expect(isToldToManagers(openedOn('2026-11-24', '2026-12-18'), day.parse('2026-11-27'), calendar)).toBe(
    false,
  );
  expect(isToldToManagers(openedOn('2026-11-24', '2026-11-27'), day.parse('2026-11-24'), calendar)).toBe(
    true,
  );
  const old = openedOn('2026-11-24', '2026-12-18');
  expect(isToldToManagers(old, day.parse('2027-01-22'), calendar)).toBe(true);
  expect(isToldToManagers(old, day.parse('2027-01-25'), calendar)).toBe(false);
  expect(isToldToManagers({ ...old, status: { ...old.status, kind: 'paused' } }, from, calendar)).toBe(false);
});

it('the list counts open days: from the third after 18 December it stands there', () => {
  const one = openedOn('2026-11-24', '2026-12-18');
  expect(isEscalated(one, day.parse('2026-12-22'), calendar)).toBe(false);
  expect(isEscalated(one, day.parse('2026-12-23'), calendar)).toBe(true);
  expect(isEscalated({ ...one, escalateAfter: null }, day.parse('2027-02-01'), calendar)).toBe(false);
});

const member = fc.record({
  employee: fc.integer({ min: 100_000, max: 100_040 }).map((id) => employeeId.parse(String(id))),
  state: fc.constantFrom('open', 'left', 'done'),
  known: fc.boolean(),
  away: fc.boolean(),
  section: fc.constantFrom('市民課', '税務課', '図書館'),
});
const campaign = campaignId.parse('00000000-0000-4000-8000-000000000001');
const status = (state: string): Member['status'] =>
  state === 'done'
    ? { kind: 'done', by: 'self', at: new Date(0), recordedBy: null }
    : { kind: state === 'left' ? 'left' : 'open' };

it('the sections add up to the whole; 100% is said of all alone; a list of all holds each other list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ({ employee }) => employee }), (given) => {
      const people = given
        .filter(({ known }) => known)
        .map(({ employee, away, section }) =>
          person({ id: employee, section, leave: away ? { kind: 'sick_leave', to: null } : null }),
        );
      const members = given.map(({ employee, state }) => ({
        campaign,
        employee,
        joinedOn: from,
        status: status(state),
      }));
      const placed = placedFrom(members, people, new Set());
      const total = tallyOf(placed);
      const sections = bySections(placed);
      for (const key of ['done', 'owes', 'away'] as const)
        expect(sections.reduce((sum, one) => sum + one[key], 0)).toBe(total[key]);
      expect(total.done + total.owes + total.away).toBe(placed.length);
      expect(percentOf(total) === 100).toBe(total.owes === 0);
      expect(sections.map(percentOf)).toEqual(sections.map(percentOf).toSorted((a, b) => a - b));
      expect(placed.filter((one) => fits(one, 'unreachable')).every((one) => fits(one, 'owes'))).toBe(true);
    }),
  );
});

it.each([
  [{ aadObjectId: null }, 'no-account'],
  [{ employment: 'fiscal_year', weeklyHours: 29 }, 'few-hours'],
  [{ employment: 'fiscal_year', weeklyHours: 30 }, null],
  [{ employment: 'regular', weeklyHours: 20 }, null],
  [{ employment: 'fiscal_year', weeklyHours: null }, null],
] as const)('of %j Teams at hand is %s', (more, gap) => {
  const aad = '00000000-0000-4000-8000-000000000002' as never;
  expect(teamsGapOf(person({ aadObjectId: aad, ...more }), new Set())).toBe(gap);
});
