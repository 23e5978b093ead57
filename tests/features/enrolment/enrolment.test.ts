import { systemClock } from '../../../src/core/clock';
import type { Reply } from '../../../src/core/turn';
import { createAudit } from '../../../src/features/audit';
import { linkedFile } from '../../../src/features/file-links';
import { offerings, removeRecord, saveRecord } from '../../../src/features/records';
import {
  buttonData,
  createTestBot,
  type Received,
  shown,
  type TestBot,
  textsIn,
} from '../../support/test-bot';

const STAFF = '100001';
const OTHER = '100009';
const MANAGER = '100003';
/** Stands in for the manager 11/16–11/30. */
const DEPUTY = '100004';
const DIRECTOR = '100002';
/** 窓口で使える手話入門 第2回: 2026-12-04 15:00–16:30, applications 11/2–11/25, 20 seats. */
const SIGN = 'O-131';
/** 文書事務と公用文の書き方 第3回: 2026-12-17, until 11/27. */
const PAPERS = 'O-076';

let bot: TestBot;
let seen = 0;
beforeEach(async () => {
  bot = await createTestBot();
  seen = 0;
});
afterEach(() => bot.close());

const author = { actor: '100066', source: 'form', clock: systemClock, audit: createAudit() };
async function change(id: string, values: Record<string, string>): Promise<void> {
  const saved = await bot.store.write((tx) =>
    saveRecord(tx, offerings, { id, basedOn: null, values }, author),
  );
  expect(saved.ok).toBe(true);
}

const apply = (who: string, offering: string): Promise<Reply> =>
  bot.tap(who, 'enrolment.apply', { offering, sure: true });

async function arrived(who: string, at: string): Promise<readonly Received[]> {
  bot.at(at);
  const all = await bot.deliver();
  const aad = await bot.aadOf(who);
  const news = all.slice(seen).filter(({ to }) => to === aad);
  seen = all.length;
  return news;
}
/** What everybody received, in one sweep. */
async function allArrived(at: string, ...people: string[]): Promise<string[]> {
  bot.at(at);
  const news = (await bot.deliver()).slice(seen);
  seen += news.length;
  return Promise.all(
    people.map(async (who) => {
      const aad = await bot.aadOf(who);
      return news
        .filter(({ to }) => to === aad)
        .map(({ card }) => textsIn(card))
        .join('\n');
    }),
  );
}
const asReply = (received: Received | undefined): Reply => {
  if (received?.card == null) throw new Error('no card has arrived');
  return { messages: [{ kind: 'card', card: received.card, summary: '' }], invoke: null };
};
const seats = async (): Promise<number> =>
  (await bot.store.db.selectFrom('enrolments').selectAll().where('state', '=', 'applied').execute()).length;

describe('by asking', () => {
  it('nothing is applied for by a text alone: one tap confirms', async () => {
    const asked = await bot.say(STAFF, '手話入門に申し込みたい');
    expect(shown(asked)).toContain('窓口で使える手話入門（第2回）');
    expect(shown(asked)).toContain('令和8年12月4日(金) 15:00–16:30');
    expect(shown(asked)).toContain('市役所 第1会議室');
    expect(shown(asked)).toContain(
      '所属長（試橋 正樹、仮池 和彦）に、お名前・研修名・日程をお知らせします。',
    );
    expect(await seats()).toBe(0);
    const done = await bot.tap(STAFF, 'enrolment.apply', buttonData(asked, 'enrolment.apply'));
    expect(shown(done)).toContain('申し込みました');
    expect(await seats()).toBe(1);
    expect(shown(await bot.say(STAFF, '手話入門に申し込みたい'))).toContain('申込済みの研修');
  });

  it('several courses: one chooses', async () => {
    const asked = await bot.say(STAFF, 'Excelの研修に申し込みたい');
    expect(shown(asked)).toContain('どの研修に申し込みますか');
    expect(shown(asked)).toContain('申込みは12/1(火)から受け付けます。');
    const chosen = await bot.tap(STAFF, 'enrolment.confirm', buttonData(asked, 'enrolment.confirm'));
    expect(shown(chosen)).toContain('Excel基礎（eラーニング）');
    expect(await seats()).toBe(0);
  });

  it.each([
    ['契約事務のやつ申し込みます', '申込みは12/11(金)から受け付けます。'],
    ['係長昇任研修に申し込みたい', '指名の研修なので、申込みはいりません。'],
    ['保健師専門研修に申し込みたい', 'この研修の対象は「保健師」です。'],
    ['フォロワーシップ研修に申し込みたい', '今年度、これからの開催予定はありません。'],
    ['えんぴつ研修に申し込みたい', '「えんぴつ研修」という研修は見つかりませんでした。'],
  ])('says why not, and what one can do: %s', async (text, why) => {
    const reply = await bot.say(STAFF, text);
    expect(shown(reply)).toContain(why);
    expect(shown(reply)).toMatch(/研修の一覧を見る/);
    expect(await seats()).toBe(0);
  });

  it('says what is open for oneself when no course is named', async () => {
    expect(shown(await bot.say(STAFF, '研修に申し込みたい'))).toContain('あなたが対象で、いま申し込めるもの');
  });

  it('withdraws after a confirmation, and undoes it', async () => {
    expect(shown(await bot.say(STAFF, '申込キャンセル'))).toContain('取りやめられる申込みはありません');
    await apply(STAFF, SIGN);
    await apply(STAFF, PAPERS);
    expect(shown(await bot.say(STAFF, '申込キャンセル'))).toContain('どの申込みを取りやめますか');
    const asked = await bot.say(STAFF, '来週の研修行けなくなった');
    expect(shown(asked)).toContain('この申込みを取りやめますか');
    expect(shown(asked)).toContain('手話入門');
    expect(await seats()).toBe(2);
    const done = await bot.tap(STAFF, 'enrolment.withdraw', buttonData(asked, 'enrolment.withdraw'));
    expect(shown(done)).toContain('申込みを取りやめました');
    expect(await seats()).toBe(1);
    const back = await bot.tap(STAFF, 'enrolment.undo', buttonData(done, 'enrolment.undo'));
    expect(shown(back)).toContain('申し込みました');
    expect(await seats()).toBe(2);
  });

  it('in English too', async () => {
    const asked = await bot.say(STAFF, 'I want to apply for the sign language course', 'en');
    expect(shown(asked)).toContain('Which course do you want to apply for?');
    await apply(STAFF, SIGN);
    expect(shown(await bot.say(STAFF, 'When is my next course?', 'en'))).toContain('Your next course');
    expect(shown(await bot.say(STAFF, 'Cancel my application', 'en'))).toContain(
      'Withdraw this application?',
    );
  });
});

describe('one’s own', () => {
  it.each([
    '私の申し込み状況',
    '何に申し込んでたっけ',
    '次の研修いつ？',
    '来週の研修どこ？',
    'つぎのけんしゅうどこ',
  ])('%s', async (text) => {
    expect(shown(await bot.say(STAFF, text))).toContain('私におすすめの研修');
    await apply(STAFF, SIGN);
    const reply = await bot.say(STAFF, text);
    expect(shown(reply)).toContain('手話入門');
    expect(shown(reply)).toContain('市役所 第1会議室');
    expect(buttonData(reply, 'enrolment.calendar')).toHaveProperty('id');
    expect(shown(await bot.say(OTHER, text))).not.toContain('手話入門');
  });

  it('is told to nobody who reads along', async () => {
    await apply(STAFF, SIGN);
    const inbound = { kind: 'message' as const, text: '私の申し込み状況', files: [] };
    const reply = await bot.turn(await bot.aadOf(STAFF), inbound, { personal: false });
    expect(shown(reply)).not.toContain('手話');
    const tap = {
      kind: 'action' as const,
      verb: 'enrolment.apply',
      data: { offering: PAPERS },
      automatic: false,
    };
    await bot.turn(await bot.aadOf(OTHER), tap, { personal: false });
    expect(await seats()).toBe(1);
  });

  it.each([
    ['私の研修履歴', '研修履歴'],
    ['来月の研修は？', '来月の研修'],
  ])('%s still goes where it went', async (text, words) => {
    expect(shown(await bot.say(STAFF, text))).toContain(words);
  });
});

describe('the course card', () => {
  it('has a button for each open offering, shows what one has applied for, and takes one out', async () => {
    const before = await bot.tap(STAFF, 'catalogue.course', { id: 'C-052' });
    expect(shown(before)).toContain('20人（空き20人）');
    const done = await bot.tap(STAFF, 'enrolment.apply', buttonData(before, 'enrolment.apply'));
    expect(shown(done)).toContain('申し込みました');
    const after = await bot.tap(STAFF, 'catalogue.course', { id: 'C-052' });
    expect(shown(after)).toContain('申込済み');
    expect(shown(after)).toContain('20人（空き19人）');
    const asked = await bot.tap(STAFF, 'enrolment.askWithdraw', buttonData(after, 'enrolment.askWithdraw'));
    expect(shown(asked)).toContain('この申込みを取りやめますか');
    expect(shown(await bot.tap(OTHER, 'catalogue.course', { id: 'C-052' }))).toContain('空き19人');
  });

  it('has none for those who are not in the target, and says why', async () => {
    const card = await bot.tap(STAFF, 'catalogue.course', { id: 'C-120' });
    expect(shown(card)).toContain('この研修の対象は「保健師」です。');
    expect(() => buttonData(card, 'enrolment.apply')).toThrow();
    expect(shown(await apply(STAFF, 'O-301'))).toContain('申し込めません');
    expect(await seats()).toBe(0);
  });

  it('warns of another course on the same day before it applies', async () => {
    await change(PAPERS, { starts_on: '2026-12-04', ends_on: '2026-12-04', cut_off_on: '' });
    await apply(STAFF, SIGN);
    const warned = await bot.tap(STAFF, 'enrolment.apply', { offering: PAPERS });
    expect(shown(warned)).toContain('同じ日に「窓口で使える手話入門」も申し込んでいます');
    expect(await seats()).toBe(1);
    await bot.tap(STAFF, 'enrolment.apply', buttonData(warned, 'enrolment.apply'));
    expect(await seats()).toBe(2);
  });
});

describe('forged, doubled, late', () => {
  it.each([{ offering: 'O-999' }, { offering: '1; drop table' }, {}, null, { offering: { id: SIGN } }])(
    'an offering that is none: %j',
    async (data) => {
      expect((await bot.tap(STAFF, 'enrolment.apply', data)).invoke?.kind).toBe('notice');
      expect(await seats()).toBe(0);
    },
  );

  it('a double tap applies once, withdraws once', async () => {
    const [one, two] = await Promise.all([apply(STAFF, SIGN), apply(STAFF, SIGN)]);
    expect(shown(one)).toContain('申し込みました');
    expect(shown(two)).toContain('申し込みました');
    expect(await seats()).toBe(1);
    const { id } = buttonData(one, 'enrolment.askWithdraw');
    const gone = await Promise.all([1, 2].map(() => bot.tap(STAFF, 'enrolment.withdraw', { id })));
    for (const reply of gone) expect(shown(reply)).toContain('申込みを取りやめました');
    expect(await bot.store.db.selectFrom('enrolment_events').selectAll().execute()).toHaveLength(2);
  });

  it.each(['show', 'askWithdraw', 'withdraw', 'undo', 'calendar'])(
    'somebody else’s enrolment: %s tells and does nothing',
    async (verb) => {
      const { id } = buttonData(await apply(STAFF, SIGN), 'enrolment.askWithdraw');
      const reply = await bot.tap(OTHER, `enrolment.${verb}`, { id, employee: STAFF, person: STAFF });
      expect(shown(reply)).toBe('この申込みは見つかりませんでした。');
      expect(await seats()).toBe(1);
      expect(await bot.store.db.selectFrom('file_links').selectAll().execute()).toEqual([]);
    },
  );

  it('the window closes at midnight in Tokyo', async () => {
    bot.at('2026-11-25T14:59:59Z');
    expect(shown(await apply(STAFF, SIGN))).toContain('申し込みました');
    bot.at('2026-11-25T15:00:00Z');
    const late = await apply(OTHER, SIGN);
    expect(shown(late)).toContain('申込みは11/25(水)で締め切りました。');
    expect(await seats()).toBe(1);
  });

  it('full: says so, and names the next date', async () => {
    await change(SIGN, { capacity: '1' });
    await apply(OTHER, SIGN);
    expect(shown(await apply(STAFF, SIGN))).toContain('次の回は3/5(金)で、申込みは1/15(金)からです。');
    await change('O-132', { apply_from: '2026-11-01' });
    const late = await apply(STAFF, SIGN);
    expect(shown(late)).toContain('満員です。');
    expect(shown(late)).toContain('ほかの回に申し込めます。');
    expect(shown(late)).toContain('3/5(金)');
    expect(shown(await bot.tap(STAFF, 'catalogue.course', { id: 'C-052' }))).toContain('満員');
  });

  it('once it has begun one cannot withdraw by oneself', async () => {
    const { id } = buttonData(await apply(STAFF, SIGN), 'enrolment.askWithdraw');
    bot.at('2026-12-05T01:00:00Z');
    expect(shown(await bot.tap(STAFF, 'enrolment.withdraw', { id }))).toContain('もう始まっているため');
    expect(await seats()).toBe(1);
  });
});

describe('the calendar file', () => {
  it('is one’s own, behind a link that runs out', async () => {
    const { id } = buttonData(await apply(STAFF, SIGN), 'enrolment.calendar');
    const reply = await bot.tap(STAFF, 'enrolment.calendar', { id });
    const token = /files\/([\w-]+)/.exec(JSON.stringify(reply))?.[1] ?? '';
    const file = await linkedFile(bot.store.db, token, new Date('2026-11-24T01:10:00Z'));
    expect(file?.owner).toBe(STAFF);
    expect(file?.mediaType).toContain('text/calendar');
    const text = Buffer.from(file?.content ?? [])
      .toString('utf8')
      .replace(/\r\n[ \t]/g, '');
    expect(text).toContain('DTSTART:20261204T060000Z');
    expect(text).toContain(`UID:${id}@ikusei-navi`);
    expect(await linkedFile(bot.store.db, token, new Date('2026-11-24T01:20:00Z'))).toBeNull();
    expect(await linkedFile(bot.store.db, `${token}x`, new Date('2026-11-24T01:10:00Z'))).toBeNull();
  });
});

describe('the manager', () => {
  it('and who stands in for one get one item for the section; one tap confirms all, once', async () => {
    await apply(STAFF, SIGN);
    await apply(OTHER, PAPERS);
    const [none] = await allArrived('2026-11-24T01:10:00Z', MANAGER);
    expect(none).toBe('');
    bot.at('2026-11-24T02:00:00Z');
    const all = await bot.deliver();
    const to = async (who: string) => {
      const aad = await bot.aadOf(who);
      return all.filter((one) => one.to === aad).at(-1);
    };
    for (const who of [MANAGER, DEPUTY]) {
      const text = textsIn((await to(who))?.card);
      expect(text).toContain('研修の申込み 2件（市民課）');
      expect(text).toContain('仮沢 さくら　窓口で使える手話入門（第2回）　12/4(金)');
      expect(text).toContain('模内 沙織');
    }
    expect(await to(DIRECTOR)).toBeUndefined();
    const card = asReply(await to(MANAGER));
    const data = buttonData(card, 'reminders.choose');
    expect(shown(await bot.tap(OTHER, 'reminders.choose', data))).not.toContain('仮沢');
    expect(shown(await bot.tap(MANAGER, 'reminders.choose', data))).toContain('確認済み');
    await bot.tap(MANAGER, 'reminders.choose', data);
    const rows = await bot.store.db.selectFrom('enrolments').selectAll().execute();
    expect(rows.map(({ manager_knew_by: by }) => by)).toEqual([MANAGER, MANAGER]);
  });

  it('an old card does not confirm who applied since', async () => {
    await apply(STAFF, SIGN);
    const card = asReply((await arrived(MANAGER, '2026-11-24T02:00:00Z'))[0]);
    await apply(OTHER, PAPERS);
    bot.at('2026-11-24T03:00:00Z');
    const reply = await bot.tap(MANAGER, 'reminders.choose', buttonData(card, 'reminders.choose'));
    expect(shown(reply)).toContain('研修の申込み 2件（市民課）');
    const rows = await bot.store.db.selectFrom('enrolments').selectAll().execute();
    expect(rows.every(({ manager_knows: known }) => known === null)).toBe(true);
  });

  it('is not told of what was taken back at once, but of a later withdrawal', async () => {
    const { id } = buttonData(await apply(STAFF, SIGN), 'enrolment.askWithdraw');
    bot.at('2026-11-24T01:05:00Z');
    await bot.tap(STAFF, 'enrolment.withdraw', { id });
    expect(await arrived(MANAGER, '2026-11-24T02:00:00Z')).toEqual([]);
    await apply(STAFF, SIGN);
    bot.at('2026-11-24T03:00:00Z');
    await bot.tap(STAFF, 'enrolment.withdraw', { id });
    expect(textsIn((await arrived(MANAGER, '2026-11-24T04:00:00Z'))[0]?.card)).toContain('（取りやめ）');
  });

  it('nobody is their own manager: the department’s is told, as the roster stands when it is sent', async () => {
    await apply(MANAGER, SIGN);
    const [own, deputy, director] = await allArrived('2026-11-24T02:00:00Z', MANAGER, DEPUTY, DIRECTOR);
    expect(own).not.toContain('研修の申込み');
    expect(deputy).not.toContain('研修の申込み');
    expect(director).toContain('試橋 正樹');
    await apply(STAFF, SIGN);
    // The deputy's time is over by the next open day's sweep.
    const [manager, former] = await allArrived('2026-12-01T02:00:00Z', MANAGER, DEPUTY);
    expect(manager).toContain('仮沢 さくら');
    expect(former).not.toContain('仮沢 さくら');
  });
});

describe('reminders', () => {
  it('come 7 and 1 open days before, over closed days, and on the morning', async () => {
    bot.at('2026-11-09T01:00:00Z');
    await apply(STAFF, SIGN);
    const days: string[] = [];
    for (let day = 10; day <= 34; day++) {
      const at = new Date(Date.UTC(2026, 10, day, 0, 30));
      const cards = await arrived(STAFF, at.toISOString());
      if (cards.length > 0) days.push(at.toISOString().slice(0, 10));
    }
    // 11/23 is a holiday; 11/28 and 29 are a weekend.
    expect(days).toEqual(['2026-11-25', '2026-12-03', '2026-12-04']);
  });

  it('say when and where, and give the file and the way out', async () => {
    await apply(STAFF, SIGN);
    const card = asReply((await arrived(STAFF, '2026-12-04T00:00:00Z'))[0]);
    expect(shown(card)).toContain('窓口で使える手話入門（第2回）');
    expect(shown(card)).toContain('場所：市役所 第1会議室');
    expect(shown(card)).toContain('今日');
    const data = buttonData(card, 'reminders.choose');
    expect(data.choice).toBe('calendar');
    expect(JSON.stringify(await bot.tap(STAFF, 'reminders.choose', data))).toContain('/files/');
  });

  it('come to nobody who has withdrawn', async () => {
    const { id } = buttonData(await apply(STAFF, SIGN), 'enrolment.askWithdraw');
    await bot.tap(STAFF, 'enrolment.withdraw', { id });
    expect(await arrived(STAFF, '2026-12-03T00:30:00Z')).toEqual([]);
  });

  it('tell at once, and once a change, that it is moved, also when it is moved back', async () => {
    await apply(STAFF, SIGN);
    await bot.deliver();
    bot.at('2026-12-03T03:00:00Z');
    seen = (await bot.deliver()).length;
    await change(SIGN, { place: '市民文化センター' });
    const [first] = await arrived(STAFF, '2026-12-03T04:00:00Z');
    expect(textsIn(first?.card)).toContain('日時・会場が変わりました：窓口で使える手話入門（第2回）');
    expect(textsIn(first?.card)).toContain('市民文化センター');
    expect(textsIn(first?.card)).toContain('変更前：12/4(金) 15:00–16:30　市役所 第1会議室');
    expect(await arrived(STAFF, '2026-12-03T05:00:00Z')).toEqual([]);
    await change(SIGN, { place: '市役所 第1会議室' });
    expect(await arrived(STAFF, '2026-12-03T06:00:00Z')).toHaveLength(1);
    await change(SIGN, { note: '筆記用具をお持ちください' });
    expect(await arrived(STAFF, '2026-12-03T07:00:00Z')).toEqual([]);
    expect(shown(await bot.say(STAFF, '次の研修どこ？'))).toContain('市役所 第1会議室');
  });

  it('tell that it was removed, and one’s own list says so', async () => {
    await apply(STAFF, SIGN);
    await bot.store.write((tx) => removeRecord(tx, offerings, SIGN, author));
    const [card] = await arrived(STAFF, '2026-11-24T02:00:00Z');
    expect(textsIn(card?.card)).toContain('開催がなくなりました：窓口で使える手話入門（第2回）');
    expect(shown(await bot.say(STAFF, '私の申し込み状況'))).toContain('開催がなくなりました');
  });
});

describe('offers', () => {
  let offering: TestBot;
  beforeEach(async () => {
    offering = await createTestBot();
    await offering.store.write((tx) => tx.deleteFrom('reminder_mutes').where('person', '=', STAFF).execute());
  });
  afterEach(() => offering.close());

  const cardsTo = async (who: string): Promise<readonly Received[]> => {
    const aad = await offering.aadOf(who);
    return (await offering.deliver()).filter(({ to }) => to === aad);
  };

  it('come as one item of what fits, best first, at most once a week, until they are muted', async () => {
    const [card, ...more] = await cardsTo(STAFF);
    expect(more).toEqual([]);
    const text = textsIn(card?.card);
    expect(text).toContain('申し込める研修の案内');
    expect(text).not.toContain('保健師専門研修');
    const shownAll = await offering.tap(
      STAFF,
      'reminders.choose',
      buttonData(asReply(card), 'reminders.choose'),
    );
    const { offering: id } = buttonData(shownAll, 'enrolment.confirm');
    await offering.tap(STAFF, 'enrolment.apply', { offering: id, sure: true });
    expect(await offering.store.db.selectFrom('enrolments').selectAll().execute()).toHaveLength(1);
    // What is of little weight goes alone on the first open day of a week.
    offering.at('2026-11-26T01:00:00Z');
    expect(await cardsTo(STAFF)).toHaveLength(1);
    offering.at('2026-12-07T01:00:00Z');
    const again = await cardsTo(STAFF);
    expect(again).toHaveLength(2);
    expect(textsIn(again[1]?.card)).toContain('申し込める研修の案内');
    await offering.tap(STAFF, 'reminders.choose', {
      ...buttonData(asReply(again[1]), 'reminders.choose'),
      choice: 'mute',
    });
    for (const at of ['2026-12-14T01:00:00Z', '2026-12-21T01:00:00Z']) {
      offering.at(at);
      await offering.bot.sweep();
    }
    const told = await offering.store.db
      .selectFrom('reminder_log')
      .select('step')
      .where('person', '=', STAFF)
      .where('thing', '=', 'enrolment:offers')
      .execute();
    expect(told).toHaveLength(2);
  });
});

describe('applying in general stays a question', () => {
  it.each([
    '申し込み方法を教えて',
    '研修の申込みはどうやるの',
    '研修ってどうやって申し込むの',
    'How do I apply for a course?',
  ])('%s', async (text) => {
    const reply = await bot.say(STAFF, text);
    expect(shown(reply)).toContain('「申し込む」を押してください');
  });

  it.each([
    '通信教育の助成に申し込みたい',
    '人間ドックに申し込みたい',
    '駐車場を申し込みたい',
    'メンターに応募したい',
  ])('what is no course is none of the enrolment: %s', async (text) => {
    const reply = await bot.say(STAFF, text);
    expect(shown(reply)).not.toContain('どの研修に申し込みますか');
    expect(shown(reply)).not.toContain('この研修に申し込みますか');
  });
});
