import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, day, daysBetween, instantAt } from '../../../src/core/calendar/day';
import { employeeId } from '../../../src/core/ids';
import { giveBackToBudget, reserveInBudget, takeFromBudget } from '../../../src/features/reminders';
import { openTestStore, perDatabase } from '../../support/databases';

const RUNS = perDatabase({ sqlite: 25, postgres: 10 });

/** Also run on PostgreSQL, by tests/postgres. */
const calendar = createBusinessCalendar([]);
const monday = day.parse('2026-11-30');
const person = employeeId.parse('100001');

test(`whoever takes or reserves, in whatever order: one message a day and three in seven days (${RUNS} runs)`, async () => {
  const act = fc.record({ how: fc.constantFrom('take', 'reserve'), inDays: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const store = await openTestStore();
      let today = monday;
      for (const [nth, { how, inDays }] of acts.entries()) {
        today = addDays(today, nth % 3 === 0 ? 1 : 0);
        const from = addDays(today, inDays);
        await store.write(async (tx) => {
          if (how === 'take')
            await takeFromBudget(tx, { person, now: instantAt(today, '10:00'), message: `t${nth}` });
          else {
            const days = await reserveInBudget(tx, {
              people: [person],
              from,
              calendar,
              nameOf: () => `r${nth}`,
            });
            expect(calendar.isOpenDay(days.get(person) ?? from)).toBe(true);
            expect((days.get(person) ?? '') >= from).toBe(true);
          }
        });
      }
      const rows = await store.db.selectFrom('proactive_messages').select('day').orderBy('day').execute();
      const days = rows.map((row) => day.parse(row.day));
      expect(new Set(days).size).toBe(days.length);
      days.forEach((from, at) => {
        const fourth = days[at + 3];
        if (fourth !== undefined) expect(daysBetween(from, fourth)).toBeGreaterThanOrEqual(7);
      });
      await store.close();
    }),
    { numRuns: RUNS },
  );
});

test('what is given back can be taken again, on the same day', async () => {
  const store = await openTestStore();
  const reserve = (message: string) =>
    store.write((tx) =>
      reserveInBudget(tx, { people: [person], from: monday, calendar, nameOf: () => message }),
    );
  expect([...(await reserve('a')).values()]).toEqual([monday]);
  expect([...(await reserve('b')).values()]).toEqual([addDays(monday, 1)]);
  await store.write((tx) => giveBackToBudget(tx, ['a']));
  expect([...(await reserve('c')).values()]).toEqual([monday]);
  await store.close();
});
