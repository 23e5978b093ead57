import { createAudit } from '../../../src/features/audit';
import { employees, saveRecord } from '../../../src/features/records';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  carried,
  EDITOR,
  EMPLOYEE,
  inputs,
  make,
  NOW,
  OTHER_EDITOR,
  openDialog,
  run,
  STRESS_ADMIN,
  seen,
  submitDialog,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const audited = async () =>
  (await bot.store.db.selectFrom('audit_log').selectAll().where('action', 'like', 'campaign%').execute()).map(
    ({ actor, detail }) => `${actor} ${JSON.parse(detail).step}`,
  );
const members = async (id: string) =>
  bot.store.db.selectFrom('campaign_members').selectAll().where('campaign_id', '=', id).execute();
const receivedBy = async (employee: string) => {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(({ to }) => to === aad);
};

it.each(['キャンペーン', '締切の管理', 'リマインドを作りたい', 'campaigns'])(
  '«%s» shows HR the list',
  async (text) => {
    const reply = await bot.say(EDITOR, text);
    expect(shown(reply)).toContain('締切のある依頼');
    expect(shown(reply)).toContain('まだありません');
    expect(shown(reply)).toContain('自己申告書');
    expect(shown(reply)).not.toContain('ストレスチェック');
  },
);

it('is HR’s alone, and the stress check the stress administrator’s alone', async () => {
  expect(shown(await bot.say(EMPLOYEE, '締切の管理'))).toContain('人事課の担当者だけ');
  const own = shown(await bot.say(STRESS_ADMIN, '締切の管理'));
  expect(own).toContain('ストレスチェック');
  expect(own).not.toContain('自己申告書');
  expect(seen(await openDialog(bot, EDITOR, 'campaigns.new', { template: 'stress_check' }))).toContain(
    '担当者だけ',
  );
  expect(seen(await openDialog(bot, EMPLOYEE, 'campaigns.new', { template: 'submission' }))).toContain(
    '担当者だけ',
  );
});

it('is made by three pages, counted, previewed, started after a question, and reaches those it is for', async () => {
  const id = await make(bot, EDITOR, 'submission', {
    basics: { ...NOW, f_title: '通勤届の更新' },
    audience: { f_sections: '市民課' },
    card: {
      f_link: 'https://logoform.example.jp/f/1',
      f_titleJa: '通勤届の更新',
      f_bodyJa: '更新してください。',
    },
  });
  const card = shown(await bot.tap(EDITOR, 'campaigns.show', { id }));
  expect(card).toContain('下書き');
  expect(card).toContain('令和8年12月18日(金)');
  expect(card).toContain('所属：市民課');
  const total = Number(/(\d+)人/.exec(card)?.[1]);
  expect(total).toBeGreaterThan(5);
  const asked = shown(await bot.tap(EDITOR, 'campaigns.askStart', { id }));
  expect(asked).toContain(`${total}人が対象`);
  expect(asked).toContain('通勤届の更新');
  expect(asked).toContain('期限：12/18(金)（あと18開庁日）');
  expect(await members(id)).toHaveLength(0);
  await Promise.all([
    bot.tap(EDITOR, 'campaigns.start', { id }),
    bot.tap(OTHER_EDITOR, 'campaigns.start', { id }),
    bot.tap(EDITOR, 'campaigns.start', { id }),
  ]);
  expect(await members(id)).toHaveLength(total);
  expect((await audited()).filter((line) => line.endsWith('start'))).toHaveLength(1);
  await bot.bot.sweep();
  await bot.bot.sweep();
  const own = await receivedBy(EMPLOYEE);
  expect(own).toHaveLength(1);
  expect(textsIn(own[0]?.card)).toContain('通勤届の更新');
  expect(textsIn(own[0]?.card)).toContain('提出しました');
  expect(await receivedBy('100010')).toHaveLength(1);
});

it.each([
  ['submission', { f_title: '通勤届の更新' }, '通勤届の更新'],
  ['appraisal', { f_stage: 'end' }, '人事評価の期末面談'],
])(
  'the card of a new %s says what it is about, without being typed twice',
  async (template, basics, title) => {
    const id = await make(bot, EDITOR, template, { basics: { ...NOW, ...basics } });
    expect(inputs(await openDialog(bot, EDITOR, 'campaigns.editCard', { id })).f_titleJa).toBe(title);
  },
);

it('keeps what was typed when something is wrong, and says what, by its label', async () => {
  const first = await openDialog(bot, EDITOR, 'campaigns.new', { template: 'self_assessment' });
  const save = carried(first, 'campaigns.save');
  const wrong = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...save,
    ...inputs(first),
    f_title: '自己申告書の提出',
    f_opensOn: '2026-12-10',
    f_dueOn: '2026-12-01',
  });
  expect(seen(wrong)).toContain('期限は開始日より後');
  expect(inputs(wrong)).toMatchObject({ f_title: '自己申告書の提出', f_opensOn: '2026-12-10' });
  expect(await bot.store.db.selectFrom('campaigns').selectAll().execute()).toHaveLength(0);
  const id = await make(bot, EDITOR, 'self_assessment', { basics: NOW });
  const card = await openDialog(bot, EDITOR, 'campaigns.editCard', { id });
  const unsafe = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...carried(card, 'campaigns.save'),
    ...inputs(card),
    f_link: 'javascript:alert(1)',
  });
  expect(seen(unsafe)).toContain('https://');
  expect(inputs(unsafe).f_link).toBe('javascript:alert(1)');
  const audience = await openDialog(bot, EDITOR, 'campaigns.editAudience', { id });
  const strangers = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...carried(audience, 'campaigns.save'),
    ...inputs(audience),
    f_only: '100001\n999999',
    f_ageFrom: '六十',
  });
  expect(seen(strangers)).toContain('名簿にない職員番号があります：999999');
  expect(seen(strangers)).toContain('数字で入力');
});

it('cannot start without its link, and says so', async () => {
  const id = await make(bot, EDITOR, 'self_assessment', { basics: NOW });
  const card = shown(await bot.tap(EDITOR, 'campaigns.show', { id }));
  expect(card).toContain('リンクが入っていません');
  expect(card).not.toContain('始める\n');
  await bot.tap(EDITOR, 'campaigns.start', { id });
  expect(await members(id)).toHaveLength(0);
  expect(shown(await bot.tap(EDITOR, 'campaigns.show', { id }))).toContain('下書き');
});

it.each([
  'campaigns.show',
  'campaigns.start',
  'campaigns.pause',
  'campaigns.end',
  'campaigns.copy',
  'campaigns.test',
  'campaigns.preview',
  'campaigns.import',
  'campaigns.discard',
])('%s is refused to everybody else, whatever the card says, and to unknown ids', async (verb) => {
  const id = await run(bot, EDITOR, 'submission');
  for (const person of [EMPLOYEE, '100003', STRESS_ADMIN, '100479']) {
    const reply = shown(await bot.tap(person, verb, { id, by: EDITOR, role: 'hr_admin' }));
    expect(reply).toContain('担当者だけ');
    expect(reply).not.toContain('468');
  }
  const unknown = '00000000-0000-4000-8000-00000000ffff';
  expect(shown(await bot.tap(EDITOR, verb, { id: unknown }))).toContain('見つかりませんでした');
  expect(shown(await bot.tap(EDITOR, verb, { id: "x' or 1=1" }))).toContain('古いため');
});

it('sends a test to oneself alone, once for a double tap', async () => {
  const id = await make(bot, EDITOR, 'self_assessment', { basics: NOW });
  await Promise.all([bot.tap(EDITOR, 'campaigns.test', { id }), bot.tap(EDITOR, 'campaigns.test', { id })]);
  const all = await bot.deliver();
  expect(all).toHaveLength(1);
  expect(all[0]?.to).toBe(await bot.aadOf(EDITOR));
  expect(textsIn(all[0]?.card)).toContain('試し送信');
  expect(textsIn(all[0]?.card)).toContain('自己申告書の提出');
});

it('a pause before the sweep holds everything back; what people hand in still counts; a resume goes on', async () => {
  const id = await run(bot, EDITOR, 'submission', { audience: { f_only: EMPLOYEE } });
  await Promise.all([bot.tap(EDITOR, 'campaigns.pause', { id }), bot.tap(EDITOR, 'campaigns.pause', { id })]);
  await bot.bot.sweep();
  expect(await bot.deliver()).toHaveLength(0);
  await bot.tap(EDITOR, 'campaigns.resume', { id });
  await bot.bot.sweep();
  const [card] = await receivedBy(EMPLOYEE);
  expect(card).toBeDefined();
  await bot.tap(EDITOR, 'campaigns.pause', { id });
  const choose = { ...carriedChoice(card?.card, 'done') };
  const done = await bot.tap(EMPLOYEE, 'reminders.choose', choose);
  expect(shown(done)).toContain('提出済み');
  expect((await members(id)).map(({ state }) => state)).toEqual(['done']);
});

it('a campaign in the future opens by itself on its day, with the audience of that day', async () => {
  const id = await make(bot, EDITOR, 'submission', {
    basics: { f_opensOn: '2026-12-01', f_dueOn: '2026-12-25' },
    audience: { f_sections: '市民課' },
  });
  expect(shown(await bot.tap(EDITOR, 'campaigns.start', { id }))).toContain('令和8年12月1日(火)に始まります');
  await bot.bot.sweep();
  expect(await members(id)).toHaveLength(0);
  expect(await bot.deliver()).toHaveLength(0);
  await move(bot, '100010', '税務課');
  bot.at('2026-12-01T00:30:00Z');
  await bot.bot.sweep();
  const joined = (await members(id)).map(({ employee }) => employee);
  expect(joined).toContain(EMPLOYEE);
  expect(joined).not.toContain('100010');
  expect(await receivedBy(EMPLOYEE)).toHaveLength(1);
});

it('joiners get an opening of their own, leavers nothing more, those on leave nothing until they are back', async () => {
  const id = await run(bot, EDITOR, 'submission', { audience: { f_sections: '市民課' } });
  await change(bot, '100010', { leave_kind: 'sick_leave', leave_from: '2026-11-01', leave_to: '2026-12-08' });
  await bot.bot.sweep();
  expect(await receivedBy('100010')).toHaveLength(0);
  expect((await members(id)).find(({ employee }) => employee === '100010')?.state).toBe('open');
  const joiner = '100030';
  await move(bot, joiner, '市民課');
  await move(bot, '100011', '税務課');
  bot.at('2026-11-27T01:00:00Z');
  await bot.bot.sweep();
  expect((await members(id)).find(({ employee }) => employee === joiner)).toMatchObject({
    joined_on: '2026-11-27',
  });
  expect((await members(id)).find(({ employee }) => employee === '100011')?.state).toBe('left');
  expect(await receivedBy(joiner)).toHaveLength(1);
  const before = (await receivedBy('100011')).length;
  bot.at('2026-12-09T01:00:00Z');
  await bot.bot.sweep();
  expect(await receivedBy('100011')).toHaveLength(before);
  expect((await receivedBy('100010')).length).toBeGreaterThan(0);
});

it('an extension reminds anew by its own days, and only forward', async () => {
  const id = await run(bot, EDITOR, 'submission', { audience: { f_only: EMPLOYEE } });
  for (const day of ['2026-11-24', '2026-12-09', '2026-12-17']) {
    bot.at(`${day}T01:00:00Z`);
    await bot.bot.sweep();
  }
  expect(await receivedBy(EMPLOYEE)).toHaveLength(3);
  const back = await submitDialog(bot, EDITOR, 'campaigns.extend', { id, f_dueOn: '2026-12-10' });
  expect(seen(back)).toContain('いまの期限より後');
  const dialog = await openDialog(bot, EDITOR, 'campaigns.askExtend', { id });
  expect(seen(dialog)).toContain('令和8年12月18日(金)');
  for (let twice = 0; twice < 2; twice += 1) {
    const done = await submitDialog(bot, EDITOR, 'campaigns.extend', { id, f_dueOn: '2027-01-15' });
    expect(shown(done)).toContain('令和9年1月15日(金)に延ばしました');
  }
  expect((await audited()).filter((line) => line.endsWith('extend'))).toHaveLength(1);
  bot.at('2027-01-05T01:00:00Z');
  await bot.bot.sweep();
  expect(await receivedBy(EMPLOYEE)).toHaveLength(4);
  const refused = await submitDialog(bot, EMPLOYEE, 'campaigns.extend', { id, f_dueOn: '2027-03-15' });
  expect(seen(refused)).toContain('担当者だけ');
});

it('ends for good: no card can go on', async () => {
  const id = await run(bot, EDITOR, 'submission', { audience: { f_only: EMPLOYEE } });
  await bot.bot.sweep();
  const [card] = await receivedBy(EMPLOYEE);
  expect(shown(await bot.tap(EDITOR, 'campaigns.askEnd', { id }))).toContain('再開できません');
  expect(shown(await bot.tap(EDITOR, 'campaigns.end', { id }))).toContain('終了しました');
  expect(shown(await bot.tap(OTHER_EDITOR, 'campaigns.resume', { id }))).toContain('状態が変わっていた');
  await bot.tap(EMPLOYEE, 'reminders.choose', carriedChoice(card?.card, 'done'));
  expect((await members(id)).map(({ state }) => state)).toEqual(['open']);
});

it('is copied to the next 年度: same place, open days, a draft; a double tap makes one', async () => {
  const id = await run(bot, EDITOR, 'self_assessment', { basics: { f_opensOn: '2026-11-24' } });
  const [copied] = await Promise.all([
    bot.tap(EDITOR, 'campaigns.copy', { id }),
    bot.tap(EDITOR, 'campaigns.copy', { id }),
  ]);
  expect(shown(copied)).toContain('令和9年度 自己申告書');
  expect(shown(copied)).toContain('令和9年11月24日(水)〜令和9年12月17日(金)');
  const rows = await bot.store.db.selectFrom('campaigns').selectAll().execute();
  expect(rows).toHaveLength(2);
  expect(rows.find(({ id: one }) => one !== id)).toMatchObject({
    state: 'draft',
    fiscal_year: 2027,
    link: null,
  });
});

it('a draft can be thrown away, and nothing else can', async () => {
  const id = await make(bot, EDITOR, 'submission');
  expect(shown(await bot.tap(EDITOR, 'campaigns.discard', { id }))).toContain('下書きを消しました');
  expect(shown(await bot.tap(EDITOR, 'campaigns.show', { id }))).toContain('見つかりませんでした');
  const other = await run(bot, EDITOR, 'submission');
  await bot.tap(EDITOR, 'campaigns.discard', { id: other });
  expect(await bot.store.db.selectFrom('campaigns').selectAll().execute()).toHaveLength(1);
});

it('what people are asked does not change once they have heard of it; how it is put may', async () => {
  const id = await run(bot, EDITOR, 'submission', { audience: { f_only: EMPLOYEE } });
  expect(seen(await openDialog(bot, EDITOR, 'campaigns.editAudience', { id }))).toContain('始まったあとは');
  const forged = await submitDialog(bot, EDITOR, 'campaigns.save', {
    id,
    template: 'submission',
    page: 'audience',
    f_sections: '税務課',
  });
  expect(seen(forged)).toContain('始まったあとは');
  const card = await openDialog(bot, EDITOR, 'campaigns.editCard', { id });
  const saved = await submitDialog(bot, EDITOR, 'campaigns.save', {
    ...carried(card, 'campaigns.save'),
    ...inputs(card),
    f_bodyJa: '直した本文です。',
  });
  expect(shown(saved)).toContain('保存しました');
  await bot.bot.sweep();
  expect(textsIn((await receivedBy(EMPLOYEE))[0]?.card)).toContain('直した本文です。');
});

function carriedChoice(card: unknown, choice: string): Record<string, unknown> {
  const texts = JSON.stringify(card);
  expect(texts).toContain(`"choice":"${choice}"`);
  return buttonsOf(card).find((data) => data.choice === choice) ?? {};
}

function buttonsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (value === null || typeof value !== 'object') return [];
  if ('verb' in value && value.verb === 'reminders.choose' && 'data' in value)
    return [value.data as Record<string, unknown>];
  return Object.values(value).flatMap(buttonsOf);
}

async function change(to: TestBot, id: string, cells: Record<string, string>): Promise<void> {
  const by = {
    actor: 'system',
    source: 'form',
    clock: { now: () => new Date('2026-11-24T00:00:00Z') },
    audit: createAudit(),
  };
  const saved = await to.store.write((tx) =>
    saveRecord(tx, employees, { id, basedOn: null, values: cells }, by),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

const move = (to: TestBot, id: string, section: string): Promise<void> => change(to, id, { section });

it.each(['リマインド', '提出物', '提出物は何ですか'])(
  '«%s» of an employee is no request to manage',
  async (text) => {
    expect(shown(await bot.say(EMPLOYEE, text))).not.toContain('人事課の担当者だけ');
  },
);
