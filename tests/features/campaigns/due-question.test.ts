import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, run } from './support';

const COLLEAGUE = '100030';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
  await run(bot, EDITOR, 'self_assessment', { audience: { f_only: EMPLOYEE } });
});
afterEach(() => bot.close());

it.each([
  '自己申告書はいつまで？',
  '自己申告書いつまで',
  '自己申告書の期限は？',
  '自己申告書の締切教えて',
  '自己申告書のフォームどこ',
  '自己申告のリンクください',
])('«%s» is answered with one’s own due day and form', async (text) => {
  const card = await bot.say(EMPLOYEE, text);
  expect(shown(card)).toContain('期限：12/18(金)');
  expect(JSON.stringify(card)).toContain('https://logoform.example.jp/f/abc');
});

it('so is an English question', async () => {
  const card = await bot.say(EMPLOYEE, 'When is the self-assessment form due?', 'en');
  expect(shown(card)).toContain('Due Fri 18 Dec');
  expect(shown(await bot.say(EMPLOYEE, 'What is the deadline of the grant?', 'en'))).not.toContain('Due Fri');
});

it('whoever has done it sees that, and the day', async () => {
  const card = await bot.say(EMPLOYEE, '自己申告書出しました');
  await bot.tap(EMPLOYEE, 'reminders.choose', { ...buttonData(card, 'reminders.choose'), choice: 'done' });
  const asked = shown(await bot.say(EMPLOYEE, '自己申告書はいつまで？'));
  expect(asked).toContain('提出済み');
  expect(asked).toContain('期限：12/18(金)');
});

it('whoever it is not for gets what the knowledge says', async () => {
  expect(shown(await bot.say(COLLEAGUE, '自己申告書はいつまで？'))).not.toContain('12/18');
});

it.each([
  '自己申告書の期限を過ぎたらどうなりますか',
  '資格取得の助成の申請期限は？',
  '自己申告書には何を書くの',
])('«%s» is a question of the rules', async (text) => {
  expect(shown(await bot.say(EMPLOYEE, text))).not.toContain('提出しました');
});

it('who writes that it is done is told which button records it; the notification names the request', async () => {
  const reply = await bot.say(EMPLOYEE, '自己申告書出しました');
  expect(shown(reply)).toContain('済んでいるものは「提出しました」を押すと記録されます。');
  const [card] = reply.messages;
  expect(card?.kind === 'card' && card.summary).toContain('自己申告書の提出');
});

it('who says again that it is done is not offered the button of another request', async () => {
  const other = {
    basics: { f_title: '通勤届' },
    audience: { f_only: EMPLOYEE },
    card: { f_titleJa: '通勤届' },
  };
  await run(bot, EDITOR, 'submission', other);
  const card = await bot.say(EMPLOYEE, '自己申告書出しました');
  await bot.tap(EMPLOYEE, 'reminders.choose', { ...buttonData(card, 'reminders.choose'), choice: 'done' });
  const again = shown(await bot.say(EMPLOYEE, '自己申告書出しました'));
  expect(again).toContain('提出済み');
  expect(again).not.toContain('通勤届');
  expect(shown(await bot.say(EMPLOYEE, '提出するもの'))).toContain('通勤届');
});

it('of a paused request nobody is reminded, but that it is done can be said', async () => {
  const [campaign] = await bot.store.db.selectFrom('campaigns').select('id').execute();
  await bot.tap(EDITOR, 'campaigns.pause', { id: campaign?.id });
  const card = await bot.say(EMPLOYEE, '自己申告書出しました');
  expect(shown(card)).toContain('一時停止中');
  const done = { ...buttonData(card, 'reminders.choose'), choice: 'done' };
  expect(shown(await bot.tap(EMPLOYEE, 'reminders.choose', done))).toContain('記録しました');
});
