import { day } from '../../../src/core/calendar/day';
import type { Reply } from '../../../src/core/turn';
import {
  buttonData,
  createTestBot,
  type Received,
  shown,
  type TestBot,
  textsIn,
} from '../../support/test-bot';
import { SyntheticSource } from './synthetic-source';

const STAFF = '100001';
const OTHER = '100003';

let source: SyntheticSource;
let bot: TestBot;
let seen: number;

beforeEach(async () => {
  source = new SyntheticSource();
  bot = await createTestBot({ reminderSources: [source] });
  seen = 0;
});
afterEach(() => bot.close());

async function arrived(at?: string): Promise<readonly Received[]> {
  if (at !== undefined) bot.at(at);
  const all = await bot.deliver();
  const news = all.slice(seen);
  seen = all.length;
  return news;
}

/** The card as if it had come as a reply, so that its buttons can be tapped. */
const asReply = (received: Received | undefined): Reply => {
  if (received?.card == null) throw new Error('no card has arrived');
  return { messages: [{ kind: 'card', card: received.card, summary: '' }], invoke: null };
};

const digestNow = async (): Promise<Reply> => asReply((await arrived())[0]);

const tapOn = (reply: Reply, verb: string, more: object = {}, who = STAFF): Promise<Reply> =>
  bot.tap(who, verb, { ...buttonData(reply, verb), ...more });

describe('a tap', () => {
  it('goes to the feature, and the card is shown anew with what came of it', async () => {
    source.add(STAFF, { title: '自己申告書の提出' });
    const after = await tapOn(await digestNow(), 'reminders.choose');
    expect(shown(after)).toContain('自己申告書の提出を済みにしました。');
    expect(shown(after)).toContain('対応済み');
    expect(shown(after)).not.toContain('明日また');
    expect(source.acts).toEqual([`${STAFF} test:1 done`]);
  });

  it('twice, or on an old card, shows the card as it now stands and acts once', async () => {
    source.add(STAFF);
    const card = await digestNow();
    await Promise.all([tapOn(card, 'reminders.choose'), tapOn(card, 'reminders.choose')]);
    expect(shown(await tapOn(card, 'reminders.choose'))).toContain('対応済み');
    expect(new Set(source.acts).size).toBe(1);
    expect(shown(await bot.tap(STAFF, 'reminders.refresh', buttonData(card, 'reminders.refresh')))).toContain(
      '対応済み',
    );
  });

  it('with a choice that the item does not offer does not reach the feature', async () => {
    source.add(STAFF);
    const card = await digestNow();
    await tapOn(card, 'reminders.choose', { choice: 'approve-everything' });
    await tapOn(card, 'reminders.choose', { choice: 'mute' });
    expect(source.acts).toEqual([]);
    expect(await bot.store.db.selectFrom('reminder_mutes').selectAll().execute()).toEqual([]);
  });

  it.each([
    'reminders.choose',
    'reminders.snooze',
    'reminders.refresh',
    'reminders.page',
    'reminders.unsnooze',
  ])('%s on somebody else’s digest is refused without a word of it', async (verb) => {
    source.add(STAFF, { title: '秘密の用件' });
    const data = buttonData(await digestNow(), 'reminders.choose');
    const reply = await bot.tap(OTHER, verb, { ...data, person: STAFF });
    expect(shown(reply)).toBe('このカードは、受け取ったご本人だけが操作できます。');
    expect(source.acts).toEqual([]);
    expect(await bot.store.db.selectFrom('reminder_snoozes').selectAll().execute()).toEqual([]);
  });

  it('with a forged digest, thing or page is refused', async () => {
    source.add(STAFF);
    source.add(OTHER, { title: '他人の用件' });
    const data = buttonData(await digestNow(), 'reminders.choose');
    const forged = [
      { ...data, digest: '00000000-0000-4000-8000-000000000000' },
      { ...data, digest: "' or 1=1 --" },
      { ...data, thing: 'test:2' },
      { ...data, thing: 'nowhere:1' },
      { ...data, choice: undefined },
      {},
    ];
    for (const tap of forged) {
      const text = shown(await bot.tap(STAFF, 'reminders.choose', tap));
      expect(text).toMatch(/ご本人だけ|古いため/);
      expect(text).not.toContain('他人の用件');
    }
    await bot.tap(STAFF, 'reminders.choose', { ...data, digest: 'open', thing: 'test:2' });
    expect(source.acts).toEqual([]);
  });
});

describe('明日また', () => {
  it('brings it back once on the next open day, at the person’s time, whatever the budget', async () => {
    for (const at of ['2026-11-24', '2026-11-25']) {
      source.add(STAFF);
      expect(await arrived(`${at}T01:00:00Z`)).toHaveLength(1);
    }
    source.add(STAFF, { title: '金曜の用件' });
    const card = asReply((await arrived('2026-11-27T01:00:00Z'))[0]);
    const after = await tapOn(card, 'reminders.snooze');
    expect(shown(after)).toContain('「金曜の用件」を11/30(月)にもう一度お知らせします。');
    expect(await arrived('2026-11-28T01:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-29T23:59:00Z')).toEqual([]);
    expect(textsIn((await arrived('2026-11-30T00:00:00Z'))[0]?.card)).toContain('金曜の用件');
    expect(await arrived('2026-12-01T00:00:00Z')).toEqual([]);
  });

  it('holds the next step back until then, and merges both', async () => {
    const thing = source.add(STAFF);
    await tapOn(await digestNow(), 'reminders.snooze');
    thing.step = 'before-1';
    expect(await arrived('2026-11-24T05:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-25T01:00:00Z')).toHaveLength(1);
    expect(await arrived('2026-11-26T01:00:00Z')).toEqual([]);
  });

  it('can be taken back', async () => {
    source.add(STAFF);
    const put = await tapOn(await digestNow(), 'reminders.snooze');
    expect(shown(await tapOn(put, 'reminders.unsnooze'))).toContain('取り消しました');
    expect(await arrived('2026-11-25T01:00:00Z')).toEqual([]);
  });

  it('says nothing of what is done by then, and forgets it', async () => {
    source.add(STAFF);
    const card = await digestNow();
    await tapOn(card, 'reminders.snooze');
    await tapOn(card, 'reminders.choose');
    expect(await arrived('2026-11-25T01:00:00Z')).toEqual([]);
  });

  it('is refused where a thing must not be put off', async () => {
    source.add(STAFF, { mayBeSnoozed: false });
    const card = await digestNow();
    expect(JSON.stringify(card)).not.toContain('reminders.snooze');
    await bot.tap(STAFF, 'reminders.snooze', buttonData(card, 'reminders.choose'));
    expect(await bot.store.db.selectFrom('reminder_snoozes').selectAll().execute()).toEqual([]);
  });

  it('by text puts off what is open of the last digest', async () => {
    expect(shown(await bot.say(STAFF, '明日また教えて'))).toContain('あとでお知らせし直すものはありません');
    source.add(STAFF);
    source.add(STAFF);
    source.add(STAFF, { mayBeSnoozed: false });
    await arrived();
    expect(shown(await bot.say(STAFF, '明日また教えて'))).toContain(
      '2件を11/25(水)にもう一度お知らせします。',
    );
    expect(textsIn((await arrived('2026-11-25T00:00:00Z'))[0]?.card)).toContain('お知らせ　2件');
  });

  // The bot's day is Tuesday 11/24; 12/5 is a Saturday.
  it.each([
    ['あとで知らせて', '11/25(水)'],
    ['三日後にまた', '11/27(金)'],
    ['来週また教えて', '11/30(月)'],
    ['今日は無理なので来週の水曜にもう一度お願いします', '12/2(水)'],
    ['12/5にまた知らせて', '12/7(月)'],
    ['remind me again next week', '11/30(月)'],
  ])('«%s»: on %s', async (text, day) => {
    source.add(STAFF);
    await arrived();
    expect(shown(await bot.say(STAFF, text))).toContain(`1件を${day}にもう一度お知らせします。`);
  });

  it('comes back before its deadline, whatever day was said', async () => {
    source.add(STAFF, { dueOn: day.parse('2026-11-27') });
    source.add(STAFF, { dueOn: day.parse('2026-12-18') });
    await arrived();
    const reply = shown(await bot.say(STAFF, '来月また知らせて'));
    expect(reply).toContain('2件を、それぞれの期限に間に合う日に');
    expect(reply).toContain('11/27(金)に、もう一度');
    expect(reply).toContain('12/1(火)に、もう一度');
    expect(await arrived('2026-11-26T01:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-27T01:00:00Z')).toHaveLength(1);
  });
});

describe('今後の案内は不要', () => {
  it('is honoured for good, and can be taken back on the card or in the settings', async () => {
    const thing = source.add(STAFF, { title: 'ストレスチェック', mayBeMuted: true });
    const card = await digestNow();
    const muted = await bot.tap(STAFF, 'reminders.choose', {
      ...buttonData(card, 'reminders.choose'),
      choice: 'mute',
    });
    expect(shown(muted)).toContain('今後、この件の案内はお送りしません。');
    thing.step = 'before-7';
    expect(await arrived('2026-11-25T01:00:00Z')).toEqual([]);
    const settings = await bot.say(STAFF, 'リマインドの設定');
    expect(shown(settings)).toContain('ストレスチェック');
    expect(shown(await tapOn(settings, 'reminders.unmute'))).not.toContain('ストレスチェック');
    expect(await arrived()).toHaveLength(1);
  });

  it('of somebody else cannot be taken back', async () => {
    source.add(STAFF, { mayBeMuted: true });
    const data = buttonData(await digestNow(), 'reminders.choose');
    await bot.tap(STAFF, 'reminders.choose', { ...data, choice: 'mute' });
    await bot.tap(OTHER, 'reminders.unmute', { thing: data.thing, person: STAFF });
    expect(await bot.store.db.selectFrom('reminder_mutes').selectAll().execute()).toHaveLength(1);
  });
});

describe('by text', () => {
  it.each(['今なにを出せばいい？', '提出するもの', 'やることある？', '未提出のものはある？', 'to-do list'])(
    '「%s」 shows what is open, which is neither counted nor told',
    async (text) => {
      source.add(STAFF, { title: '先の用件', due: false, dueOn: day.parse('2027-01-29') });
      source.add(STAFF, { title: '近い用件', dueOn: day.parse('2026-12-01') });
      source.add(OTHER, { title: '他人の用件' });
      const reply = shown(await bot.say(STAFF, text));
      expect(reply.indexOf('近い用件')).toBeGreaterThan(-1);
      expect(reply.indexOf('先の用件')).toBeGreaterThan(reply.indexOf('近い用件'));
      expect(reply).not.toContain('他人の用件');
      expect(await arrived()).toHaveLength(2);
    },
  );

  it('with nothing open its notification says so, as the card does', async () => {
    const [message] = (await bot.say(STAFF, '提出するもの')).messages;
    expect(message).toMatchObject({ summary: 'いま提出や確認が必要なものはありません。' });
  });

  it('its buttons work on one’s own things', async () => {
    source.add(STAFF, { due: false });
    const list = await bot.say(STAFF, '提出するもの');
    expect(shown(await tapOn(list, 'reminders.choose'))).toContain('済みにしました');
    expect(shown(await tapOn(list, 'reminders.choose', {}, OTHER))).toContain(
      'いま提出や確認が必要なものはありません。',
    );
    expect(source.acts).toHaveLength(1);
  });

  it.each([
    ['自己申告書出しときました', '自己申告書の提出'],
    ['面談おわりました', '人事評価の期首面談'],
    ['ストレスチェック受けました', 'ストレスチェックのご案内'],
    ['提出しました', '通勤届の提出'],
  ])('«%s» shows «%s» first, with its button', async (text, first) => {
    for (const title of [
      '通勤届の提出',
      '自己申告書の提出',
      '人事評価の期首面談',
      'ストレスチェックのご案内',
    ])
      source.add(STAFF, { title });
    const reply = await bot.say(STAFF, text);
    const titles = source.things.map(({ title }) => title);
    const order = titles.toSorted((a, b) => shown(reply).indexOf(a) - shown(reply).indexOf(b));
    expect(order[0]).toBe(first);
    await tapOn(reply, 'reminders.choose');
    expect(source.acts).toEqual([`${STAFF} test:${titles.indexOf(first) + 1} done`]);
  });

  it.each([
    'リマインドの設定',
    'リマインド多すぎ',
    '夕方に届くようにして',
    'お知らせの時間を変えたい',
    'リマインドの時間を変更',
  ])('「%s」 opens the settings', async (text) => {
    const settings = await bot.say(STAFF, text);
    expect(shown(settings)).toContain('お届けする時間');
    const saved = await bot.tap(STAFF, 'reminders.settings', { minute: '600' });
    expect(shown(saved)).toContain('10:00からお届けします。');
  });

  it.each(['0', '545', '1050', '-30', '99999'])('a time of %s is not taken', async (minute) => {
    await bot.tap(STAFF, 'reminders.settings', { minute });
    expect(await bot.store.db.selectFrom('reminder_people').selectAll().execute()).toEqual([]);
  });
});

describe('pages', () => {
  it('show all things, and a tap stays on its page', async () => {
    for (let index = 0; index < 10; index += 1) source.add(STAFF);
    let card = await digestNow();
    const titles = new Set<string>();
    for (let page = 0; page < 3; page += 1) {
      for (const [title] of shown(card).matchAll(/用件\d+/g)) titles.add(title);
      if (page < 2) card = await tapOn(card, 'reminders.page');
    }
    expect(titles.size).toBe(10);
    const after = await tapOn(card, 'reminders.snooze');
    expect(shown(after)).toContain('3 / 3 ページ');
    expect(shown(await tapOn(after, 'reminders.page', { page: 99 }))).toContain('3 / 3 ページ');
  });
});
