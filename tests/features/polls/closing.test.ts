import { createTestBot, type Received, type TestBot, textsIn } from '../../support/test-bot';
import {
  EDITOR,
  EMPLOYEE,
  HR_ADMIN,
  MANAGER,
  reachedIn,
  start,
  startEmergency,
  submitDialog,
} from './support';

/** The cards that have gone out say, once it is over, that it is; as corrections of announcements do. */

const CITIZENS = { f_sections: '市民課' };
const PLANNING = { f_departments: '企画部' };

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

async function cardsOf(employee: string): Promise<readonly string[]> {
  const to = await bot.aadOf(employee);
  const received: readonly Received[] = await bot.deliver();
  return received.filter((one) => one.to === to).map(({ card }) => textsIn(card));
}

const updates = () =>
  bot.store.db
    .selectFrom('deliveries')
    .select(['recipient', 'payload', 'state'])
    .where('kind', '=', 'update')
    .execute();

test('every card of a poll that arrived ends, with what its owner answered and no button', async () => {
  const id = await startEmergency(bot, CITIZENS);
  await bot.deliver();
  await submitDialog(bot, EMPLOYEE, 'polls.comment', { id, f_choice: '2', f_comment: '左手のけがです' });
  await bot.tap(HR_ADMIN, 'polls.remind', { id, round: 0 });
  await bot.deliver();
  await bot.tap(HR_ADMIN, 'polls.close', { id });
  const [own, more] = await cardsOf(EMPLOYEE);
  expect(more).toBeUndefined();
  expect(own).toContain('終了しました');
  expect(own).toContain('あなたの回答：けが等あり');
  expect(own).not.toContain('無事・参集できる\n');
  const both = await cardsOf(MANAGER);
  expect(both).toHaveLength(2);
  for (const card of both) {
    expect(card).toContain('終了しました');
    expect(card).not.toMatch(/けが等あり|所属の未回答者/);
  }
});

test('closed twice, each card is updated once; what had not gone out stays away', async () => {
  bot.at('2026-11-29T14:00:00Z');
  const id = await start(bot, 'polls', CITIZENS);
  await Promise.all([bot.tap(EDITOR, 'polls.close', { id }), bot.tap(EDITOR, 'polls.close', { id })]);
  bot.at('2026-11-30T01:00:00Z');
  expect(await cardsOf(EMPLOYEE)).toEqual([]);
  expect(await updates()).toEqual([]);
});

test('the cards of a survey end in the same words for all who were asked, whether they voted or not', async () => {
  const people = await reachedIn(bot, '企画部');
  const id = await start(bot, 'pulse', PLANNING);
  await bot.deliver();
  for (const person of people.slice(0, 11)) await bot.tap(person, 'pulse.vote', { id, choice: 1 });
  await bot.tap(EDITOR, 'pulse.close', { id });
  const sent = await updates();
  expect(sent).toHaveLength(people.length);
  expect(new Set(sent.map(({ payload }) => payload)).size).toBe(1);
  for (const person of [people[0] ?? '', people.at(-1) ?? '']) {
    const [card] = await cardsOf(person);
    expect(card).toContain('このアンケートは終了しました');
    expect(card).not.toContain('どちらともいえない');
  }
});
