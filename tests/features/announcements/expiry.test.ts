import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { audited, EDITOR, EMPLOYEE, HR_ADMIN, recipients, send, show, write } from './support';

/** What is kept is forgotten when the guide for the information officer says so. */

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const count = async (
  table: 'announcements' | 'announcement_recipients' | 'announcement_posts' | 'team_channels',
) => (await bot.store.db.selectFrom(table).selectAll().execute()).length;
const sweepAt = async (instant: string): Promise<void> => {
  bot.at(instant);
  await bot.bot.sweep();
};
/** The last moment of the 年度 after that of 2026-11-24 in Tokyo, and the one after it. */
const LAST = '2028-03-31T14:59:00Z';
const AFTER = '2028-03-31T15:00:00Z';
const BUTTONS = ['show', 'report', 'people', 'csv', 'askWithdraw', 'withdraw', 'preview', 'test', 'pause'];

async function sentAndConfirmed(): Promise<string> {
  const id = await send(bot, EDITOR, { text: { f_confirm: 'yes' } });
  await bot.deliver();
  await bot.tap(EMPLOYEE, 'announcements.confirm', { id });
  const [message] = await bot.store.db
    .selectFrom('announcement_recipients as recipient')
    .innerJoin('deliveries as delivery', 'delivery.id', 'recipient.delivery_id')
    .select('delivery.activity_id')
    .where('recipient.employee', '=', EMPLOYEE)
    .execute();
  await bot.turn(await bot.aadOf(EMPLOYEE), { kind: 'reaction', to: String(message?.activity_id) });
  await bot.bot.announcements.watch(new Date('2026-11-24T01:05:00Z'));
  return id;
}

it('who got, confirmed and reacted is known until the end of the 年度 after; HR is told, and can press everything', async () => {
  const id = await sentAndConfirmed();
  expect(await show(bot, EDITOR, id)).toContain('送信完了');
  await sweepAt(LAST);
  expect(await count('announcement_recipients')).toBe(21);
  const own = (await recipients(bot, id)).find(({ employee }) => employee === EMPLOYEE);
  expect([own?.confirmed_at, own?.reacted_at]).not.toContain(null);
  await sweepAt(AFTER);
  expect(await count('announcement_recipients')).toBe(0);
  const report = shown(await bot.tap(EDITOR, 'announcements.report', { id }));
  expect(report).toContain('保存期間が過ぎたため消しました');
  for (const verb of BUTTONS)
    expect(shown(await bot.tap(HR_ADMIN, `announcements.${verb}`, { id }))).not.toBe('');
  expect(shown(await bot.tap(EMPLOYEE, 'announcements.confirm', { id }))).toContain('あなたあてではない');
  expect((await audited(bot)).filter((step) => step.startsWith('system expired'))).toHaveLength(1);
});

it('what was said stays for three years after it went out, and then its card says that it is gone', async () => {
  const id = await sentAndConfirmed();
  await sweepAt('2029-11-23T15:00:00Z');
  expect(await count('announcements')).toBe(1);
  await sweepAt('2029-11-24T15:00:00Z');
  expect(await count('announcements')).toBe(0);
  for (const verb of BUTTONS)
    expect(shown(await bot.tap(EDITOR, `announcements.${verb}`, { id }))).toContain('見つかりません');
});

it('a draft that was never sent goes at the end of the 年度 after its last change; one that is paused stays', async () => {
  await write(bot, EDITOR);
  const paused = await send(bot, EDITOR);
  await bot.tap(EDITOR, 'announcements.pause', { id: paused });
  await sweepAt(LAST);
  expect(await count('announcements')).toBe(2);
  await sweepAt(AFTER);
  const left = await bot.store.db.selectFrom('announcements').select('id').execute();
  expect(left).toEqual([{ id: paused }]);
  expect(await count('announcement_recipients')).toBe(21);
});

it('a channel that the bot has left is known as long as an announcement names it', async () => {
  const address = { serviceUrl: 'https://smba.trafficmanager.net/jp/', reference: '{}' };
  const channel = (name: string) => ({
    conversationId: `19:${name}@thread.tacv2`,
    teamId: '19:t@thread.tacv2',
    team: '全庁',
    channel: name,
    ...address,
  });
  const at = new Date('2026-11-24T01:00:00Z');
  for (const name of ['研修', '雑談', '残る']) await bot.bot.announcements.channels.seen(channel(name), at);
  const rows = await bot.store.db.selectFrom('team_channels').select(['id', 'channel']).execute();
  const named = rows.find((row) => row.channel === '研修')?.id ?? '';
  await bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'never' });
  await send(bot, EDITOR, { plan: { f_channels: named } });
  await bot.deliver();
  await bot.bot.announcements.watch(at);
  for (const name of ['研修', '雑談'])
    await bot.bot.announcements.channels.gone({ conversationId: channel(name).conversationId }, at);
  const known = async () =>
    (await bot.store.db.selectFrom('team_channels').select('channel').orderBy('channel').execute()).map(
      (row) => row.channel,
    );
  await sweepAt('2026-11-25T01:00:00Z');
  expect((await known()).toSorted()).toEqual(['残る', '研修'].toSorted());
  await sweepAt('2029-11-24T15:00:00Z');
  expect([await known(), await count('announcement_posts')]).toEqual([['残る'], 0]);
});
