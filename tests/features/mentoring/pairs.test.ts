import { createDirectory } from '../../../src/features/directory';
import { suggestPairs } from '../../../src/features/mentoring/suggestions';
import { employees, loadDataset } from '../../../src/features/records';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import { attach } from '../campaigns/support';
import {
  carried,
  changeRoster,
  HR,
  inputs,
  MANAGER,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  OTHER_HR,
  OTHER_MENTOR,
  onDay,
  openDialog,
  pairUp,
  readBack,
  SECOND,
  SUPERVISOR,
  said,
  seen,
  sentTo,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const pairs = () => bot.store.db.selectFrom('mentoring_pairs').selectAll().orderBy('created_at').execute();

const change = (id: string, values: Record<string, string>) => changeRoster(bot, id, values);

describe('suggestions', () => {
  test('keep every rule and say why', async () => {
    const directory = createDirectory(
      (reader) => loadDataset(reader, employees),
      async () => new Map(),
    );
    const today = onDay('2026-11-24');
    const everybody = await directory.everybody(bot.store.db, today);
    const { suggestions } = suggestPairs(everybody, [], today);
    expect(suggestions.length).toBeGreaterThan(10);
    const perMentor = Map.groupBy(suggestions, ({ mentor }) => mentor.id);
    for (const { mentee, mentor, reasons } of suggestions) {
      expect(mentor.section).toBe(mentee.section);
      expect(mentor.hiredOn !== null && mentor.hiredOn <= '2022-11-24').toBe(true);
      expect([mentee.firstEvaluator, mentee.secondEvaluator]).not.toContain(mentor.id);
      expect(mentor.leads).toEqual([]);
      expect(reasons.year).toBeGreaterThanOrEqual(5);
      expect(perMentor.get(mentor.id)?.length).toBeLessThanOrEqual(2);
    }
    const card = shown(await bot.tap(HR, 'mentoring.suggest', { page: 0 }));
    expect(card).toContain(`${MENTEE_NAME}（メンター：模内 沙織）`);
    expect(card).toMatch(/理由：市民課・11年目・同じ職種・名簿のメンター/);
  });

  test('are accepted one by one or all that are shown, and a second tap changes nothing', async () => {
    const card = await bot.tap(HR, 'mentoring.suggest', { page: 0 });
    const all = JSON.stringify(card.invoke).match(/"pairs":\[("[^\]]+")\]/g) ?? [];
    expect(all.length).toBe(7);
    const one = { pairs: [`${MENTEE}:${MENTOR}`], page: 0 };
    expect(shown(await bot.tap(HR, 'mentoring.accept', one))).toContain('1組を決めました');
    expect(await pairs()).toMatchObject([
      { mentee: MENTEE, mentor: MENTOR, from_on: '2026-04-01', until_on: '2027-03-31', state: 'active' },
    ]);
    await bot.tap(HR, 'mentoring.accept', one);
    expect(await pairs()).toHaveLength(1);
    const shownAll = JSON.parse(`{${all.at(-1)}}`);
    const done = shown(await bot.tap(HR, 'mentoring.accept', { ...shownAll, page: 0 }));
    expect(done).toContain('5組を決めました');
    expect(await pairs()).toHaveLength(6);
  });

  test('a forged one is refused by the rules', async () => {
    const refused = shown(
      await bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${SUPERVISOR}`], page: 0 }),
    );
    expect(refused).toContain('メンターがメンティの評定者か所属長です');
    await bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${MENTEE}`, 'nobody:nobody', ''], page: 0 });
    expect(await pairs()).toEqual([]);
  });
});

describe('HR’s dialog', () => {
  async function choose(filled: Record<string, string>) {
    const form = await openDialog(bot, HR, 'mentoring.pickMentor', { mentee: MENTEE });
    const data = { ...carried(form, 'mentoring.savePair'), ...inputs(form), ...filled };
    return submitDialog(bot, HR, 'mentoring.savePair', data);
  }

  test('makes a pair in two pages, by choice or by name, for a usual or another time', async () => {
    const first = await openDialog(bot, HR, 'mentoring.newPair');
    const picked = await submitDialog(bot, HR, 'mentoring.pickMentee', {
      ...inputs(first),
      f_menteeOther: '例島健太',
    });
    expect(seen(picked)).toContain(`メンティ：${MENTEE_NAME}（市民課）`);
    expect(inputs(picked)).toMatchObject({ f_from: '2026-04-01', f_until: '2027-03-31', f_early: 'monthly' });
    const done = await choose({ f_mentorOther: OTHER_MENTOR, f_until: '2027-02-28', f_early: 'weekly' });
    expect(shown(done)).toContain('保存しました');
    expect(await pairs()).toMatchObject([{ mentor: OTHER_MENTOR, until_on: '2027-02-28', early: 'weekly' }]);
    // The same dialog once more.
    await choose({ f_mentorOther: OTHER_MENTOR, f_until: '2027-02-28', f_early: 'weekly' });
    expect(await pairs()).toHaveLength(1);
  });

  test.each([
    [{ f_mentorOther: SUPERVISOR }, '評定者か所属長'],
    [{ f_mentorOther: MANAGER }, '評定者か所属長'],
    [{ f_mentorOther: MENTEE }, '同じ人'],
    [{ f_mentorOther: 'だれか' }, '「だれか」は名簿に見つかりません'],
    [{ f_mentor: '', f_mentorOther: '' }, 'メンターを選ぶか'],
    [{ f_mentor: MENTOR, f_until: '2026-03-01' }, '終了日が開始日より前です'],
    [{ f_mentor: MENTOR, f_until: '2029-03-31' }, '2年以内'],
    [{ f_mentor: MENTOR, f_from: 'x' }, '日付を選んでください'],
  ])('refuses %p and keeps what was typed', async (filled, problem) => {
    const refused = await choose(filled as Record<string, string>);
    expect(seen(refused)).toContain(problem);
    expect(inputs(refused)).toMatchObject(
      Object.fromEntries(Object.entries(filled).filter(([, v]) => v !== 'x')),
    );
    expect(await pairs()).toEqual([]);
  });

  test('the months before a pair was made are none that it missed', async () => {
    const made = shown(await choose({ f_mentorOther: OTHER_MENTOR, f_early: 'monthly' }));
    expect(made).toContain('4/1(水)〜令和9年3月31日(水)');
    expect(made).toContain('面談 0回');
    expect(made).not.toContain('記録なし');
    expect(shown(await bot.say(HR, 'メンターの組み合わせ'))).toContain('記録のない期間がある組 0組');
  });

  test('two mentees at most', async () => {
    await pairUp(bot, { mentee: SECOND });
    await pairUp(bot, { mentee: '100022' });
    expect(seen(await choose({ f_mentorOther: MENTOR }))).toContain('すでに2人います');
  });
});

describe('a change', () => {
  test('of the mentor ends the old pair with its history and begins a new one, of which the former sees nothing', async () => {
    const pair = await pairUp(bot);
    await write(bot, MENTEE, pair, { f_wentWell: '前のメンターへの文' });
    await write(bot, MENTOR, pair, { f_talked: '前のメンターの文' });
    const form = await openDialog(bot, HR, 'mentoring.changePair', { pair });
    expect(inputs(form).f_mentor).toBe(MENTOR);
    const data = { ...carried(form, 'mentoring.saveChange'), ...inputs(form), f_mentorOther: OTHER_MENTOR };
    expect(shown(await submitDialog(bot, HR, 'mentoring.saveChange', data))).toContain('保存しました');
    const [old, next] = await pairs();
    expect(old).toMatchObject({ state: 'ended', why: 'changed', ended_on: '2026-11-24' });
    expect(next).toMatchObject({ mentor: OTHER_MENTOR, from_on: '2026-11-24', state: 'active' });
    const again = await submitDialog(bot, HR, 'mentoring.saveChange', data);
    expect(again.invoke?.kind).toBe('notice');
    expect(await pairs()).toHaveLength(2);

    const newPair = String(next?.id);
    await write(bot, MENTEE, newPair, { f_wentWell: '新しいメンターへの文' }, { from: '2026-11-24' });
    for (const id of [pair, newPair])
      expect(await readBack(bot, MENTOR, id)).toContain('見つかりませんでした');
    expect(await readBack(bot, OTHER_MENTOR, pair)).toContain('見つかりませんでした');
    expect(await readBack(bot, MENTEE, pair)).toContain('前のメンターの文');
    expect(await said(bot, MENTOR, 'メンティは誰？')).toContain('登録されていません');
    expect(shown(await write(bot, MENTOR, pair, {}))).toContain('見つかりませんでした');
    const history = shown(await bot.tap(HR, 'mentoring.show', { pair }));
    expect(history).toContain('終了（メンターを交代した）');
    expect(history).toContain(`終了（例内 恵子）`);
  });

  test('of the end or the pace keeps the pair and its check-ins', async () => {
    const pair = await pairUp(bot);
    await write(bot, MENTEE, pair);
    const form = await openDialog(bot, HR, 'mentoring.changePair', { pair });
    const data = { ...carried(form, 'mentoring.saveChange'), ...inputs(form), f_until: '2027-01-31' };
    await submitDialog(bot, HR, 'mentoring.saveChange', data);
    expect(await pairs()).toMatchObject([{ id: pair, until_on: '2027-01-31', state: 'active' }]);
    expect(await readBack(bot, MENTEE, pair)).toContain('あなたの記録');
  });

  test('suspended, resumed and ended by HR, each tapped twice', async () => {
    const pair = await pairUp(bot);
    for (const [verb, state] of [
      ['suspend', 'suspended'],
      ['suspend', 'suspended'],
      ['keep', 'active'],
      ['keep', 'active'],
    ] as const) {
      await bot.tap(HR, `mentoring.${verb}`, { pair });
      expect((await pairs())[0]?.state).toBe(state);
    }
    expect(shown(await bot.tap(HR, 'mentoring.askEnd', { pair }))).toContain(
      'メンターはメンティの記録を読めなくなります',
    );
    for (const _ of [1, 2]) await bot.tap(HR, 'mentoring.end', { pair });
    expect(await pairs()).toMatchObject([{ state: 'ended', why: 'by-hr' }]);
    const events = await bot.store.db
      .selectFrom('mentoring_pair_events')
      .select('what')
      .orderBy('seq')
      .execute();
    expect(events.map(({ what }) => what)).toEqual(['made', 'suspended', 'changed', 'resumed', 'ended']);
  });
});

describe('the roster moves on', () => {
  async function sweep(at: string) {
    bot.at(at);
    return bot.deliver();
  }

  test('a leaver’s pair ends, and HR is told once, until somebody confirms', async () => {
    await pairUp(bot);
    await bot.store.db.deleteFrom('records').where('id', '=', MENTOR).execute();
    await bot.store.db
      .updateTable('dataset_revisions')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('dataset', '=', 'employees')
      .execute();
    const received = await sweep('2026-11-25T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'ended', why: 'left', news: 1 }]);
    const told = await sentTo(bot, received, HR);
    expect(told).toContain('メンターの組み合わせに変化がありました（1組）');
    expect(told).toContain('名簿からいなくなった');
    expect(await sentTo(bot, received, MENTEE)).not.toContain('変化がありました');
    const { id } = await bot.store.db
      .selectFrom('reminder_digests')
      .select('id')
      .where('person', '=', HR)
      .executeTakeFirstOrThrow();
    const open = await bot.tap(HR, 'reminders.refresh', { digest: id, page: 0 });
    const [choice = ''] = JSON.stringify(open.invoke).match(/known\.\d+/) ?? [];
    const tap = { digest: id, thing: 'mentoring:changes', page: 0, choice };
    expect(shown(await bot.tap(HR, 'reminders.choose', tap))).toContain('確認しました');
    expect((await pairs())[0]?.news).toBe(0);
  });

  test('a long leave suspends it, and the return resumes it', async () => {
    await pairUp(bot);
    await change(MENTOR, { leave_kind: 'childcare_leave', leave_from: '2026-11-25', leave_to: '2026-12-20' });
    await sweep('2026-11-25T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'suspended', why: 'leave' }]);
    expect(await said(bot, MENTEE, '私のメンターは誰？')).toContain(
      'お休みの間は、面談のお知らせを止めています',
    );
    const inDecember = await sweep('2026-12-10T00:30:00Z');
    expect(await sentTo(bot, inDecember, MENTEE)).not.toContain('面談の記録（');
    await sweep('2026-12-21T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'active', why: null }]);
  });

  test('a transfer suspends it until HR decides; what HR has decided stays', async () => {
    const pair = await pairUp(bot);
    await change(MENTOR, { section: '税務課' });
    await sweep('2026-11-25T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'suspended', why: 'moved' }]);
    expect(shown(await bot.tap(HR, 'mentoring.show', { pair }))).toContain('このまま続ける');
    await bot.tap(HR, 'mentoring.keep', { pair });
    await sweep('2026-11-26T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'active', mentor_section: '税務課', news: 0 }]);
  });

  test('a mentor who comes to appraise the mentee reads nothing from that moment, and the pair ends', async () => {
    const pair = await pairUp(bot);
    await write(bot, MENTEE, pair, { f_wentWell: '評定者には見せない文' });
    await write(bot, MENTOR, pair);
    expect(await readBack(bot, MENTOR, pair)).toContain('評定者には見せない文');
    await change(MENTEE, { first_evaluator: MENTOR });
    // Before any sweep has noticed.
    expect(await readBack(bot, MENTOR, pair)).toContain('見つかりませんでした');
    await sweep('2026-11-25T00:30:00Z');
    expect(await pairs()).toMatchObject([{ state: 'ended', why: 'evaluator', news: 1 }]);
  });

  test('a regular end is no news; both can look back for three months', async () => {
    const pair = await pairUp(bot);
    await write(bot, MENTEE, pair, { f_wentWell: '一年の文' });
    await write(bot, MENTOR, pair);
    const received = await sweep('2027-04-01T00:30:00Z');
    expect(await pairs()).toMatchObject([
      { state: 'ended', why: 'completed', ended_on: '2027-03-31', news: 0 },
    ]);
    expect(await sentTo(bot, received, HR)).not.toContain('変化がありました');
    expect(await readBack(bot, MENTOR, pair)).toContain('一年の文');
    bot.at('2027-07-01T01:00:00Z');
    expect(await readBack(bot, MENTOR, pair)).toContain('見つかりませんでした');
    expect(await readBack(bot, MENTEE, pair)).toContain('一年の文');
  });
});

describe('CSV', () => {
  const csv = (...rows: string[]) =>
    Buffer.from(['メンティの職員番号,メンターの職員番号,開始日,終了日,間隔', ...rows].join('\n'), 'utf8');

  /** Attaches a file, and confirms what is shown of it. */
  async function send(bytes: Buffer): Promise<string> {
    await bot.tap(HR, 'mentoring.import', {});
    const preview = await attach(bot, HR, 'pairs.csv', bytes);
    if (!shown(preview).includes('登録します')) return shown(preview);
    return shown(
      await bot.tap(HR, 'mentoring.confirmImport', buttonData(preview, 'mentoring.confirmImport')),
    );
  }

  test('registers all rows, with the usual time where none is given', async () => {
    const answer = await send(
      csv(`${MENTEE},${MENTOR},,,`, `${SECOND},例池陽菜,令和8年5月1日,2027/2/28,隔週`),
    );
    expect(answer).toContain('2組を登録しました');
    expect(await pairs()).toMatchObject([
      { mentee: MENTEE, from_on: '2026-04-01', until_on: '2027-03-31', early: 'monthly' },
      { mentee: SECOND, from_on: '2026-05-01', until_on: '2027-02-28', early: 'fortnightly' },
    ]);
    const again = await send(csv(`${MENTEE},${MENTOR},,,`));
    expect(again).toContain('新しく登録するものはありません');
    expect(again).toContain('1組は、すでに同じ内容で登録されています');
    expect(await pairs()).toHaveLength(2);
  });

  test('changes nothing if any row is bad, and says what is wrong where', async () => {
    const answer = await send(
      csv(
        `${MENTEE},${MENTOR},,,`,
        `${SECOND},100007,,,`,
        `999999,${MENTOR},,,`,
        `${MENTEE},${OTHER_MENTOR},,,`,
        `100022,${MENTOR},昨日,,`,
        `100047,100044,,,ときどき`,
        `,${MENTOR},,,`,
      ),
    );
    expect(answer).toContain('誤りのある行があるため、何も変えていません');
    for (const text of [
      '3行目：',
      '4行目：「999999」',
      '5行目：同じメンティ',
      '6行目：「昨日」',
      '7行目：「ときどき」',
      '8行目：メンティを選ぶか',
    ])
      expect(answer).toContain(text);
    expect(await pairs()).toEqual([]);
    const { events } = await bot.store.db
      .selectFrom('mentoring_pair_events')
      .select((eb) => eb.fn.countAll().as('events'))
      .executeTakeFirstOrThrow();
    expect(Number(events)).toBe(0);
  });

  test('rows that break a rule only together are refused together', async () => {
    const answer = await send(
      csv(`${MENTEE},${MENTOR},,,`, `${SECOND},${MENTOR},,,`, `100022,${MENTOR},2026-06-01,,`),
    );
    expect(answer).toContain('4行目：このメンターには');
    expect(await pairs()).toEqual([]);
  });

  test('is pasted as well; a file that nobody announced goes where files go', async () => {
    const pasted = await submitDialog(bot, HR, 'mentoring.importPasted', {
      f_text: csv(`${MENTEE},${MENTOR},,,`).toString(),
    });
    expect(shown(pasted)).toContain('次の1組を登録します');
    expect(shown(pasted)).toContain(`${MENTEE_NAME}（メンター：例池 陽菜）`);
    expect(await pairs()).toEqual([]);
    const data = buttonData(pasted, 'mentoring.confirmImport');
    for (const other of [OTHER_HR, MENTOR]) await bot.tap(other, 'mentoring.confirmImport', data);
    expect(await pairs()).toEqual([]);
    expect(shown(await bot.tap(HR, 'mentoring.confirmImport', data))).toContain('1組を登録しました');
    expect(shown(await bot.tap(HR, 'mentoring.confirmImport', data))).toContain('登録が済んだか');
    expect(seen(await submitDialog(bot, HR, 'mentoring.importPasted', { f_text: 'a,b\n1,2' }))).toContain(
      '列が見つかりません',
    );
    await attach(bot, HR, 'pairs.csv', csv(`${SECOND},${MENTOR},,,`));
    expect(await pairs()).toHaveLength(1);
  });

  test('what has changed between the preview and the tap is judged anew', async () => {
    await bot.tap(HR, 'mentoring.import', {});
    const preview = await attach(
      bot,
      HR,
      'pairs.csv',
      csv(`${MENTEE},${MENTOR},,,`, `${SECOND},${MENTOR},,,`),
    );
    await pairUp(bot, { mentor: OTHER_MENTOR });
    const data = buttonData(preview, 'mentoring.confirmImport');
    expect(shown(await bot.tap(HR, 'mentoring.confirmImport', data))).toContain('2行目：このメンティには');
    expect(await pairs()).toHaveLength(1);
  });

  test('what is exported holds when, not what, and no formula', async () => {
    const pair = await pairUp(bot);
    await write(bot, MENTEE, pair, { f_wentWell: '書き出しに出ない文', f_mood: 'hard' });
    const reply = await bot.tap(HR, 'mentoring.export', {});
    expect(shown(reply)).toContain('書いた内容は入っていません');
    const file = await bot.store.db.selectFrom('file_links').selectAll().executeTakeFirstOrThrow();
    const text = Buffer.from(file.content).toString('utf8');
    expect(text).toContain(MENTEE_NAME);
    expect(text).toContain('2026-11-24');
    expect(text).not.toMatch(/書き出しに出ない文|しんどい|hard/);
  });
});

test('of a year that is over HR keeps the counts, and only those', async () => {
  const pair = await pairUp(bot, { from: '2026-11-01' });
  await write(bot, MENTEE, pair, { f_wentWell: '年度の文' });
  bot.at('2027-06-01T01:00:00Z');
  await bot.bot.sweep();
  const next = await pairUp(bot, { from: '2027-05-01', until: '2028-03-31', today: '2027-05-01' });
  await write(bot, MENTEE, next, { f_metOn: '2027-06-01' }, { from: '2027-06-01' });
  bot.at('2028-02-10T01:00:00Z');
  const list = await said(bot, HR, 'メンターの組み合わせ');
  expect(list).toContain('令和9年度：1組　面談 1回　記録のない期間がある組 1組');
  expect(list).toContain('令和8年度：1組　面談 1回　記録のない期間がある組 1組');
  expect(list).not.toContain('年度の文');
});

test('HR’s list counts what was held and what was missed, without the months in which it was suspended', async () => {
  const pair = await pairUp(bot, { from: '2026-08-01', today: '2026-08-01' });
  bot.at('2026-08-20T01:00:00Z');
  await write(bot, MENTOR, pair, { f_metOn: '2026-08-18' }, { from: '2026-08-01' });
  bot.at('2026-10-01T01:00:00Z');
  await bot.tap(HR, 'mentoring.suspend', { pair });
  bot.at('2026-10-30T01:00:00Z');
  await bot.tap(HR, 'mentoring.keep', { pair });
  bot.at('2026-11-24T01:00:00Z');
  const list = await said(bot, HR, 'メンターの組み合わせ');
  expect(list).toContain('面談 1回　記録なし 1期間');
  expect(list).toContain('令和8年度：1組　面談 1回　記録のない期間がある組 1組');
  expect(list).toContain('今の期間：まだ記録がありません（11/30(月)まで）');
  await write(bot, MENTEE, pair);
  expect(await said(bot, HR, 'メンターの組み合わせ')).toContain('今の期間：実施（11/24(火)）');
  const audit = await bot.store.db.selectFrom('audit_log').select(['action', 'actor']).execute();
  expect(
    audit.filter(({ action, actor }) => action === 'mentoring-read' && actor === HR).length,
  ).toBeGreaterThan(0);
  expect(audit.filter(({ action }) => action === 'mentoring-changed').length).toBe(2);
});
