import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, HR_ADMIN, inputs, NARROW, openDialog, recipients, send, show, TEXT, write } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const GENERAL = {
  conversationId: '19:general@thread.tacv2',
  teamId: '19:general@thread.tacv2',
  team: '全庁連絡',
  channel: '',
  serviceUrl: 'https://smba.trafficmanager.net/jp/',
  reference: '{}',
};
const AT = new Date('2026-11-24T00:00:00Z');
const withoutApproval = () => bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'never' });
const onlyChannels = (channel: string) => ({ f_channels: channel, f_to: 'channels' });
const channels = () => bot.bot.announcements.channels;
const idOf = async () =>
  (await bot.store.db.selectFrom('team_channels').select('id').executeTakeFirstOrThrow()).id;

it('is posted once in a chosen channel, without anybody’s name, and counted apart from the people', async () => {
  await withoutApproval();
  await channels().seen(GENERAL, AT);
  const channel = await idOf();
  const id = await send(bot, EDITOR, {
    text: { f_bodyJa: '{氏名}へ。土曜日に停電します。' },
    plan: { f_channels: channel },
  });
  const posted = (await bot.deliver()).filter(({ to }) => to === channel);
  expect(posted.map(({ card }) => textsIn(card))).toEqual([expect.stringContaining('各位へ。')]);
  await bot.deliver();
  expect((await bot.deliver()).filter(({ to }) => to === channel)).toHaveLength(1);
  expect(await show(bot, EDITOR, id)).toContain('チャネルへの投稿 1／1件');
  expect(await show(bot, EDITOR, id)).toContain('届いた人 21／21人');
  // Who reads it there may open it, also outside its audience.
  expect(shown(await bot.tap('100050', 'announcements.view', { id }))).toContain('停電');
});

test.each([
  ['{氏名} さん（{所属}）\nお世話になります。', '各位\n\nお世話になります。'],
  ['{所属}の{氏名}様へ', '各位へ'],
  ['{所属}では{氏名}さんが', '各位では各位が'],
])('in a channel nobody is a 「さん」: %j', async (body, read) => {
  await withoutApproval();
  await channels().seen(GENERAL, AT);
  const channel = await idOf();
  await send(bot, EDITOR, { text: { f_bodyJa: body }, plan: { f_channels: channel } });
  const [posted] = (await bot.deliver()).filter(({ to }) => to === channel);
  expect(textsIn(posted?.card)).toContain(read);
  expect(textsIn(posted?.card)).not.toContain('さん');
});

it('what only channels show looks so before, to who writes, tests and approves it', async () => {
  await channels().seen(GENERAL, AT);
  const text = { f_bodyJa: '{氏名} さんへ。' };
  const id = await write(bot, EDITOR, { text, plan: onlyChannels(await idOf()) });
  const asked = await bot.tap(EDITOR, 'announcements.preview', { id });
  await bot.tap(EDITOR, 'announcements.test', { id });
  await bot.tap(EDITOR, 'announcements.send', { id });
  const sent = (await bot.deliver()).map(({ card }) => textsIn(card));
  for (const mode of ['preview', 'phone', 'test'])
    sent.push(shown(await bot.tap(EDITOR, 'announcements.view', { id, mode })));
  const looks = [shown(asked), ...sent].filter((one) => one.includes('へ。'));
  expect(looks.length).toBeGreaterThan(5);
  for (const look of looks) expect(look).toContain('各位へ。');
});

it('a channel that has gone is not offered, and a draft that names it goes out without', async () => {
  await channels().seen(GENERAL, AT);
  const channel = await idOf();
  await withoutApproval();
  const id = await write(bot, EDITOR, { plan: { f_channels: channel } });
  await channels().gone({ teamId: GENERAL.teamId }, AT);
  const plan = await openDialog(bot, EDITOR, 'announcements.edit', { id, page: 'plan' });
  expect(inputs(plan)).not.toHaveProperty('f_channels');
  await bot.tap(EDITOR, 'announcements.send', { id });
  expect((await bot.deliver()).filter(({ to }) => to === channel)).toEqual([]);
});

it('a channel that was not offered cannot be forged into a plan', async () => {
  await channels().seen(GENERAL, AT);
  const id = await write(bot, EDITOR, {
    text: TEXT,
    audience: NARROW,
    plan: { f_channels: '00000000-0000-4000-8000-00000000ffff' },
  });
  expect(await show(bot, EDITOR, id)).not.toContain('チャネル：');
});

it('who reads a channel is not known: a post there needs a second person, as all staff do', async () => {
  await channels().seen(GENERAL, AT);
  const id = await write(bot, EDITOR, { plan: { f_channels: await idOf() } });
  expect(shown(await bot.tap(EDITOR, 'announcements.askSend', { id }))).toContain('もう1人の承認');
});

it('goes to a channel alone: posted once, to nobody in person, and it is finished', async () => {
  await withoutApproval();
  await channels().seen(GENERAL, AT);
  const channel = await idOf();
  const id = await write(bot, EDITOR, { plan: onlyChannels(channel) });
  const asked = shown(await bot.tap(EDITOR, 'announcements.askSend', { id }));
  expect(asked).toContain('チャネルに1回ずつ出します：全庁連絡');
  expect(asked).not.toContain('人に送ります');
  await bot.tap(EDITOR, 'announcements.send', { id });
  const posted = (await bot.deliver()).filter(({ to }) => to === channel);
  expect(posted).toHaveLength(1);
  expect(await recipients(bot, id)).toEqual([]);
  await bot.deliver();
  const card = await show(bot, EDITOR, id);
  expect(card).toContain('送信完了');
  expect(card).toContain('一人ずつには届けません');
  expect(card).toContain('チャネルへの投稿 1／1件');
});

it.each([
  [{ f_channels: '', f_to: 'channels' }, {}, '出すチャネルがありません'],
  [null, { f_confirm: 'yes' }, '「確認しました」ボタンを付けられません'],
])('a post to %j alone with %j is not sent', async (plan, text, problem) => {
  await withoutApproval();
  await channels().seen(GENERAL, AT);
  const id = await write(bot, EDITOR, { plan: plan ?? onlyChannels(await idOf()), text });
  expect(await show(bot, EDITOR, id)).toContain(problem);
  await bot.tap(EDITOR, 'announcements.send', { id });
  expect(await show(bot, EDITOR, id)).toContain('下書き');
});

it('in the channel nobody is asked to confirm; who is in the audience confirms in their own chat', async () => {
  await withoutApproval();
  await channels().seen(GENERAL, AT);
  const channel = await idOf();
  const id = await send(bot, EDITOR, { text: { f_confirm: 'yes' }, plan: { f_channels: channel } });
  const posted = (await bot.deliver()).find(({ to }) => to === channel);
  expect(textsIn(posted?.card)).not.toContain('確認しました');
  expect(shown(await bot.tap('100050', 'announcements.view', { id }))).not.toContain('確認しました');
  expect(shown(await bot.tap('100050', 'announcements.confirm', { id }))).toContain('対象ではない');
  expect(shown(await bot.tap('100001', 'announcements.view', { id }))).toContain('確認しました');
});
