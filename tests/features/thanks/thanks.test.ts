import { day } from '../../../src/core/calendar/day';
import { namedIn } from '../../../src/features/thanks/thanks';
import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';

const ME = '100001';
/** 市民課's 課長, 試橋 正樹. */
const OTHER = '100003';
const EDITOR = '100066';
const STRANGER = '100029';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

async function compose(to = OTHER): Promise<Record<string, unknown>> {
  return buttonData(await bot.tap(ME, 'thanks.write', { to }), 'thanks.send');
}

async function sendTo(to: string, changes: object = {}): Promise<string> {
  const data = await compose(to);
  await bot.tap(ME, 'thanks.send', { ...data, sentence: '0', ...changes });
  return String(data.id);
}

async function cardsOf(employee: string): Promise<readonly string[]> {
  const to = await bot.aadOf(employee);
  return (await bot.deliver()).filter((one) => one.to === to).map(({ card }) => textsIn(card));
}

test('a card that an outage kept back until the evening waits for the morning', async () => {
  await sendTo(OTHER);
  bot.at('2026-11-24T12:00:00Z');
  expect(await cardsOf(OTHER)).toEqual([]);
  bot.at('2026-11-25T00:00:00Z');
  expect(await cardsOf(OTHER)).toHaveLength(1);
});

describe('two taps', () => {
  test('a text that names one colleague shows the sentences at once; one tap sends', async () => {
    const reply = await bot.say(ME, '試橋 正樹さんにお礼を送りたい');
    expect(shown(reply)).toContain('試橋 正樹さんへ');
    const sent = await bot.tap(ME, 'thanks.send', { ...buttonData(reply, 'thanks.send'), sentence: '1' });
    expect(shown(sent)).toContain('お忙しい中');
    expect((await cardsOf(OTHER)).join()).toContain('仮沢 さくらさんから「ありがとう」');
  });

  test('a family name that several bear gives a choice with sections, one’s own section first', async () => {
    const reply = shown(await bot.say(ME, '試橋さんにありがとうを送りたい'));
    expect(reply).toMatch(/試橋 .+（.+）/);
    expect(reply.indexOf('試橋 正樹（市民課）')).toBeGreaterThan(-1);
  });

  test.each(['ありがとうを送りたい', 'お礼を送りたい', 'サンキューカード送る', 'thank a colleague'])(
    '「%s」 asks to whom',
    async (text) => {
      expect(shown(await bot.say(ME, text))).toMatch(/だれに|Whom/);
    },
  );

  test.each([
    ['林', true],
    ['林さんにお礼を送りたい', true],
    ['市民課の林主任にありがとう', true],
    ['総務課林さんにありがとう', true],
    ['小林さんにお礼を送りたい', false],
    ['林道の草刈りにありがとう', false],
  ])('%j names 林, a family name of one letter: %s', async (text, named) => {
    const people = await bot.bot.directory.everybody(bot.store.db, day.parse('2026-11-24'));
    const [me, other] = people.filter(({ id }) => id === ME || id === OTHER);
    if (me === undefined || other === undefined) throw new Error('not in the roster');
    expect(namedIn(text, [{ ...other, name: '林 美咲', kana: 'はやし みさき' }], me).length > 0).toBe(named);
  });

  test('a search by a part of a reading finds people with their section, and nobody who cannot get it', async () => {
    expect(shown(await bot.tap(ME, 'thanks.pick', { name: 'ためしはし まさき' }))).toContain(
      '試橋 正樹（市民課）',
    );
    expect(shown(await bot.tap(ME, 'thanks.pick', { name: '仮沢 さくら' }))).not.toContain(
      '仮沢 さくら（市民課）',
    );
    expect(shown(await bot.tap(ME, 'thanks.pick', { name: 'どこにもいない' }))).toContain(
      '見つかりませんでした',
    );
  });
});

describe('sending', () => {
  test('the preview shows what will be sent, and sends nothing', async () => {
    const data = await compose();
    const reply = await bot.tap(ME, 'thanks.preview', { ...data, own: '大雨の日の応援、助かりました' });
    expect(shown(reply)).toContain('相手にはこのように届きます\n大雨の日の応援、助かりました');
    expect(await cardsOf(OTHER)).toEqual([]);
  });

  test('two taps on 送る send one card, and there is one a day to the same person', async () => {
    const data = await compose();
    await Promise.all([bot.tap(ME, 'thanks.send', data), bot.tap(ME, 'thanks.send', data)]);
    await bot.tap(ME, 'thanks.send', data);
    const again = await bot.tap(ME, 'thanks.send', await compose());
    expect(shown(again)).toContain('今日はもう');
    expect(await cardsOf(OTHER)).toHaveLength(1);
  });

  test('it stays within the receiver’s budget: the second of a day comes on the next', async () => {
    await sendTo(OTHER);
    const data = buttonData(await bot.tap(STRANGER, 'thanks.write', { to: OTHER }), 'thanks.send');
    await bot.tap(STRANGER, 'thanks.send', data);
    expect(await cardsOf(OTHER)).toHaveLength(1);
    bot.at('2026-11-25T01:00:00Z');
    expect(await cardsOf(OTHER)).toHaveLength(2);
  });

  test('what is sensitive is answered with desks, neither sent nor stored', async () => {
    const reply = await bot.tap(ME, 'thanks.send', {
      ...(await compose()),
      own: 'もう死にたいです。さようなら',
    });
    expect(shown(reply)).toContain('いのちの電話');
    expect(await bot.store.db.selectFrom('thanks_cards').selectAll().execute()).toEqual([]);
    expect(await cardsOf(OTHER)).toEqual([]);
  });

  test('who was helped in a bad time keeps the text beside the desks, and sends it by a second tap', async () => {
    const own = 'つらい時に話を聞いてくれて本当に救われました';
    const reply = await bot.tap(ME, 'thanks.send', { ...(await compose()), own });
    expect(shown(reply)).toContain('もう一度「送る」を押してください');
    expect(shown(reply)).toContain(own);
    expect(await cardsOf(OTHER)).toEqual([]);
    await bot.tap(ME, 'thanks.send', { ...buttonData(reply, 'thanks.send'), sentence: '0', own });
    expect((await cardsOf(OTHER)).join()).toContain(own);
  });

  test('nobody thanks themself or somebody who does not exist, by a forged card either', async () => {
    const data = await compose();
    expect(shown(await bot.tap(ME, 'thanks.send', { ...data, to: ME }))).toContain('見つかりません');
    expect(shown(await bot.tap(ME, 'thanks.send', { ...data, to: '999999' }))).toContain('見つかりません');
  });
});

test('the sender’s card says by itself, when it is looked at, that it has arrived', async () => {
  const data = await compose();
  const card = await bot.tap(ME, 'thanks.send', data);
  expect(shown(card)).toContain('まだ届いていません');
  await bot.deliver();
  const later = await bot.tap(ME, 'thanks.sent', buttonData(card, 'thanks.sent'));
  expect(shown(later)).toContain('届きました');
  expect(shown(later)).not.toContain('取り消す');
});

describe('taking back', () => {
  test('until it is delivered, by the sender alone', async () => {
    bot.at('2026-11-24T12:00:00Z');
    const id = await sendTo(OTHER);
    expect(shown(await bot.tap(OTHER, 'thanks.takeBack', { id }))).toContain('見つかりません');
    expect(shown(await bot.tap(ME, 'thanks.takeBack', { id }))).toContain('取り消しました');
    await bot.tap(ME, 'thanks.takeBack', { id });
    bot.at('2026-11-25T01:00:00Z');
    expect(await cardsOf(OTHER)).toEqual([]);
    expect(await bot.store.db.selectFrom('proactive_messages').selectAll().execute()).toEqual([]);
    const [row] = await bot.store.db.selectFrom('thanks_cards').selectAll().execute();
    expect(row?.text).toBe('');
    const outbox = await bot.store.db.selectFrom('deliveries').select('payload').execute();
    expect(JSON.stringify(outbox)).not.toContain('とても助かりました');
  });

  test('not any more afterwards', async () => {
    const id = await sendTo(OTHER);
    await bot.deliver();
    expect(shown(await bot.tap(ME, 'thanks.takeBack', { id }))).toContain('すでに届いている');
    expect(shown(await bot.tap(OTHER, 'thanks.received', { id }))).toContain('仮沢 さくら');
  });
});

describe('sharing', () => {
  const gallery = async (employee: string) => shown(await bot.say(employee, 'みんなのありがとう'));

  test('nobody else sees it without both consents', async () => {
    const id = await sendTo(OTHER, { allows: 'nobody' });
    await bot.tap(OTHER, 'thanks.share', { id, circle: 'all' });
    expect(await gallery(STRANGER)).not.toContain('とても助かりました');
    for (const verb of ['thanks.sent', 'thanks.received'])
      expect(shown(await bot.tap(STRANGER, verb, { id }))).toContain('見つかりません');
  });

  test('the receiver chooses within what the sender allows; the sender cannot choose for them', async () => {
    const id = await sendTo(OTHER, { allows: 'section' });
    await bot.tap(ME, 'thanks.share', { id, circle: 'section' });
    await bot.tap(OTHER, 'thanks.share', { id, circle: 'all' });
    expect(await gallery(ME)).not.toContain('とても助かりました');
    await bot.tap(OTHER, 'thanks.share', { id, circle: 'section' });
    expect(await gallery(ME)).toContain('とても助かりました');
    expect(await gallery(STRANGER)).not.toContain('とても助かりました');
  });

  test.each([ME, OTHER])('either of the two ends it (%s); nothing is counted', async (who) => {
    const id = await sendTo(OTHER, { allows: 'all' });
    await bot.tap(OTHER, 'thanks.share', { id, circle: 'all' });
    const before = await gallery(STRANGER);
    expect(before).toContain('とても助かりました');
    expect(before).not.toMatch(/\d+(件|通|位|枚)/);
    await bot.tap(STRANGER, 'thanks.unshare', { id });
    expect(await gallery(STRANGER)).toContain('とても助かりました');
    await bot.tap(who, 'thanks.unshare', { id });
    expect(await gallery(STRANGER)).not.toContain('とても助かりました');
  });
});

describe('what the receiver may do', () => {
  test('thank back', async () => {
    const id = await sendTo(OTHER);
    const card = await bot.tap(OTHER, 'thanks.received', { id });
    const reply = await bot.tap(OTHER, 'thanks.write', buttonData(card, 'thanks.write'));
    expect(shown(reply)).toContain('仮沢 さくらさんへ');
  });

  test('tell HR, after being asked, once; nobody else can', async () => {
    const id = await sendTo(OTHER, { own: 'いやな感じの文' });
    await bot.deliver();
    await bot.tap(ME, 'thanks.report', { id });
    expect(await cardsOf(EDITOR)).toEqual([]);
    expect(shown(await bot.tap(OTHER, 'thanks.askReport', { id }))).toContain('知らせますか');
    expect(await cardsOf(EDITOR)).toEqual([]);
    await bot.tap(OTHER, 'thanks.report', { id });
    await bot.tap(OTHER, 'thanks.report', { id });
    const [told, ...more] = await cardsOf(EDITOR);
    expect(more).toEqual([]);
    expect(told).toContain('いやな感じの文');
    expect(told).toContain('仮沢 さくら');
    const audit = await bot.store.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'thanks-reported')
      .execute();
    expect(JSON.stringify(audit)).not.toContain('いやな');
    expect(audit).toHaveLength(1);
  });
});
