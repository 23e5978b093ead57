import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, HR_ADMIN, lastCard, MANAGER, OUTSIDER, start, startEmergency } from './support';

/** A 所属長, and who stands in for one, see who of their section has not answered; never of a survey. */

const CITIZENS = { f_sections: '市民課' };
/** 課長補佐 of 市民課, who stands in for its 課長 until 11/30. */
const DEPUTY = '100004';
/** 課長 of 企画政策課. */
const OTHER_MANAGER = '100024';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const ofSection = async (who: string, id: string) => shown(await bot.tap(who, 'polls.section', { id }));

test.each([
  ['the 所属長', MANAGER],
  ['who stands in for them', DEPUTY],
])('%s finds the names with one tap on the card that they got', async (_, who) => {
  const id = await startEmergency(bot, CITIZENS);
  const card = await lastCard(bot, who);
  const data = buttonData(
    { messages: [{ kind: 'card', card, summary: '' }], invoke: null } as never,
    'polls.section',
  );
  await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 2 });
  const list = shown(await bot.tap(who, 'polls.section', data));
  expect(list).toContain('所属の未回答者（19／20人）');
  expect(list).toContain('仮山 由美子');
  // Neither who has answered, nor what, nor oneself.
  expect(list).not.toMatch(/仮沢 さくら|けが等あり/);
  expect(list).not.toContain(who === MANAGER ? '試橋 正樹' : '仮池 和彦');
  const read = await bot.store.db
    .selectFrom('audit_log')
    .select(['actor', 'subject'])
    .where('action', '=', 'poll-answers-read')
    .execute();
  expect(read).toEqual([{ actor: who, subject: id }]);
});

test('nobody else does, and a deputy only as long as they stand in', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  for (const who of [EMPLOYEE, OUTSIDER, OTHER_MANAGER])
    expect(await ofSection(who, id)).toBe('この確認は見つかりませんでした。');
  expect(textsIn(await lastCard(bot, EMPLOYEE))).not.toContain('所属の未回答者');
  bot.at('2026-12-01T01:00:00Z');
  expect(await ofSection(DEPUTY, id)).toBe('この確認は見つかりませんでした。');
  expect(await ofSection(MANAGER, id)).toContain('（20／20人）');
});

test('each sees the own section only', async () => {
  const id = await start(bot, 'polls');
  const list = await ofSection(MANAGER, id);
  expect(list).toContain('市民課');
  expect(list).not.toMatch(/税務課|企画政策課/);
});

test('「安否確認」 shows what one is asked and how the own section stands', async () => {
  await start(bot, 'polls', CITIZENS);
  const own = shown(await bot.say(EMPLOYEE, '安否確認'));
  expect(own).toContain('あなたの回答：まだ');
  expect(own).not.toMatch(/所属の未回答|始める/);
  const manager = shown(await bot.say(MANAGER, '安否確認'));
  expect(manager).toContain('所属の未回答 20／20人');
  expect(shown(await bot.say(EDITOR, '安否確認'))).toContain('受付中');
});

test.each([
  '安否確認の状況',
  '安否の未回答者',
  '安否確認に回答したい',
  '参集の回答を変えたい',
  '匿名アンケートの結果を見たい',
  'safety check status',
])('「%s」 leads there too', async (text) => {
  await start(bot, 'polls', CITIZENS);
  expect(shown(await bot.say(MANAGER, text))).toContain('所属の未回答 20／20人');
});

test('a manager is told in the digest after an open day, at once on asking, until nobody is missing', async () => {
  const id = await startEmergency(bot, CITIZENS);
  await bot.deliver();
  const digests = async (who: string) => {
    const to = await bot.aadOf(who);
    const cards = (await bot.deliver()).filter((one) => one.to === to);
    return cards.map(({ card }) => textsIn(card)).filter((text) => text.includes('所属の未回答者：'));
  };
  expect(shown(await bot.say(MANAGER, '提出するもの'))).toContain('未回答 20人：');
  expect(await digests(MANAGER)).toEqual([]);
  bot.at('2026-11-25T01:00:00Z');
  const [told] = await digests(MANAGER);
  expect(told).toContain('ほか10人');
  expect(await digests(DEPUTY)).toHaveLength(1);
  expect(await digests(OTHER_MANAGER)).toEqual([]);
  await bot.tap(HR_ADMIN, 'polls.close', { id });
  expect(shown(await bot.say(MANAGER, '提出するもの'))).not.toContain('所属の未回答者');
  expect(await ofSection(MANAGER, id)).toContain('終了しました');
});

test('of an anonymous survey nobody sees who is missing', async () => {
  const id = await start(bot, 'pulse');
  for (const who of [MANAGER, DEPUTY, HR_ADMIN]) {
    expect(await ofSection(who, id)).toBe('この確認は見つかりませんでした。');
    expect(shown(await bot.say(who, '安否確認'))).not.toMatch(/未回答 \d/);
    expect(shown(await bot.say(who, '提出するもの'))).not.toContain('所属の未回答者');
  }
});
