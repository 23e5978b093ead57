import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, inputs, NARROW, openDialog, receivedBy, recipients, send, show, write } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const drafts = () =>
  bot.store.db.selectFrom('announcements').selectAll().where('state', '=', 'draft').execute();
const DECEMBER_OPEN_DAYS = { first: '2026-12-01T01:00:00Z', third: '2026-12-03T01:00:00Z' };

it('each month a draft is made with the last text and shown to who wrote it; it goes out only by their doing', async () => {
  const id = await write(bot, EDITOR, { audience: NARROW, plan: { f_repeatOn: '3' } }, 'compliance');
  await bot.tap(EDITOR, 'announcements.send', { id });
  await bot.deliver();
  bot.at('2026-11-30T01:00:00Z');
  await bot.bot.sweep();
  bot.at(DECEMBER_OPEN_DAYS.first);
  await bot.bot.sweep();
  expect(await drafts()).toEqual([]);
  bot.at(DECEMBER_OPEN_DAYS.third);
  await bot.bot.sweep();
  await bot.bot.sweep();
  const [issue, ...more] = await drafts();
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ series: id, issue: '2026-12', created_by: EDITOR });
  expect(await recipients(bot, issue?.id ?? '')).toEqual([]);
  const told = (await receivedBy(bot, EDITOR)).map(({ card }) => textsIn(card));
  expect(told.some((text) => text.includes('令和8年12月号の下書きができました'))).toBe(true);

  // Not confirmed, it is not followed by another.
  bot.at('2027-01-08T01:00:00Z');
  await bot.bot.sweep();
  expect(await drafts()).toHaveLength(1);
  await bot.tap(EDITOR, 'announcements.send', { id: issue?.id });
  await bot.deliver();
  bot.at('2027-02-03T01:00:00Z');
  await bot.bot.sweep();
  expect((await drafts()).map((row) => row.issue)).toEqual(['2027-02']);
});

it('thrown away, this month’s draft is not made again; stopped, none is', async () => {
  const id = await write(bot, EDITOR, { audience: NARROW }, 'compliance');
  await bot.tap(EDITOR, 'announcements.send', { id });
  await bot.deliver();
  bot.at(DECEMBER_OPEN_DAYS.first);
  await bot.bot.sweep();
  const [issue] = await drafts();
  await bot.tap(EDITOR, 'announcements.discard', { id: issue?.id });
  await bot.bot.sweep();
  expect(await drafts()).toEqual([]);
  bot.at('2027-01-04T01:00:00Z');
  await bot.bot.sweep();
  expect(await drafts()).toHaveLength(1);
  await bot.tap(EDITOR, 'announcements.discard', { id: (await drafts())[0]?.id });
  expect(shown(await bot.tap(EDITOR, 'announcements.stopRepeat', { id }))).toContain('やめました');
  bot.at('2027-02-03T01:00:00Z');
  await bot.bot.sweep();
  expect(await drafts()).toEqual([]);
});

it('stopped from an older issue’s card too, after a word on what that means', async () => {
  const id = await write(bot, EDITOR, { audience: NARROW }, 'compliance');
  await bot.tap(EDITOR, 'announcements.send', { id });
  await bot.deliver();
  bot.at(DECEMBER_OPEN_DAYS.first);
  await bot.bot.sweep();
  const [issue] = await drafts();
  const asked = await bot.tap(EDITOR, 'announcements.askStopRepeat', { id });
  expect(shown(asked)).toContain('次の月から、下書きを作りません');
  await bot.tap(EDITOR, 'announcements.stopRepeat', buttonData(asked, 'announcements.stopRepeat'));
  expect(await show(bot, EDITOR, issue?.id ?? '')).not.toContain('くり返し');
  await bot.tap(EDITOR, 'announcements.send', { id: issue?.id });
  await bot.deliver();
  bot.at('2027-01-08T01:00:00Z');
  await bot.bot.sweep();
  expect(await drafts()).toEqual([]);
});

it('a working day that no month has is refused with those that it has', async () => {
  await expect(write(bot, EDITOR, { plan: { f_repeatOn: '19' } }, 'compliance')).rejects.toThrow(
    '「下書きを作る日」は1〜18の数字にしてください。',
  );
});

it('the learning digest holds what one can apply for, and the next issue only what has come since', async () => {
  const form = await openDialog(bot, EDITOR, 'announcements.new', { template: 'offerings' });
  const body = inputs(form).f_bodyJa ?? '';
  const lines = body.split('\n').filter((line) => line.startsWith('- '));
  expect(lines.length).toBeGreaterThan(0);
  // What a phone shows; the rest can be asked for.
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(body).toContain('と聞いてください');
  expect(body).not.toContain('前回');
  const id = await write(bot, EDITOR, { text: { f_titleJa: '学習情報', f_bodyJa: body } }, 'offerings');
  await bot.tap(EDITOR, 'announcements.send', { id });
  await bot.deliver();
  bot.at(DECEMBER_OPEN_DAYS.first);
  await bot.bot.sweep();
  const [issue] = await drafts();
  const next: string = JSON.parse(issue?.content ?? '{}').ja.body;
  for (const line of lines) expect(next).not.toContain(line);
  expect(next).not.toContain('いま申し込める研修です');
});

it('what is told once is never repeated', async () => {
  await send(bot, EDITOR);
  await bot.deliver();
  bot.at('2027-01-08T01:00:00Z');
  await bot.bot.sweep();
  expect(await drafts()).toEqual([]);
});
