import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { giveTopic, join, planExchange } from './exchange-support';
import {
  carried,
  HR,
  inputs,
  MENTEE,
  MENTOR,
  OTHER_MENTOR,
  openDialog,
  pairUp,
  readBack,
  said,
  submitDialog,
  takeOffRoster,
  write,
} from './support';

const TEXT_TABLES = [
  'mentoring_answers',
  'mentoring_drafts',
  'mentoring_topics',
  'mentoring_goals',
  'mentoring_steps',
] as const;
const TABLES = [
  ...TEXT_TABLES,
  'mentoring_pairs',
  'mentoring_pair_events',
  'mentoring_check_ins',
  'mentoring_calls',
  'mentoring_exchanges',
  'mentoring_exchange_seats',
  'mentoring_exchange_topics',
  'mentoring_tips',
  'mentoring_awaited_files',
] as const;

let bot: TestBot;
let pair: string;
beforeEach(async () => {
  bot = await createTestBot();
  pair = await pairUp(bot);
});
afterEach(() => bot.close());

async function filled(tables: readonly (typeof TABLES)[number][] = TABLES): Promise<readonly string[]> {
  const counts = await Promise.all(
    tables.map(async (table) => [table, (await bot.store.db.selectFrom(table).selectAll().execute()).length]),
  );
  return counts.flatMap(([table, count]) => (count === 0 ? [] : [String(table)]));
}

async function sweep(at: string): Promise<void> {
  bot.at(at);
  await bot.bot.sweep();
}

const expired = async () =>
  (
    await bot.store.db
      .selectFrom('audit_log')
      .select(['actor', 'subject', 'detail', 'at'])
      .where('detail', 'like', '%expired%')
      .execute()
  ).map(({ detail, actor, subject }) => ({ actor, subject, ...JSON.parse(detail) }));

const SECRET = '係の手順を一人で説明できたと書く';

async function fillEverything(): Promise<void> {
  await write(bot, MENTEE, pair, { f_wentWell: SECRET, f_memo: SECRET });
  await write(bot, MENTEE, pair, { f_wentWell: `${SECRET}二` });
  await write(bot, MENTOR, pair, { f_topics: 'work', f_nextStep: SECRET, f_support: SECRET });
  await write(bot, MENTEE, pair, { f_hard: SECRET }, { number: 2, draft: true });
  const goals = await openDialog(bot, MENTEE, 'mentoring.goals', { pair });
  const goal = { f_newGoal: SECRET, f_firstStep: SECRET };
  await submitDialog(bot, MENTEE, 'mentoring.saveGoals', {
    ...carried(goals, 'mentoring.saveGoals'),
    ...inputs(goals),
    ...goal,
  });
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: MENTOR });
  const exchange = await planExchange(bot);
  await join(bot, MENTOR, exchange);
  await giveTopic(bot, MENTOR, exchange, 'ほめ方');
  await submitDialog(bot, HR, 'mentoring.exchangeSaveTip', { f_tip: 'まず聞くことから。' });
  await bot.tap(HR, 'mentoring.import', {});
}

test('every table is emptied when its time is over, at the turn of the 年度 and not a day before', async () => {
  await fillEverything();
  expect(await filled()).toEqual([...TABLES]);
  await sweep('2026-11-24T02:00:00Z');
  expect(await filled()).toEqual(TABLES.filter((table) => table !== 'mentoring_awaited_files'));

  // The pair ends on 2027-03-31. It is still that year's end in Tokyo, and no longer in Greenwich.
  await sweep('2028-03-31T14:59:00Z');
  expect(await filled(TEXT_TABLES)).toEqual([...TEXT_TABLES]);
  expect(await expired()).toEqual([]);
  await sweep('2028-03-31T15:00:00Z');
  const left = ['mentoring_pairs', 'mentoring_pair_events', 'mentoring_check_ins', 'mentoring_tips'];
  expect(await filled()).toEqual(left);
  expect(await expired()).toEqual([
    { actor: 'system', subject: 'mentoring', step: 'expired', texts: 6, calls: 1, exchanges: 1 },
  ]);
  expect(
    JSON.stringify(await bot.store.db.selectFrom('mentoring_check_ins').selectAll().execute()),
  ).toContain('2026-11-24');

  await sweep('2031-11-24T01:00:00Z');
  expect(await filled()).toEqual(left);
  await sweep('2031-11-25T01:00:00Z');
  expect(await filled()).toEqual(left.slice(0, 3));
  await sweep('2032-03-31T01:00:00Z');
  expect(await filled()).toEqual(left.slice(0, 3));
  await sweep('2032-04-01T01:00:00Z');
  expect(await filled()).toEqual([]);
  expect(await expired()).toMatchObject([{}, { tips: 1 }, { pairs: 1 }]);
});

test('a sweep that runs twice, or was not run for years, comes to the same', async () => {
  await fillEverything();
  for (const at of ['2032-04-01T01:00:00Z', '2032-04-01T02:00:00Z', '2032-04-02T01:00:00Z']) await sweep(at);
  expect(await filled()).toEqual([]);
  expect(await expired()).toHaveLength(1);
});

test('is not put off by a launch that has not taken place', async () => {
  const waiting = await createTestBot({ live: false });
  await pairUp(waiting, { from: '2024-04-01', until: '2025-03-31', today: '2025-03-01' });
  await waiting.store.db
    .updateTable('mentoring_pairs')
    .set({ from_on: '2020-04-01', until_on: '2021-03-31' })
    .execute();
  await waiting.bot.sweep();
  expect(await waiting.store.db.selectFrom('mentoring_pairs').selectAll().execute()).toEqual([]);
  await waiting.close();
});

test('a mentee who looks back after that reads that it is gone, and that they met', async () => {
  await fillEverything();
  await sweep('2028-04-03T01:00:00Z');
  const back = await readBack(bot, MENTEE, pair, 1);
  expect(back).toContain('面談 11/24(火)');
  expect(back).toContain('保存期間が過ぎたため消しました');
  expect(back).not.toContain(SECRET);
});

describe('somebody leaves', () => {
  test('the mentee: all that the two wrote goes after 30 days, what HR sees stays', async () => {
    await fillEverything();
    await takeOffRoster(bot, MENTEE, '2026-12-01T02:00:00Z');
    await sweep('2026-12-01T02:00:00Z');
    expect(await readBack(bot, MENTOR, pair)).toContain('見つかりませんでした');
    await sweep('2026-12-31T02:00:00Z');
    expect(await filled(TEXT_TABLES)).toEqual([...TEXT_TABLES]);
    await sweep('2027-01-01T02:00:00Z');
    expect(await filled(TEXT_TABLES)).toEqual([]);
    expect(await said(bot, HR, 'メンターの組み合わせ')).toContain('面談 1回');
  });

  test('the mentor: what was for the mentor alone goes, the mentee keeps what was shared', async () => {
    await write(bot, MENTEE, pair, { f_wentWell: SECRET });
    await write(bot, MENTOR, pair, { f_talked: '直す前の文', f_support: '自分への控え' });
    await write(bot, MENTOR, pair, { f_talked: '二人で読んだ文' });
    await write(bot, MENTOR, pair, { f_talked: '分かち合われない文' }, { number: 2 });
    await write(bot, MENTOR, pair, { f_talked: '下書きの文' }, { number: 3, draft: true });
    await takeOffRoster(bot, MENTOR);
    await sweep('2026-11-25T02:00:00Z');
    await sweep('2026-12-25T02:00:00Z');
    const kept = JSON.stringify(
      await bot.store.db.selectFrom('mentoring_answers').select('answer').execute(),
    );
    for (const gone of ['直す前の文', '自分への控え', '分かち合われない文']) expect(kept).not.toContain(gone);
    expect(await bot.store.db.selectFrom('mentoring_drafts').selectAll().execute()).toEqual([]);
    expect(await readBack(bot, MENTEE, pair, 1)).toContain('二人で読んだ文');
    expect(await readBack(bot, MENTEE, pair, 1)).toContain(SECRET);
    const before = (await expired()).length;
    await sweep('2026-12-26T02:00:00Z');
    expect(await expired()).toHaveLength(before);
  });

  test('a roster that is put right soon takes nothing away: the pair goes on', async () => {
    await fillEverything();
    const putBack = await takeOffRoster(bot, MENTOR);
    await sweep('2026-11-25T02:00:00Z');
    expect(await said(bot, MENTEE, '私のメンターは誰？')).toContain('に終わりました');
    await putBack();
    await sweep('2026-11-25T03:00:00Z');
    expect(await said(bot, MENTEE, '私のメンターは誰？')).not.toContain('に終わりました');
    expect(await readBack(bot, MENTOR, pair, 1)).toContain(SECRET);
    expect(shown(await bot.tap(HR, 'mentoring.show', { pair }))).toContain('再開（自動）');
  });

  test('unless HR has found another mentor meanwhile', async () => {
    const putBack = await takeOffRoster(bot, MENTOR);
    await sweep('2026-11-25T02:00:00Z');
    await bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${OTHER_MENTOR}`], page: 0 });
    await putBack();
    await sweep('2026-11-25T03:00:00Z');
    const pairs = await bot.store.db.selectFrom('mentoring_pairs').select(['mentor', 'state']).execute();
    expect(pairs).toContainEqual({ mentor: MENTOR, state: 'ended' });
    expect(pairs).toContainEqual({ mentor: OTHER_MENTOR, state: 'active' });
  });
});

test('a page of the year that was made does not outlive its link', async () => {
  await write(bot, MENTEE, pair, { f_wentWell: SECRET });
  await bot.tap(MENTEE, 'mentoring.summary', { pair });
  const pages = () => bot.store.db.selectFrom('file_links').select('name').execute();
  await sweep('2026-11-24T01:15:00Z');
  expect(await pages()).toHaveLength(1);
  await sweep('2026-11-24T01:15:01Z');
  expect(await pages()).toEqual([]);
});
