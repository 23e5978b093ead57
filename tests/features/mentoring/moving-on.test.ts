import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  carried,
  changeRoster,
  HR,
  inputs,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  MENTOR_NAME,
  OTHER_MENTOR,
  openDialog,
  pairUp,
  readBack,
  said,
  seen,
  sentTo,
  submitDialog,
  takeOffRoster,
  write,
} from './support';

let bot: TestBot;
let known = 0;
beforeEach(async () => {
  known = 0;
  bot = await createTestBot();
});
afterEach(() => bot.close());

const pairs = () => bot.store.db.selectFrom('mentoring_pairs').selectAll().orderBy('created_at').execute();

/** What somebody got on a day at nine in the morning, and not at an earlier one. */
async function on(day: string, employee: string): Promise<string> {
  bot.at(`${day}T00:30:00Z`);
  const all = await bot.deliver();
  const fresh = all.slice(known);
  known = all.length;
  return sentTo(bot, fresh, employee);
}

const ENDED = '組み合わせが、11/25(水)で終わりました';

describe('a mentor leaves in the middle of a period', () => {
  let pair: string;
  beforeEach(async () => {
    pair = await pairUp(bot);
    await write(bot, MENTEE, pair, { f_wentWell: '十月の文' }, { from: '2026-11-01' });
    await write(bot, MENTOR, pair, { f_talked: '読み合った文' }, { from: '2026-11-01' });
    await write(bot, MENTEE, pair, { f_hard: '書きかけの文' }, { number: 2, draft: true });
    await takeOffRoster(bot, MENTOR);
  });

  test('the mentee is told once, kindly, by no number, and reads on', async () => {
    const told = await on('2026-11-25', MENTEE);
    expect(told).toContain(ENDED);
    expect(told).toContain('次のメンターが決まると、このチャットでお知らせします');
    expect(told).not.toContain(MENTOR);
    expect(await on('2026-11-26', MENTEE)).not.toContain(ENDED);
    const card = await said(bot, MENTEE, '私のメンターは誰？');
    expect(card).toContain('メンターだった方（いまの名簿にいません）');
    expect(card).not.toContain(MENTOR);
    const back = await readBack(bot, MENTEE, pair, 1);
    expect(back).toContain('読み合った文');
    expect(back).toContain('メンターさんの記録');
  });

  test('HR reads that the number is of somebody who is not in the roster', async () => {
    await on('2026-11-25', MENTEE);
    expect(await said(bot, HR, 'メンターの組み合わせ')).toContain(`（メンター：名簿にいない${MENTOR}）`);
  });

  test('what was begun is still the mentee’s to read, and nothing says that it will be shared', async () => {
    await on('2026-11-25', MENTEE);
    const draft = await readBack(bot, MENTEE, pair);
    expect(draft).toContain('あなたの下書き');
    expect(draft).toContain('書きかけの文');
    expect(draft).not.toContain('送ると');
    expect(shown(await write(bot, MENTEE, pair, {}, { number: 2 }))).toContain(
      '今は記録する期間ではありません',
    );
    expect(seen(await openDialog(bot, MENTEE, 'mentoring.goals', { pair }))).toContain('直せません');
    expect(await said(bot, MENTEE, '提出するもの')).not.toContain('面談の記録');
  });

  test('the next mentor begins with nothing of it, on the same day', async () => {
    await on('2026-11-25', MENTEE);
    await bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${OTHER_MENTOR}`], page: 0 });
    const [, next] = await pairs();
    const id = String(next?.id);
    expect(next).toMatchObject({ mentor: OTHER_MENTOR, state: 'active' });
    expect(await readBack(bot, OTHER_MENTOR, id)).toContain('まだ記録がありません');
    expect(await readBack(bot, OTHER_MENTOR, pair)).toContain('見つかりませんでした');
    const reply = await bot.say(MENTEE, '面談の記録をつけたい');
    const { msteams: _, ...data } = carried(reply, 'mentoring.write');
    expect(data).toMatchObject({ pair: id });
  });

  test('a call for help that was on its way to the mentor goes to somebody else', async () => {
    const other = await pairUp(bot, { mentee: '100015', mentor: OTHER_MENTOR });
    await bot.tap('100015', 'mentoring.call', { pair: other, kind: 'help', reader: OTHER_MENTOR });
    bot.at('2026-11-24T02:00:00Z');
    await bot.tap(HR, 'mentoring.end', { pair: other });
    const told = await on('2026-11-25', '100015');
    expect(told).toContain('いま受け取れません');
    expect(await sentTo(bot, await bot.deliver(), OTHER_MENTOR)).not.toContain('話したいそうです');
    const { digest } = await bot.store.db
      .selectFrom('reminder_log')
      .select('digest')
      .where('step', '=', 'absent')
      .executeTakeFirstOrThrow();
    const { id } = await bot.store.db.selectFrom('mentoring_calls').select('id').executeTakeFirstOrThrow();
    const tap = { digest, thing: `mentoring-call:${id}`, page: 0, choice: 'choose' };
    expect(shown(await bot.tap('100015', 'reminders.choose', tap))).toContain('人事課に聞く');
  });
});

describe('HR ends a pair or gives another mentor', () => {
  test('says before the tap that all are told, and tells each their own side', async () => {
    const pair = await pairUp(bot);
    expect(shown(await bot.tap(HR, 'mentoring.askEnd', { pair }))).toContain(
      '二人には、次のお知らせで伝わります',
    );
    const form = await openDialog(bot, HR, 'mentoring.changePair', { pair });
    expect(seen(form)).toContain('3人には、次のお知らせで伝わります');
    bot.at('2026-11-25T00:00:00Z');
    const change = { ...carried(form, 'mentoring.saveChange'), ...inputs(form), f_mentorOther: OTHER_MENTOR };
    await submitDialog(bot, HR, 'mentoring.saveChange', change);
    const mentee = await on('2026-11-25', MENTEE);
    expect(mentee).toContain(ENDED);
    expect(mentee).toContain('あなたのメンターは模内 沙織さんです');
    expect(mentee).not.toContain('次のメンターが決まると');
    const all = await bot.deliver();
    const mentor = await sentTo(bot, all, MENTOR);
    expect(mentor).toContain(ENDED);
    expect(mentor).toContain(`メンティ：${MENTEE_NAME}さん`);
    expect(mentor).not.toContain('模内');
    expect(await sentTo(bot, all, OTHER_MENTOR)).toContain(`${MENTEE_NAME}さんのメンターをお願いします`);
    expect(await sentTo(bot, all, OTHER_MENTOR)).not.toContain(MENTOR_NAME);
  });

  test('a regular end is told to nobody, and its last month is still asked for and taken for a week', async () => {
    const pair = await pairUp(bot);
    const told = await on('2027-04-01', MENTEE);
    expect(told).not.toContain('終わりました');
    const monday = await on('2027-04-05', MENTEE);
    expect(monday).toContain('話せていなくても大丈夫です');
    const { msteams: _, ...data } = carried(await bot.say(MENTEE, '面談の記録をつけたい'), 'mentoring.write');
    expect(data).toMatchObject({ pair, from: '2027-03-01' });
    bot.at('2027-04-07T01:00:00Z');
    expect(shown(await write(bot, MENTEE, pair, {}, { from: '2027-03-01' }))).toContain('記録しました');
    bot.at('2027-04-08T01:00:00Z');
    expect(shown(await write(bot, MENTOR, pair, {}, { from: '2027-03-01' }))).toContain('締め切りました');
    expect(await said(bot, MENTOR, '面談の記録をつけたい')).toContain('登録されていません');
  });
});

describe('1 April', () => {
  const moved = (id: string) => changeRoster(bot, id, { section: '税務課' }, '2027-04-01T00:00:00Z');

  test('a mentee who is transferred: no reminders until HR decides, and HR is told', async () => {
    const pair = await pairUp(bot, { from: '2026-10-01', until: '2027-09-30' });
    bot.at('2027-04-01T00:00:00Z');
    await moved(MENTEE);
    await bot.bot.sweep();
    expect(await pairs()).toMatchObject([{ state: 'suspended', why: 'moved', news: 1 }]);
    bot.at('2027-04-01T00:30:00Z');
    expect(await sentTo(bot, await bot.deliver(), HR)).toContain('休止中（異動で所属が分かれた）');
    expect(await on('2027-04-08', MENTEE)).not.toContain('面談の記録（');
    expect(await said(bot, MENTOR, 'メンティは誰？')).toContain(
      '異動にともない、人事課が今後を確認しています',
    );
    await bot.tap(HR, 'mentoring.keep', { pair });
    expect(await on('2027-04-09', MENTEE)).toContain(`面談の記録（メンター：${MENTOR_NAME}さん）`);
  });

  test('two who are transferred together go on', async () => {
    await pairUp(bot, { from: '2026-10-01', until: '2027-09-30' });
    bot.at('2027-04-01T00:00:00Z');
    await moved(MENTEE);
    await moved(MENTOR);
    await bot.bot.sweep();
    expect(await pairs()).toMatchObject([{ state: 'active', news: 0 }]);
  });

  test('a mentor who becomes the head of the section is a mentor no more, from that moment', async () => {
    const pair = await pairUp(bot, { from: '2026-10-01', until: '2027-09-30' });
    bot.at('2027-04-01T00:00:00Z');
    await changeRoster(bot, MENTOR, { manages: '市民課' }, '2027-04-01T00:00:00Z');
    expect(await readBack(bot, MENTOR, pair)).toContain('見つかりませんでした');
    await bot.bot.sweep();
    expect(await pairs()).toMatchObject([{ state: 'ended', why: 'evaluator', news: 1 }]);
  });
});

test('a mentor who stands in for the head of the section for a week reads nothing meanwhile, and goes on after it', async () => {
  const pair = await pairUp(bot);
  await write(bot, MENTEE, pair, { f_wentWell: '代決の間は見えない文' });
  await write(bot, MENTOR, pair);
  await changeRoster(bot, MENTOR, {
    deputy_of: '100003',
    deputy_from: '2026-11-25',
    deputy_to: '2026-12-01',
  });
  bot.at('2026-11-25T00:30:00Z');
  await bot.bot.sweep();
  expect(await pairs()).toMatchObject([{ state: 'ended', why: 'evaluator' }]);
  expect(await readBack(bot, MENTOR, pair)).toContain('見つかりませんでした');
  bot.at('2026-12-02T00:30:00Z');
  await bot.bot.sweep();
  expect(await pairs()).toMatchObject([{ state: 'active' }]);
  expect(await readBack(bot, MENTOR, pair)).toContain('代決の間は見えない文');
});

test('a long leave in the middle of a period: nobody is asked, nothing counts as missed, and after it things go on', async () => {
  await pairUp(bot, { from: '2026-09-01' });
  bot.at('2026-10-05T00:30:00Z');
  await changeRoster(
    bot,
    MENTEE,
    { leave_kind: 'sick_leave', leave_from: '2026-10-05', leave_to: '2026-11-10' },
    '2026-10-05T00:00:00Z',
  );
  await bot.bot.sweep();
  for (const day of ['2026-10-08', '2026-10-26', '2026-11-09'])
    for (const one of [MENTEE, MENTOR]) expect(await on(day, one)).not.toContain('面談の記録（');
  bot.at('2026-11-11T00:30:00Z');
  await bot.bot.sweep();
  expect(await pairs()).toMatchObject([{ state: 'active' }]);
  const asked = (await bot.deliver()).map(({ card }) => textsIn(card)).join();
  expect(asked).toContain(`面談の記録（メンター：${MENTOR_NAME}さん）`);
  bot.at('2026-12-10T01:00:00Z');
  const list = await said(bot, HR, 'メンターの組み合わせ');
  // September was missed; in October and November the pair was suspended.
  expect(list).toContain('記録なし 1期間');
});
