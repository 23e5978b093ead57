import { linkedFile } from '../../../src/features/file-links';
import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { audited, EDITOR, EMPLOYEE, receivedBy, recipients, send, show, write } from './support';

const MANAGER_SECTION = { f_sections: '市民課' };
let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

/** Taps a choice of the latest digest that somebody got. */
async function chooseInDigest(employee: string, thing: string, choice: string) {
  const data = JSON.stringify((await receivedBy(bot, employee)).at(-1)?.card);
  const digest = /"digest":"([0-9a-f-]{36})"/.exec(data)?.[1];
  return bot.tap(employee, 'reminders.choose', { digest, page: 0, thing, choice });
}

const ASKS = {
  text: { f_confirm: 'yes' },
  plan: { f_chases: 'yes', f_managersSee: 'yes' },
  audience: MANAGER_SECTION,
};
const VERB = 'announcements.confirm';
const confirm = (as: string, id: string) => bot.tap(as, VERB, { id });

async function managerOf(section: string): Promise<string> {
  const rows = await bot.store.db
    .selectFrom('records')
    .selectAll()
    .where('dataset', '=', 'employees')
    .execute();
  const found = rows.find(({ cells }) =>
    String(JSON.parse(cells).manages ?? '')
      .split('|')
      .includes(section),
  );
  if (found === undefined) throw new Error(`${section} has no manager`);
  return found.id;
}

it('the first tap counts, a second one finds it confirmed, and nobody confirms for another', async () => {
  const id = await send(bot, EDITOR, ASKS);
  await bot.deliver();
  expect(shown(await confirm(EMPLOYEE, id))).toContain('✓ 確認済み（11/24(火) 10:00）');
  bot.at('2026-11-24T02:00:00Z');
  expect(shown(await confirm(EMPLOYEE, id))).toContain('✓ 確認済み（11/24(火) 10:00）');
  // Somebody of another section: not even the text.
  const stranger = shown(await confirm('100050', id));
  expect(stranger).toContain('あなたあてではない');
  expect(stranger).not.toContain('停電');
  expect(shown(await bot.tap('100050', 'announcements.view', { id }))).not.toContain('停電');
  // HR's own look is no confirmation.
  expect(shown(await confirm(EDITOR, id))).toContain('記録は要りません');
  expect((await recipients(bot, id)).filter(({ confirmed_at }) => confirmed_at !== null)).toHaveLength(1);
  expect(await show(bot, EDITOR, id)).toContain('確認した人 1／21人');
});

it('what HR taps on a preview or a test records nothing, also after it has gone out to them', async () => {
  const id = await write(bot, EDITOR, { ...ASKS, audience: { f_sections: '人事課' } });
  const preview = await bot.tap(EDITOR, 'announcements.preview', { id });
  await bot.tap(EDITOR, 'announcements.test', { id });
  await bot.tap(EDITOR, 'announcements.send', { id });
  const asking = (await receivedBy(bot, EDITOR)).flatMap(({ card }) =>
    card !== null && textsIn(card).includes('押してください') ? [card] : [],
  );
  const [test, real] = asking.map((card) =>
    buttonData({ invoke: null, messages: [{ kind: 'card', card, summary: '' }] }, VERB),
  );
  for (const data of [buttonData(preview, VERB), test])
    expect(shown(await bot.tap(EDITOR, VERB, data))).toBe('試し送信・プレビューのため、確認は記録しません。');
  expect((await recipients(bot, id)).filter(({ confirmed_at }) => confirmed_at !== null)).toEqual([]);
  expect(shown(await bot.tap(EDITOR, VERB, real))).toContain('✓ 確認済み');
});

it('an announcement that asks for nothing takes no confirmation', async () => {
  const id = await send(bot, EDITOR);
  await bot.deliver();
  expect(shown(await confirm(EMPLOYEE, id))).toContain('確認のボタンはありません');
});

it('who has not confirmed is reminded after 3 and 7 open days within the budget, and no more once confirmed', async () => {
  const id = await send(bot, EDITOR, ASKS);
  await bot.deliver();
  await confirm('100003', id);
  const reminded = async (employee: string) =>
    (await receivedBy(bot, employee)).filter(({ card }) => textsIn(card).includes('お知らせの確認：')).length;
  bot.at('2026-11-26T01:00:00Z');
  expect(await reminded(EMPLOYEE)).toBe(0);
  bot.at('2026-11-27T01:00:00Z');
  expect(await reminded(EMPLOYEE)).toBe(1);
  expect(await reminded('100003')).toBe(0);
  bot.at('2026-12-03T01:00:00Z');
  expect(await reminded(EMPLOYEE)).toBe(2);
  const tapped = await chooseInDigest(EMPLOYEE, `announcement:${id}`, 'confirm');
  expect(shown(tapped)).toContain('確認済み');
  expect(
    (await recipients(bot, id)).find(({ employee }) => employee === EMPLOYEE)?.confirmed_at,
  ).not.toBeNull();
  bot.at('2026-12-15T01:00:00Z');
  expect(await reminded(EMPLOYEE)).toBe(2);
});

it('a reminder that could not be sent before the evening waits for the morning', async () => {
  await send(bot, EDITOR, ASKS);
  await bot.deliver();
  bot.at('2026-11-27T08:14:00Z');
  await bot.bot.sweep();
  // The bot is away until the evening.
  bot.at('2026-11-27T12:00:00Z');
  const reminded = async () =>
    (await receivedBy(bot, EMPLOYEE)).filter(({ card }) => textsIn(card).includes('お知らせの確認：')).length;
  expect(await reminded()).toBe(0);
  bot.at('2026-11-30T00:00:00Z');
  expect(await reminded()).toBe(1);
});

it('a manager learns who of their section has not confirmed, where HR says so, and of no other section', async () => {
  const manager = await managerOf('市民課');
  const other = await managerOf('税務課');
  const id = await send(bot, EDITOR, { ...ASKS, plan: { f_managersSee: 'yes' } });
  await bot.deliver();
  const own = shown(await bot.say(manager, 'お知らせの確認状況'));
  expect(own).toContain('庁舎の停電について');
  expect(own).toContain('未確認 20人');
  // All of them by name: the list is for whoever speaks to them.
  expect(own).not.toContain('ほか');
  for (const asked of [
    'うちの課で未確認の人は？',
    'お知らせを確認していない人を教えて',
    'まだ「確認しました」を押していない部下は？',
  ])
    expect(shown(await bot.say(manager, asked))).toBe(own);
  expect(shown(await bot.say(manager, 'announcement status', 'en'))).toContain(
    'Not confirmed in your section',
  );
  expect(shown(await bot.say(other, 'お知らせの確認状況'))).not.toContain('停電');
  expect(shown(await bot.say(EMPLOYEE, 'お知らせの確認状況'))).toContain('人事課の担当者だけ');
  bot.at('2026-12-07T01:00:00Z');
  await bot.bot.sweep();
  const told = async (person: string) =>
    bot.store.db
      .selectFrom('deliveries')
      .select('id')
      .where('recipient', '=', await bot.aadOf(person))
      .where('payload', 'like', '%「庁舎の停電について」がまだ確認されていません%')
      .execute();
  expect(await told(manager)).toHaveLength(1);
  expect(textsIn((await receivedBy(bot, manager)).at(-1)?.card)).toContain('全員の名前を見る');
  expect(shown(await chooseInDigest(manager, `announcement:${id}:section`, 'names'))).toContain(own);
  expect(await told(other)).toEqual([]);
});

it('without HR’s leave a manager learns nothing', async () => {
  const manager = await managerOf('市民課');
  await send(bot, EDITOR, { ...ASKS, plan: {} });
  await bot.deliver();
  expect(shown(await bot.say(manager, 'お知らせの確認状況'))).toContain('いまはありません');
});

it('HR sees it by section and by person, and takes it as a file that spreadsheets open safely', async () => {
  const id = await send(bot, EDITOR, { ...ASKS, audience: { f_sections: '市民課,税務課' } });
  await bot.deliver();
  await confirm(EMPLOYEE, id);
  const report = await bot.tap(EDITOR, 'announcements.report', { id, page: 0 });
  expect(shown(report)).toContain('市民課');
  expect(shown(report)).toContain('確認 1／21人');
  expect(JSON.stringify(report.invoke)).toContain('"width":1');
  const people = shown(await bot.tap(EDITOR, 'announcements.people', { id, page: 0, chosen: 'confirmed' }));
  expect(people).toContain('確認済み　1人');
  expect(people).toContain(EMPLOYEE);
  const unconfirmed = shown(await bot.tap(EDITOR, 'announcements.people', { id, page: 0 }));
  expect(unconfirmed).toContain('未確認');
  expect(unconfirmed).not.toContain(`（${EMPLOYEE}）`);

  const filed = JSON.stringify((await bot.tap(EDITOR, 'announcements.csv', { id })).invoke);
  const token = /\/files\/([\w-]+)/.exec(filed)?.[1] ?? '';
  const file = await linkedFile(bot.store.db, token, new Date('2026-11-24T01:01:00Z'));
  expect(file?.owner).toBe(EDITOR);
  expect(file?.name).toBe('お知らせの状況_庁舎の停電について_2026-11-24.csv');
  expect([...(file?.content.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
  const csv = new TextDecoder().decode(file?.content);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + (await recipients(bot, id)).length);
  expect(csv).toContain(`${EMPLOYEE},`);
  expect(csv).toContain('2026-11-24 10:00');
  expect((await audited(bot)).slice(-3)).toEqual([`${EDITOR} list`, `${EDITOR} list`, `${EDITOR} csv`]);
});
