import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { make, NOW } from '../campaigns/support';
import {
  COLLEAGUE,
  carried,
  HR,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  MENTOR_NAME,
  NOVEMBER,
  openDialog,
  pairUp,
  SECOND,
  SUPERVISOR,
  said,
  seen,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
let pair: string;
beforeAll(async () => {
  bot = await createTestBot();
  pair = await pairUp(bot);
  bot.at('2026-10-15T01:00:00Z');
  await write(bot, MENTEE, pair, { f_wentWell: '受付の順番を覚えました' }, { from: '2026-10-01' });
  await write(bot, MENTOR, pair, { f_talked: '受付の話' }, { from: '2026-10-01' });
  bot.at('2026-11-24T01:00:00Z');
});
afterAll(() => bot.close());

test.each([
  'メンターって誰でしたっけ',
  '私についてくれてる先輩の名前ど忘れしました',
  'わたしのメンターだれですか',
])('%s', async (text) => {
  const card = await said(bot, MENTEE, text);
  expect(card).toContain(`${MENTOR_NAME}さん（市民課　主任）`);
  expect(card).toContain('助けを求める');
});

test('俺が受け持つことになった新人、どこの課？', async () => {
  expect(await said(bot, MENTOR, '俺が受け持つことになった新人、どこの課？')).toContain(
    `${MENTEE_NAME}さん（市民課`,
  );
});

test('先月何話したっけ: the day in the chat, the texts behind the button', async () => {
  const reply = await bot.say(MENTEE, '先月何話したっけ');
  expect(shown(reply)).toContain('面談した日：10/15(木)');
  expect(shown(reply)).not.toContain('受付');
  const { msteams: _, ...data } = carried(reply, 'mentoring.records');
  expect(seen(await openDialog(bot, MENTEE, 'mentoring.records', data))).toContain('受付の話');
  expect(await said(bot, MENTEE, '9月の面談で何話した？')).toContain('9月の面談の記録はありません');
});

test('面談の記録をつけたい opens the form of what waits', async () => {
  const reply = await bot.say(MENTOR, '面談の記録をつけたい');
  const { msteams: _, ...data } = carried(reply, 'mentoring.write');
  expect(data).toMatchObject({ pair, from: '2026-11-01', number: 1 });
  expect(seen(await openDialog(bot, MENTOR, 'mentoring.write', data))).toContain('面談した日');
});

describe('面談の日を記録したい', () => {
  let own: TestBot;
  let campaign: string;
  beforeAll(async () => {
    own = await createTestBot();
    await pairUp(own);
    campaign = await make(own, HR, 'appraisal', { basics: { ...NOW, f_title: '期末面談の確認' } });
    await own.tap(HR, 'campaigns.start', { id: campaign });
  });
  afterAll(() => own.close());

  test('of one without a pair: the appraisal interview, with its own button', async () => {
    const reply = await own.say(COLLEAGUE, '面談の日を記録したい');
    expect(shown(reply)).toContain('人事評価の面談');
    expect(shown(reply)).not.toContain('メンター');
    const { msteams: _, ...data } = carried(reply, 'campaigns.ownDay');
    const form = await openDialog(own, COLLEAGUE, 'campaigns.ownDay', data);
    expect(form.invoke?.kind).toBe('dialog');
  });

  test('of one who has both: they choose', async () => {
    const reply = await own.say(MENTEE, '面談の日を記録したい');
    expect(shown(reply)).toContain('どの面談の記録をつけますか');
    expect(shown(reply)).toContain(MENTOR_NAME);
    expect(carried(reply, 'mentoring.write')).toHaveProperty('pair');
    expect(carried(reply, 'campaigns.ownDay')).toMatchObject({ id: campaign });
  });

  test('where the text names which, that alone', async () => {
    const appraisal = await said(own, MENTEE, '評価面談の日を記録したい');
    expect(appraisal).toContain('実施日を記録する');
    expect(appraisal).not.toContain(MENTOR_NAME);
    const check = await said(own, MENTEE, 'メンターとの面談の日を記録したい');
    expect(check).toContain(MENTOR_NAME);
    expect(check).not.toContain('人事評価');
  });

  test('of an evaluator: the dialog for all of them', async () => {
    expect(
      carried(await own.say(SUPERVISOR, '部下との面談を記録したい'), 'campaigns.meetings'),
    ).toMatchObject({
      id: campaign,
    });
  });

  test('where nothing waits, that is said', async () => {
    expect(await said(bot, COLLEAGUE, '評価面談の日を記録したい')).toContain(
      'いま記録を待っているものはありません',
    );
    expect(await said(bot, SECOND, '面談の日を記録したい')).toContain('いま記録を待っているものはありません');
  });
});

describe('次の面談いつ？', () => {
  test('of a mentee: the period, or the day that the mentor has put down and the mentee may read', async () => {
    expect(await said(bot, MENTEE, '次の面談いつ？')).toContain('11/1(日)〜11/30(月)の間');
    await write(bot, MENTOR, pair, { f_nextOn: '2026-12-03' });
    expect(await said(bot, MENTOR, '次の面談いつ？')).toContain('次に会う日：12/3(木)');
    expect(await said(bot, MENTEE, '次の面談いつ？')).not.toContain('12/3');
    await write(bot, MENTEE, pair);
    expect(await said(bot, MENTEE, '次の面談いつ？')).toContain('次に会う日：12/3(木)');
  });

  test('of the appraisal where only that waits, of both where both do', async () => {
    const id = await make(bot, HR, 'appraisal', { basics: { ...NOW, f_title: '期末面談の確認' } });
    await bot.tap(HR, 'campaigns.start', { id });
    const only = await said(bot, COLLEAGUE, '次の面談いつ？');
    expect(only).toContain('人事評価の面談');
    expect(only).toContain('12/18(金)まで');
    expect(only).not.toContain('メンター　');
    const both = await said(bot, MENTEE, '次の面談いつ？');
    expect(both).toContain('人事評価の面談');
    expect(both).toContain(MENTOR_NAME);
  });
});

test.each([
  'メンターって誰でしたっけ',
  '先月の面談で何話したっけ',
  'メンターとの面談の記録をつけたい',
  'メンター変えたい',
  '面談のまとめ',
])('somebody without a pair is told kindly what the programme is: %s', async (text) => {
  const card = await said(bot, SECOND, text);
  expect(card).toContain('いま、あなたのメンターやメンティは登録されていません');
  expect(card).toContain('同じ職場の先輩（メンター）がついて');
  expect(card).toContain('人事課に聞く');
});

test('the programme as such is still the FAQ’s', async () => {
  expect(await said(bot, MENTEE, 'メンター制度って何？')).toContain('メンター・メンティ制度');
  expect(await said(bot, MENTEE, 'メンターには誰がなるのですか？')).not.toContain(MENTOR_NAME);
});

test('in English too', async () => {
  const card = shown(await bot.say(MENTEE, 'Who is my mentor?', 'en'));
  expect(card).toContain('Your mentor');
  expect(card).toContain('Goals and steps');
});

test('in English sentences stand apart, and months have names', async () => {
  const opened = { verb: 'mentoring.write', pair, from: NOVEMBER, number: 2 };
  const inbound = { kind: 'dialog-open', data: opened } as const;
  const form = seen(await bot.turn(await bot.aadOf(MENTEE), inbound, { locale: 'en' }));
  expect(form).toContain('writing anything. Tap');
  expect(form).toContain('sees anything. HR');
  const tip = await openDialog(bot, HR, 'mentoring.exchangeTip');
  const data = { ...carried(tip, 'mentoring.exchangeSaveTip'), f_tip: 'Listen first.' };
  await submitDialog(bot, HR, 'mentoring.exchangeSaveTip', data);
  expect(shown(await bot.say(HR, 'mentor meetings', 'en'))).toContain('A tip for mentors, November');
});
