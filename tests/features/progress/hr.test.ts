import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { run } from '../campaigns/support';
import {
  auditOf,
  choicesOf,
  EDITOR,
  handIn,
  MEMBERS,
  nameOf,
  OTHER_STAFF,
  PART_TIME,
  runSubmission,
  STAFF,
} from './support';

const AWAY = '100093';

let bot: TestBot;
let id: string;

beforeEach(async () => {
  bot = await createTestBot();
  id = await runSubmission(bot, [...MEMBERS, AWAY]);
  await handIn(bot, id, STAFF);
});
afterEach(() => bot.close());

const bars = (value: unknown): number[][] => {
  if (value === null || typeof value !== 'object') return [];
  if ('type' in value && value.type === 'ColumnSet' && 'columns' in value && Array.isArray(value.columns)) {
    const widths = value.columns.map(({ width }: { width: unknown }) => width);
    if (widths.every((width) => typeof width === 'number')) return [widths];
  }
  return Object.values(value).flatMap(bars);
};

it('«進捗» of one campaign shows figures and a bar of columns for each section, where most is missing first', async () => {
  const reply = await bot.say(EDITOR, '進捗');
  const text = shown(reply);
  expect(text).toContain('提出済み 1／8人（12%）');
  expect(text).toContain('このほか休業中 1人');
  expect(text.indexOf('税務課')).toBeLessThan(text.indexOf('市民課'));
  expect(text).toContain('0／2人　0%');
  expect(text).toContain('1／6人　16%');
  expect(bars(reply.messages)).toEqual([[1, 7], [2], [1, 5]]);
  expect(JSON.stringify(reply)).not.toMatch(/"type":"(Image|Chart)/);
});

it('of several campaigns there is a list; news that ask for nothing are not in it', async () => {
  await run(bot, EDITOR, 'self_assessment', { audience: { f_only: MEMBERS.join('\n') } });
  await run(bot, EDITOR, 'course_call', { basics: { f_title: '募集のお知らせ' } });
  const text = shown(await bot.say(EDITOR, '提出状況は？'));
  expect(text).toContain('職員証（再任用の補足分）');
  expect(text).toContain('自己申告書');
  expect(text).not.toContain('募集のお知らせ');
});

it('what is due first stands first, and a meeting of a section is held, not handed in', async () => {
  await run(bot, EDITOR, 'exchange_meeting', {
    basics: { f_title: '職場意見交換会', f_dueOn: '2026-11-29' },
    audience: { f_only: '100003' },
  });
  const text = shown(await bot.say(EDITOR, '進捗'));
  expect(text.indexOf('職場意見交換会')).toBeLessThan(text.indexOf('職員証'));
  expect(text).toContain('実施済み 0／1人');
});

it('of a due day that is no open day, after the last open one, only the day is named', async () => {
  const due = { basics: { f_title: '届', f_dueOn: '2026-11-29' }, audience: { f_only: STAFF } };
  await run(bot, EDITOR, 'submission', due);
  bot.at('2026-11-27T10:00:00+09:00');
  expect(shown(await bot.say(EDITOR, '進捗'))).toContain('期限 11/29(日)\n');
  const own = shown(await bot.say(STAFF, '提出するもの'));
  expect(own).toContain('期限：11/29(日)\n');
  expect(own).toContain('期限まぢか');
  expect(own).not.toContain('あと0');
});

it('the list is paged, and filtered by who owes, who is done, who is on leave, and a section', async () => {
  const list = (data: object) => bot.tap(EDITOR, 'progress.members', { id, ...data });
  const [staff, away, other] = await Promise.all([STAFF, AWAY, OTHER_STAFF].map((one) => nameOf(bot, one)));
  const owes = await list({ filter: 'owes' });
  expect(shown(owes)).toContain('未提出：7人');
  expect(shown(owes)).not.toContain(staff);
  expect(choicesOf(owes, 'section')).toEqual(['all', '市民課', '税務課']);
  expect(shown(await list({ filter: 'done' }))).toContain(`市民課　${staff}\n提出済み　本人　11/24(火)`);
  expect(shown(await list({ filter: 'away' }))).toContain(`税務課　${away}\n未提出　休業中`);
  const section = shown(await list({ filter: 'owes', section: '税務課' }));
  expect(section).toContain('未提出：2人');
  expect(section).toContain(other);
  expect(section).not.toContain('市民課　');
});

it('who cannot be reached is a filter of its own; who has few hours is marked', async () => {
  await bot.deliver();
  const aad = await bot.aadOf(OTHER_STAFF);
  await bot.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'unreachable', error: 'blocked', ended_at: '2026-11-24T01:00:00.000Z' })
      .where('recipient', '=', aad)
      .execute(),
  );
  const text = shown(await bot.tap(EDITOR, 'progress.members', { id, filter: 'unreachable' }));
  expect(text).toContain('Teamsで届かない：1人');
  expect(text).toContain(await nameOf(bot, OTHER_STAFF));
  const all = shown(await bot.tap(EDITOR, 'progress.members', { id, filter: 'all' }));
  expect(all).toContain(`${await nameOf(bot, PART_TIME)}\n未提出　手元にTeamsがない（短時間勤務）`);
});

it('480 people fit into cards page by page, and a page beyond the end is the last', async () => {
  const all = await run(bot, EDITOR, 'submission', { basics: { f_title: '全員の届' } });
  const first = shown(await bot.tap(EDITOR, 'progress.sections', { id: all }));
  expect(first).toContain('1／7ページ');
  const list = shown(await bot.tap(EDITOR, 'progress.members', { id: all, filter: 'all', page: 999 }));
  expect(list).toMatch(/(\d+)／\1ページ/);
  const record = await bot.tap(EDITOR, 'progress.recording', { id: all });
  expect(choicesOf(record, 'people')).toHaveLength(15);
});

it('each look at members is in the audit log, without a name', async () => {
  await bot.tap(EDITOR, 'progress.sections', { id });
  await bot.tap(EDITOR, 'progress.members', { id, filter: 'owes' });
  const entries = await auditOf(bot, 'campaign-members-read');
  expect(entries.map(({ actor, subject, detail }) => [actor, subject, JSON.parse(detail).what])).toEqual([
    [EDITOR, id, 'sections'],
    [EDITOR, id, 'list'],
  ]);
});

it('the campaign’s card leads to it, and it is still there after the end', async () => {
  await bot.tap(EDITOR, 'campaigns.end', { id });
  const card = await bot.tap(EDITOR, 'campaigns.show', { id });
  expect(JSON.stringify(card)).toContain('"verb":"progress.sections"');
  expect(shown(await bot.tap(EDITOR, 'progress.sections', { id }))).toContain('終了しました');
});

it('what stands past its day is on HR’s list after as many open days as the campaign says, told once', async () => {
  bot.at('2026-12-23T01:00:00Z');
  expect(shown(await bot.say(EDITOR, '進捗'))).toContain('期限から3開庁日を過ぎました。未提出は7人です。');
  const aad = await bot.aadOf(EDITOR);
  const toldTo = async () =>
    (await bot.deliver())
      .filter(({ to }) => to === aad)
      .map(({ card }) => textsIn(card))
      .filter((text) => text.includes('期限を過ぎて未提出 7人'));
  // It rides along, or comes alone on the first open day of a week.
  bot.at('2026-12-28T01:00:00Z');
  const [told] = await toldTo();
  expect(told).toContain('未提出の多い所属：市民課 5人、税務課 2人');
  bot.at('2027-01-04T01:00:00Z');
  expect(await toldTo()).toHaveLength(1);
});

it('nothing runs: said politely', async () => {
  await bot.tap(EDITOR, 'campaigns.end', { id });
  expect(shown(await bot.say(EDITOR, '進捗'))).toBe('進捗を見る依頼は、いまはありません。');
});
