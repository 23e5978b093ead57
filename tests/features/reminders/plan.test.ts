import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { type CadenceStep, stepDue, stepsOf } from '../../../src/core/calendar/cadence';
import { addDays, type Day, day, dayOf, daysBetween, instantAt } from '../../../src/core/calendar/day';
import { employeeId } from '../../../src/core/ids';
import { type DueReminder, type ThingKey, thingKey, type Urgency } from '../../../src/features/reminders';
import { hasRoom } from '../../../src/features/reminders/budget';
import { DEFAULT_MINUTE, momentOf, planFor, type Snooze } from '../../../src/features/reminders/plan';

/**
 * The whole life of one person's reminders against the planner alone: what is told is written down as the sweep does, and
 * nothing else is kept.
 */
const PERSON = employeeId.parse('100001');
const START = day.parse('2026-04-01');
const DAYS = 60;
/** Seven days have five open ones at most, and three of them may have a message already. */
const MOST_OPEN_DAYS_WAITED = 2;

interface Told {
  readonly day: Day;
  readonly key: string;
  readonly urgency: Urgency;
}

interface TestThing {
  readonly key: ThingKey;
  readonly urgency: Urgency;
  readonly steps: readonly CadenceStep[];
  readonly doneOn: Day;
}

const anyThing = fc.record({
  urgency: fc.constantFrom<Urgency>('normal', 'normal', 'normal', 'low', 'same-day', 'emergency'),
  opens: fc.integer({ min: 0, max: 30 }),
  lasts: fc.integer({ min: 0, max: 40 }),
  done: fc.oneof(fc.constant(500), fc.integer({ min: 0, max: 60 })),
  before: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
  overdue: fc.option(
    fc.record({ everyDays: fc.integer({ min: 1, max: 10 }), most: fc.integer({ min: 1, max: 5 }) }),
  ),
});

const anyLife = fc.record({
  things: fc.array(anyThing, { minLength: 1, maxLength: 25 }),
  closed: fc.array(fc.integer({ min: 0, max: DAYS }), { maxLength: 5 }),
  /** Days without any sweep. */
  outages: fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 3,
  }),
  /** Of a day, in the order of time. */
  times: fc.constantFrom(
    ['09:00'],
    ['00:00', '08:45', '09:01', '17:14', '23:00'],
    ['08:00', '11:30', '11:30'],
  ),
  snoozes: fc.array(fc.boolean(), { maxLength: 20 }),
});

type Life = typeof anyLife extends fc.Arbitrary<infer T> ? T : never;

function live({ things: given, closed, outages, times, snoozes }: Life) {
  const calendar = createBusinessCalendar(
    closed.map((offset) => ({ date: addDays(START, offset), kind: 'closed' as const })),
  );
  const things = given.map(({ urgency, opens, lasts, done, before, overdue }, index): TestThing => {
    const term = { opensOn: addDays(START, opens), dueOn: addDays(START, opens + lasts) };
    return {
      key: thingKey.parse(`test:${index}`),
      urgency,
      steps: stepsOf({ opening: true, before, onDueDay: true, overdue }, term, calendar),
      doneOn: addDays(term.opensOn, done),
    };
  });
  const told: Told[] = [];
  const counted: Day[] = [];
  const messages: { day: Day; counted: boolean; asked: boolean; urgent: boolean }[] = [];
  let asleep: Snooze[] = [];
  const putOff = [...snoozes];
  /** How many open days with a sweep a normal step has waited. */
  let longest = 0;
  const waiting = new Map<string, number>();

  for (let offset = 0; offset < DAYS; offset += 1) {
    const today = addDays(START, offset);
    if (outages.some(([from, length]) => offset >= from && offset < from + length)) continue;
    for (const time of times) {
      const now = instantAt(today, time);
      const due = things.flatMap(({ key, urgency, steps, doneOn }): DueReminder[] => {
        const step = today < doneOn ? stepDue(steps, today) : null;
        return step === null ? [] : [{ recipient: PERSON, thing: key, step: step.id, urgency, dueOn: null }];
      });
      const plan = planFor(
        due,
        {
          minute: DEFAULT_MINUTE,
          hasRoom: hasRoom(counted, today),
          snoozes: asleep,
          muted: new Set(),
          wasTold: (thing, step) => told.some(({ key }) => key === `${thing} ${step}`),
        },
        momentOf(now, calendar),
      );
      if (plan === null) continue;
      const back = asleep.filter(({ until }) => until <= today);
      messages.push({
        day: dayOf(now),
        counted: plan.counted,
        asked: plan.things.some(({ thing }) => back.some((one) => one.thing === thing)),
        urgent: plan.things.every(({ urgent }) => urgent),
      });
      if (plan.counted) counted.push(today);
      asleep = asleep.filter(({ thing }) => !plan.things.some((one) => one.thing === thing));
      for (const { thing, steps } of plan.things) {
        const { urgency } = things.find(({ key }) => key === thing) ?? { urgency: 'normal' as const };
        for (const step of steps) told.push({ day: today, key: `${thing} ${step}`, urgency });
        if (putOff.shift() === true && (urgency === 'normal' || urgency === 'low')) {
          asleep.push({ thing, until: calendar.addOpenDays(today, 1), dueOn: null });
        }
      }
    }
    if (!calendar.isOpenDay(today)) continue;
    for (const { key, urgency, steps, doneOn } of things) {
      const step = today < doneOn ? stepDue(steps, today) : null;
      const pending =
        urgency === 'normal' && step !== null && !told.some((one) => one.key === `${key} ${step.id}`);
      const sleeps = asleep.some(({ thing }) => thing === key);
      const waited = pending && !sleeps ? (waiting.get(key) ?? 0) + 1 : 0;
      waiting.set(key, waited);
      longest = Math.max(longest, waited);
    }
  }
  return { told, counted, messages, longest, calendar };
}

const always = (holds: (life: ReturnType<typeof live>) => void): void =>
  fc.assert(
    fc.property(anyLife, (life) => holds(live(life))),
    { numRuns: 60 },
  );

test('each step of each thing is told at most once', () =>
  always(({ told }) => {
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  }));

test('never more than the budget: a message a day, three in any seven days', () =>
  always(({ counted }) => {
    expect(new Set(counted).size).toBe(counted.length);
    for (const from of counted) {
      const week = counted.filter((on) => on >= from && daysBetween(from, on) < 7);
      expect(week.length).toBeLessThanOrEqual(3);
    }
  }));

test('what is not counted was urgent or asked for', () =>
  always(({ messages }) => {
    for (const message of messages) expect(message.counted || message.asked || message.urgent).toBe(true);
  }));

test('nothing but emergencies comes on a closed day', () =>
  always(({ told, calendar }) => {
    for (const { day: on, urgency } of told)
      expect(urgency === 'emergency' || calendar.isOpenDay(on)).toBe(true);
  }));

test(`nothing that stays due is starved: it waits for ${MOST_OPEN_DAYS_WAITED} open days at most`, () =>
  always(({ longest }) => {
    expect(longest).toBeLessThanOrEqual(MOST_OPEN_DAYS_WAITED);
  }));
