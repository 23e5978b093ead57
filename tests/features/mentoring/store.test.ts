import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  carried,
  HR,
  inputs,
  MENTEE,
  MENTOR,
  NOVEMBER,
  OTHER_HR,
  openDialog,
  pairUp,
  readBack,
  SECOND,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

test('of three who give a mentor a mentee at the same moment, two succeed', async () => {
  const accept = (as: string, mentee: string) =>
    bot.tap(as, 'mentoring.accept', { pairs: [`${mentee}:${MENTOR}`], page: 0 });
  await Promise.all([accept(HR, MENTEE), accept(OTHER_HR, SECOND), accept(HR, '100022')]);
  const pairs = await bot.store.db.selectFrom('mentoring_pairs').selectAll().execute();
  expect(pairs).toHaveLength(2);
});

test('two who give a mentee a mentor at the same moment make one pair', async () => {
  const accept = (mentor: string) =>
    bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${mentor}`], page: 0 });
  await Promise.all([accept(MENTOR), accept('100009')]);
  expect(await bot.store.db.selectFrom('mentoring_pairs').selectAll().execute()).toHaveLength(1);
});

test('both sides who send at the same moment meet in one check-in, and read each other', async () => {
  const pair = await pairUp(bot);
  await Promise.all([
    write(bot, MENTEE, pair, { f_wentWell: '受付の順番を覚えました' }),
    write(bot, MENTOR, pair, { f_nextStep: '要綱を読む' }),
  ]);
  const checkIns = await bot.store.db.selectFrom('mentoring_check_ins').selectAll().execute();
  expect(checkIns).toHaveLength(1);
  expect(checkIns[0]).toMatchObject({ from_on: NOVEMBER, met_on: '2026-11-24' });
  expect(await readBack(bot, MENTOR, pair)).toContain('受付の順番を覚えました');
  expect(await readBack(bot, MENTEE, pair)).toContain('要綱を読む');
});

test('a dialog sent five times at once is one answer; a call tapped five times is one call', async () => {
  const pair = await pairUp(bot);
  const form = await openDialog(bot, MENTEE, 'mentoring.write', { pair, from: NOVEMBER, number: 1 });
  const data = { ...carried(form, 'mentoring.save'), ...inputs(form), f_hard: '電話の取り次ぎ' };
  const times = Array.from({ length: 5 });
  await Promise.all(times.map(() => submitDialog(bot, MENTEE, 'mentoring.save', data)));
  expect(await bot.store.db.selectFrom('mentoring_answers').selectAll().execute()).toHaveLength(1);
  const call = { pair, kind: 'help', reader: HR };
  await Promise.all(times.map(() => bot.tap(MENTEE, 'mentoring.call', call)));
  expect(await bot.store.db.selectFrom('mentoring_calls').selectAll().execute()).toHaveLength(1);
});

test('goals added by both at the same moment are at most three', async () => {
  const pair = await pairUp(bot);
  const add = (as: string, text: string) =>
    submitDialog(bot, as, 'mentoring.saveGoals', { pair, sure: 1, f_newGoal: text, f_firstStep: '一歩' });
  await Promise.all([add(MENTEE, '目標1'), add(MENTOR, '目標2'), add(MENTEE, '目標3'), add(MENTOR, '目標4')]);
  expect(await bot.store.db.selectFrom('mentoring_goals').selectAll().execute()).toHaveLength(3);
});

test('the database refuses what makes no sense of a pair', async () => {
  const pair = await pairUp(bot);
  const { db } = bot.store;
  const set = (values: object) =>
    db.updateTable('mentoring_pairs').set(values).where('id', '=', pair).execute();
  await expect(set({ mentor: MENTEE })).rejects.toThrow();
  await expect(set({ state: 'ended' })).rejects.toThrow();
  await expect(set({ early: 'daily' })).rejects.toThrow();
  expect(shown(await bot.tap(HR, 'mentoring.show', { pair }))).toContain('継続中');
});
