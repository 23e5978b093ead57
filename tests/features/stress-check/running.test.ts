import { templateTexts } from '../../../src/features/campaigns';
import { ordersIn, stressCheckTexts } from '../../../src/features/stress-check';
import {
  buttonData,
  createTestBot,
  type Received,
  shown,
  type TestBot,
  textsIn,
} from '../../support/test-bot';
import { carried, EMPLOYEE, inputs } from '../campaigns/support';
import {
  draftCheck,
  fillProtocol,
  importTaken,
  listOf,
  openDialog,
  PROTOCOL,
  STRESS_ADMIN,
  seen,
  startCheck,
  stateOf,
} from './support';

/** A few dozen people are enough where messages are sent. */
const HERE = { audience: { f_sections: '市民課' } };
/** Of the same section. */
const COLLEAGUE = '100006';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

async function receivedBy(employee: string): Promise<readonly Received[]> {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(
    ({ to, card }) => to === aad && textsIn(card).includes('ストレスチェック'),
  );
}
const memberCount = async (id: string): Promise<number> =>
  (
    await bot.store.db
      .selectFrom('campaign_members')
      .select('employee')
      .where('campaign_id', '=', id)
      .execute()
  ).length;

describe('the start', () => {
  test('waits until everything is filled in, and says what is missing', async () => {
    const id = await draftCheck(bot);
    const card = shown(await bot.tap(STRESS_ADMIN, 'campaigns.show', { id }));
    for (const missing of [
      '実施者（氏名と資格）',
      '実施事務従事者',
      '衛生委員会',
      '不利益な取扱い',
      'だれが何を',
      '面接指導',
    ])
      expect(card).toContain(missing);
    await bot.tap(STRESS_ADMIN, 'campaigns.start', { id });
    expect(await memberCount(id)).toBe(0);
  });

  test.each([
    ['implementer', '', '実施者（氏名と資格）が決まっていません'],
    ['profession', '', '実施者（氏名と資格）が決まっていません'],
    ['profession', 'astrologer', '実施者（氏名と資格）が決まっていません'],
    ['clerks', '  ', '実施事務従事者が入力されていません'],
    ['deliberatedOn', '', '衛生委員会で調査審議した日が入力されていません'],
    ['deliberatedOn', '2026-12-01', '開始日より後'],
    ['noDisadvantage', 'false', '不利益な取扱いをしないことが確認されていません'],
    ['whoSeesWhat', '', 'だれが何を見られるかが入力されていません'],
    ['interviewContact', '', '面接指導の申出の方法が入力されていません'],
    ['whoSeesWhat', '全員必ず受検してください。', 'は受検を強いる言い方です'],
  ] as const)('is refused with %s «%s»', async (field, value, problem) => {
    const id = await draftCheck(bot);
    // The card that comes after the dialog says what is missing.
    expect(shown(await fillProtocol(bot, id, { [field]: value }))).toContain(problem);
    expect(shown(await bot.tap(STRESS_ADMIN, 'campaigns.start', { id }))).toContain(problem);
    expect(await memberCount(id)).toBe(0);
    await fillProtocol(bot, id);
    expect(shown(await bot.tap(STRESS_ADMIN, 'campaigns.start', { id }))).toContain('始めました');
  });

  test('is refused with a text that orders', async () => {
    const id = await draftCheck(bot, { card: { f_bodyJa: '全職員、期限までに必ず受検してください。' } });
    await fillProtocol(bot, id);
    expect(shown(await bot.tap(STRESS_ADMIN, 'campaigns.start', { id }))).toContain('受検を強いる言い方です');
    expect(await memberCount(id)).toBe(0);
  });

  test.each([
    ['a list of people', { f_only: '100001\n100002' }],
    ['people left out', { f_except: '100001' }],
    ['an age', { f_ageFrom: '40' }],
  ])('is refused with an audience by %s: nobody may be picked by a result', async (_, audience) => {
    const id = await draftCheck(bot, { audience });
    await fillProtocol(bot, id);
    expect(shown(await bot.tap(STRESS_ADMIN, 'campaigns.start', { id }))).toContain('結果で選んだ人');
    expect(await memberCount(id)).toBe(0);
  });

  test('takes nurseries, branch offices and short hours in, and leavers out', async () => {
    const id = await startCheck(bot);
    const people = await bot.bot.directory.everybody(bot.store.db, '2026-11-24' as never);
    expect(await memberCount(id)).toBe(people.length);
    const places = new Set(people.map(({ section }) => section));
    expect([...places].filter((place) => /保育園|支所/.test(place)).length).toBeGreaterThan(0);
    expect(people.some(({ weeklyHours }) => weeklyHours !== null && weeklyHours < 30)).toBe(true);
  });

  test('afterwards the promises cannot be changed', async () => {
    const id = await startCheck(bot);
    const dialog = await openDialog(bot, STRESS_ADMIN, 'stressCheck.protocol', { id });
    expect(seen(dialog)).toContain('開始したあとは');
    await fillProtocol(bot, id, { implementer: '別の人' });
    const about = seen(await openDialog(bot, EMPLOYEE, 'stressCheck.about', { id }));
    expect(about).toContain(PROTOCOL.implementer);
    expect(about).not.toContain('別の人');
  });

  test('the dialog proposes who has the role, and keeps what was typed with a wrong day', async () => {
    const id = await draftCheck(bot);
    const dialog = await openDialog(bot, STRESS_ADMIN, 'stressCheck.protocol', { id });
    expect(inputs(dialog).clerks).toContain('例田 真由美');
    expect(carried(dialog, 'stressCheck.saveProtocol')).toMatchObject({ id });
    const again = await fillProtocol(bot, id, { deliberatedOn: '2026-02-31', implementer: 'そのまま' });
    expect(inputs(again).implementer).toBe('そのまま');
    expect(seen(again)).toContain('日付を選んでください');
  });
});

describe('what people get', () => {
  test('all of the promises, on the card or one tap away', async () => {
    const id = await startCheck(bot, HERE);
    const [card] = await receivedBy(EMPLOYEE);
    const text = textsIn(card?.card);
    expect(text).toContain('実施者：見本 医子（医師）');
    expect(text).toContain('例田 真由美');
    expect(text).toContain('受けるかどうかはご自身で決められます');
    expect(text).toContain('今後の案内は不要');
    const about = seen(await openDialog(bot, EMPLOYEE, 'stressCheck.about', { id }));
    for (const part of [
      '医師',
      '例田 真由美',
      '令和8年10月20日',
      '不利益な取扱い',
      '結果は本人だけに届きます。',
      '健康相談室',
      '市の独自ルール',
    ])
      expect(about).toContain(part);
  });

  test('at most two invitations after the first message, and none after the day', async () => {
    await startCheck(bot, HERE);
    const days = Array.from({ length: 60 }, (_, index) =>
      new Date(Date.UTC(2026, 10, 24 + index, 1)).toISOString(),
    );
    for (const at of days) {
      bot.at(at);
      await bot.deliver();
    }
    const cards = await receivedBy(EMPLOYEE);
    expect(cards).toHaveLength(3);
  });

  test('no more of them for who has extended, paused and resumed it', async () => {
    const id = await startCheck(bot, HERE);
    for (let index = 0; index < 80; index++) {
      bot.at(new Date(Date.UTC(2026, 10, 24 + index, 1)).toISOString());
      await bot.deliver();
      if (index % 20 === 10) {
        await bot.tap(STRESS_ADMIN, 'campaigns.pause', { id });
        await bot.tap(STRESS_ADMIN, 'campaigns.resume', { id });
        const f_dueOn = new Date(Date.UTC(2026, 11, 28 + index)).toISOString().slice(0, 10);
        await bot.turn(await bot.aadOf(STRESS_ADMIN), {
          kind: 'dialog-submit',
          data: { verb: 'campaigns.extend', id, f_dueOn },
        });
      }
    }
    expect((await receivedBy(EMPLOYEE)).length).toBeLessThanOrEqual(3);
  });

  test('nothing more for who wants none, and nobody can see that they said so', async () => {
    const id = await startCheck(bot, HERE);
    const [card] = await receivedBy(EMPLOYEE);
    const asReply = { messages: [], invoke: { kind: 'card' as const, card: card?.card ?? ({} as never) } };
    const before = await seenByRunner(id);
    const data = [...buttons(asReply)].find(({ choice }) => choice === 'mute');
    expect(data).toBeDefined();
    await bot.tap(EMPLOYEE, 'reminders.choose', data);
    expect(await seenByRunner(id)).toBe(before);
    for (let index = 1; index < 30; index++) {
      bot.at(new Date(Date.UTC(2026, 10, 24 + index, 1)).toISOString());
      await bot.deliver();
    }
    expect(await receivedBy(EMPLOYEE)).toHaveLength(1);
    expect((await receivedBy(COLLEAGUE)).length).toBeGreaterThan(1);
    const logged = await bot.store.db.selectFrom('audit_log').selectAll().execute();
    expect(JSON.stringify(logged)).not.toMatch(/mute/);
  });

  const seenByRunner = async (id: string): Promise<string> =>
    [
      shown(await bot.tap(STRESS_ADMIN, 'campaigns.show', { id })),
      shown(await bot.say(STRESS_ADMIN, '受検率')),
      shown(await bot.say(STRESS_ADMIN, '届かなかった人')),
      shown(await bot.say(STRESS_ADMIN, '締切の管理')),
    ].join('\n');

  test('one’s own 「受けました」 stops the invitations, and can be taken back', async () => {
    const id = await startCheck(bot, HERE);
    const [card] = await receivedBy(EMPLOYEE);
    const asReply = { messages: [], invoke: { kind: 'card' as const, card: card?.card ?? ({} as never) } };
    await bot.tap(
      EMPLOYEE,
      'reminders.choose',
      [...buttons(asReply)].find(({ choice }) => choice === 'done'),
    );
    expect(await stateOf(bot, id, EMPLOYEE)).toBe('done');
    expect(shown(await bot.say(EMPLOYEE, 'ストレスチェック受けたっけ？'))).toContain(
      '受検済みと記録されています',
    );
    expect(shown(await bot.say(COLLEAGUE, 'ストレスチェック受けたっけ？'))).toContain(
      '記録は、まだありません',
    );
    expect(shown(await bot.say(COLLEAGUE, 'まだでした'))).toContain('いま戻せるものはありません');
    const back = await bot.say(EMPLOYEE, 'ストレスチェックまだ受けてませんでした');
    await bot.tap(
      EMPLOYEE,
      'reminders.choose',
      [...buttons(back)].find(({ choice }) => choice === 'undo'),
    );
    expect(await stateOf(bot, id, EMPLOYEE)).toBe('open');
  });

  test('nobody on leave is written to, nor one who has gone', async () => {
    const people = await bot.bot.directory.everybody(bot.store.db, '2026-11-24' as never);
    const sections = [...new Set(people.filter(({ leave }) => leave !== null).map(({ section }) => section))];
    await startCheck(bot, { audience: { f_sections: sections.slice(0, 2).join(',') } });
    const away = people.filter(({ leave }) => leave !== null);
    expect(away.length).toBeGreaterThan(0);
    const sent = new Set((await bot.deliver()).map(({ to }) => to));
    expect(away.filter(({ aadObjectId }) => aadObjectId !== null && sent.has(aadObjectId))).toEqual([]);
  });
});

function* buttons(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  if ('data' in value && typeof value.data === 'object' && value.data !== null)
    yield value.data as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* buttons(inner);
}

describe('wording', () => {
  function* all(value: unknown): Generator<string> {
    if (typeof value === 'string') yield value;
    // A text of a name or a number: the longest sentence is the one that matters.
    else if (typeof value === 'function') yield String(value('○○', '○○', '○○'));
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) yield* all(inner);
  }
  // What tells the administrator that a text orders holds such words itself.
  const invited = (locale: 'ja' | 'en') => {
    const { about, item, own, notice } = stressCheckTexts(locale);
    return { about, item, own, notice, template: templateTexts(locale).stress_check };
  };

  test.each(['ja', 'en'] as const)('no text in %s that people get orders anything', (locale) => {
    const texts = [...all(invited(locale))];
    expect(texts.length).toBeGreaterThan(15);
    for (const text of texts) expect([text, ordersIn(text)]).toEqual([text, []]);
  });

  test('nor does a card that they get, as it is sent', async () => {
    const id = await startCheck(bot, HERE);
    const [card] = await receivedBy(EMPLOYEE);
    const list = shown(await bot.say(EMPLOYEE, '提出するもの'));
    await importTaken(bot, id, listOf([EMPLOYEE]));
    const after = shown(await bot.say(EMPLOYEE, '提出するもの'));
    for (const text of [textsIn(card?.card), list, after]) expect([text, ordersIn(text)]).toEqual([text, []]);
    expect(list).not.toContain('対応が必要');
  });

  test.each([
    '受検してください',
    '期限までに受けてください。',
    '全員が必ず受検すること。',
    '受検は職員の義務です',
    '受検しなければなりません',
    'まだ受検していません',
    '未受検の方へ',
    '至急ご回答ください',
    'You must take the check',
    'Please take the check',
    'It is mandatory',
  ])('«%s» is found', (text) => expect(ordersIn(text)).not.toEqual([]));

  test.each([
    '受けるかどうかは、ご自身で決められます。',
    '受検は義務ではありません。',
    '面接指導を希望するときは、健康相談室へご相談ください。',
    '詳しくは下のボタンをご覧ください。',
    'Taking it is voluntary.',
    'You are not required to take it.',
  ])('«%s» is not', (text) => expect(ordersIn(text)).toEqual([]));
});

it.each([
  'ストレスチェック受けたっけ？',
  '私ストレスチェック受けたかな',
  'もうストレスチェック受けた？',
  'ストレスチェックって受けましたか',
  'Did I take the stress check?',
])('«%s» asks for one’s own status', async (text) => {
  expect(shown(await bot.say(EMPLOYEE, text))).toContain('対象のストレスチェックはありません');
});

it.each([
  '田中さんはストレスチェック受けた？',
  '市民課で誰がストレスチェック受けた？',
  'ストレスチェックとは',
  'ストレスチェックは受けないとだめ？',
])('«%s» does not', async (text) => {
  await startCheck(bot);
  expect(shown(await bot.say(EMPLOYEE, text))).not.toMatch(/記録されています|という記録は/);
});

it('one’s own status in a group chat is not told', async () => {
  await startCheck(bot);
  const reply = await bot.turn(
    await bot.aadOf(EMPLOYEE),
    { kind: 'message', text: 'ストレスチェック受けたっけ？', files: [] },
    { personal: false },
  );
  expect(shown(reply)).toContain('1対1');
});

it('a button of the card works once it is tapped by its own person', async () => {
  const id = await draftCheck(bot);
  const card = await bot.tap(STRESS_ADMIN, 'campaigns.show', { id });
  expect(() => buttonData(card, 'campaigns.askStart')).toThrow();
});
