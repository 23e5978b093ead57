import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, start } from '../polls/support';

/** The daily sweep empties what was said, but not while a feature may still change it. */

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const said = async (job: string): Promise<number> => {
  await bot.bot.sweep();
  const rows = await bot.store.db
    .selectFrom('deliveries')
    .select('payload')
    .where('job_id', 'like', job)
    .where('payload', '!=', 'null')
    .execute();
  return rows.length;
};

test('cards of a poll stay until 30 days after they were sent and it is closed; closing still changes them', async () => {
  const id = await start(bot, 'polls', { f_sections: '市民課' });
  await bot.deliver();
  const asked = await said(`poll:${id}:0`);
  expect(asked).toBeGreaterThan(10);
  bot.at('2027-02-01T01:00:00Z');
  expect(await said(`poll:${id}:0`)).toBe(asked);
  await bot.tap(EDITOR, 'polls.close', { id });
  await bot.deliver();
  bot.at('2027-02-02T01:00:00Z');
  expect(await said(`poll:${id}:0`)).toBe(0);
  expect(await said(`poll:${id}:closed`)).toBe(asked);
  expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).toContain('終了');
  expect(shown(await bot.tap(EMPLOYEE, 'polls.own', { id }))).toContain('終了');
  const notes = await bot.store.db
    .selectFrom('audit_log')
    .select(['actor', 'detail'])
    .where('action', '=', 'messages-forgotten')
    .execute();
  expect(notes.length).toBeGreaterThan(0);
  expect(new Set(notes.map(({ actor }) => actor))).toEqual(new Set(['system']));
});
