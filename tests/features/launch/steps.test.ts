import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  ADMIN,
  confirmDesks,
  EDITOR,
  MANAGER,
  open,
  publishOn,
  read,
  receivedBy,
  STAFF,
  setRoster,
  submit,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot({ live: false });
});
afterEach(() => bot.close());

const actions = async (): Promise<readonly string[]> =>
  (await bot.store.db.selectFrom('audit_log').select('action').execute()).map(({ action }) => action);

const hashOf = async (id: string): Promise<string> =>
  (
    await bot.store.db
      .selectFrom('records')
      .select('content_hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).content_hash;

describe('「はじめの設定」', () => {
  it.each(['first steps', 'Launch', 'go live'])('in English too: %s', async (text) => {
    expect(shown(await bot.say(ADMIN, text, 'en'))).toContain('First steps');
  });

  it('counts the data, names what is missing, and opens the desk that is', async () => {
    const text = shown(await bot.say(ADMIN, 'はじめの設定'));
    expect(text).toContain('名簿：480人');
    expect(text).toMatch(/質問と回答：\d+件のうち0件を確認済み/);
    expect(text).toContain('確認するまで、職員の質問に答えられません');
    expect(text).toContain('□ ハラスメントの窓口');
    const form = await open(bot, ADMIN, {
      verb: 'editing.form',
      dataset: 'contacts',
      id: 'C-harassment-hr',
      from: 'list',
    });
    expect(read(form)).toContain('ハラスメント');
  });

  it('offers no date while a required desk is missing, and takes none by a forged dialog', async () => {
    expect(shown(await bot.say(ADMIN, 'はじめの設定'))).not.toContain('公開日を決める');
    expect(read(await publishOn(bot, '2026-12-01'))).toContain('まだ公開できません');
    expect(
      await bot.store.db.selectFrom('settings').selectAll().where('key', '=', 'launch').execute(),
    ).toEqual([]);
  });

  it('names the sections that nobody leads', async () => {
    expect(shown(await bot.say(ADMIN, 'はじめの設定'))).not.toContain('所属長のいない所属');
    await setRoster(bot, MANAGER, { manages: '' });
    expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('所属長のいない所属：市民課');
  });

  it('is not through with the data while no question can be answered', async () => {
    await confirmDesks(bot);
    expect(shown(await bot.say(ADMIN, 'はじめの設定'))).not.toContain('データの確認　✓');
    await bot.tap(ADMIN, 'editing.confirm', {
      dataset: 'faq',
      id: 'F-0.1-01',
      hash: await hashOf('F-0.1-01'),
    });
    expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('データの確認　✓');
  });

  it('sends a test to the one who asks alone, once for a double tap', async () => {
    await bot.tap(ADMIN, 'launch.test', {});
    await bot.tap(ADMIN, 'launch.test', {});
    const own = await receivedBy(bot, ADMIN);
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('試し送信');
    expect(await bot.deliver()).toHaveLength(1);
  });

  it('shows what an employee is answered: the work of HR is not there', async () => {
    expect(read(await open(bot, ADMIN, { verb: 'launch.ask' }))).toContain('質問');
    const answer = read(await submit(bot, ADMIN, { verb: 'launch.asked', f_question: '質問一覧' }));
    expect(answer).toContain('人事課の担当者だけ');
    expect(read(await submit(bot, ADMIN, { verb: 'launch.asked', f_question: ' ' }))).toContain('質問を入力');
  });

  it('looks a second time before a date is set: whom it reaches and what is missing', async () => {
    await confirmDesks(bot);
    const look = read(await submit(bot, ADMIN, { verb: 'launch.pickDate', f_on: '2026-12-05' }));
    expect(look).toContain('令和8年12月5日(土)に公開します');
    expect(look).toContain('閉庁日');
    expect(look).toMatch(/\d+人に1通ずつ/);
    expect(look).toContain('見本の人が480人');
    expect(await actions()).not.toContain('launched');
    expect(read(await publishOn(bot, '2026-12-05'))).toContain('公開日を令和8年12月5日(土)に決めました');
    await publishOn(bot, '2026-12-05');
    expect((await actions()).filter((action) => action === 'launched')).toHaveLength(1);
  });

  it.each(['2026-11-23', '2028-01-01', '2026-02-30', 'x'])('takes no date like %s', async (on) => {
    await confirmDesks(bot);
    await publishOn(bot, on);
    await submit(bot, ADMIN, { verb: 'launch.pickDate', f_on: on });
    expect(await actions()).not.toContain('launched');
  });
});

describe('attacks', () => {
  beforeEach(() => confirmDesks(bot));

  it('an editor of HR may look and try, but neither choose a pilot nor a date', async () => {
    expect(shown(await bot.say(EDITOR, 'はじめの設定'))).not.toContain('公開日を決める');
    for (const data of [
      { verb: 'launch.savePilot', f_sections: '市民課' },
      { verb: 'launch.pickDate', f_on: '2026-12-01' },
      { verb: 'launch.publishOn', on: '2026-12-01' },
    ])
      expect(read(await submit(bot, EDITOR, data))).toContain('管理者だけ');
    expect(read(await bot.tap(EDITOR, 'launch.unpublish', { sure: 1 }))).toContain('管理者だけ');
    expect(await actions()).not.toContain('launched');
  });

  it('an employee gets nowhere, live or not', async () => {
    await publishOn(bot, '2026-11-24');
    for (const verb of ['launch.show', 'launch.test', 'launch.unpublish', 'launch.sample'])
      expect(read(await bot.tap(STAFF, verb, { sure: 1 }))).toMatch(/だけができます/);
    for (const verb of ['launch.ask', 'launch.pilot', 'launch.date'])
      expect(read(await open(bot, STAFF, { verb }))).toMatch(/だけができます/);
    expect(read(await submit(bot, STAFF, { verb: 'launch.asked', f_question: 'x' }))).toMatch(/だけ/);
    expect(shown(await bot.say(STAFF, 'できること'))).not.toContain('準備中');
  });

  it.each([
    ['launch.nothing', {}],
    ['launch.unpublish', null],
    ['launch.sample', {}],
  ])('%s does nothing where it does not belong', async (verb, data) => {
    await publishOn(bot, '2026-11-24');
    await bot.tap(ADMIN, verb, data);
    expect(shown(await bot.say(STAFF, 'できること'))).not.toContain('準備中');
  });
});

it('the local sample starts published, can be tried as if it were not, and goes back', async () => {
  const local = await createTestBot();
  await submit(local, ADMIN, { verb: 'launch.savePilot', f_sections: '市民課' });
  expect(shown(await local.say('100026', 'できること'))).toContain('準備中');
  const card = await local.say(ADMIN, 'はじめの設定');
  await local.tap(ADMIN, 'launch.sample', buttonData(card, 'launch.sample'));
  expect(shown(await local.say('100026', 'できること'))).not.toContain('準備中');
  await local.close();
});
