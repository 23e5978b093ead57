import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  EDITOR,
  EMPLOYEE,
  HR_ADMIN,
  inputs,
  lastCard,
  MANAGER,
  make,
  openDialog,
  seen,
  start,
  startEmergency,
  submitDialog,
} from './support';

const CITIZENS = { f_sections: '市民課' };

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

describe('starting', () => {
  test.each(['安否確認をしたい', '参集の確認', 'アンケート(匿名)をしたい', '匿名アンケートを始めたい'])(
    'HR gets the list for 「%s」, with both ways to begin',
    async (text) => {
      const reply = shown(await bot.say(EDITOR, text));
      expect(reply).toContain('安否・参集の確認を始める');
      expect(reply).toContain('匿名アンケートを始める');
    },
  );

  test('nobody else may, by text, dialog or forged data', async () => {
    expect(shown(await bot.say(EMPLOYEE, '安否確認をしたい'))).toContain('人事課の担当者');
    expect(seen(await openDialog(bot, EMPLOYEE, 'polls.new'))).toContain('人事課の担当者');
    const id = await make(bot, 'polls', CITIZENS);
    for (const verb of ['polls.start', 'polls.show', 'polls.close', 'polls.discard'])
      expect(shown(await bot.tap(EMPLOYEE, verb, { id }))).toMatch(/見つかりません|人事課の担当者/);
    expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).toContain('準備中');
    const forged = await submitDialog(bot, EMPLOYEE, 'polls.save', {
      id,
      f_question: 'x',
      f_choices: 'a\nb',
    });
    expect(seen(forged)).toContain('人事課の担当者');
  });

  test.each(['polls', 'pulse'] as const)(
    'a draft of %s goes after a question only, then the list stands',
    async (kind) => {
      const id = await make(bot, kind, CITIZENS);
      const asked = await bot.tap(EDITOR, `${kind}.askDiscard`, { id });
      expect(shown(asked)).toContain('元には戻せません');
      expect(shown(asked)).not.toContain('この内容で始める');
      const list = shown(await bot.tap(EDITOR, `${kind}.discard`, buttonData(asked, `${kind}.discard`)));
      expect(list).toContain('破棄しました。');
      expect(list).toContain('まだありません。');
    },
  );

  test.each(['polls', 'pulse'] as const)(
    '%s that has started is not offered for discarding',
    async (kind) => {
      const id = await start(bot, kind, CITIZENS);
      const forged = shown(await bot.tap(EDITOR, `${kind}.askDiscard`, { id }));
      expect(forged).toContain('受付中');
      expect(forged).not.toContain('元には戻せません');
    },
  );

  test('a 所属長 may ask the own section only, once HR allows it', async () => {
    expect(seen(await openDialog(bot, MANAGER, 'polls.new'))).toContain('人事課の担当者');
    expect(seen(await openDialog(bot, EDITOR, 'polls.settings'))).toContain('管理者だけ');
    const form = await openDialog(bot, HR_ADMIN, 'polls.settings');
    await submitDialog(bot, HR_ADMIN, 'polls.saveSettings', { ...inputs(form), f_managers: 'yes' });
    const id = await start(bot, 'polls', {}, MANAGER);
    const asked = await bot.store.db
      .selectFrom('poll_members')
      .selectAll()
      .where('poll_id', '=', id)
      .execute();
    expect(new Set(asked.map(({ section }) => section))).toEqual(new Set(['市民課']));
  });

  test('the dialog keeps what was typed, and says what is wrong with it', async () => {
    const form = await openDialog(bot, EDITOR, 'polls.new');
    const reply = await submitDialog(bot, EDITOR, 'polls.save', {
      id: '00000000-0000-4000-8000-000000000009',
      ...inputs(form),
      f_question: '台風が近づいています',
      f_choices: '無事',
    });
    expect(seen(reply)).toContain('選択肢は2つから6つまで');
    expect(inputs(reply).f_question).toBe('台風が近づいています');
  });
});

describe('sending', () => {
  test('an emergency goes out at once, on a Sunday night, beside the budget', async () => {
    bot.at('2026-11-29T14:00:00Z');
    await startEmergency(bot, CITIZENS);
    expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('無事・参集できる');
    const counted = await bot.store.db.selectFrom('proactive_messages').selectAll().execute();
    expect(counted).toEqual([]);
  });

  test('an ordinary one waits for Monday morning, and takes from the budget', async () => {
    bot.at('2026-11-29T14:00:00Z');
    await start(bot, 'polls', CITIZENS);
    expect(await lastCard(bot, EMPLOYEE)).toBeNull();
    bot.at('2026-11-29T23:29:00Z');
    expect(await lastCard(bot, EMPLOYEE)).toBeNull();
    bot.at('2026-11-29T23:30:00Z');
    expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('無事・参集できる');
    const counted = await bot.store.db.selectFrom('proactive_messages').selectAll().execute();
    expect(counted).toContainEqual(
      expect.objectContaining({ person: EMPLOYEE, day: '2026-11-30', counted: 1 }),
    );
  });

  test('an ordinary one that an outage kept back on Monday waits for Tuesday morning', async () => {
    bot.at('2026-11-29T14:00:00Z');
    await start(bot, 'polls', CITIZENS);
    bot.at('2026-11-30T12:00:00Z');
    expect(await lastCard(bot, EMPLOYEE)).toBeNull();
    bot.at('2026-12-01T00:00:00Z');
    expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('無事・参集できる');
  });

  test('who has had today’s message gets it later: HR reads how many and until when, and it can be answered before', async () => {
    await start(bot, 'polls', { ...CITIZENS, f_question: '訓練に出られますか' });
    const id = await start(bot, 'polls', CITIZENS);
    const card = shown(await bot.tap(EDITOR, 'polls.show', { id }));
    expect(card).toContain('21人には、後日届きます（11/25(水)まで）');
    expect(shown(await bot.say(EMPLOYEE, '提出するもの'))).toContain('地震が発生しました');
    bot.at('2026-11-25T01:00:00Z');
    expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('地震が発生しました');
    expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).not.toContain('後日');
  });

  test('two taps on 始める ask everybody once', async () => {
    const id = await make(bot, 'polls', CITIZENS);
    await Promise.all([bot.tap(EDITOR, 'polls.start', { id }), bot.tap(EDITOR, 'polls.start', { id })]);
    await bot.deliver();
    const to = await bot.aadOf(EMPLOYEE);
    expect((await bot.deliver()).filter((one) => one.to === to)).toHaveLength(1);
  });

  test('every card says that it is an additional means, and links the official system once HR has named it', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    expect(textsIn(await lastCard(bot, EMPLOYEE))).toContain('補助手段');
    expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).toContain('補助手段');
    const form = await openDialog(bot, HR_ADMIN, 'polls.settings');
    const bad = { ...inputs(form), f_official: 'http://example.jp' };
    expect(seen(await submitDialog(bot, HR_ADMIN, 'polls.saveSettings', bad))).toContain('https://');
    await submitDialog(bot, HR_ADMIN, 'polls.saveSettings', {
      ...inputs(form),
      f_official: 'https://sanshu.example.jp/',
    });
    const own = await bot.tap(EMPLOYEE, 'polls.own', { id });
    expect(JSON.stringify(own)).toContain('https://sanshu.example.jp/');
    expect(shown(own)).toContain('補助手段');
  });
});

describe('progress', () => {
  test('HR sees bars by answer and section, and who is missing; that names were read is in the audit log', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 });
    const card = shown(await bot.tap(EDITOR, 'polls.show', { id }));
    expect(card).toContain('市民課');
    expect(card).toMatch(/1／\d+人/);
    const missing = shown(await bot.tap(EDITOR, 'polls.people', { id, filter: 'missing' }));
    expect(missing).not.toContain('仮沢 さくら');
    expect(missing).toContain('試橋 正樹');
    const read = await bot.store.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'poll-answers-read')
      .execute();
    expect(read.map(({ actor, subject }) => [actor, subject])).toEqual([[EDITOR, id]]);
  });

  test('who gave one answer is found with one tap', async () => {
    const id = await start(bot, 'polls', CITIZENS);
    await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 2 });
    await bot.tap(MANAGER, 'polls.answer', { id, choice: 0 });
    const all = await bot.tap(EDITOR, 'polls.people', { id, filter: 'all' });
    expect(shown(all)).toContain('全員の回答（21人）');
    const hurt = shown(await bot.tap(EDITOR, 'polls.people', { id, filter: 2 }));
    expect(hurt).toContain('けが等あり（1人）');
    expect(hurt).toContain('仮沢 さくら');
    expect(hurt).not.toContain('試橋 正樹');
    expect(shown(await bot.tap(EMPLOYEE, 'polls.people', { id, filter: 2 }))).toContain('見つかりません');
  });

  test('only those who are missing are sent it again, once a round', async () => {
    const id = await startEmergency(bot, CITIZENS);
    await bot.deliver();
    await bot.tap(EMPLOYEE, 'polls.answer', { id, choice: 0 });
    const first = shown(await bot.tap(HR_ADMIN, 'polls.remind', { id, round: 0 }));
    expect(first).toMatch(/\d+人にもう一度送りました/);
    expect(shown(await bot.tap(HR_ADMIN, 'polls.remind', { id, round: 0 }))).toContain('すでに送っています');
    const received = await bot.deliver();
    const countOf = async (employee: string) => {
      const to = await bot.aadOf(employee);
      return received.filter((one) => one.to === to).length;
    };
    expect(await countOf(EMPLOYEE)).toBe(1);
    expect(await countOf(MANAGER)).toBe(2);
  });

  test('closing asks first, and stops what has not gone out', async () => {
    bot.at('2026-11-29T14:00:00Z');
    const id = await start(bot, 'polls', CITIZENS);
    expect(shown(await bot.tap(EDITOR, 'polls.askClose', { id }))).toContain('終了してよいですか');
    expect(shown(await bot.tap(EDITOR, 'polls.show', { id }))).toContain('受付中');
    await bot.tap(EDITOR, 'polls.close', { id });
    await bot.tap(EDITOR, 'polls.close', { id });
    bot.at('2026-11-30T01:00:00Z');
    expect(await lastCard(bot, EMPLOYEE)).toBeNull();
    expect(await bot.store.db.selectFrom('proactive_messages').selectAll().execute()).toEqual([]);
  });
});
