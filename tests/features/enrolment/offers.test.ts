import fc from 'fast-check';
import { firstOpenDayOfWeek } from '../../../src/core/calendar/business-calendar';
import { addDays, type Day, instantAt } from '../../../src/core/calendar/day';
import type { Store } from '../../../src/db/open';
import type { DueReminder } from '../../../src/features/reminders';
import { openTestStore } from '../../support/databases';
import { aCourse, anOffering, calendar, onDay } from '../catalogue/builders';
import { enrolmentRig, person, type Rig } from './rig';

const WHO = person(1);

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const rigWith = (...windows: readonly { from: Day; until: Day }[]): Rig =>
  enrolmentRig(
    store,
    {
      courses: windows.map((_, at) => aCourse({ id: `C-${at}` })),
      offerings: windows.map(({ from, until }, at) =>
        anOffering(`C-${at}`, addDays(until, 14), { id: `O-${at}`, applyFrom: from, applyUntil: until }),
      ),
      records: [],
    },
    [WHO],
  );

const dueOn = async (rig: Rig, day: Day): Promise<readonly DueReminder[]> =>
  (await rig.enrolments.source.due(store.db, instantAt(day, '09:00'))).filter(
    ({ thing }) => thing === 'enrolment:offers',
  );
const linesOn = async (rig: Rig, day: Day): Promise<readonly string[]> => {
  const [due] = await dueOn(rig, day);
  if (due === undefined) return [];
  const look = { person: WHO, thing: due.thing, now: instantAt(day, '09:00'), locale: 'ja' as const };
  const item = await rig.enrolments.source.item(store.db, look);
  return item?.lines ?? [];
};

/** The days on which a person with room in their budget and nothing else to hear is told. */
async function toldOn(rig: Rig, from: Day, until: Day): Promise<readonly Day[]> {
  const told = new Set<string>();
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!calendar.isOpenDay(day)) continue;
    for (const { step, urgency } of await dueOn(rig, day)) {
      const goesOut = urgency === 'normal' || firstOpenDayOfWeek(day, calendar) === day;
      if (!goesOut || told.has(step)) continue;
      told.add(step);
      days.push(day);
    }
  }
  return days;
}

test('whatever the window, it is told of while one can apply, and once more before it closes if it is open for long', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 90 }).map((at) => calendar.nextOpenDay(addDays(onDay('2026-11-24'), at))),
      fc.integer({ min: 1, max: 25 }),
      async (from, openDays) => {
        const until = calendar.addOpenDays(from, openDays);
        const told = await toldOn(rigWith({ from, until }), from, addDays(until, 10));
        expect(told.length).toBeGreaterThan(0);
        expect(told.length).toBeLessThanOrEqual(2);
        for (const day of told) expect(day <= until).toBe(true);
        const [first = until] = told;
        // The first open day of the next week may be that of the week after: a week of holidays.
        expect(first <= addDays(from, 14)).toBe(true);
        if (openDays < 12) return;
        const last = told.at(-1) ?? first;
        expect(last).not.toBe(first);
        expect(calendar.openDaysBetween(last, until)).toBeGreaterThanOrEqual(2);
        expect(calendar.openDaysBetween(last, until)).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 40 },
  ));

test('what closes soon comes first and says so, then what is new', async () => {
  const rig = rigWith(
    { from: onDay('2026-10-01'), until: onDay('2027-03-01') },
    { from: onDay('2026-11-26'), until: onDay('2027-01-29') },
    { from: onDay('2026-11-02'), until: onDay('2026-12-04') },
  );
  const lines = await linesOn(rig, onDay('2026-11-30'));
  expect(lines.map((line) => /^(?:【.+】)?研修C-\d/.exec(line)?.[0])).toEqual([
    '【まもなく締切】研修C-2',
    '【新しい募集】研修C-1',
    '研修C-0',
  ]);
});

test('who has applied, and who is not in the target, is not told', async () => {
  const rig = rigWith({ from: onDay('2026-11-24'), until: onDay('2026-12-04') });
  await rig.seats.take(rig.scene(WHO), rig.data.offerings[0]?.id as never, { sure: true, undoing: false });
  expect(await dueOn(rig, onDay('2026-11-30'))).toEqual([]);
  const other = rigWith({ from: onDay('2026-11-24'), until: onDay('2026-12-04') });
  other.data.courses = other.data.courses.map((course) => ({ ...course, levels: ['manager'] as never }));
  other.people = [person(2)];
  expect(await dueOn(other, onDay('2026-11-30'))).toEqual([]);
});
