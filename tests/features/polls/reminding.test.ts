import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, HR_ADMIN, lastCard, OUTSIDER, reachedIn, start, startEmergency } from './support';

/** Who has not answered finds it under 「提出するもの」, and is reminded within the budget. */

const CITIZENS = { f_sections: '市民課' };
const PLANNING = { f_departments: '企画部' };

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

async function cardsOf(employee: string): Promise<readonly string[]> {
  const to = await bot.aadOf(employee);
  return (await bot.deliver()).filter((one) => one.to === to).map(({ card }) => textsIn(card));
}
const due = async (employee: string) => shown(await bot.say(employee, '提出するもの'));
const chosen = (employee: string, thing: string, choice: string, digest = 'open') =>
  bot.tap(employee, 'reminders.choose', { digest, page: 0, thing, choice });

describe('a poll', () => {
  test('is answered from 「提出するもの」 with one tap, and can be changed from there', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    const list = await due(EMPLOYEE);
    for (const text of ['地震が発生しました', '未回答', '補助手段', '無事・参集できない'])
      expect(list).toContain(text);
    expect(await due(OUTSIDER)).not.toContain('地震');
    await chosen(EMPLOYEE, `poll:${id}`, '1');
    expect(await due(EMPLOYEE)).not.toContain('地震');
    expect(shown(await bot.tap(EMPLOYEE, 'polls.own', { id }))).toContain('あなたの回答：無事・参集できない');
    await bot.tap(EMPLOYEE, 'polls.undo', { id });
    expect(await due(EMPLOYEE)).toContain('地震');
  });

  test('«まだでした» shows what one has answered, and takes it back; a survey is not among it', async () => {
    const id = await start(bot, 'polls', PLANNING);
    const survey = await start(bot, 'pulse', PLANNING);
    await bot.tap(OUTSIDER, 'polls.answer', { id, choice: 2 });
    await bot.tap(OUTSIDER, 'pulse.vote', { id: survey, choice: 0 });
    const done = shown(await bot.say(OUTSIDER, 'まだでした'));
    expect(done).toContain('あなたの回答：けが等あり');
    expect(done).toContain('回答を取り消す');
    expect(done).not.toContain('匿名アンケート');
    await chosen(OUTSIDER, `poll:${id}`, 'undo', 'done');
    expect(await due(OUTSIDER)).toContain('地震が発生しました');
    await bot.tap(EDITOR, 'polls.close', { id });
    expect(shown(await bot.say(OUTSIDER, 'まだでした'))).not.toContain('地震');
  });

  test('of more than three answers shows its card instead', async () => {
    const id = await start(bot, 'polls', { ...CITIZENS, f_choices: 'あ\nい\nう\nえ' });
    const reply = await chosen(EMPLOYEE, `poll:${id}`, 'open');
    expect(reply.messages.map((one) => (one.kind === 'card' ? textsIn(one.card) : '')).join()).toContain(
      'え',
    );
  });

  test('is chased after 2 and 5 open days, and no more once it is answered', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    expect(await cardsOf(EMPLOYEE)).toHaveLength(1);
    bot.at('2026-11-25T01:00:00Z');
    expect(await cardsOf(EMPLOYEE)).toHaveLength(1);
    bot.at('2026-11-26T01:00:00Z');
    expect((await cardsOf(EMPLOYEE)).at(-1)).toContain('地震が発生しました');
    expect(await cardsOf(EMPLOYEE)).toHaveLength(2);
    bot.at('2026-12-01T01:00:00Z');
    expect(await cardsOf(EMPLOYEE)).toHaveLength(3);
    bot.at('2026-12-10T01:00:00Z');
    expect(await cardsOf(EMPLOYEE)).toHaveLength(3);
    const counted = await bot.store.db
      .selectFrom('proactive_messages')
      .select(['day', 'counted'])
      .where('person', '=', EMPLOYEE)
      .execute();
    expect(counted.map(({ day, counted: isCounted }) => [day, isCounted])).toEqual([
      ['2026-11-24', 1],
      ['2026-11-26', 1],
      ['2026-12-01', 1],
    ]);
    expect(id).toMatch(/./);
  });

  test('who has answered, or was not asked, or has been sent it again by HR, is left in peace', async () => {
    const id = await startEmergency(bot, CITIZENS);
    await bot.deliver();
    await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 });
    bot.at('2026-11-25T00:00:00Z');
    await bot.tap(HR_ADMIN, 'polls.remind', { id, round: 0 });
    bot.at('2026-11-25T01:00:00Z');
    const [answered, again, stranger] = [
      await cardsOf(EMPLOYEE),
      await cardsOf('100005'),
      await cardsOf(OUTSIDER),
    ];
    expect([answered.length, again.length, stranger.length]).toEqual([1, 2, 0]);
  });

  test('a second tap on an old digest leaves the answer as it is', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    await Promise.all([chosen(EMPLOYEE, `poll:${id}`, '1'), chosen(EMPLOYEE, `poll:${id}`, '1')]);
    await bot.tap(EDITOR, 'polls.close', { id });
    await chosen(EMPLOYEE, `poll:${id}`, '0');
    expect(shown(await bot.tap(EMPLOYEE, 'polls.own', { id }))).toContain('無事・参集できない');
  });
});

describe('a survey', () => {
  test('stands under 「提出するもの」 until the vote, with no answer to tap: the card that says it is final comes first', async () => {
    const id = await start(bot, 'pulse', PLANNING);
    const list = await due(OUTSIDER);
    expect(list).toContain('匿名アンケート：');
    expect(list).toContain('変えたり取り消したりできません');
    expect(list).not.toContain('どちらともいえない');
    for (const forged of ['0', '1', 'vote']) await chosen(OUTSIDER, `survey:${id}`, forged);
    const tallies = await bot.store.db
      .selectFrom('pulse_tallies')
      .selectAll()
      .where('votes', '>', 0)
      .execute();
    expect(tallies).toEqual([]);
    const reply = await chosen(OUTSIDER, `survey:${id}`, 'open');
    expect(reply.messages.map((one) => (one.kind === 'card' ? textsIn(one.card) : '')).join()).toContain(
      'どちらともいえない',
    );
    await bot.tap(OUTSIDER, 'pulse.vote', { id, choice: 1 });
    expect(await due(OUTSIDER)).not.toContain('匿名アンケート');
  });

  test('is chased after 3 and 7 open days; who has voted or wants no more of it hears nothing', async () => {
    const id = await start(bot, 'pulse', PLANNING);
    const [voter = '', muted = '', silent = ''] = await reachedIn(bot, '企画部');
    await bot.deliver();
    await bot.tap(voter, 'pulse.vote', { id, choice: 0 });
    await chosen(muted, `survey:${id}`, 'mute');
    bot.at('2026-11-27T01:00:00Z');
    expect(await cardsOf(voter)).toHaveLength(1);
    expect(await cardsOf(muted)).toHaveLength(1);
    expect((await cardsOf(silent)).at(-1)).toContain('匿名アンケート：');
    bot.at('2026-12-03T01:00:00Z');
    expect(await cardsOf(silent)).toHaveLength(3);
    bot.at('2026-12-15T01:00:00Z');
    expect(await cardsOf(silent)).toHaveLength(3);
  });

  test('that somebody was reminded, and so has not voted, is not told by the list of the unreached', async () => {
    await start(bot, 'pulse', PLANNING);
    await bot.deliver();
    bot.at('2026-11-27T01:00:00Z');
    await bot.bot.sweep();
    const to = await bot.aadOf(OUTSIDER);
    await bot.store.db
      .updateTable('deliveries')
      .set({ state: 'unreachable', error: 'blocked', ended_at: '2026-11-27T01:00:00.000Z' })
      .where('dedupe_key', 'like', 'reminders:%')
      .where('recipient', '=', to)
      .execute();
    expect(shown(await bot.say(EDITOR, '届かなかった人'))).not.toContain('企画');
  });

  test('a digest that came before the end says nothing after it', async () => {
    const id = await start(bot, 'pulse', PLANNING);
    await bot.deliver();
    bot.at('2026-11-27T01:00:00Z');
    const digest =
      /"digest":"([0-9a-f-]{36})"/.exec(JSON.stringify(await lastCard(bot, OUTSIDER)))?.[1] ?? '';
    await bot.tap(EDITOR, 'pulse.close', { id });
    const after = shown(await chosen(OUTSIDER, `survey:${id}`, 'open', digest));
    expect(after).not.toContain('匿名アンケート');
  });
});
