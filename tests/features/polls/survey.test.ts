import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  EDITOR,
  EMPLOYEE,
  inputs,
  lastCard,
  make,
  openDialog,
  reachedIn,
  seen,
  start,
  submitDialog,
} from './support';

const PLANNING = { f_departments: '企画部' };

let bot: TestBot;
let people: readonly string[];
beforeEach(async () => {
  bot = await createTestBot();
  people = await reachedIn(bot, '企画部');
});
afterEach(() => bot.close());

const vote = (employee: string, id: string, choice: number) =>
  bot.tap(employee, 'pulse.vote', { id, choice });
const voters = (count: number) => people.slice(0, count);

test('that a vote is final and has no name is said before the tap', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  const [first = ''] = people;
  const card = textsIn(await lastCard(bot, first));
  expect(card).toContain('変えたり取り消したりできません');
  expect(card).toContain('結びつけられません');
  expect(card).toContain('10人以上');
  const done = shown(await vote(first, id, 1));
  expect(done).toContain('受け付けました');
  expect(done).not.toContain('ややそう思う');
});

test('a second vote, of another card, of a dialog, or at the same moment, changes nothing', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  const [first = ''] = people;
  await Promise.all([vote(first, id, 1), vote(first, id, 4)]);
  await vote(first, id, 0);
  await submitDialog(bot, first, 'pulse.comment', { id, f_choice: '2', f_comment: 'もう一度' });
  expect(seen(await openDialog(bot, first, 'pulse.commentForm', { id }))).toContain('受け付けました');
  const tallies = await bot.store.db.selectFrom('pulse_tallies').selectAll().execute();
  expect(tallies.reduce((sum, { votes }) => sum + votes, 0)).toBe(1);
  expect(await bot.store.db.selectFrom('pulse_comments').selectAll().execute()).toEqual([]);
});

test('who was not asked cannot vote, nor can anybody for what was not offered, or after the end', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  expect(shown(await vote(EMPLOYEE, id, 0))).toContain('対象ではありません');
  await vote(people[0] ?? '', id, 5);
  await bot.tap(EDITOR, 'pulse.close', { id });
  expect(shown(await vote(people[1] ?? '', id, 0))).toContain('終了しました');
  const votes = await bot.store.db.selectFrom('pulse_tallies').selectAll().where('votes', '>', 0).execute();
  expect(votes).toEqual([]);
});

test('nobody sees a result while it is open, nor below ten answers', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  for (const person of voters(9)) await vote(person, id, 0);
  const open = shown(await bot.tap(EDITOR, 'pulse.show', { id }));
  expect(open).toMatch(/回答した人数 9／\d+人/);
  expect(open).not.toMatch(/約|%以上|%未満/);
  await bot.tap(EDITOR, 'pulse.close', { id });
  expect(shown(await bot.tap(EDITOR, 'pulse.show', { id }))).toContain('10人に満たない');
  expect(shown(await bot.tap(EDITOR, 'pulse.comments', { id }))).toContain('10人に満たない');
});

test('from ten answers on the shares are bars, and never tell that all answered the same', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  for (const person of voters(10)) await vote(person, id, 0);
  const closed = shown(await bot.tap(EDITOR, 'pulse.close', { id }));
  expect(closed).toContain('全体（回答 10人）');
  expect(closed).toContain('90%以上');
  expect(closed).not.toMatch(/100%|約0%/);
});

test('comments are shown after the end, without section or time', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  for (const [index, person] of voters(11).entries())
    await submitDialog(bot, person, 'pulse.comment', { id, f_choice: '1', f_comment: `意見${index}番` });
  expect(shown(await bot.tap(EDITOR, 'pulse.comments', { id }))).not.toContain('意見');
  await bot.tap(EDITOR, 'pulse.close', { id });
  const comments = shown(await bot.tap(EDITOR, 'pulse.comments', { id }));
  for (let index = 0; index < 11; index += 1) expect(comments).toContain(`意見${index}番`);
  expect(comments).not.toMatch(/企画政策課|情報政策課|11\/24|10:00/);
});

test('a sensitive comment is not stored: the desks are shown, and the vote is still open', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  const [first = ''] = people;
  const form = await openDialog(bot, first, 'pulse.commentForm', { id });
  const reply = await submitDialog(bot, first, 'pulse.comment', {
    id,
    ...inputs(form),
    f_choice: '4',
    f_comment: '課長のパワハラで死にたいです',
  });
  expect(shown(reply)).toContain('保存していません');
  expect(await bot.store.db.selectFrom('pulse_comments').selectAll().execute()).toEqual([]);
  expect(shown(await vote(first, id, 4))).toContain('受け付けました');
});

test('one that ends before everybody’s budget has room says so before it starts', async () => {
  const soon = await make(bot, 'pulse', { ...PLANNING, f_closesOn: '2026-11-27' });
  expect(shown(await bot.tap(EDITOR, 'pulse.show', { id: soon }))).toContain('締切まで7日ないため');
  const later = await make(bot, 'pulse', PLANNING);
  expect(shown(await bot.tap(EDITOR, 'pulse.show', { id: later }))).not.toContain('締切まで7日ないため');
});

test('fewer than ten people are not asked', async () => {
  const id = await make(bot, 'pulse', { f_only: people.slice(0, 9).join('\n') });
  expect(shown(await bot.tap(EDITOR, 'pulse.start', { id }))).toContain('10人以上');
  expect(await bot.store.db.selectFrom('pulse_participants').selectAll().execute()).toEqual([]);
});

test('only HR starts, reads and closes one', async () => {
  const id = await start(bot, 'pulse', PLANNING);
  for (const verb of ['pulse.show', 'pulse.close', 'pulse.discard', 'pulse.askClose'])
    expect(shown(await bot.tap(people[0] ?? '', verb, { id }))).toContain('人事課の担当者だけ');
  expect(shown(await bot.tap(EDITOR, 'pulse.show', { id }))).toContain('受付中');
});

describe('two surveys side by side', () => {
  const except = (count: number) => ({ ...PLANNING, f_except: people.slice(0, count).join('\n') });
  const tapStart = async (id: string) => shown(await bot.tap(EDITOR, 'pulse.start', { id }));

  test('of people who differ by a few are refused, open or closed: the difference would be those few', async () => {
    const first = await start(bot, 'pulse', PLANNING);
    expect(await tapStart(await make(bot, 'pulse', except(1)))).toContain('数人だけ違う');
    await bot.tap(EDITOR, 'pulse.close', { id: first });
    bot.at('2027-01-12T01:00:00Z');
    expect(await tapStart(await make(bot, 'pulse', except(9)))).toContain('数人だけ違う');
    bot.at('2027-03-01T01:00:00Z');
    expect(await tapStart(await make(bot, 'pulse', except(1)))).toContain('受付中');
  });

  test('of the same people, of ten others more, or of none in common, are fine', async () => {
    await start(bot, 'pulse', PLANNING);
    for (const audience of [PLANNING, {}, { f_departments: '市民環境部' }])
      expect(await tapStart(await make(bot, 'pulse', audience))).toContain('受付中');
  });
});
