import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  attach,
  carried,
  EDITOR,
  EMPLOYEE,
  OTHER_EDITOR,
  openDialog,
  run,
  seen,
  submitDialog,
} from './support';

/** `職員番号,メール` and so on in CP932, as Excel in Japan writes it. */
const CP932_HEADINGS: readonly number[] = [
  0x90, 0x45, 0x88, 0xf5, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x89, 0xf1, 0x93, 0x9a, 0x0d, 0x0a,
];
const cp932 = (...rows: string[]): Uint8Array =>
  new Uint8Array([...CP932_HEADINGS, ...Buffer.from(rows.map((row) => `${row}\r\n`).join(''), 'latin1')]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let bot: TestBot;
let id: string;
beforeEach(async () => {
  bot = await createTestBot();
  id = await run(bot, EDITOR, 'self_assessment', { audience: { f_only: '100001\n100003\n100005\n100006' } });
});
afterEach(() => bot.close());

const states = async (): Promise<Record<string, string>> => {
  const rows = await bot.store.db
    .selectFrom('campaign_members')
    .selectAll()
    .where('campaign_id', '=', id)
    .execute();
  return Object.fromEntries(rows.map(({ employee, state }) => [employee, state]));
};

it('takes the next file of the one who announced it, CP932 too, twice without harm, and undoes it as a whole', async () => {
  expect(shown(await bot.tap(EDITOR, 'campaigns.import', { id }))).toContain('このチャットにこのまま添付');
  const file = cp932('100001,A', '100003,B', '999999,C', '100030,D');
  const first = await attach(bot, EDITOR, 'logoform.csv', file);
  expect(shown(first)).toContain('2人を提出済みにしました');
  expect(shown(first)).toContain('4行目　999999　名簿に見つかりません');
  expect(shown(first)).toContain('5行目　100030　この依頼の対象ではありません');
  expect(await states()).toMatchObject({ '100001': 'done', '100003': 'done', '100005': 'open' });
  await bot.tap(EDITOR, 'campaigns.import', { id });
  const second = shown(await attach(bot, EDITOR, 'logoform.csv', file));
  expect(second).toContain('新しく記録した人はいません');
  expect(second).toContain('すでに済みの人：2人');
  const undo = carried(first, 'campaigns.undoImport');
  expect(shown(await bot.tap(EMPLOYEE, 'campaigns.undoImport', undo))).toContain('担当者だけ');
  for (let twice = 0; twice < 2; twice += 1)
    expect(shown(await bot.tap(EDITOR, 'campaigns.undoImport', undo))).toContain('2人を「まだ」に戻しました');
  expect(new Set(Object.values(await states()))).toEqual(new Set(['open']));
  const notes = await bot.store.db.selectFrom('audit_log').select('detail').execute();
  expect(notes.filter(({ detail }) => detail.includes('undo-import'))).toHaveLength(1);
});

it('an undo leaves alone what people said themselves', async () => {
  const said = { campaign: id };
  await bot.store.db
    .updateTable('campaign_members')
    .set({ state: 'done', done_by: 'self', done_at: '2026-11-24T00:00:00Z' })
    .where('campaign_id', '=', said.campaign)
    .where('employee', '=', '100001')
    .execute();
  await bot.tap(EDITOR, 'campaigns.import', { id });
  const done = await attach(bot, EDITOR, 'list.csv', utf8('職員番号\n100001\n100003\n'));
  expect(shown(done)).toContain('1人を提出済みにしました');
  await bot.tap(EDITOR, 'campaigns.undoImport', carried(done, 'campaigns.undoImport'));
  expect(await states()).toMatchObject({ '100001': 'done', '100003': 'open' });
});

it('never reads a 個人番号 (My Number) as an employee number, nor shows it', async () => {
  await bot.tap(EDITOR, 'campaigns.import', { id });
  const answer = shown(await attach(bot, EDITOR, 'list.csv', utf8('個人番号,氏名\n123456789018,見本 一\n')));
  expect(answer).not.toContain('123456789018');
  expect(new Set(Object.values(await states()))).toEqual(new Set(['open']));
});

it('a file that nobody announced is data as ever, and so is one after ten minutes or of another editor', async () => {
  const file = utf8('職員番号\n100001\n');
  expect(shown(await attach(bot, EDITOR, 'list.csv', file))).not.toContain('提出済み');
  await bot.tap(EDITOR, 'campaigns.import', { id });
  expect(shown(await attach(bot, OTHER_EDITOR, 'list.csv', file))).not.toContain('提出済み');
  bot.at('2026-11-24T01:11:00Z');
  expect(shown(await attach(bot, EDITOR, 'list.csv', file))).not.toContain('提出済み');
  expect(new Set(Object.values(await states()))).toEqual(new Set(['open']));
});

it('reads pasted numbers and addresses, finds columns by what form services call them, and keeps nothing else', async () => {
  const dialog = await openDialog(bot, EDITOR, 'campaigns.paste', { id });
  expect(seen(dialog)).toContain('職員番号かメールアドレス');
  const { mail } = await bot.store.db
    .selectFrom('employees')
    .select('mail')
    .where('id', '=', '100003')
    .executeTakeFirstOrThrow();
  const pasted = await submitDialog(bot, EDITOR, 'campaigns.importPasted', {
    id,
    f_text: `１００００１\n${mail.toUpperCase()}\n`,
  });
  expect(shown(pasted)).toContain('2人を提出済みにしました');
  const table = 'Q1.職員番号（必須）,Q2.異動の希望\n100005,ひみつの希望\n';
  const second = await submitDialog(bot, EDITOR, 'campaigns.importPasted', { id, f_text: table });
  expect(shown(second)).toContain('1人を提出済みにしました');
  const dump = JSON.stringify([
    await bot.store.db.selectFrom('campaign_members').selectAll().execute(),
    await bot.store.db.selectFrom('campaign_imports').selectAll().execute(),
    await bot.store.db.selectFrom('audit_log').selectAll().execute(),
    await bot.store.db.selectFrom('uploads').selectAll().execute(),
  ]);
  expect(dump).not.toContain('ひみつ');
});

it('says plainly what is wrong with a list, and keeps it', async () => {
  const wrong = await submitDialog(bot, EDITOR, 'campaigns.importPasted', {
    id,
    f_text: '氏名,回答日\n見本,1日\n',
  });
  expect(seen(wrong)).toContain('見出しが見つかりませんでした');
  expect(seen(wrong)).toContain('見本,1日');
  const other = await submitDialog(bot, EMPLOYEE, 'campaigns.importPasted', { id, f_text: '100001' });
  expect(seen(other)).toContain('担当者だけ');
});

it('a number and a mail of two people match neither; a number of nobody gives way to the mail', async () => {
  const mails = Object.fromEntries(
    (await bot.store.db.selectFrom('employees').select(['id', 'mail']).execute()).map(({ id, mail }) => [
      id,
      mail,
    ]),
  );
  await bot.tap(EDITOR, 'campaigns.import', { id });
  const rows = `職員番号,メールアドレス\n100001,${mails['100003']}\n777777,${mails['100005']}\n100006,home@example.com\n`;
  const reply = shown(await attach(bot, EDITOR, 'list.csv', utf8(rows)));
  expect(reply).toContain('2人を提出済みにしました');
  expect(reply).toContain('職員番号とメールアドレスが別の職員のものです');
  expect(await states()).toMatchObject({
    '100001': 'open',
    '100003': 'open',
    '100005': 'done',
    '100006': 'done',
  });
});
