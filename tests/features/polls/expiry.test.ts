import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, OUTSIDER, reachedIn, start } from './support';

/** What is kept is forgotten when the guide for the information officer says so. */

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const count = async (table: 'polls' | 'poll_members' | 'pulse_surveys' | 'pulse_tallies' | 'thanks_cards') =>
  (await bot.store.db.selectFrom(table).selectAll().execute()).length;

test('answers of a poll until the end of the 年度 after its end, its question for three years', async () => {
  const closed = await start(bot, 'polls', { f_sections: '市民課' });
  await bot.tap(EMPLOYEE, 'polls.answer', { id: closed, choice: 0 });
  await bot.tap(EDITOR, 'polls.close', { id: closed });
  const open = await start(bot, 'polls', { f_sections: '税務課' });
  const asked = await count('poll_members');
  bot.at('2028-03-31T14:59:00Z');
  await bot.bot.sweep();
  expect(await count('poll_members')).toBe(asked);
  bot.at('2028-03-31T15:00:00Z');
  await bot.bot.sweep();
  expect(await count('poll_members')).toBe(asked - 21);
  expect(shown(await bot.tap(EDITOR, 'polls.show', { id: closed }))).toContain(
    '保存期間が過ぎたため消しました',
  );
  bot.at('2030-01-01T00:00:00Z');
  await bot.bot.sweep();
  const left = await bot.store.db.selectFrom('polls').select('id').execute();
  expect(left).toEqual([{ id: open }]);
  const audit = await bot.store.db
    .selectFrom('audit_log')
    .select(['actor', 'detail'])
    .where('subject', '=', 'polls')
    .execute();
  expect(audit.map(({ actor, detail }) => [actor, detail])).toEqual([
    ['system', '{"step":"expired","answers":21}'],
    ['system', '{"step":"expired","polls":1}'],
  ]);
});

test('a survey, with its counts and comments, for three years', async () => {
  const [voter = ''] = await reachedIn(bot, '企画部');
  const id = await start(bot, 'pulse', { f_departments: '企画部' });
  await bot.tap(voter, 'pulse.vote', { id, choice: 0 });
  await bot.tap(EDITOR, 'pulse.close', { id });
  bot.at('2029-11-23T01:00:00Z');
  await bot.bot.sweep();
  expect(await count('pulse_surveys')).toBe(1);
  bot.at('2029-11-26T01:00:00Z');
  await bot.bot.sweep();
  expect([await count('pulse_surveys'), await count('pulse_tallies')]).toEqual([0, 0]);
});

test('thanks until the end of the 年度 after', async () => {
  const card = await bot.tap(EMPLOYEE, 'thanks.write', { to: OUTSIDER });
  const data = JSON.stringify(card.messages);
  const id = /"id":"([0-9a-f-]{36})"/.exec(data)?.[1];
  await bot.tap(EMPLOYEE, 'thanks.send', { id, to: OUTSIDER });
  bot.at('2028-03-31T14:59:00Z');
  await bot.bot.sweep();
  expect(await count('thanks_cards')).toBe(1);
  bot.at('2028-03-31T15:00:00Z');
  await bot.bot.sweep();
  expect(await count('thanks_cards')).toBe(0);
});
