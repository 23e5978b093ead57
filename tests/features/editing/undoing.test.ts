import { contacts, employees, faq } from '../../../src/features/records';
import { type Desk, emptyStore, file, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let hr: Desk;
let admin: Desk;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  hr = office.as('100066', 'hr_editor');
  admin = office.as('100062', 'hr_admin');
});

async function edit(desk: Desk, dataset: string, id: string, typed: Record<string, string>) {
  office.later(1);
  await desk.act('editing.list', { dataset, search: id });
  await desk.tap('編集');
  await desk.submit('保存する', typed);
}

test('lists the last five changes, who made them, when and how', async () => {
  for (let n = 1; n <= 6; n++) await edit(hr, 'contacts', 'C-kyosai', { c_phone: `内線 ${n}` });
  await hr.start('undo_change');
  expect(hr.buttons.filter((title) => title === '元に戻す')).toHaveLength(5);
  expect(hr.reads).toContain('相談窓口　変更1件\n例内 恵子　令和8年11月24日(火) 10:06　画面で編集');
});

test('nothing happens before it is confirmed', async () => {
  await edit(hr, 'contacts', 'C-kyosai', { c_phone: '内線 1' });
  await hr.start('undo_change');
  await hr.tap('元に戻す');
  expect(hr.reads).toContain('この変更を元に戻しますか');
  expect(hr.reads).toContain('人事課 共済担当');
  await hr.tap('やめる');
  expect(hr.reads).toContain('最近の変更');
  expect(await office.cells(contacts, 'C-kyosai')).toMatchObject({ phone: '内線 1' });
});

test('an undo is listed, and can itself be undone', async () => {
  await edit(hr, 'contacts', 'C-kyosai', { c_phone: '内線 1' });
  office.later(1);
  await hr.tap('元に戻す');
  await hr.tap('最近の変更を見る');
  expect(hr.reads).toContain('元に戻す操作');
  expect(hr.reads).toContain('元に戻し済み（例内 恵子　令和8年11月24日(火) 10:02）');
  await hr.tap('元に戻す');
  await hr.tap('元に戻す');
  expect(await office.cells(contacts, 'C-kyosai')).toMatchObject({ phone: '内線 1' });
});

test('is refused, with the reason, when the record has changed since', async () => {
  await hr.send(file('窓口.csv', '窓口ID,窓口\nC-it,情報\nC-kyosai,共済\n'));
  await hr.tap('差分を見る');
  await hr.tap('取り込む');
  const applied = hr.card;
  await edit(hr, 'contacts', 'C-kyosai', { c_phone: '内線 1' });
  await hr.tapOn(applied, '元に戻す');
  await hr.tap('元に戻す');
  expect(hr.reads).toContain('元に戻せませんでした');
  expect(hr.reads).toContain('その後に変更されたものがあるため、取り消せません (C-kyosai)');
  expect(await office.cells(contacts, 'C-it')).toMatchObject({ name: '情報' });
});

test('what comes back unconfirmed is said, and confirmed by one tap', async () => {
  await edit(hr, 'faq', 'F-0.1-02', { c_answer: '一' });
  await hr.tap('元に戻す');
  expect(hr.reads).toContain('1件は確認待ちです');
  expect(await office.isConfirmed(faq, 'F-0.1-02')).toBe(false);
  await hr.tap('1件を確認済みにする');
  expect(await office.isConfirmed(faq, 'F-0.1-02')).toBe(true);
});

test('the same undo tapped twice is one undo', async () => {
  await edit(hr, 'contacts', 'C-kyosai', { c_phone: '内線 1' });
  const saved = hr.card;
  await Promise.all([hr.tapOn(saved, '元に戻す'), hr.tapOn(saved, '元に戻す')]);
  expect(hr.reads).toMatch(/元に戻しました|すでに元に戻されています/);
  expect(await office.cells(contacts, 'C-kyosai')).not.toHaveProperty('phone');
  expect((await office.audited()).filter(({ action }) => action === 'records-changed')).toHaveLength(2);
});

test('changes of the roster are for administrators only', async () => {
  await edit(admin, 'employees', '100001', { c_position: '主任' });
  const saved = admin.card;
  await hr.start('undo_change');
  expect(hr.reads).not.toContain('架空本 幸一');
  await hr.tapOn(saved, '元に戻す');
  expect(hr.told).toBe('この変更は見つかりません。');
  expect(await office.cells(employees, '100001')).toMatchObject({ position: '主任' });
  await admin.start('undo_change');
  expect(admin.reads).toContain('職員　変更1件\n架空本 幸一');
  await admin.tapOn(saved, '元に戻す');
  expect(await office.cells(employees, '100001')).toMatchObject({ position: '主事' });
});

test('says when nothing was changed yet', async () => {
  const empty = officeWith(await emptyStore()).as('100066', 'hr_editor');
  await empty.start('undo_change');
  expect(empty.reads).toContain('まだ変更はありません。');
});
