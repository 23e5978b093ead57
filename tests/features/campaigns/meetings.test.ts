import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { carried, EDITOR, inputs, openDialog, run, STRESS_ADMIN, seen, submitDialog } from './support';

const EMPLOYEE = '100001';
/** The roster's 一次評定者 of the employee; the 所属長 is another one. */
const EVALUATOR = '100005';
const MANAGER = '100003';

let bot: TestBot;
let id: string;
beforeEach(async () => {
  bot = await createTestBot();
  id = await run(bot, EDITOR, 'appraisal', {
    basics: { f_title: '面談' },
    audience: { f_only: '100001\n100006\n100003' },
  });
});
afterEach(() => bot.close());

const state = async (): Promise<string | undefined> =>
  (
    await bot.store.db
      .selectFrom('campaign_members')
      .select('state')
      .where('campaign_id', '=', id)
      .where('employee', '=', EMPLOYEE)
      .executeTakeFirst()
  )?.state;
const sentTo = async (employee: string) => {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(({ to }) => to === aad).map(({ card }) => textsIn(card));
};
const record = (as: string, days: Record<string, string>) =>
  submitDialog(bot, as, 'campaigns.saveMeetings', {
    id,
    page: 0,
    turn: 'close',
    shown: Object.keys(days).map((key) => key.slice(2)),
    ...days,
  });
const confirm = () =>
  bot.tap(EMPLOYEE, 'reminders.choose', {
    digest: 'open',
    thing: `campaign:${id}`,
    page: 0,
    choice: 'confirm',
  });

it('the evaluator records, the employee confirms, and only then it is done', async () => {
  await bot.bot.sweep();
  expect((await sentTo(EVALUATOR)).join('\n')).toContain('実施日の記録がまだ');
  const dialog = await openDialog(bot, EVALUATOR, 'campaigns.meetings', { id });
  expect(seen(dialog)).toContain('仮沢 さくら');
  expect(Object.keys(inputs(dialog))).toContain(`d_${EMPLOYEE}`);
  expect(shown(await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-20' }))).toContain(
    '1人分を記録しました',
  );
  expect(await state()).toBe('open');
  bot.at('2026-11-25T01:00:00Z');
  await bot.bot.sweep();
  expect((await sentTo(EMPLOYEE)).join('\n')).toContain('11/20(金)で合っていますか');
  expect(shown(await confirm())).toContain('確認しました');
  expect(await state()).toBe('done');
});

it('another day asks the evaluator, and a change by either side asks the other anew', async () => {
  await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-20' });
  bot.at('2026-11-25T01:00:00Z');
  const own = await openDialog(bot, EMPLOYEE, 'campaigns.ownDay', { id });
  expect(inputs(own).f_day).toBe('2026-11-20');
  const future = await submitDialog(bot, EMPLOYEE, 'campaigns.saveOwnDay', { id, f_day: '2026-12-25' });
  expect(seen(future)).toContain('今日まで');
  const said = await submitDialog(bot, EMPLOYEE, 'campaigns.saveOwnDay', { id, f_day: '2026-11-19' });
  expect(shown(said)).toContain('確認を待ちます');
  expect(await state()).toBe('open');
  await bot.bot.sweep();
  expect((await sentTo(EVALUATOR)).join('\n')).toContain('日付が違うと答えた人：仮沢 さくら');
  bot.at('2026-11-26T01:00:00Z');
  await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-19' });
  expect(await state()).toBe('done');
  bot.at('2026-11-27T01:00:00Z');
  await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-18' });
  expect(await state()).toBe('open');
  await bot.bot.sweep();
  expect((await sentTo(EMPLOYEE)).join('\n')).toContain('11/18(水)で合っていますか');
});

it('nobody records for people whom they do not appraise: not the 所属長, not HR, not by forged numbers', async () => {
  for (const person of [MANAGER, EDITOR, STRESS_ADMIN, EMPLOYEE])
    await record(person, { [`d_${EMPLOYEE}`]: '2026-11-20' });
  expect(await bot.store.db.selectFrom('campaign_meetings').selectAll().execute()).toHaveLength(0);
  await record(EVALUATOR, { d_100003: '2026-11-20', [`d_${EMPLOYEE}`]: '2027-01-01' });
  expect(await bot.store.db.selectFrom('campaign_meetings').selectAll().execute()).toHaveLength(0);
  expect(seen(await openDialog(bot, '100030', 'campaigns.ownDay', { id }))).toContain('いまはできません');
});

it('the same record sent twice asks nobody twice', async () => {
  await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-20' });
  bot.at('2026-11-25T01:00:00Z');
  expect(shown(await record(EVALUATOR, { [`d_${EMPLOYEE}`]: '2026-11-20' }))).toContain(
    '変わったところはありません',
  );
  await confirm();
  await confirm();
  expect(await state()).toBe('done');
});

it('holds no score, and tells HR who has no evaluator', async () => {
  const columns = Object.keys(
    (await bot.store.db.selectFrom('campaign_members').selectAll().executeTakeFirstOrThrow()) ?? {},
  );
  expect(columns.join()).not.toMatch(/score|result|rank|grade/);
  const { id: noEvaluator } = { id: '100002' };
  const draft = await openDialog(bot, EDITOR, 'campaigns.new', { template: 'appraisal' });
  const made = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...carried(draft, 'campaigns.save'),
    ...inputs(draft),
    turn: 'next',
  });
  const saved = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...carried(made, 'campaigns.save'),
    ...inputs(made),
    f_only: noEvaluator,
    turn: 'close',
  });
  expect(shown(saved)).toContain('評定者が名簿にない人 1人：試木 勝');
});
