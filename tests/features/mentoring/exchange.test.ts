import { linkedFile } from '../../../src/features/file-links';
import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { giveTopic, join, planExchange, save } from './exchange-support';
import {
  AUDITOR,
  COLLEAGUE,
  HR,
  HR_ADMIN,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  OTHER_MENTOR,
  openDialog,
  pairUp,
  SECOND,
  submitDialog,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
  await pairUp(bot);
});
afterEach(() => bot.close());

const receivedBy = async (employee: string): Promise<readonly string[]> => {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(({ to }) => to === aad).map(({ card }) => textsIn(card));
};
const going = async (): Promise<readonly string[]> =>
  (
    await bot.store.db
      .selectFrom('mentoring_exchange_seats')
      .select('person')
      .where('state', '=', 'going')
      .execute()
  ).map(({ person }) => person);

describe('signing up', () => {
  it('mentors are invited, sign up by card and withdraw; a double tap counts once', async () => {
    const id = await planExchange(bot);
    expect((await receivedBy(MENTOR)).join()).toContain('メンター情報交換会のご案内');
    expect(shown(await bot.say(MENTOR, 'メンター情報交換会'))).toContain('会議室201');
    expect(shown(await join(bot, MENTOR, id))).toContain('参加を受け付けました');
    await join(bot, MENTOR, id);
    expect(await going()).toEqual([MENTOR]);
    await bot.tap(MENTOR, 'mentoring.exchangeLeave', { exchange: id });
    await bot.tap(MENTOR, 'mentoring.exchangeLeave', { exchange: id });
    expect(await going()).toEqual([]);
    expect(shown(await join(bot, MENTOR, id))).toContain('参加 1人／定員 12人');
  });

  it('last year’s mentors may come, those of the year before may not', async () => {
    await pairUp(bot, {
      mentee: SECOND,
      mentor: COLLEAGUE,
      from: '2025-04-01',
      until: '2026-03-31',
      today: '2025-05-01',
    });
    const id = await planExchange(bot, { on: '2027-04-20' });
    await join(bot, COLLEAGUE, id);
    expect(await going()).toEqual([COLLEAGUE]);
    await bot.tap(COLLEAGUE, 'mentoring.exchangeLeave', { exchange: id });
    bot.at('2027-04-05T01:00:00Z');
    expect(shown(await join(bot, COLLEAGUE, id))).toContain('情報交換会は、今年度と昨年度のメンター');
    expect(await going()).toEqual([]);
  });

  it('gives a calendar file to who comes, with the hours of Tokyo', async () => {
    const id = await planExchange(bot);
    expect(JSON.stringify(await bot.tap(MENTOR, 'mentoring.exchangeFile', { exchange: id }))).not.toContain(
      '/files/',
    );
    await join(bot, MENTOR, id);
    const reply = JSON.stringify(await bot.tap(MENTOR, 'mentoring.exchangeFile', { exchange: id }));
    const token = /\/files\/([\w-]+)/.exec(reply)?.[1] ?? '';
    const file = await linkedFile(bot.store.db, token, new Date('2026-11-24T01:00:00Z'));
    const text = Buffer.from(file?.content ?? []).toString();
    expect(text).toContain('DTSTART:20261210T043000Z');
    expect(text).toContain('会議室201');
  });
});

describe('what a reminder says', () => {
  const chosen = async (as: string, choice: string, exchange: string) => {
    const aad = await bot.aadOf(as);
    const digests = (await bot.deliver({ sweeps: false })).filter(({ to }) => to === aad);
    const digest = /"digest":"([0-9a-f-]{36})"/.exec(JSON.stringify(digests.at(-1)?.card))?.[1];
    const thing = `mentoring-exchange:meeting:${exchange}`;
    return shown(await bot.tap(as, 'reminders.choose', { digest, page: 0, thing, choice }));
  };

  it('who taps 「参加する」 after the last seat went reads that it is full', async () => {
    await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
    const id = await planExchange(bot, { seats: 1 });
    await bot.deliver();
    expect(await chosen(MENTOR, 'join', id)).toContain('参加を受け付けました');
    const late = await chosen(OTHER_MENTOR, 'join', id);
    expect(late).toContain('満員');
    expect(late).not.toContain('参加する');
  });

  it('that HR read who comes stands in the audit log in words', async () => {
    await join(bot, MENTOR, await planExchange(bot));
    await bot.say(HR, 'メンター情報交換会');
    expect(shown(await bot.say(AUDITOR, '監査ログ'))).toContain('メンター情報交換会 / 見たもの 一覧');
  });

  it('a change in the last week is told as one, and still on the eve', async () => {
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    bot.at('2026-12-02T01:00:00Z');
    const edited = await save(bot, 'mentoring.exchangeSaveEdit', id, { place: '講堂' });
    expect(shown(edited)).toContain('参加する人に知らせます');
    expect((await receivedBy(MENTOR)).at(-1)).toMatch(/予定が変わりました[\s\S]*講堂/);
    bot.at('2026-12-09T01:00:00Z');
    expect((await receivedBy(MENTOR)).at(-1)).toMatch(
      /予定が変わりました\n次の開庁日はメンター情報交換会です/,
    );
  });
});

describe('buttons lead there', () => {
  const prompts = (reply: Awaited<ReturnType<TestBot['say']>>): string => JSON.stringify(reply.messages);

  it.each([HR, HR_ADMIN, MENTOR])('from the menu of %s, who plans or may come', async (as) => {
    const menu = await bot.say(as, 'ヘルプ');
    expect(prompts(menu)).toContain('メンター情報交換会');
    expect(shown(await bot.say(as, 'メンター情報交換会'))).toContain('予定されている情報交換会はありません');
  });

  it.each([COLLEAGUE, MENTEE])('not from the menu of %s', async (as) => {
    expect(prompts(await bot.say(as, 'ヘルプ'))).not.toContain('メンター情報交換会');
  });

  it('from HR’s list of pairs and from a mentor’s card, and back', async () => {
    await planExchange(bot);
    for (const [as, text, back] of [
      [HR, 'メンターの組み合わせ', 'mentoring.list'],
      [MENTOR, 'メンティは誰？', 'mentoring.mine'],
    ] as const) {
      const data = buttonData(await bot.say(as, text), 'mentoring.exchangeList');
      const meetings = await bot.tap(as, 'mentoring.exchangeList', data);
      expect(shown(meetings)).toContain('会議室201');
      const there = await bot.tap(as, back, buttonData(meetings, back));
      expect(shown(there)).toContain(MENTEE_NAME);
    }
    expect(shown(await bot.say(MENTEE, '私のメンターは誰？'))).not.toContain('情報交換会');
  });
});

describe('attacks', () => {
  it('nobody but a mentor signs up, by whatever card', async () => {
    const id = await planExchange(bot);
    for (const as of [COLLEAGUE, MENTEE]) {
      expect(shown(await join(bot, as, id))).toContain('情報交換会は、今年度と昨年度のメンター');
      expect(shown(await bot.say(as, 'メンター情報交換会'))).not.toContain('会議室201');
    }
    expect(await going()).toEqual([]);
  });

  it('nobody but HR plans, changes, cancels, or writes the tip', async () => {
    const id = await planExchange(bot);
    await save(bot, 'mentoring.exchangeSaveEdit', id, { as: MENTOR, place: '別の場所' });
    await bot.tap(MENTOR, 'mentoring.exchangeCancel', { exchange: id, sure: 1 });
    await submitDialog(bot, MENTOR, 'mentoring.exchangeSaveTip', { f_tip: 'にせもの' });
    await save(bot, 'mentoring.exchangeSaveNew', '00000000-0000-4000-8000-000000000009', { as: MENTOR });
    for (const verb of ['exchangeMake', 'exchangeEdit', 'exchangeTip'])
      expect(shown(await openDialog(bot, MENTOR, `mentoring.${verb}`, { exchange: id }))).toContain('人事課');
    const rows = await bot.store.db.selectFrom('mentoring_exchanges').selectAll().execute();
    expect(rows.map(({ place, state }) => ({ place, state }))).toEqual([
      { place: '会議室201', state: 'open' },
    ]);
    expect(await bot.store.db.selectFrom('mentoring_tips').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['mentoring.exchangeJoin', { exchange: '00000000-0000-4000-8000-000000000009' }],
    ['mentoring.exchangeJoin', { exchange: 'x' }],
    ['mentoring.exchangeJoin', null],
    ['mentoring.exchangeEverything', {}],
  ])('%s with forged data changes nothing', async (verb, data) => {
    await planExchange(bot);
    expect((await bot.tap(MENTOR, verb, data)).invoke).not.toBeNull();
    expect(await going()).toEqual([]);
  });

  it('who does not come gives no topic and sees none', async () => {
    await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    await giveTopic(bot, MENTOR, id, 'ほめ方');
    await giveTopic(bot, OTHER_MENTOR, id, 'よそから');
    expect(
      (await bot.store.db.selectFrom('mentoring_exchange_topics').select('topic').execute()).length,
    ).toBe(1);
    bot.at('2026-12-09T01:00:00Z');
    for (const as of [OTHER_MENTOR, HR]) {
      expect(shown(await bot.say(as, 'メンター情報交換会'))).not.toContain('ほめ方');
    }
    expect(shown(await bot.say(MENTOR, 'メンター情報交換会'))).toContain('ほめ方');
  });
});

describe('topics', () => {
  it('are kept without person, time or order, and are shown the day before alone', async () => {
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    expect(shown(await giveTopic(bot, MENTOR, id, '叱り方'))).toContain('だれにもわかりません');
    await giveTopic(bot, MENTOR, id, '叱り方');
    const rows = await bot.store.db.selectFrom('mentoring_exchange_topics').selectAll().execute();
    expect(rows).toEqual([{ id: expect.any(String), exchange_id: id, topic: '叱り方' }]);
    const log = JSON.stringify(await bot.store.db.selectFrom('audit_log').selectAll().execute());
    expect(log).not.toContain('topic');
    expect(shown(await bot.say(MENTOR, 'メンター情報交換会'))).not.toContain('叱り方');
    bot.at('2026-12-09T01:00:00Z');
    expect((await receivedBy(MENTOR)).join()).toContain('叱り方');
  });

  it('one that sounds like distress shows the desks before it is kept', async () => {
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    const reply = await giveTopic(bot, MENTOR, id, '上司にどなられて死にたい');
    expect(JSON.stringify(reply)).toMatch(/相談窓口|ホットライン/);
    expect(await bot.store.db.selectFrom('mentoring_exchange_topics').selectAll().execute()).toEqual([]);
  });
});

describe('reminders', () => {
  it('come seven and one open days before, to who comes', async () => {
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    const told = async (at: string): Promise<string> => {
      bot.at(at);
      return (await receivedBy(MENTOR)).join('\n');
    };
    expect(await told('2026-11-30T01:00:00Z')).not.toContain('もうすぐメンター情報交換会');
    expect(await told('2026-12-01T01:00:00Z')).toContain('もうすぐメンター情報交換会です');
    expect(await told('2026-12-08T01:00:00Z')).not.toContain('次の開庁日は');
    expect(await told('2026-12-09T01:00:00Z')).toContain('次の開庁日はメンター情報交換会です');
  });

  it('tell of a new place and of a cancellation those who had signed up before', async () => {
    const id = await planExchange(bot);
    await join(bot, MENTOR, id);
    bot.at('2026-11-25T01:00:00Z');
    await save(bot, 'mentoring.exchangeSaveEdit', id, { place: '講堂' });
    expect((await receivedBy(MENTOR)).join()).toMatch(/予定が変わりました[\s\S]*講堂/);
    bot.at('2026-11-26T01:00:00Z');
    expect(shown(await bot.tap(HR, 'mentoring.exchangeCancel', { exchange: id, sure: 0 }))).toContain(
      '中止しますか',
    );
    await bot.tap(HR, 'mentoring.exchangeCancel', { exchange: id, sure: 1 });
    expect((await receivedBy(MENTOR)).join()).toContain('情報交換会は中止になりました');
    expect(shown(await join(bot, MENTOR, id))).toContain('中止');
  });
});

it.each([
  { on: '2026-11-24' },
  { starts: '15:00', ends: '13:30' },
  { starts: '25:00' },
  { seats: 0 },
  { place: '' },
])('HR is told what is wrong with %j', async (of) => {
  await save(bot, 'mentoring.exchangeSaveNew', '00000000-0000-4000-8000-000000000009', of);
  expect(await bot.store.db.selectFrom('mentoring_exchanges').selectAll().execute()).toEqual([]);
});
