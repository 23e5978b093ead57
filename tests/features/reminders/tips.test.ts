import { assert, constantFrom, property, subarray } from 'fast-check';
import { addDays, day } from '../../../src/core/calendar/day';
import type { Role } from '../../../src/features/directory';
import { nextTip, TIP_IDS, type TipId, tipsFor } from '../../../src/features/reminders/tips';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { SyntheticSource } from './synthetic-source';

const STAFF = '100001';
const ROLES: Role[] = ['manager', 'clerk', 'mentor', 'hr_editor', 'hr_admin'];
const TODAY = day.parse('2026-11-24');

it('never gives the same tip twice in a row, and all that fit before one comes again', () => {
  assert(
    property(subarray(ROLES), constantFrom(...TIP_IDS), (roles, first) => {
      const person = { roles: new Set(roles) };
      const fitting = tipsFor(person, TODAY);
      const seen: TipId[] = [];
      let last: TipId | null = first;
      for (let count = 0; count < fitting.length; count += 1) {
        const next: TipId | null = nextTip(person, last, TODAY);
        expect(next).not.toBe(last);
        if (next !== null) seen.push(next);
        last = next;
      }
      expect(new Set(seen)).toEqual(new Set(fitting));
    }),
  );
});

it('fits the role and the season', () => {
  const staff = { roles: new Set<Role>() };
  expect(tipsFor(staff, TODAY)[0]).toBe('self-assessment');
  expect(tipsFor(staff, day.parse('2027-02-01'))).not.toContain('self-assessment');
  expect(tipsFor(staff, TODAY)).not.toContain('section');
  expect(tipsFor({ roles: new Set<Role>(['manager']) }, TODAY)).toContain('section');
});

describe('a digest', () => {
  let bot: TestBot;
  let source: SyntheticSource;
  beforeEach(async () => {
    source = new SyntheticSource();
    bot = await createTestBot({ reminderSources: [source] });
  });
  afterEach(() => bot.close());

  const texts = async (): Promise<readonly string[]> =>
    (await bot.deliver()).map(({ card }) => textsIn(card));
  const HEADING = 'こんなことも聞けます';

  it('carries one tip, another one the next time', async () => {
    source.add(STAFF);
    const [first = ''] = await texts();
    expect(first.split(HEADING)).toHaveLength(2);
    expect(first).toContain('自己申告書はいつまで？');
    bot.at(`${addDays(TODAY, 1)}T01:00:00Z`);
    source.add(STAFF, { title: '次の用件' });
    const [, second = ''] = await texts();
    expect(second).toContain(HEADING);
    expect(second).not.toContain('自己申告書はいつまで？');
  });

  it('carries none once its reader has turned them off, until they are wanted again', async () => {
    expect(shown(await bot.say(STAFF, 'リマインドの設定'))).toContain('を付けない');
    expect(shown(await bot.tap(STAFF, 'reminders.tips', { wanted: 0 }))).toContain('もう付けません');
    await bot.tap(STAFF, 'reminders.tips', { wanted: 0 });
    source.add(STAFF);
    expect((await texts())[0]).not.toContain(HEADING);
    await bot.tap(STAFF, 'reminders.tips', { wanted: 1 });
    bot.at(`${addDays(TODAY, 1)}T01:00:00Z`);
    source.add(STAFF, { title: '次の用件' });
    expect((await texts())[1]).toContain(HEADING);
  });

  it.each([{}, { wanted: 7 }, { wanted: 'x' }, null])(
    'a forged tap with %j changes nothing',
    async (data) => {
      await bot.tap(STAFF, 'reminders.tips', data);
      source.add(STAFF);
      expect((await texts())[0]).toContain(HEADING);
    },
  );
});
