import type { Role } from '../../../src/features/directory';
import { contacts, employees, faq, holidays } from '../../../src/features/records';
import { type Desk, file, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let hr: Desk;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  hr = office.as('100066', 'hr_editor');
});

const HOLIDAY = '日付,名称,区分\n2026-12-28,点検,休み\n';
const HR_ONLY = 'この操作は人事課の担当者だけができます。';
const ADMIN_ONLY = '職員名簿は、人事課の管理者だけが扱えます。';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

const BUTTONS: readonly (readonly [string, object])[] = [
  ['menu', {}],
  ['list', { dataset: 'faq' }],
  ['history', { dataset: 'faq', id: 'F-0.1-01' }],
  ['export', { dataset: 'faq', review: true }],
  ['template', { dataset: 'faq' }],
  ['upload', { id: NOWHERE, kind: 'faq', mode: 'merge' }],
  ['plan', { id: NOWHERE, kind: 'faq', mode: 'merge', shownKind: 'faq' }],
  ['apply', { id: NOWHERE, kind: 'faq', mode: 'merge', seen: '' }],
  ['drop', { id: NOWHERE }],
  ['changes', {}],
  ['askUndo', { id: NOWHERE }],
  ['undo', { id: NOWHERE }],
  ['confirmAll', { id: NOWHERE }],
  ['reviews', {}],
  ['review', { dataset: 'faq' }],
  ['confirm', { dataset: 'faq', id: 'F-0.1-01', hash: '' }],
  ['unconfirm', { dataset: 'faq', id: 'F-0.1-01' }],
];
const OPENERS: readonly object[] = [
  { verb: 'editing.form', dataset: 'faq', id: 'F-0.1-01' },
  { verb: 'editing.form', dataset: 'faq' },
  { verb: 'editing.mapping', id: NOWHERE, kind: 'faq', mode: 'merge' },
];
const filled = { dataset: 'faq', id: 'F-0.1-01', basedOn: null, page: '0', shown: ['answer'], kept: {} };
const SUBMISSIONS: readonly object[] = [
  { verb: 'editing.save', ...filled, c_answer: 'x' },
  { verb: 'editing.nextPage', ...filled },
  { verb: 'editing.previousPage', ...filled },
  { verb: 'editing.askRemove', dataset: 'faq', id: 'F-0.1-01' },
  { verb: 'editing.remove', dataset: 'faq', id: 'F-0.1-01' },
  { verb: 'editing.form', dataset: 'faq', id: 'F-0.1-01' },
  { verb: 'editing.saveMapping', id: NOWHERE, kind: 'faq', mode: 'merge' },
  { verb: 'editing.nextColumns', id: NOWHERE, kind: 'faq', mode: 'merge' },
  { verb: 'editing.previousColumns', id: NOWHERE, kind: 'faq', mode: 'merge' },
];

async function everyAnswer(desk: Desk): Promise<readonly string[]> {
  const answers: string[] = [];
  const noted = async (step: Promise<void>) => {
    desk.told = '';
    await step;
    answers.push(desk.told);
  };
  for (const request of ['import_data', 'edit_data', 'confirm_data', 'undo_change'] as const)
    await noted(desk.start(request));
  await noted(desk.send(file('休み.csv', HOLIDAY)));
  for (const [verb, data] of BUTTONS) await noted(desk.act(`editing.${verb}`, data));
  for (const data of OPENERS) await noted(desk.openDialog(data));
  for (const data of SUBMISSIONS) await noted(desk.submitData(data));
  return answers;
}

describe('whoever is not HR', () => {
  test.each([
    ['an employee', []],
    ['a manager', ['manager']],
    ['a mentor', ['mentor']],
    ['the stress-check administrator', ['stress_admin']],
    ['an auditor', ['auditor']],
  ] satisfies (readonly [string, Role[]])[])('%s is refused at every entry', async (_, roles) => {
    const outsider = office.as('100001', ...roles);
    const answers = await everyAnswer(outsider);
    expect([...new Set(answers)]).toEqual([HR_ONLY]);
    expect(outsider.card).toBeNull();
    expect(outsider.dialog).toBeNull();
    expect(await office.audited()).toEqual([]);
    expect(await office.store.db.selectFrom('uploads').selectAll().execute()).toEqual([]);
    expect(await office.store.db.selectFrom('file_links').selectAll().execute()).toEqual([]);
  });

  test('HR itself, where others read along, is refused too', async () => {
    hr.personal = false;
    expect([...new Set(await everyAnswer(hr))]).toEqual([
      'データの操作は、育成ナビとの1対1のチャットでお願いします。',
    ]);
  });
});

test('an editor is refused the roster at every entry, an administrator is not', async () => {
  const admin = office.as('100062', 'hr_admin');
  const before = await office.cells(employees, '100066');
  const buttons = [
    ['list', { dataset: 'employees' }],
    ['history', { dataset: 'employees', id: '100066' }],
    ['export', { dataset: 'employees' }],
    ['template', { dataset: 'employees' }],
    ['review', { dataset: 'employees' }],
    ['confirm', { dataset: 'employees', id: '100066', hash: '' }],
    ['unconfirm', { dataset: 'employees', id: '100066' }],
  ] as const;
  for (const [verb, data] of buttons) {
    await hr.act(`editing.${verb}`, data);
    expect(hr.told).toBe(ADMIN_ONLY);
    await admin.act(`editing.${verb}`, data);
    expect(admin.told).not.toBe(ADMIN_ONLY);
  }
  await hr.openDialog({ verb: 'editing.form', dataset: 'employees', id: '100066' });
  expect(hr.told).toBe(ADMIN_ONLY);
  const raise = { dataset: 'employees', id: '100066', shown: ['roles'], c_roles: 'hr_admin' };
  for (const verb of ['save', 'nextPage', 'askRemove', 'remove', 'form']) {
    hr.told = '';
    await hr.submitData({ verb: `editing.${verb}`, ...raise });
    expect(hr.told).toBe(ADMIN_ONLY);
  }
  expect(await office.cells(employees, '100066')).toEqual(before);
});

describe('ids that a card of ours never carried', () => {
  test.each([
    ['an unknown verb', 'editing.everything', {}],
    ['an unknown dataset', 'editing.list', { dataset: 'audit_log' }],
    ['a dataset that is no text', 'editing.list', { dataset: { $ne: '' } }],
    ['an upload that is no id', 'editing.plan', { id: "' or 1=1 --", kind: 'faq' }],
    ['nothing at all', 'editing.undo', null],
  ])('%s is an old card', async (_, verb, data) => {
    await hr.act(verb, data);
    expect(hr.told).toContain('このカードは古いため操作できません');
  });

  test('records that do not exist are said to be gone', async () => {
    await hr.act('editing.history', { dataset: 'faq', id: '無い' });
    expect(hr.told).toBe('このデータは、すでに削除されています。');
    await hr.openDialog({ verb: 'editing.form', dataset: 'faq', id: '無い' });
    expect(hr.told).toBe('このデータは、すでに削除されています。');
    await hr.submitData({ verb: 'editing.save', ...filled, id: '無い' });
    expect(hr.told).toBe('このデータは、すでに削除されています。');
    await hr.act('editing.confirm', { dataset: 'faq', id: '無い', hash: '' });
    expect(hr.reads).toContain('すでに削除されています');
    await hr.act('editing.undo', { id: NOWHERE });
    expect(hr.told).toBe('この変更は見つかりません。');
  });

  test('columns that a form does not show are not written', async () => {
    const before = await office.cells(faq, 'F-0.1-01');
    const { answer: _, ...rest } = before ?? {};
    await hr.submitData({
      verb: 'editing.save',
      ...filled,
      shown: ['answer', 'sample', 'id', 'constructor', '__proto__'],
      kept: { sample: 'yes', nonsense: 'x' },
      c_answer: '直しました。',
      c_sample: 'yes',
      c_id: 'F-X',
    });
    expect(await office.cells(faq, 'F-0.1-01')).toEqual({ ...rest, answer: '直しました。', sample: 'no' });
  });

  test('only what HR confirms can be confirmed', async () => {
    await hr.act('editing.confirm', { dataset: 'holidays', id: '2027-04-30', hash: '' });
    expect(hr.told).toContain('このカードは古いため操作できません');
    expect(await office.isConfirmed(holidays, '2027-04-30')).toBe(false);
  });
});

test('an upload is its owner’s alone, whatever another HR person’s card says', async () => {
  await hr.send(file('休み.csv', HOLIDAY));
  const upload = hr.card;
  await hr.tap('差分を見る');
  const plan = hr.card;
  const other = office.as('100067', 'hr_editor', 'hr_admin');
  await other.tapOn(upload, '差分を見る');
  expect(other.reads).toContain('もう一度ファイルを送ってください');
  await other.tapOn(plan, '取り込む');
  expect(other.reads).toContain('もう一度ファイルを送ってください');
  await other.tapOn(upload, 'やめる');
  await other.tapOn(upload, '列の対応を直す');
  expect(other.told).toContain('もう一度ファイルを送ってください');
  expect(await office.count(holidays)).toBe(2);
  await hr.tap('取り込む');
  await other.tapOn(plan, '取り込む');
  expect(other.reads).not.toContain('取り込みました');
  expect(await office.count(holidays)).toBe(3);
});

test('who lost the role is refused with the cards they still have', async () => {
  await hr.act('editing.list', { dataset: 'contacts', search: 'C-kyosai' });
  await hr.tap('編集');
  const left = office.as('100066');
  await left.submitOn(hr.dialog, '保存する', { c_phone: '内線 1' });
  expect(left.told).toBe(HR_ONLY);
  expect(await office.cells(contacts, 'C-kyosai')).not.toHaveProperty('phone');
});
