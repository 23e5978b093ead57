import { contacts, courses, employees, faq, offerings, synonyms } from '../../../src/features/records';
import { type Desk, inputOf, inputsOf, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let hr: Desk;
/** How many questions and answers the sample data has. */
let all: number;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  all = await office.count(faq);
  hr = office.as('100066', 'hr_editor');
});

const openList = async (desk: Desk, dataset: string, search = '') => {
  await desk.start('edit_data');
  await desk.tap('一覧を見る', { dataset, search });
};

describe('the list', () => {
  test('shows eight records a page and turns pages', async () => {
    await openList(hr, 'faq');
    expect(hr.reads).toContain('質問と回答');
    expect(hr.reads).toContain(`${all}件`);
    expect(hr.reads).toContain(`1 / ${Math.ceil(all / 8)} ページ`);
    expect(hr.buttons.filter((title) => title === '編集')).toHaveLength(8);
    expect(hr.buttons).not.toContain('前のページ');
    await hr.tap('次のページ');
    expect(hr.reads).toContain(`2 / ${Math.ceil(all / 8)} ページ`);
    await hr.tap('前のページ');
    expect(hr.reads).toContain('人材育成推進計画とはどんな計画ですか？');
    expect(hr.reads).toContain('F-0.1-01　確認待ち　見本');
  });

  test('finds what holds all the words, in whatever column', async () => {
    await openList(hr, 'faq', '資格　お金');
    expect(hr.reads).toMatch(/「資格　お金」　\d+件/);
    await hr.tap('探す', { search: 'そんな言葉はない' });
    expect(hr.reads).toContain('当てはまるデータはありません。');
  });

  test('calls dates of courses by the name of their course', async () => {
    await openList(hr, 'offerings', 'O-002');
    expect(hr.reads).toContain('新規採用職員研修（後期）　A班　令和8年10月7日(水)');
  });

  test.each(['2026-10-07', '令和8年10月7日'])('finds the date of a course by %s', async (on) => {
    await openList(hr, 'offerings', `${on} A班`);
    expect(hr.reads).toContain('新規採用職員研修（後期）　A班　令和8年10月7日(水)');
  });

  test('a page beyond the last is the last', async () => {
    await hr.act('editing.list', { dataset: 'contacts', page: 999 });
    expect(hr.reads).toContain('4 / 4 ページ');
    await hr.act('editing.list', { dataset: 'holidays', page: 999 });
    expect(hr.reads).toContain('2027-03-07');
    expect(hr.reads).not.toContain('ページ');
  });
});

describe('the form', () => {
  test('changes an answer, confirms it at once and says what changed', async () => {
    await openList(hr, 'faq', 'F-0.1-02');
    await hr.tap('編集');
    expect(hr.dialogTitle).toBe('質問と回答を直す');
    expect(inputOf(hr.dialog, 'c_answer')).toMatchObject({ isMultiline: true, isRequired: true });
    await hr.submit('保存する', { c_answer: '毎年度、確認します。' });
    expect(hr.dialog).toBeNull();
    expect(hr.reads).toContain('保存しました');
    expect(hr.reads).toContain('毎年度、確認します。');
    expect(await office.cells(faq, 'F-0.1-02')).toMatchObject({
      answer: '毎年度、確認します。',
      sample: 'no',
    });
    expect(await office.isConfirmed(faq, 'F-0.1-02')).toBe(true);
  });

  test('undoes from the card that told of it, and takes the undo back', async () => {
    const before = await office.cells(faq, 'F-0.1-02');
    await openList(hr, 'faq', 'F-0.1-02');
    await hr.tap('編集');
    await hr.submit('保存する', { c_answer: '毎年度、確認します。' });
    const saved = hr.card;
    await hr.tap('元に戻す');
    expect(hr.reads).toContain('元に戻しました');
    expect(await office.cells(faq, 'F-0.1-02')).toEqual(before);
    await hr.tap('元に戻すのを取り消す');
    expect(await office.cells(faq, 'F-0.1-02')).toMatchObject({ answer: '毎年度、確認します。' });
    await hr.tapOn(saved, '元に戻す');
    expect(hr.reads).toContain('すでに元に戻されています');
  });

  test('shows every problem and keeps what was typed', async () => {
    await openList(hr, 'contacts', 'C-kyosai');
    await hr.tap('編集');
    await hr.submit('保存する', { c_name: '', c_url: 'www.example.jp', c_phone: '内線 99' });
    expect(hr.dialogReads).toContain('窓口：必須ですが、空です');
    expect(hr.dialogReads).toContain('URL：https:// で始まるURLではありません');
    expect(inputsOf(hr.dialog)).toMatchObject({ c_name: '', c_url: 'www.example.jp', c_phone: '内線 99' });
    expect(await office.cells(contacts, 'C-kyosai')).not.toHaveProperty('phone');
    await hr.submit('保存する', { c_name: '共済担当', c_url: 'https://example.jp/' });
    expect(await office.cells(contacts, 'C-kyosai')).toMatchObject({
      name: '共済担当',
      url: 'https://example.jp/',
      phone: '内線 99',
    });
  });

  test('an emptied input empties its cell, even where the client leaves it out', async () => {
    await openList(hr, 'contacts', 'C-kyosai');
    await hr.tap('編集');
    await hr.submit('保存する', { c_note: undefined, c_audience: '' });
    const cells = await office.cells(contacts, 'C-kyosai');
    expect(cells).not.toHaveProperty('note');
    expect(cells).not.toHaveProperty('audience');
    expect(cells).toMatchObject({ topics: 'mutual_aid' });
  });

  test('offers choices, several choices, days, numbers and yes or no as such', async () => {
    await openList(hr, 'contacts', 'C-harassment-outside');
    await hr.tap('編集');
    expect(inputOf(hr.dialog, 'c_topics')).toMatchObject({
      isMultiSelect: true,
      value: 'harassment,career_demotion',
    });
    expect(inputOf(hr.dialog, 'c_required_for')).toMatchObject({
      type: 'Input.ChoiceSet',
      value: 'harassment',
    });
    expect(inputOf(hr.dialog, 'c_external')).toMatchObject({ type: 'Input.Toggle', value: 'yes' });
    await hr.submit('保存する', { c_topics: 'general,it', c_required_for: '-none-', c_external: 'no' });
    expect(await office.cells(contacts, 'C-harassment-outside')).toMatchObject({
      topics: 'general|it',
      external: 'no',
    });
    expect(await office.cells(contacts, 'C-harassment-outside')).not.toHaveProperty('required_for');

    await openList(hr, 'offerings', 'O-002');
    await hr.tap('編集');
    expect(inputOf(hr.dialog, 'c_starts_on')).toMatchObject({ type: 'Input.Date', value: '2026-10-07' });
    expect(inputOf(hr.dialog, 'c_start_time')).toMatchObject({ type: 'Input.Time', value: '09:30' });
    expect(inputOf(hr.dialog, 'c_capacity')).toMatchObject({ type: 'Input.Number', value: 16 });
    await hr.submit('保存する', { c_ends_on: '2026-10-01' });
    expect(hr.dialogReads).toContain('終了日：終了日が開始日より前です');
  });

  test('says which course an id is, and takes its name for it', async () => {
    await openList(hr, 'offerings', 'O-002');
    await hr.tap('編集');
    expect(hr.dialogReads).toContain('新規採用職員研修（後期）');
    const form = hr.dialog;
    await hr.submit('保存する', { c_course_id: 'そんな研修はない' });
    expect(hr.dialogReads).toContain('番号の代わりに、名前でも書けます。');
    await hr.submitOn(form, '保存する', { c_course_id: '課長補佐 研修' });
    expect(await office.cells(offerings, 'O-002')).toMatchObject({ course_id: 'C-010' });
  });

  test('goes on where a form has several pages, and saves all of them together', async () => {
    await openList(hr, 'courses', 'C-001');
    await hr.tap('編集');
    expect(hr.dialogReads).toContain('1 / 2 ページ');
    await hr.submit('次へ', { c_title: '新採研修' });
    expect(hr.dialogReads).toContain('2 / 2 ページ');
    await hr.submit('前へ', { c_hours: '20' });
    expect(inputsOf(hr.dialog)).toMatchObject({ c_title: '新採研修' });
    await hr.submit('次へ');
    await hr.submit('保存する', { c_hours: '18' });
    expect(await office.cells(courses, 'C-001')).toMatchObject({
      title: '新採研修',
      hours: '18',
      kind: 'level_based',
    });
  });

  test('opens the page on which the problem is', async () => {
    await openList(hr, 'courses', 'C-001');
    await hr.tap('編集');
    await hr.submit('次へ', { c_age_from: '40', c_age_to: '30' });
    await hr.submit('保存する', { c_hours: '18' });
    expect(hr.dialogReads).toContain('年齢まで：年齢の上限が下限より小さくなっています');
    expect(hr.dialogReads).toContain('1 / 2 ページ');
    await hr.submit('保存する', { c_age_to: '50' });
    expect(await office.cells(courses, 'C-001')).toMatchObject({ age_from: '40', age_to: '50', hours: '18' });
  });

  test('does not overwrite what somebody else saved in the meantime', async () => {
    const other = office.as('100067', 'hr_editor');
    for (const desk of [hr, other]) {
      await openList(desk, 'faq', 'F-0.1-02');
      await desk.tap('編集');
    }
    await other.submit('保存する', { c_question: '見直しはいつですか？' });
    await hr.submit('保存する', { c_answer: '私の答え' });
    expect(hr.dialogReads).toContain('ほかの人が変更しました');
    expect(inputsOf(hr.dialog)).toMatchObject({ c_answer: '私の答え' });
    await hr.submit('保存する');
    expect(hr.dialogReads).toContain('ほかの人が変更しました');
    expect(await office.cells(faq, 'F-0.1-02')).toMatchObject({ question: '見直しはいつですか？' });
  });

  test('a conflict is no success, even where one has changed nothing oneself', async () => {
    const other = office.as('100067', 'hr_editor');
    await openList(hr, 'courses', 'C-001');
    await hr.tap('編集');
    await openList(other, 'courses', 'C-001');
    await other.tap('編集');
    await other.submit('次へ');
    await other.submit('保存する', { c_hours: '3' });
    await hr.submit('保存する');
    expect(hr.dialogReads).toContain('ほかの人が変更しました');
  });

  test('an id that is taken is a problem, not a success', async () => {
    await openList(hr, 'faq');
    await hr.tap('新しく追加');
    await hr.submit('保存する', { c_id: 'F-0.1-01', c_question: '問い', c_answer: '答え' });
    expect(hr.dialogReads).toContain('質問ID：「F-0.1-01」はすでにあります');
    expect(inputsOf(hr.dialog)).toMatchObject({ c_question: '問い' });
  });

  test('sent twice is saved once, and both answers say so', async () => {
    await openList(hr, 'faq', 'F-0.1-02');
    await hr.tap('編集');
    const form = hr.dialog;
    for (const _ of ['first', 'again']) {
      await hr.submitOn(form, '保存する', { c_answer: '毎年度、確認します。' });
      expect(hr.reads).toContain('保存しました');
    }
    await hr.start('undo_change');
    expect(hr.buttons.filter((title) => title === '元に戻す')).toHaveLength(5);
    expect(hr.reads.match(/画面で編集/g)).toHaveLength(1);
  });

  test('adds a record under an id of its own, once', async () => {
    await openList(hr, 'faq');
    await hr.tap('新しく追加');
    expect(inputsOf(hr.dialog)).toMatchObject({ c_id: 'F-H-1' });
    expect(hr.dialogReads).toContain('番号は自動で付きます。このままで構いません。');
    const form = hr.dialog;
    const typed = {
      c_question: '副業はできますか？',
      c_answer: '人事課にご相談ください。',
      c_contact: 'C-jinji',
    };
    await hr.submitOn(form, '保存する', typed);
    expect(hr.reads).toContain('追加しました');
    await hr.submitOn(form, '保存する', typed);
    expect(await office.count(faq)).toBe(all + 1);
    expect(await office.cells(faq, 'F-H-1')).toMatchObject({ contact: 'C-jinji', sample: 'no' });
    expect(await office.isConfirmed(faq, 'F-H-1')).toBe(true);
    await hr.tap('元に戻す');
    expect(await office.count(faq)).toBe(all);
    await openList(hr, 'faq');
    await hr.tap('新しく追加');
    expect(inputsOf(hr.dialog)).toMatchObject({ c_id: 'F-H-2' });
  });

  test('a key stays as it is, and words of a group can change', async () => {
    await openList(hr, 'faq', 'F-0.1-02');
    await hr.tap('編集');
    expect(inputsOf(hr.dialog)).not.toHaveProperty('c_id');
    expect(hr.dialogReads).not.toContain('番号は自動で付きます');
    await hr.submit('保存する', { c_id: 'F-9.9.9-99', c_sample: 'yes' });
    expect(await office.cells(faq, 'F-9.9.9-99')).toBeNull();

    await openList(hr, 'synonyms', '助成');
    await hr.tap('編集');
    await hr.submit('保存する', { c_terms: '助成\n補助\n補助金' });
    expect(await office.cells(synonyms, '助成')).toMatchObject({ terms: '助成|補助|補助金' });
  });

  test('removes after asking, unless something needs the record', async () => {
    await openList(hr, 'faq', 'F-0.1-02');
    await hr.tap('編集');
    await hr.submit('このデータを削除');
    expect(hr.dialogReads).toContain('このデータを削除しますか');
    expect(await office.count(faq)).toBe(all);
    await hr.submit('戻る');
    await hr.submit('このデータを削除');
    const ask = hr.dialog;
    await hr.submit('削除する');
    expect(hr.reads).toContain('削除しました');
    expect(await office.count(faq)).toBe(all - 1);
    await hr.submitOn(ask, '削除する');
    expect(hr.told).toContain('すでに削除されています');
    await hr.tap('元に戻す');
    expect(await office.count(faq)).toBe(all);

    await openList(hr, 'contacts', 'C-jinji');
    await hr.tap('編集');
    await hr.submit('このデータを削除');
    await hr.submit('削除する');
    expect(hr.dialogReads).toContain('使われているため、削除できません');
    expect(await office.cells(contacts, 'C-jinji')).not.toBeNull();
  });

  test('an old list opens no form for what is gone', async () => {
    await openList(hr, 'faq', 'F-0.1-02');
    const list = hr.card;
    await hr.tap('編集');
    await hr.submit('このデータを削除');
    await hr.submit('削除する');
    await hr.tapOn(list, '編集');
    expect(hr.told).toBe('このデータは、すでに削除されています。');
  });
});

describe('history', () => {
  test('tells who changed what when, and undoes the latest', async () => {
    await openList(hr, 'contacts', 'C-kyosai');
    await hr.tap('編集');
    await hr.submit('保存する', { c_phone: '内線 1234' });
    await openList(hr, 'contacts', 'C-kyosai');
    await hr.tap('履歴');
    expect(hr.reads).toContain('例内 恵子　令和8年11月24日(火) 10:00　画面で編集');
    expect(hr.reads).toContain('電話：（空） → 内線 1234');
    expect(hr.reads).toContain('システム');
    expect(hr.reads).toContain('ファイル「data/contacts.csv」');
    expect(hr.buttons.filter((title) => title === 'この変更を元に戻す')).toHaveLength(1);
    await hr.tap('この変更を元に戻す');
    expect(hr.reads).toContain('変更した1件を、前の内容に戻します。');
    await hr.tap('元に戻す');
    expect(await office.cells(contacts, 'C-kyosai')).not.toHaveProperty('phone');
  });

  test('leads back to the list where one was', async () => {
    await openList(hr, 'faq');
    await hr.tap('次のページ');
    const list = hr.reads;
    await hr.tap('履歴');
    await hr.tap('一覧に戻る');
    expect(hr.reads).toBe(list);
  });
});

test('administrators edit the roster page by page; whoever looks at it is in the audit log', async () => {
  const admin = office.as('100062', 'hr_admin');
  await openList(admin, 'employees', '100001');
  await admin.tap('編集');
  await admin.submit('次へ', { c_position: '主任' });
  expect(admin.dialogReads).toMatch(/1次評定者[\s\S]*仮山 由美子/);
  expect(admin.dialogReads).toContain('番号で書きます。');
  await admin.submit('保存する', { c_leave_kind: 'childcare_leave', c_leave_from: '2026-12-01' });
  expect(await office.cells(employees, '100001')).toMatchObject({
    position: '主任',
    leave_kind: 'childcare_leave',
    leave_from: '2026-12-01',
  });
  const actions = (await office.audited()).map(({ action, subject }) => `${action} ${subject}`);
  expect(actions).toEqual([
    'records-read employees',
    'records-read employees',
    'records-changed employees',
    'records-confirmed employees',
  ]);
});

test('speaks English to those who do', async () => {
  hr.locale = 'en';
  await hr.start('edit_data');
  await hr.tap('Show the list', { dataset: 'contacts', search: 'C-kyosai' });
  await hr.tap('Edit');
  await hr.submit('Save', { c_phone: 'ext. 1234' });
  expect(hr.reads).toContain('Saved');
  expect(hr.reads).toContain('Phone: (blank) → ext. 1234');
});
