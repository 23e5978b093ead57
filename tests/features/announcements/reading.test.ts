import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, HR_ADMIN, receivedBy, send } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const BODY =
  '全員が対象です。\n- 受講期間：12月1日〜12月18日\n- 会場：本庁舎3階 大会議室\n- 問い合わせ：人事課 内線215';
const COURSE = { text: { f_titleJa: '接遇の集い', f_bodyJa: BODY } };

it.each(['最近のお知らせ', 'この前のお知らせ見たい', '私に届いたお知らせは？', 'recent announcements'])(
  '«%s» shows what has reached this very person, the newest first',
  async (text) => {
    await send(bot, EDITOR);
    await bot.deliver();
    bot.at('2026-11-25T01:00:00Z');
    await send(bot, EDITOR, COURSE);
    await bot.deliver();
    const own = shown(await bot.say(EMPLOYEE, text));
    expect(own.indexOf('接遇の集い')).toBeGreaterThan(-1);
    expect(own.indexOf('接遇の集い')).toBeLessThan(own.indexOf('庁舎の停電'));
    const other = shown(await bot.say('100050', text));
    expect(other).toContain('まだありません');
  },
);

it('opens one of them again, with its buttons', async () => {
  const id = await send(bot, EDITOR, {
    ...COURSE,
    buttons: { f_kind1: 'link', f_label1: '地図', f_target1: 'https://example.jp/map' },
  });
  await bot.deliver();
  expect(shown(await bot.tap(EMPLOYEE, 'announcements.reopen', { id }))).toContain('地図');
});

it.each([
  ['いつまでですか', '受講期間：12月1日'],
  ['会場はどこ？', '大会議室'],
  ['だれが対象？', '全員が対象'],
  ['問い合わせ先は？', '内線215'],
])('a reply to it, «%s», is answered from it', async (text, line) => {
  await send(bot, EDITOR, COURSE);
  const [got] = await receivedBy(bot, EMPLOYEE);
  const sender = await bot.aadOf(EMPLOYEE);
  bot.at('2026-11-26T01:00:00Z');
  const reply = await bot.turn(sender, { kind: 'message', text, files: [], replyTo: got?.activityId ?? '' });
  expect(shown(reply)).toContain('「接遇の集い」についてのご質問');
  expect(shown(reply)).toContain(line);
  expect(JSON.stringify(reply)).toContain(`お知らせ「接遇の集い」について：${text}`);
});

it('a question right after it that nothing else answers, or that points at it, is about it; later it is not', async () => {
  await send(bot, EDITOR, COURSE);
  await bot.deliver();
  bot.at('2026-11-24T01:10:00Z');
  expect(shown(await bot.say(EMPLOYEE, 'これっていつまでですか'))).toContain('受講期間：12月1日');
  expect(shown(await bot.say(EMPLOYEE, '来月の研修は？'))).not.toContain('についてのご質問');
  bot.at('2026-11-24T03:10:00Z');
  expect(shown(await bot.say(EMPLOYEE, 'これっていつまでですか'))).not.toContain('についてのご質問');
});

it.each(['これって電源を切るのはいつまで？', 'これっていつ停電するんですか'])(
  '«%s» right after it is no worry: a line of it answers',
  async (text) => {
    await send(bot, EDITOR, {
      text: { f_bodyJa: '11月29日(日)に停電します。\n- 28日の17時までに電源を切ってください' },
    });
    await bot.deliver();
    expect(shown(await bot.say(EMPLOYEE, text))).toContain('28日の17時まで');
  },
);

it('a serious worry stays a serious worry, whatever it answers', async () => {
  await send(bot, EDITOR, COURSE);
  const [got] = await receivedBy(bot, EMPLOYEE);
  const sender = await bot.aadOf(EMPLOYEE);
  const reply = await bot.turn(sender, {
    kind: 'message',
    text: '上司に毎日怒鳴られて死にたい',
    files: [],
    replyTo: got?.activityId ?? '',
  });
  expect(shown(reply)).not.toContain('接遇の集い');
});

it('another’s message is no way to its text', async () => {
  await send(bot, EDITOR, COURSE);
  const [got] = await receivedBy(bot, EMPLOYEE);
  const stranger = await bot.aadOf('100050');
  const reply = await bot.turn(stranger, {
    kind: 'message',
    text: '会場はどこ？',
    files: [],
    replyTo: got?.activityId ?? '',
  });
  expect(shown(reply)).not.toContain('大会議室');
});

describe('reactions', () => {
  const react = async (employee: string, to: string, personal = true) =>
    bot.turn(await bot.aadOf(employee), { kind: 'reaction', to }, { personal });
  const ASKING = { text: { ...COURSE.text, f_confirm: 'yes' } };

  it('the first is answered with how to ask, and that it confirms nothing; the next ones are not answered', async () => {
    const id = await send(bot, EDITOR, ASKING);
    const to = (await receivedBy(bot, EMPLOYEE))[0]?.activityId ?? '';
    const reply = await react(EMPLOYEE, to);
    expect(shown(reply)).toContain('「接遇の集い」へのリアクション');
    expect(shown(reply)).toContain('「確認済み」になりません');
    expect((await react(EMPLOYEE, to)).messages).toEqual([]);
    expect(
      shown(await bot.tap(EMPLOYEE, 'announcements.confirm', buttonData(reply, 'announcements.confirm'))),
    ).toContain('✓ 確認済み');
    expect(shown(await bot.tap(EDITOR, 'announcements.show', { id }))).toContain('確認した人 1／21人');
  });

  it('what is asked after it is answered from that announcement, however old it is', async () => {
    await send(bot, EDITOR, COURSE);
    const to = (await receivedBy(bot, EMPLOYEE))[0]?.activityId ?? '';
    bot.at('2026-11-25T01:00:00Z');
    await send(bot, EDITOR);
    await bot.deliver();
    bot.at('2026-11-25T05:00:00Z');
    expect(shown(await react(EMPLOYEE, to))).not.toContain('確認しました');
    bot.at('2026-11-25T05:01:00Z');
    expect(shown(await bot.say(EMPLOYEE, 'これって会場はどこ？'))).toContain('大会議室');
  });

  it('to another’s message, to one of the bot’s others, and in a channel it says nothing', async () => {
    await send(bot, EDITOR, COURSE);
    const to = (await receivedBy(bot, EMPLOYEE))[0]?.activityId ?? '';
    expect((await react('100050', to)).messages).toEqual([]);
    expect((await react(EMPLOYEE, 'm-unknown')).messages).toEqual([]);
    expect((await react(EMPLOYEE, to, false)).messages).toEqual([]);
  });
});

describe('in a channel', () => {
  const CHANNEL = '19:general@thread.tacv2';
  const asked = async (employee: string, text: string, replyTo: string) =>
    shown(
      await bot.bot.chat.handle({
        activityId: `c-${employee}-${text}`,
        conversationId: `${CHANNEL};messageid=${replyTo}`,
        sender: await bot.aadOf(employee),
        locale: 'ja',
        personal: false,
        inbound: { kind: 'message', text, files: [], replyTo },
      }),
    );

  beforeEach(async () => {
    await bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'never' });
    const channel = { conversationId: CHANNEL, teamId: CHANNEL, team: '全庁連絡', channel: '' };
    const address = { serviceUrl: 'https://smba.trafficmanager.net/jp/', reference: '{}' };
    await bot.bot.announcements.channels.seen({ ...channel, ...address }, new Date('2026-11-24T00:00:00Z'));
  });

  it('a reply in its thread is answered from it, without names and without a way to ask HR before everybody', async () => {
    const { id } = await bot.store.db.selectFrom('team_channels').select('id').executeTakeFirstOrThrow();
    await send(bot, EDITOR, {
      text: { f_titleJa: '接遇の集い（{氏名}）', f_bodyJa: BODY },
      plan: { f_channels: id },
    });
    await bot.deliver();
    const post = await bot.store.db
      .selectFrom('deliveries')
      .select('activity_id')
      .where('recipient', '=', id)
      .executeTakeFirstOrThrow();
    await bot.store.write((tx) =>
      tx.updateTable('deliveries').set({ conversation_id: CHANNEL }).where('recipient', '=', id).execute(),
    );
    const answer = await asked('100050', '会場はどこ？', post.activity_id ?? '');
    expect(answer).toContain('「接遇の集い（各位）」');
    expect(answer).toContain('大会議室');
    expect(answer).not.toContain('人事課に聞く');
  });

  it('what somebody has received in their own chat is told to nobody there', async () => {
    await send(bot, EDITOR, COURSE);
    await bot.deliver();
    expect(await asked(EMPLOYEE, 'これって会場はどこ？', '1')).not.toContain('大会議室');
  });
});
