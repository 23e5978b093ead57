import { contacts, faq } from '../../../src/features/records';
import { type Desk, emptyStore, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let hr: Desk;
/** How many questions and answers the sample data has. */
let all: number;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  all = await office.count(faq);
  hr = office.as('100066', 'hr_editor');
});

test('shows how much of each kind is confirmed', async () => {
  await hr.start('confirm_data');
  expect(hr.reads).toContain(
    `相談窓口\n確認済み 0 / 25\n質問と回答\n確認済み 0 / ${all}\n推進計画\n確認済み 0 / 79`,
  );
  expect(hr.reads).toContain('確認するまで、職員への答えには使いません');
});

test('goes through the desks that going live needs, then the other desks, then the questions', async () => {
  await hr.start('confirm_data');
  await hr.tap('順番に確認する');
  expect(hr.reads).toContain('内部通報窓口（総務課）');
  expect(hr.reads).toContain('公開前に必要な相談窓口です。');
  expect(hr.reads).toContain('電話もURLも空です');
  const seen: string[] = [];
  for (let n = 0; n < 26; n++) {
    seen.push(String(/(?:窓口|質問)ID\n(\S+)/.exec(hr.reads)?.[1]));
    await hr.tap('あとで');
  }
  expect(seen.slice(0, 6).sort()).toEqual([
    'C-harassment-hr',
    'C-harassment-outside',
    'C-mental-doctor',
    'C-mental-kyosai',
    'C-whistle-city',
    'C-whistle-lawyer',
  ]);
  expect(seen[6]).toBe('C-jinji');
  expect(seen[25]).toBe('F-0.1-01');
});

test('a desk that going live needs is saved without contact details, and the card says what that means', async () => {
  await hr.openDialog({ verb: 'editing.form', dataset: 'contacts', id: 'C-whistle-city', from: 'list' });
  const form = hr.dialog;
  await hr.submit('保存する');
  expect(hr.reads).toContain('電話もURLも空です。どちらかを入れるまで、公開日は決められません。');
  await hr.submitOn(form, '保存する', { c_phone: '内線 2345' });
  expect(hr.reads).toContain('電話：（空） → 内線 2345');
  expect(hr.reads).not.toContain('公開日は決められません');
});

test('confirms one by one in place, with the progress, and takes the last one back', async () => {
  await hr.start('confirm_data');
  await hr.act('editing.review', { dataset: 'faq' });
  expect(hr.reads).toContain(`確認済み 0 / ${all}`);
  expect(hr.reads).toContain('別の聞き方\n推進計画って何？\n職員を育てるための市の計画ってあるの？');
  expect(hr.reads).toContain('見本のデータです');
  expect(hr.reads).toContain('C-jinji　人事課 職員研修担当');
  expect(hr.reads).toContain('0.1　推進計画の進行管理と見直し（毎年度）');
  await hr.tap('確認した');
  expect(hr.reads).toContain(`確認済み 1 / ${all}`);
  expect(hr.reads).toContain('F-0.1-02');
  expect(await office.isConfirmed(faq, 'F-0.1-01')).toBe(true);
  await hr.tap('1つ前の確認を取り消す');
  expect(hr.reads).toContain('確認を取り消しました。');
  expect(hr.reads).toContain('F-0.1-01');
  expect(hr.reads).toContain(`確認済み 0 / ${all}`);
  expect(await office.isConfirmed(faq, 'F-0.1-01')).toBe(false);
});

test('a second tap on a card confirms nothing else', async () => {
  await hr.act('editing.review', { dataset: 'faq' });
  const first = hr.card;
  await hr.tapOn(first, '確認した');
  await hr.tapOn(first, '確認した');
  expect(hr.reads).toContain('F-0.1-02');
  expect(hr.reads).toContain(`確認済み 1 / ${all}`);
  expect((await office.audited()).map(({ action }) => action)).toEqual(['records-confirmed']);
});

test('never confirms a content that was not shown', async () => {
  await hr.act('editing.review', { dataset: 'faq' });
  const old = hr.card;
  await hr.tap('直す');
  expect(hr.dialogTitle).toBe('質問と回答を直す');
  const other = office.as('100067', 'hr_editor');
  await other.act('editing.list', { dataset: 'faq', search: 'F-0.1-01' });
  await other.tap('編集');
  await other.submit('保存する', { c_answer: '別の人が直しました。' });
  await other.tap('元に戻す');
  await office.store.db.deleteFrom('confirmations').execute();
  await hr.tapOn(old, '確認した');
  expect(hr.reads).not.toContain('内容が変わりました');

  await hr.act('editing.unconfirm', { dataset: 'faq', id: 'F-0.1-01' });
  const shown = hr.card;
  await other.act('editing.list', { dataset: 'faq', search: 'F-0.1-01' });
  await other.tap('編集');
  await other.submit('保存する', { c_answer: '別の人が直しました。' });
  await office.store.db.deleteFrom('confirmations').execute();
  await hr.tapOn(shown, '確認した');
  expect(hr.reads).toContain('内容が変わりました');
  expect(hr.reads).toContain('別の人が直しました。');
  expect(await office.isConfirmed(faq, 'F-0.1-01')).toBe(false);
  await hr.tap('確認した');
  expect(await office.isConfirmed(faq, 'F-0.1-01')).toBe(true);
});

test('corrects in a dialog, which confirms, and brings the next one', async () => {
  await hr.act('editing.review', { dataset: 'contacts' });
  await hr.tap('直す');
  await hr.submit('保存する', { c_phone: '内線 5678' });
  expect(hr.messages).toHaveLength(2);
  expect(hr.reads).toContain('確認済み 1 / 25');
  expect(hr.reads).toContain('内部通報外部窓口（弁護士・見本）');
  expect(await office.isConfirmed(contacts, 'C-whistle-city')).toBe(true);
});

test('a form saved as it was counts as read', async () => {
  await hr.act('editing.review', { dataset: 'contacts' });
  await hr.tap('直す');
  await hr.submit('保存する');
  expect(await office.isConfirmed(contacts, 'C-whistle-city')).toBe(true);
  expect(hr.reads).toContain('確認済み 1 / 25');
});

test('a desk can be removed instead, and the next one follows', async () => {
  await hr.act('editing.review', { dataset: 'contacts', after: 'C-whistle-city' });
  expect(hr.reads).toContain('C-whistle-lawyer');
  const old = hr.card;
  await hr.tap('直す');
  await hr.submit('このデータを削除');
  await hr.submit('削除する');
  expect(hr.reads).toContain('/ 24');
  await hr.tapOn(old, '確認した');
  expect(hr.reads).toContain('すでに削除されています');
});

test('ends with what was left for later', async () => {
  await hr.act('editing.review', { dataset: 'offerings', after: 'O-381' });
  await hr.tap('あとで');
  expect(hr.reads).toContain('ひととおり見ました');
  expect(hr.buttons).toContain('順番に確認する');
});

test('says when nothing is left', async () => {
  const empty = officeWith(await emptyStore()).as('100066', 'hr_editor');
  await empty.start('confirm_data');
  expect(empty.reads).toContain('確認待ちのデータはありません。');
});

test('gives the list as a file to be marked', async () => {
  await hr.start('confirm_data');
  await hr.tap('この一覧をExcelで');
  expect(hr.reads).toContain('「確認」の列に「済」と書き');
  expect((await hr.download()).name).toBe('相談窓口.xlsx');
});
