import type { Reply } from '../../../src/core/turn';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  carried,
  inputs,
  MENTEE,
  MENTOR,
  NOVEMBER,
  openDialog,
  pairUp,
  seen,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
let pair: string;
beforeEach(async () => {
  bot = await createTestBot();
  pair = await pairUp(bot);
});
afterEach(() => bot.close());

const key = () => ({ pair, from: NOVEMBER, number: 1 });
const open = (as: string): Promise<Reply> => openDialog(bot, as, 'mentoring.goals', { pair });
const send = (as: string, form: Reply, filled: Record<string, string>): Promise<Reply> =>
  submitDialog(bot, as, 'mentoring.saveGoals', {
    ...carried(form, 'mentoring.saveGoals'),
    ...inputs(form),
    ...filled,
  });
const set = async (as: string, filled: Record<string, string>) => send(as, await open(as), filled);
/** The first input of a kind. */
const input = (form: Reply, kind: 'f_goal_' | 'f_steps_' | 'f_step_'): string =>
  Object.keys(inputs(form)).find((id) => id.startsWith(kind)) ?? '';
const texts = async () =>
  (
    await bot.store.db
      .selectFrom('mentoring_goals')
      .select('text')
      .where('removed_at', 'is', null)
      .orderBy('created_at')
      .orderBy('text')
      .execute()
  ).map(({ text }) => text);

describe('goals', () => {
  async function set(as: string, filled: Record<string, string>) {
    const form = await openDialog(bot, as, 'mentoring.goals', { pair });
    const data = { ...carried(form, 'mentoring.saveGoals'), ...inputs(form), ...filled };
    return submitDialog(bot, as, 'mentoring.saveGoals', data);
  }

  test('steps carry over from card to card until they are done', async () => {
    await set(MENTEE, { f_newGoal: '窓口を一人で受け持つ', f_firstStep: '質問のメモを作る' });
    const form = await openDialog(bot, MENTOR, 'mentoring.write', key());
    expect(seen(form)).toContain('質問のメモを作る');
    await write(bot, MENTOR, pair);
    await write(bot, MENTEE, pair);
    bot.at('2026-12-10T01:00:00Z');
    const december = { ...key(), from: '2026-12-01' };
    const next = await openDialog(bot, MENTEE, 'mentoring.write', december);
    expect(seen(next)).toContain('質問のメモを作る');
    const step = await bot.store.db.selectFrom('mentoring_steps').select('id').executeTakeFirstOrThrow();
    await write(bot, MENTEE, pair, { f_steps: step.id }, { from: '2026-12-01' });
    expect(seen(await openDialog(bot, MENTOR, 'mentoring.write', december))).not.toContain(
      '質問のメモを作る',
    );
  });

  test('both change them, sent twice they are there once, and emptied they are taken back', async () => {
    await set(MENTEE, { f_newGoal: '窓口を一人で受け持つ' });
    await set(MENTEE, { f_newGoal: '窓口を一人で受け持つ' });
    const form = await openDialog(bot, MENTOR, 'mentoring.goals', { pair });
    const [field = ''] = Object.keys(inputs(form)).filter((id) => id.startsWith('f_goal_'));
    expect(Object.keys(inputs(form)).filter((id) => id.startsWith('f_goal_'))).toHaveLength(1);
    await set(MENTOR, { [field]: '' });
    const after = await openDialog(bot, MENTEE, 'mentoring.goals', { pair });
    expect(Object.keys(inputs(after)).filter((id) => id.startsWith('f_goal_'))).toEqual([]);
  });
});

test('what the other one adds or finishes while a dialog is open stays', async () => {
  const open = (as: string) => openDialog(bot, as, 'mentoring.goals', { pair });
  const send = (as: string, form: Awaited<ReturnType<typeof open>>, filled: Record<string, string>) =>
    submitDialog(bot, as, 'mentoring.saveGoals', {
      ...carried(form, 'mentoring.saveGoals'),
      ...inputs(form),
      ...filled,
    });
  await send(MENTEE, await open(MENTEE), { f_newGoal: '窓口を一人で受け持つ', f_firstStep: 'メモを作る' });
  const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
  const step = await bot.store.db.selectFrom('mentoring_steps').select('id').executeTakeFirstOrThrow();
  const [steps = ''] = Object.keys(inputs(theirs)).filter((id) => id.startsWith('f_steps_'));
  await send(MENTOR, theirs, { f_newGoal: 'メンターの足した目標', [steps]: step.id });
  await send(MENTEE, mine, { f_newGoal: 'メンティの足した目標' });
  const goals = await bot.store.db.selectFrom('mentoring_goals').select(['text', 'removed_at']).execute();
  expect(goals.map(({ removed_at }) => removed_at)).toEqual([null, null, null]);
  const after = await bot.store.db.selectFrom('mentoring_steps').select('done_at').executeTakeFirstOrThrow();
  expect(after.done_at).not.toBeNull();
});

describe('two who change the same text', () => {
  beforeEach(() => set(MENTEE, { f_newGoal: '窓口を一人で受け持つ', f_firstStep: 'メモを作る' }));

  test('the second one sees the newer text, nothing is saved, and decides', async () => {
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { [input(theirs, 'f_goal_')]: 'メンターの直した文' });
    const refused = await send(MENTEE, mine, {
      [input(mine, 'f_goal_')]: 'メンティの直した文',
      [input(mine, 'f_step_')]: '次に足すステップ',
    });
    expect(seen(refused)).toContain('この画面を開いたあとに「メンターの直した文」に直されています');
    expect(inputs(refused)[input(refused, 'f_goal_')]).toBe('メンティの直した文');
    expect(inputs(refused)[input(refused, 'f_step_')]).toBe('次に足すステップ');
    expect(await texts()).toEqual(['メンターの直した文']);
    expect(shown(await send(MENTEE, refused, {}))).toContain('保存しました');
    expect(await texts()).toEqual(['メンティの直した文']);
    expect(seen(await open(MENTOR))).toContain('次に足すステップ');
  });

  test('or leaves the newer one', async () => {
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { [input(theirs, 'f_goal_')]: 'メンターの直した文' });
    const refused = await send(MENTEE, mine, { [input(mine, 'f_goal_')]: 'メンティの直した文' });
    await send(MENTEE, refused, { [input(refused, 'f_goal_')]: 'メンターの直した文' });
    expect(await texts()).toEqual(['メンターの直した文']);
  });

  test('taking back what the other one has just changed is asked about as well', async () => {
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { [input(theirs, 'f_goal_')]: 'メンターの直した文' });
    const refused = await send(MENTEE, mine, { [input(mine, 'f_goal_')]: '' });
    expect(seen(refused)).toContain('「メンターの直した文」に直されています');
    expect(await texts()).toEqual(['メンターの直した文']);
  });

  test('a text typed for a goal that was taken back is not lost', async () => {
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { [input(theirs, 'f_goal_')]: '' });
    const refused = await send(MENTEE, mine, { [input(mine, 'f_goal_')]: 'メンティの直した文' });
    expect(seen(refused)).toContain(
      '「メンティの直した文」と直した目標は、この画面を開いたあとに取り下げられています',
    );
    expect(await texts()).toEqual([]);
    await send(MENTEE, refused, {});
    expect(await texts()).toEqual(['メンティの直した文']);
  });

  test('who changed nothing is not asked, and undoes nothing', async () => {
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { [input(theirs, 'f_goal_')]: 'メンターの直した文' });
    expect(shown(await send(MENTEE, mine, {}))).toContain('保存しました');
    expect(await texts()).toEqual(['メンターの直した文']);
  });

  test('the same dialog sent twice is no clash', async () => {
    const form = await open(MENTEE);
    const filled = { [input(form, 'f_goal_')]: '直した文', f_newGoal: '二つ目' };
    for (const _ of [1, 2]) expect(shown(await send(MENTEE, form, filled))).toContain('保存しました');
    expect(await texts()).toEqual(['直した文', '二つ目'].toSorted());
  });

  test('a goal for which there is no room any more is not dropped in silence', async () => {
    await set(MENTOR, { f_newGoal: '二つ目' });
    const [mine, theirs] = [await open(MENTEE), await open(MENTOR)];
    await send(MENTOR, theirs, { f_newGoal: '三つ目' });
    const refused = await send(MENTEE, mine, { f_newGoal: '四つ目' });
    expect(seen(refused)).toContain('目標は3つまでです');
    expect(inputs(refused).f_newGoal).toBe('四つ目');
    expect(await texts()).toHaveLength(3);
    await send(MENTEE, refused, { [input(refused, 'f_goal_')]: '' });
    expect(await texts()).toContain('四つ目');
  });

  test('versions that were forged decide nothing but whether one is asked', async () => {
    const form = await open(MENTOR);
    const goal = input(form, 'f_goal_');
    const forged = { shown: `${goal.slice('f_goal_'.length)}:0000`, done: 'x', [goal]: 'ほかの文' };
    expect(seen(await send(MENTOR, form, forged))).toContain('「窓口を一人で受け持つ」に直されています');
    expect(await texts()).toEqual(['窓口を一人で受け持つ']);
  });
});
