import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  EDITOR,
  EMPLOYEE,
  HR_ADMIN,
  inputs,
  lastCard,
  MANAGER,
  make,
  OTHER_ADMIN,
  openDialog,
  seen,
  start,
  startEmergency,
  submitDialog,
} from './support';

/** What goes out at any hour, past everybody's budget, is for HR's administrators alone. */

const CITIZENS = { f_sections: '市民課' };
const EMERGENCY = { ...CITIZENS, f_urgency: 'emergency' };
const NIGHT = '2026-11-29T14:00:00Z';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const urgencyOf = async (id: string) =>
  (await bot.store.db.selectFrom('polls').select('urgency').where('id', '=', id).executeTakeFirst())?.urgency;

async function letManagersPoll(): Promise<void> {
  const form = await openDialog(bot, HR_ADMIN, 'polls.settings');
  await submitDialog(bot, HR_ADMIN, 'polls.saveSettings', { ...inputs(form), f_managers: 'yes' });
}

test('the dialog offers an emergency to administrators only, and says so to the others', async () => {
  expect(seen(await openDialog(bot, HR_ADMIN, 'polls.new'))).toContain('緊急：時間外');
  const editors = seen(await openDialog(bot, EDITOR, 'polls.new'));
  expect(editors).not.toContain('緊急：時間外');
  expect(editors).toContain('人事課の管理者だけが選べ');
});

test.each([
  ['an editor', EDITOR],
  ['a manager', MANAGER],
])('what %s forges into the dialog becomes an ordinary one', async (_, who) => {
  await letManagersPoll();
  bot.at(NIGHT);
  const id = await start(bot, 'polls', EMERGENCY, who);
  expect(await urgencyOf(id)).toBe('safety');
  expect(await lastCard(bot, EMPLOYEE)).toBeNull();
});

test('an emergency that an administrator prepared is started by an administrator', async () => {
  bot.at(NIGHT);
  const id = await make(bot, 'polls', EMERGENCY, HR_ADMIN);
  expect(shown(await bot.tap(EDITOR, 'polls.start', { id }))).toContain('人事課の管理者だけ');
  expect(await lastCard(bot, EMPLOYEE)).toBeNull();
  await bot.tap(HR_ADMIN, 'polls.start', { id });
  expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('無事・参集できる');
});

test('an editor who changes an emergency makes an ordinary one of it', async () => {
  const id = await make(bot, 'polls', EMERGENCY, HR_ADMIN);
  const form = await openDialog(bot, EDITOR, 'polls.edit', { id });
  await submitDialog(bot, EDITOR, 'polls.save', { id, ...inputs(form) });
  expect(await urgencyOf(id)).toBe('safety');
});

test('sent again at night: at once by an administrator, at opening and within the budget by an editor', async () => {
  bot.at(NIGHT);
  const id = await startEmergency(bot, CITIZENS);
  await bot.deliver();
  const countOf = async () => {
    const to = await bot.aadOf(EMPLOYEE);
    return (await bot.deliver()).filter((one) => one.to === to).length;
  };
  expect(shown(await bot.tap(EDITOR, 'polls.remind', { id, round: 0 }))).toContain('開庁時間に');
  expect(await countOf()).toBe(1);
  expect(shown(await bot.tap(HR_ADMIN, 'polls.remind', { id, round: 1 }))).toContain('もう一度送りました');
  expect(await countOf()).toBe(2);
  bot.at('2026-11-29T23:30:00Z');
  expect(await countOf()).toBe(2);
  expect(await bot.store.db.selectFrom('proactive_messages').selectAll().execute()).toEqual([]);
});

test('the other administrators are told of an emergency at once, by whom and how many', async () => {
  bot.at(NIGHT);
  await startEmergency(bot, CITIZENS);
  const told = await bot.store.db
    .selectFrom('deliveries')
    .select(['recipient', 'payload', 'state'])
    .where('dedupe_key', 'like', '%:admins:%')
    .execute();
  expect(told.map(({ recipient }) => recipient)).toEqual([await bot.aadOf(OTHER_ADMIN)]);
  expect(told[0]?.payload).toContain('架空本 幸一さんが、緊急の安否・参集の確認を始めました（対象 21人）');
});

test('of a matter that is no 安否 nothing is said of the official system', async () => {
  const id = await start(bot, 'polls', { ...CITIZENS, f_urgency: 'other', f_question: '訓練に出られますか' });
  const card = textsIn(await lastCard(bot, EMPLOYEE));
  expect(card).toContain('確認のお願い');
  expect(card).not.toContain('補助手段');
  expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).not.toContain('補助手段');
});

test('nothing is started before the launch, and afterwards only those who try the bot are asked', async () => {
  await bot.close();
  bot = await createTestBot({ live: false });
  for (const kind of ['polls', 'pulse'] as const) {
    const id = await make(bot, kind);
    expect(shown(await bot.tap(EDITOR, `${kind}.start`, { id }))).toContain('公開前');
  }
  expect(await bot.store.db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
  const plan = JSON.stringify({ publishOn: null, pilot: ['市民課'] });
  await bot.store.db.insertInto('settings').values({ key: 'launch', value: plan }).execute();
  const id = await start(bot, 'polls');
  const asked = await bot.store.db
    .selectFrom('poll_members')
    .select('section')
    .where('poll_id', '=', id)
    .execute();
  expect(new Set(asked.map(({ section }) => section))).toEqual(new Set(['市民課', '人事課']));
});
