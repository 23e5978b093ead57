import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  carried,
  EDITOR,
  EMPLOYEE,
  inputs,
  lastCard,
  OUTSIDER,
  openDialog,
  seen,
  start,
  startEmergency,
  submitDialog,
} from './support';

/** What those who are asked do with a poll. */

const CITIZENS = { f_sections: '市民課' };

let bot: TestBot;
const answersOf = (employee: string) =>
  bot.store.db
    .selectFrom('poll_members')
    .select(['answer', 'comment'])
    .where('employee', '=', employee)
    .where('answer', 'is not', null)
    .execute();
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

test('one tap answers, another one changes it, until it is closed', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  expect(shown(await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 }))).toContain(
    'あなたの回答：無事・参集できる',
  );
  expect(shown(await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 2 }))).toContain(
    'あなたの回答：けが等あり',
  );
  expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).toMatch(/回答 1／\d+人/);
  await bot.tap(EDITOR, 'polls.close', { id });
  const late = shown(await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 }));
  expect(late).toContain('あなたの回答：けが等あり');
  expect(late).toContain('終了しました');
});

test('a comment is given in a dialog, and a later tap keeps it', async () => {
  const id = await startEmergency(bot, CITIZENS);
  const form = await openDialog(bot, EMPLOYEE, 'polls.commentForm', { id });
  await submitDialog(bot, EMPLOYEE, 'polls.comment', {
    id,
    ...inputs(form),
    f_choice: '1',
    f_comment: '橋が通れません。*至急*',
  });
  await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 });
  const all = shown(await bot.tap(EDITOR, 'polls.people', { id, filter: 'all' }));
  expect(all).toContain('無事・参集できる');
  expect(all).toContain('橋が通れません');
});

test('who was not asked cannot answer, and no answer is one that was not offered', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  expect(shown(await bot.tap(OUTSIDER, 'polls.answer', { id, choice: 0 }))).toContain('対象ではありません');
  await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 6 });
  const answered = await bot.store.db
    .selectFrom('poll_members')
    .selectAll()
    .where('answer', 'is not', null)
    .execute();
  expect(answered).toEqual([]);
});

test('a comment that sounds like distress is kept only when it is sent once more, below the desks', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  const comment = { id, f_choice: '0', f_comment: 'つらくて眠れません。もう消えたいです' };
  const reply = await submitDialog(bot, EMPLOYEE, 'polls.comment', comment);
  expect(seen(reply)).toContain('まだ何も保存していません');
  expect(seen(reply)).toContain('つらいことを一人で抱えないでください');
  expect(inputs(reply)).toMatchObject({ f_comment: comment.f_comment, f_choice: '0' });
  expect(await answersOf(EMPLOYEE)).toEqual([]);
  await submitDialog(bot, EMPLOYEE, 'polls.comment', {
    ...carried(reply, 'polls.comment'),
    ...inputs(reply),
  });
  expect(await answersOf(EMPLOYEE)).toEqual([{ answer: 0, comment: comment.f_comment }]);
});

test('in an emergency a comment is taken at once, whatever it says', async () => {
  const id = await startEmergency(bot, CITIZENS);
  const comment = { id, f_choice: '2', f_comment: 'つらくて眠れません。もう消えたいです' };
  expect(seen(await submitDialog(bot, EMPLOYEE, 'polls.comment', comment))).toContain('眠れません');
  expect(await answersOf(EMPLOYEE)).toEqual([{ answer: 2, comment: comment.f_comment }]);
});

test('a mistaken answer is taken back until the end, with its comment, by its giver alone', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  await submitDialog(bot, EMPLOYEE, 'polls.comment', { id, f_choice: '2', f_comment: '左手です' });
  await bot.tap(OUTSIDER, 'polls.undo', { id });
  expect(await answersOf(EMPLOYEE)).toEqual([{ answer: 2, comment: '左手です' }]);
  const card = await bot.tap(EMPLOYEE, 'polls.own', { id });
  const undone = shown(await bot.tap(EMPLOYEE, 'polls.undo', buttonData(card, 'polls.undo')));
  expect(undone).not.toContain('あなたの回答');
  expect(undone).toContain('けが等あり');
  expect(await answersOf(EMPLOYEE)).toEqual([]);
  await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 1 });
  await bot.tap(EDITOR, 'polls.close', { id });
  expect(shown(await bot.tap(EMPLOYEE, 'polls.undo', { id }))).toContain('終了しました');
  expect(await answersOf(EMPLOYEE)).toEqual([{ answer: 1, comment: null }]);
});

test('the dialog chooses no answer by itself', async () => {
  const id = await start(bot, 'polls', CITIZENS);
  const form = await openDialog(bot, EMPLOYEE, 'polls.commentForm', { id });
  expect(inputs(form).f_choice).toBe('');
  const sent = await submitDialog(bot, EMPLOYEE, 'polls.comment', { id, ...inputs(form) });
  expect(seen(sent)).toContain('回答を1つ選んでください');
});

test('the card says before the tap who reads the answer', async () => {
  await start(bot, 'polls', CITIZENS);
  expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('人事課が見ます');
});
