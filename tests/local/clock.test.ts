import fc from 'fast-check';
import { createBusinessCalendar } from '../../src/core/calendar/business-calendar';
import { openStore } from '../../src/db/open';
import { openLocalClock, settingsIn } from '../../src/local';
import { LONGEST_MOVE_MS } from '../../src/local/local-clock';
import type { ClockView } from '../../src/local/wire';
import { type Harness, localChannel, machineAt, memorySettings } from './support';

const HOUR = 60 * 60 * 1000;

describe('the local clock', () => {
  it('shows the machine’s time until it is moved, and runs on afterwards', async () => {
    const machine = machineAt('2026-11-23T00:00:00Z');
    const clock = await openLocalClock(memorySettings(), machine);
    expect(clock.now()).toEqual(new Date('2026-11-23T00:00:00Z'));
    await clock.moveTo(new Date('2026-12-01T00:00:00Z'));
    machine.pass(HOUR);
    expect(clock.now()).toEqual(new Date('2026-12-01T01:00:00Z'));
  });

  it('keeps its lead over a restart, in the settings table', async () => {
    const store = await openStore(':memory:');
    try {
      const machine = machineAt('2026-11-23T00:00:00Z');
      const before = await openLocalClock(settingsIn(store), machine);
      await before.moveTo(new Date('2026-12-01T00:00:00Z'));
      await before.moveTo(new Date('2026-12-02T00:00:00Z'));
      machine.pass(3 * HOUR);
      const after = await openLocalClock(settingsIn(store), machine);
      expect(after.now()).toEqual(new Date('2026-12-02T03:00:00Z'));
    } finally {
      await store.close();
    }
  });

  it('ignores a setting that is none', async () => {
    const settings = memorySettings();
    settings.values.set('local-clock-offset-ms', 'soon');
    const clock = await openLocalClock(settings, machineAt('2026-11-23T00:00:00Z'));
    expect(clock.offset()).toBe(0);
  });

  it('never goes back, whatever moves are asked for at once', async () => {
    const step = fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const clock = await openLocalClock(memorySettings(), machineAt('2026-11-23T00:00:00Z'));
        const start = clock.now().getTime();
        const results = await Promise.all(steps.map((by) => clock.moveTo(new Date(start + by))));
        const reached = results.flatMap((result) => (result.ok ? [result.value.getTime()] : []));
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
        expect(clock.now().getTime()).toBe(Math.max(start, ...steps.map((by) => start + by)));
      }),
      { numRuns: 50 },
    );
  });

  it('does not leap further than two years at once', async () => {
    const clock = await openLocalClock(memorySettings(), machineAt('2026-11-23T00:00:00Z'));
    const tooFar = new Date(clock.now().getTime() + LONGEST_MOVE_MS + 1);
    expect(await clock.moveTo(tooFar)).toEqual({ ok: false, error: 'too-far' });
    expect(clock.offset()).toBe(0);
  });
});

describe('the clock in the page', () => {
  const calendar = createBusinessCalendar([]);
  let local: Harness;
  let ticks: number;
  beforeEach(async () => {
    ticks = 0;
    local = await localChannel({
      // 令和8年11月23日(月), a holiday, 9:41 in Tokyo.
      machine: machineAt('2026-11-23T00:41:00Z'),
      nextOpenMoment: (instant) => calendar.nextOpenMoment(instant),
      tick: async () => {
        ticks += 1;
        return { due: 3, sent: 2, failed: 1, pending: 0 };
      },
    });
  });

  const read = async () => (await local.call('GET', '/local/clock')).body as ClockView;
  const move = (now: string, language = 'ja') =>
    local.call('PUT', '/local/clock', { body: { now }, headers: { 'accept-language': language } });

  it('moves on and tells everybody who waits', async () => {
    const answer = await move('2026-11-24T08:30:00+09:00');
    expect(answer).toMatchObject({ status: 200, body: { now: '2026-11-23T23:30:00.000Z' } });
    expect(local.channel.clock.now()).toEqual(new Date('2026-11-23T23:30:00Z'));
    expect(await local.events('nobody')).toMatchObject({
      seq: 2,
      clock: { now: '2026-11-23T23:30:00.000Z' },
    });
  });

  it('refuses to go back, in the reader’s language', async () => {
    expect(await move('2026-11-23T00:40:59Z')).toMatchObject({
      status: 409,
      body: { error: 'clock-goes-back', message: expect.stringContaining('時計は戻せません') },
    });
    expect(await move('2026-11-23T00:40:59Z', 'en-GB,en')).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('cannot go back') },
    });
    expect((await read()).offsetMs).toBe(0);
  });

  test.each(['tomorrow', '2026-11-24', '2026-02-30T00:00:00Z', '2026-11-24T08:30:00', ''])(
    'does not read %p as an instant',
    async (now) => {
      expect((await move(now)).status).toBe(400);
    },
  );

  it('refuses a slip of the year', async () => {
    expect(await move('2062-11-24T00:00:00Z')).toMatchObject({
      status: 400,
      body: { error: 'clock-too-far' },
    });
  });

  test.each([
    ['on a holiday', '2026-11-23T09:41:00+09:00', '2026-11-24T08:30:00+09:00'],
    ['before the opening', '2026-11-24T03:00:00+09:00', '2026-11-24T08:30:00+09:00'],
    ['during the day', '2026-11-24T10:00:00+09:00', '2026-11-25T08:30:00+09:00'],
    ['at the very opening', '2026-11-24T08:30:00+09:00', '2026-11-25T08:30:00+09:00'],
    ['on a Friday', '2026-11-27T16:00:00+09:00', '2026-11-30T08:30:00+09:00'],
    ['before the new year', '2026-12-28T18:00:00+09:00', '2027-01-04T08:30:00+09:00'],
  ])('knows the next working morning %s', async (_, now, expected) => {
    await move(now);
    expect((await read()).nextMorning).toBe(new Date(expected).toISOString());
  });

  it('sends what is due when asked, and says how much', async () => {
    expect((await local.call('POST', '/local/tick')).body).toEqual({
      due: 3,
      sent: 2,
      failed: 1,
      pending: 0,
    });
    expect(ticks).toBe(1);
  });

  it('dates what is written by the moved clock', async () => {
    await move('2026-12-01T00:00:00Z');
    await local.act({ kind: 'message', text: 'いま', files: [] });
    expect(local.told).toMatchObject([{ timestamp: '2026-12-01T00:00:00.000Z' }]);
  });
});
