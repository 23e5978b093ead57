import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  carried,
  inputs,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  MENTOR_NAME,
  NOVEMBER,
  openDialog,
  pairUp,
  readBack,
  SECOND,
  said,
  seen,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
let pair: string;
beforeEach(async () => {
  bot = await createTestBot();
  pair = await pairUp(bot);
});
afterEach(() => bot.close());

const key = () => ({ pair, from: NOVEMBER, number: 1 });
const wrote = '住民票の交付の手順を一人で覚えました';
const memo = '次は早めに声をかけたいと自分に書く';
const next = '要綱を一度通して読むのが次';
const support = '時間のとり方に助言がほしいと控える';

describe('writing', () => {
  test('two taps are enough, for either side', async () => {
    const form = await openDialog(bot, MENTEE, 'mentoring.write', key());
    const send = carried(form, 'mentoring.save');
    expect(seen(form)).toContain('書かずに「送る」だけでも記録になります');
    const sent = await submitDialog(bot, MENTEE, 'mentoring.save', { ...send, ...inputs(form) });
    expect(sent.invoke?.kind).toBe('dialog-closed');
    expect(shown(sent)).toContain('記録しました');
    const other = await write(bot, MENTOR, pair);
    expect(shown(other)).toContain('記録も読めるようになりました');
    // The day was filled in already.
    expect(await readBack(bot, MENTOR, pair)).toContain('面談 11/24(火)');
  });

  test('says before anything is sent who will read what', async () => {
    const form = seen(await openDialog(bot, MENTEE, 'mentoring.write', key()));
    expect(form).toContain(`${MENTOR_NAME}さんも送ると`);
    expect(form).toContain('人事課に見えるのは、面談したかどうかと日付だけです');
    expect(form).toContain('自分用のメモ（あなただけ）');
    await write(bot, MENTOR, pair);
    expect(seen(await openDialog(bot, MENTEE, 'mentoring.write', key()))).toContain(
      `${MENTOR_NAME}さんはもう送っています`,
    );
  });

  test('one reads the other only once both have sent, and never what is private', async () => {
    await write(bot, MENTEE, pair, { f_wentWell: wrote, f_memo: memo, f_mood: 'hard' });
    const before = await readBack(bot, MENTOR, pair);
    expect(before).not.toContain(wrote);
    expect(before).not.toContain('しんどい');
    await write(bot, MENTOR, pair, { f_nextStep: next, f_support: support });
    const asMentor = await readBack(bot, MENTOR, pair);
    expect(asMentor).toContain(wrote);
    expect(asMentor).toContain('しんどい');
    expect(asMentor).toContain(support);
    expect(asMentor).not.toContain(memo);
    const asMentee = await readBack(bot, MENTEE, pair);
    expect(asMentee).toContain(next);
    expect(asMentee).toContain(memo);
    expect(asMentee).not.toContain(support);
  });

  test('a draft survives, is shown to nobody else, and becomes the answer', async () => {
    const saved = await write(bot, MENTEE, pair, { f_hard: wrote }, { draft: true });
    expect(shown(saved)).toContain('下書きに保存しました');
    expect(shown(saved)).not.toContain(wrote);
    await write(bot, MENTOR, pair);
    expect(await readBack(bot, MENTOR, pair)).not.toContain(wrote);
    const again = await openDialog(bot, MENTEE, 'mentoring.write', key());
    expect(inputs(again).f_hard).toBe(wrote);
    expect(seen(again)).toContain('下書きの続きです');
    await write(bot, MENTEE, pair);
    expect(await readBack(bot, MENTOR, pair)).toContain(wrote);
    const left = await bot.store.db.selectFrom('mentoring_drafts').selectAll().execute();
    expect(left).toEqual([]);
  });

  test('an answer is corrected until the period ends, with its history, and not after', async () => {
    await write(bot, MENTEE, pair, { f_hard: wrote });
    await write(bot, MENTOR, pair);
    bot.at('2026-11-30T05:00:00Z');
    expect(shown(await write(bot, MENTEE, pair, { f_hard: '書き直した後の文' }))).toContain(
      '直した内容を保存しました',
    );
    const read = await readBack(bot, MENTOR, pair);
    expect(read).toContain('書き直した後の文');
    expect(read).not.toContain(wrote);
    expect(await readBack(bot, MENTEE, pair)).toContain('1回直しました');
    const history = await bot.store.db
      .selectFrom('mentoring_answers')
      .select('answer')
      .orderBy('seq')
      .execute();
    expect(history[0]?.answer).toContain(wrote);
    bot.at('2026-12-01T05:00:00Z');
    expect(shown(await write(bot, MENTEE, pair, { f_hard: '遅すぎる' }))).toContain(
      '11/30(月)で締め切りました',
    );
    expect(await readBack(bot, MENTEE, pair)).not.toContain('遅すぎる');
  });

  test('what was never sent is still taken a week later', async () => {
    bot.at('2026-12-07T05:00:00Z');
    expect(shown(await write(bot, MENTEE, pair))).toContain('記録しました');
    bot.at('2026-12-08T05:00:00Z');
    expect(shown(await write(bot, MENTOR, pair))).toContain('締め切りました');
  });

  test('sent twice it is one answer; a second talk in the month is another record', async () => {
    const form = await openDialog(bot, MENTEE, 'mentoring.write', key());
    const data = { ...carried(form, 'mentoring.save'), ...inputs(form), f_hard: wrote };
    await submitDialog(bot, MENTEE, 'mentoring.save', data);
    await submitDialog(bot, MENTEE, 'mentoring.save', data);
    expect(await bot.store.db.selectFrom('mentoring_answers').selectAll().execute()).toHaveLength(1);
    const card = await bot.say(MENTEE, '面談の記録をつけたい');
    expect(shown(card)).toContain('もう1件記録する');
    expect(carried(card, 'mentoring.write')).toMatchObject({ pair, number: 2 });
    expect(shown(await write(bot, MENTEE, pair, {}, { number: 2 }))).toContain('記録しました');
    expect(shown(await write(bot, MENTEE, pair, {}, { number: 9 }))).toContain('見つかりませんでした');
  });

  test('a mentee who wants to learn something is shown courses, and the chat does not repeat the wish', async () => {
    const sent = await write(bot, MENTEE, pair, { f_learn: '契約事務をちゃんと覚えたいです' });
    expect(shown(sent)).toContain('学びたいことに近い研修');
    expect(shown(sent)).toContain('契約');
    expect(shown(sent)).not.toContain('ちゃんと覚えたい');
    expect(carried(sent, 'catalogue.course')).toHaveProperty('id');
  });

  test('a newly hired mentee is shown no course for section heads or for nursery teachers', async () => {
    const budget = await write(bot, MENTEE, pair, { f_learn: '予算のしくみ' });
    expect(shown(budget)).toContain('財務会計事務の基礎');
    expect(shown(budget)).not.toContain('課長昇任研修');
    const records = await write(bot, MENTEE, pair, { f_learn: '記録の書き方' });
    expect(shown(records)).not.toContain('保育');
  });

  test.each(['特になし', 'とくにないです', '今のところ特にありません。', 'まだわからないです', 'None'])(
    '「%s」 is no wish to learn something',
    async (learn) => {
      const sent = await write(bot, MENTEE, pair, { f_learn: learn });
      expect(shown(sent)).toContain('記録しました');
      expect(shown(sent)).not.toContain('学びたいことに近い研修');
    },
  );
});

describe('what was written before', () => {
  const history = (as: string, version: number) =>
    submitDialog(bot, as, 'mentoring.history', { ...key(), version });

  test('is there for its author, wording by wording, and for nobody else', async () => {
    await write(bot, MENTEE, pair, { f_hard: '最初の文' });
    await write(bot, MENTEE, pair, { f_hard: '二番目の文' });
    await write(bot, MENTEE, pair, { f_hard: '最後の文' });
    await write(bot, MENTOR, pair);
    const records = await openDialog(bot, MENTEE, 'mentoring.records', { pair, page: 0 });
    expect(seen(records)).toContain('2回直しました');
    const second = await submitDialog(
      bot,
      MENTEE,
      'mentoring.history',
      carried(records, 'mentoring.history'),
    );
    expect(seen(second)).toContain('2回目に送った内容（11/24(火)）');
    expect(seen(second)).toContain('二番目の文');
    const first = await submitDialog(bot, MENTEE, 'mentoring.history', carried(second, 'mentoring.history'));
    expect(seen(first)).toContain('最初の文');
    const back = await submitDialog(
      bot,
      MENTEE,
      'mentoring.showRecord',
      carried(first, 'mentoring.showRecord'),
    );
    expect(seen(back)).toContain('最後の文');
    for (const version of [1, 2, 3]) {
      expect(seen(await history(MENTOR, version))).not.toMatch(/最初の文|二番目の文/);
      expect(seen(await history(SECOND, version))).toContain('見つかりませんでした');
    }
    expect(await readBack(bot, MENTOR, pair)).not.toContain('直す前の内容を見る');
  });

  test('a version that never was shows the record as it stands', async () => {
    await write(bot, MENTEE, pair, { f_hard: '今の文' });
    expect(seen(await history(MENTEE, 99))).toContain('今の文');
    expect((await history(MENTEE, 0)).invoke?.kind).toBe('notice');
  });

  test('a draft is shown to its author after its time, too', async () => {
    await write(bot, MENTEE, pair, { f_hard: '下書きの文' }, { draft: true });
    bot.at('2026-12-20T01:00:00Z');
    const mine = await readBack(bot, MENTEE, pair);
    expect(mine).toContain('あなたの下書き');
    expect(mine).toContain('下書きの文');
    expect(await readBack(bot, MENTOR, pair)).toContain('まだ記録がありません');
  });
});

describe('a draft', () => {
  test('is taken up from whatever card, on another device, after a restart', async () => {
    await write(bot, MENTEE, pair, { f_hard: wrote, f_mood: 'fair' }, { draft: true });
    bot.at('2026-11-26T00:30:00Z');
    const card = await bot.say(MENTEE, '面談の記録をつけたい');
    const list = await bot.say(MENTEE, '提出するもの');
    for (const reply of [card, list]) {
      const { msteams: _, ...data } = carried(reply, 'mentoring.write');
      const again = await openDialog(bot, MENTEE, 'mentoring.write', data);
      expect(inputs(again)).toMatchObject({ f_hard: wrote, f_mood: 'fair' });
    }
  });

  test('says how to keep what was typed before the dialog is closed', async () => {
    expect(seen(await openDialog(bot, MENTEE, 'mentoring.write', key()))).toContain(
      '途中で閉じるときは、先に「下書きに保存」を押してください',
    );
  });
});

describe('the help flag of the form', () => {
  const calls = () =>
    bot.store.db.selectFrom('mentoring_calls').select(['reader', 'kind', 'state']).execute();

  test('names who would be told, and nobody is chosen beforehand', async () => {
    const form = await openDialog(bot, MENTEE, 'mentoring.write', key());
    expect(seen(form)).toContain('送ると、選んだ人だけに「話したいそうです」と伝わります');
    expect(seen(form)).toContain(`メンターの${MENTOR_NAME}さんに知らせる`);
    expect(inputs(form).f_help).toBe('nobody');
    await write(bot, MENTEE, pair);
    expect(await calls()).toEqual([]);
  });

  test('tells the chosen one when it is sent; sent twice or corrected, once', async () => {
    const sent = await write(bot, MENTEE, pair, { f_help: MENTOR });
    expect(shown(sent)).toContain(`話したいことは、${MENTOR_NAME}さんだけに伝わります`);
    await write(bot, MENTEE, pair, { f_help: MENTOR, f_hard: '直した文' });
    expect(await calls()).toEqual([{ reader: MENTOR, kind: 'help', state: 'open' }]);
    const form = await openDialog(bot, MENTEE, 'mentoring.write', key());
    expect(inputs(form).f_help).toBe('nobody');
  });

  test('a draft tells nobody, and forgets the choice', async () => {
    await write(bot, MENTEE, pair, { f_help: MENTOR, f_hard: wrote }, { draft: true });
    expect(await calls()).toEqual([]);
    expect(inputs(await openDialog(bot, MENTEE, 'mentoring.write', key())).f_help).toBe('nobody');
  });

  test.each([SECOND, '100003', 'x', 'mentor'])('forged, it tells nobody: %s', async (reader) => {
    expect(shown(await write(bot, MENTEE, pair, { f_help: reader }))).toContain('記録しました');
    expect(await calls()).toEqual([]);
  });

  test('a mentor can ask one of HR', async () => {
    const form = await openDialog(bot, MENTOR, 'mentoring.write', key());
    expect(seen(form)).not.toContain(`メンターの${MENTOR_NAME}さんに知らせる`);
    await write(bot, MENTOR, pair, { f_help: '100066' });
    expect(await calls()).toEqual([{ reader: '100066', kind: 'help', state: 'open' }]);
  });
});

describe('words of distress', () => {
  const distress = 'もう消えてしまいたい、死にたいと思う';

  test('show the desks before anything is kept; what was typed stays, and can be saved as it is', async () => {
    const warned = await write(bot, MENTEE, pair, { f_hard: distress });
    expect(warned.invoke?.kind).toBe('dialog');
    expect(seen(warned)).toContain('窓口');
    expect(seen(warned)).toContain('まだ何も保存していません');
    expect(inputs(warned).f_hard).toBe(distress);
    expect(await bot.store.db.selectFrom('mentoring_check_ins').selectAll().execute()).toEqual([]);
    const again = { ...carried(warned, 'mentoring.save'), ...inputs(warned) };
    expect(again).toMatchObject({ sure: 1 });
    expect(shown(await submitDialog(bot, MENTEE, 'mentoring.save', again))).toContain('記録しました');
    expect(await readBack(bot, MENTEE, pair)).toContain(distress);
  });

  test('do so for a draft, for the mentor and for a goal as well', async () => {
    expect(seen(await write(bot, MENTEE, pair, { f_memo: distress }, { draft: true }))).toContain(
      'まだ何も保存していません',
    );
    expect(seen(await write(bot, MENTOR, pair, { f_support: distress }))).toContain(
      'まだ何も保存していません',
    );
    const goals = await openDialog(bot, MENTEE, 'mentoring.goals', { pair });
    const data = { ...carried(goals, 'mentoring.saveGoals'), ...inputs(goals), f_newGoal: distress };
    expect(seen(await submitDialog(bot, MENTEE, 'mentoring.saveGoals', data))).toContain(
      'まだ何も保存していません',
    );
    for (const table of ['mentoring_drafts', 'mentoring_answers', 'mentoring_goals'] as const)
      expect(await bot.store.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

test('the mentor’s next step stands on the mentee’s next card once both have sent', async () => {
  await write(bot, MENTOR, pair, { f_nextStep: next });
  bot.at('2026-12-10T01:00:00Z');
  const december = { ...key(), from: '2026-12-01' };
  expect(seen(await openDialog(bot, MENTEE, 'mentoring.write', december))).not.toContain(next);
  bot.at('2026-11-30T01:00:00Z');
  await write(bot, MENTEE, pair);
  bot.at('2026-12-10T01:00:00Z');
  expect(seen(await openDialog(bot, MENTEE, 'mentoring.write', december))).toContain(next);
});

test('the year’s summary is a page for the two, without what is private and without markup of theirs', async () => {
  await write(bot, MENTEE, pair, { f_wentWell: `<script>alert(1)</script>${wrote}`, f_memo: memo });
  await write(bot, MENTOR, pair, { f_nextStep: next, f_support: support });
  const reply = await bot.tap(MENTEE, 'mentoring.summary', { pair });
  expect(shown(reply)).not.toContain(wrote);
  const file = await bot.store.db.selectFrom('file_links').selectAll().executeTakeFirstOrThrow();
  const page = Buffer.from(file.content).toString('utf8');
  expect(file.owner).toBe(MENTEE);
  expect(page).toContain(wrote);
  expect(page).toContain('面談した日（1回）：11/24(火)');
  expect(page).toContain(next);
  expect(page).not.toContain('<script>');
  expect(page).not.toContain(memo);
  expect(page).not.toContain(support);
  expect(shown(await bot.tap(SECOND, 'mentoring.summary', { pair }))).toContain('見つかりませんでした');
});

test('a mentor of two has both on the card, each with a record of its own', async () => {
  const second = await pairUp(bot, { mentee: SECOND });
  const card = await said(bot, MENTOR, 'メンティは誰？');
  expect(card).toContain(MENTEE_NAME);
  expect(card).toContain('架空橋 結衣');
  await write(bot, MENTOR, second, { f_talked: 'もう一人との話だけ' });
  expect(await readBack(bot, MENTOR, pair)).not.toContain('もう一人との話だけ');
});
