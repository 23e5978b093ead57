import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, HR_ADMIN, inputs, make, openDialog, reachedIn, seen, start, submitDialog } from './support';

const PLANNING = { f_departments: '企画部' };

let bot: TestBot;
let people: readonly string[];
beforeEach(async () => {
  bot = await createTestBot();
  people = await reachedIn(bot, '企画部');
});
afterEach(() => bot.close());

const cardsOf = async (employee: string) => {
  const to = await bot.aadOf(employee);
  return (await bot.deliver()).filter((one) => one.to === to).map(({ card }) => textsIn(card));
};
const results = async (employee: string) =>
  (await cardsOf(employee)).filter((text) => text.includes('締切日を過ぎたので'));
const participants = () => bot.store.db.selectFrom('pulse_participants').selectAll().execute();

test('two weeks are proposed; whoever is asked and HR read the last day', async () => {
  const form = await openDialog(bot, EDITOR, 'pulse.new', { id: '' });
  expect(inputs(form).f_closesOn).toBe('2026-12-08');
  expect(inputs(await openDialog(bot, EDITOR, 'polls.new', { id: '' }))).not.toHaveProperty('f_closesOn');
  const id = await start(bot, 'pulse', { ...PLANNING, f_closesOn: '2026-12-11' });
  expect(await cardsOf(people[0] ?? '')).toEqual([expect.stringContaining('回答は12/11(金)までです。')]);
  expect(shown(await bot.tap(EDITOR, 'pulse.show', { id }))).toContain('締切 12/11(金)');
});

test.each(['', '2026-11-24', '2027-01-24'])('the last day cannot be 「%s」', async (f_closesOn) => {
  await expect(make(bot, 'pulse', { f_closesOn })).rejects.toThrow(/締切日/u);
});

test('a draft that has lain until after its last day does not start', async () => {
  const id = await make(bot, 'pulse', PLANNING);
  bot.at('2026-12-09T01:00:00Z');
  expect(shown(await bot.tap(EDITOR, 'pulse.start', { id }))).toContain('締切日が過ぎています');
  expect(await participants()).toEqual([]);
  const form = await openDialog(bot, EDITOR, 'pulse.edit', { id });
  await submitDialog(bot, EDITOR, 'pulse.save', { id, ...inputs(form), f_closesOn: '2026-12-10' });
  expect(shown(await bot.tap(EDITOR, 'pulse.start', { id }))).toContain('受付中');
});

test('after its last day it ends by itself: nobody knows who took part, and HR gets the results once', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  for (const person of people.slice(0, 12)) await bot.tap(person, 'pulse.vote', { id, choice: 0 });
  bot.at('2026-12-08T14:59:00Z');
  await bot.bot.sweep();
  expect(await participants()).toHaveLength(people.length);
  expect(shown(await bot.tap(people[12] ?? '', 'pulse.vote', { id, choice: 1 }))).toContain('受け付けました');
  bot.at('2026-12-08T15:00:00Z');
  await Promise.all([bot.bot.sweep(), bot.bot.sweep()]);
  expect(await participants()).toEqual([]);
  expect(shown(await bot.tap(people[13] ?? '', 'pulse.vote', { id, choice: 0 }))).toContain('終了しました');
  // At night nobody is written to.
  expect(await results(EDITOR)).toEqual([]);
  bot.at('2026-12-08T23:30:00Z');
  await bot.bot.sweep();
  const [card, ...more] = await results(EDITOR);
  expect(card).toContain('全体（回答 13人）');
  expect(more).toEqual([]);
  expect(await results(HR_ADMIN)).toEqual([]);
  const closings = await bot.store.db
    .selectFrom('audit_log')
    .select(['actor', 'detail'])
    .where('action', '=', 'survey-changed')
    .where('detail', 'like', '%close%')
    .execute();
  expect(closings).toEqual([{ actor: 'system', detail: '{"step":"close"}' }]);
});

test('one that was made before there were last days ends two weeks after its start', async () => {
  const id = await start(bot, 'pulse', { ...PLANNING, f_closesOn: '2027-01-10' });
  await bot.store.write((tx) => tx.updateTable('pulse_surveys').set({ closes_on: null }).execute());
  bot.at('2026-12-08T15:00:00Z');
  await bot.bot.sweep();
  expect(seen(await bot.tap(EDITOR, 'pulse.show', { id }))).toContain('終了');
  expect(await participants()).toEqual([]);
});

test('where who made it has left HR, all who answer for HR get the results', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  await bot.store.write((tx) =>
    tx
      .updateTable('pulse_surveys')
      .set({ created_by: people[0] ?? '' })
      .where('id', '=', id)
      .execute(),
  );
  bot.at('2026-12-09T01:00:00Z');
  await bot.bot.sweep();
  expect(await results(EDITOR)).toHaveLength(1);
  expect(await results('100067')).toHaveLength(1);
  expect(await results(people[0] ?? '')).toEqual([]);
});
