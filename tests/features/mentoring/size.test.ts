import { MAX_CARD_LENGTH } from '../../../src/cards/define-card';
import type { Reply } from '../../../src/core/turn';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  carried,
  HR,
  inputs,
  MENTEE,
  MENTOR,
  openDialog,
  pairUp,
  seen,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

/** As long as a form takes, of signs that a card has to escape. */
const long = '*_'.repeat(250);

const lengthOf = ({ invoke }: Reply): number =>
  invoke !== null && 'card' in invoke ? JSON.stringify(invoke.card).length : 0;

test('the longest answers, drafts and goals fit into their dialogs', async () => {
  const pair = await pairUp(bot);
  for (const text of ['目標あ', '目標い', '目標う']) {
    const form = await openDialog(bot, MENTEE, 'mentoring.goals', { pair });
    const filled = { f_newGoal: text.padEnd(100, '*'), f_firstStep: '歩'.padEnd(100, '_') };
    const data = { ...carried(form, 'mentoring.saveGoals'), ...inputs(form), ...filled };
    await submitDialog(bot, MENTEE, 'mentoring.saveGoals', data);
  }
  for (const step of ['a', 'b', 'c', 'd', 'e']) {
    const form = await openDialog(bot, MENTEE, 'mentoring.goals', { pair });
    const steps = Object.keys(inputs(form)).filter((id) => id.startsWith('f_step_'));
    const filled = Object.fromEntries(steps.map((id) => [id, step.padEnd(100, '*')]));
    const data = { ...carried(form, 'mentoring.saveGoals'), ...inputs(form), ...filled };
    await submitDialog(bot, MENTEE, 'mentoring.saveGoals', data);
  }
  const mentees = {
    f_wentWell: long,
    f_hard: long,
    f_learn: long,
    f_memo: long,
    f_mood: 'hard',
    f_wishToTalk: 'yes',
  };
  const topics = 'work,people,hours,learning,career,life,other';
  const mentors = {
    f_talked: long,
    f_nextStep: long,
    f_support: long,
    f_topics: topics,
    f_nextOn: '2026-12-03',
  };
  for (const [as, filled] of [
    [MENTEE, mentees],
    [MENTOR, mentors],
  ] as const)
    expect(shown(await write(bot, as, pair, filled, { sure: true }))).toContain('記録しました');
  const key = { pair, from: '2026-11-01', number: 1 };
  for (const as of [MENTEE, MENTOR])
    for (const reply of [
      await openDialog(bot, as, 'mentoring.write', key),
      await openDialog(bot, as, 'mentoring.records', { pair, page: 0 }),
      await openDialog(bot, as, 'mentoring.goals', { pair }),
    ]) {
      expect(lengthOf(reply)).toBeGreaterThan(500);
      expect(lengthOf(reply)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
    }
  const distress = { ...mentees, f_hard: `死にたい${long}`.slice(0, 500) };
  const warned = await write(bot, MENTEE, pair, distress);
  expect(seen(warned)).toContain('まだ何も保存していません');
  expect(lengthOf(warned)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
});

test('what is longer than the form allows is cut, not refused with the loss of it all', async () => {
  const pair = await pairUp(bot);
  await write(bot, MENTEE, pair, { f_wentWell: 'あ'.repeat(900) });
  const row = await bot.store.db.selectFrom('mentoring_answers').select('answer').executeTakeFirstOrThrow();
  expect(JSON.parse(row.answer).wentWell).toHaveLength(500);
});

test('lists of HR page, however many pairs there are', async () => {
  for (let page = 0; page < 3; page += 1) {
    const card = await bot.tap(HR, 'mentoring.suggest', { page: 0 });
    const [all] = (JSON.stringify(card.invoke).match(/"pairs":\[("[^\]]+")\]/g) ?? []).toReversed();
    if (all !== undefined) await bot.tap(HR, 'mentoring.accept', { ...JSON.parse(`{${all}}`), page: 0 });
  }
  const { count } = await bot.store.db
    .selectFrom('mentoring_pairs')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBeGreaterThan(12);
  const first = await bot.tap(HR, 'mentoring.list', { page: 0 });
  const last = await bot.tap(HR, 'mentoring.list', { page: 99 });
  expect(shown(first)).toContain('次へ');
  expect(shown(last)).toContain('前へ');
  expect(shown(last)).not.toContain('次へ');
  for (const reply of [first, last]) expect(lengthOf(reply)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
  expect(shown(first)).not.toBe(shown(last));
});
