import {
  contacts,
  courses,
  employees,
  faq,
  holidays,
  offerings,
  readTableFile,
  tableFileOf,
} from '../../../src/features/records';
import { cp932 } from '../records/cp932';
import { type Desk, file, inputOf, inputsOf, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let hr: Desk;
let admin: Desk;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  hr = office.as('100066', 'hr_editor');
  admin = office.as('100062', 'hr_admin');
});

const TWO = '日付,名称,区分\n2026-12-28,システム点検,休み\n2027-04-30,連休のはざま,休み\n';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('tells how to import, and gives files to begin with', async () => {
  await hr.start('import_data');
  expect(hr.reads).toContain('添付して送ってください');
  await hr.tap('空のひな形', { dataset: 'holidays' });
  const template = await hr.download();
  expect(template.name).toBe('休日.xlsx');
  const table = await readTableFile(template.bytes);
  expect(table).toMatchObject({ ok: true, value: { headings: ['日付', '名称', '区分'] } });
});

describe('a file', () => {
  test('is guessed, compared, and only then imported', async () => {
    await hr.send(file('休み.csv', TWO));
    expect(hr.reads).toContain('休み.csv（2行）');
    expect(inputsOf(hr.card)).toEqual({ kind: 'holidays', mode: 'merge' });
    expect(hr.reads).toContain('対応した列　3 / 3');
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('追加1件、変更1件');
    expect(hr.reads).toContain('名称：庁内システム更新に伴う休業日（見本） → 連休のはざま');
    expect(await office.count(holidays)).toBe(2);
    await hr.tap('取り込む');
    expect(hr.reads).toContain('取り込みました');
    expect(hr.reads).toContain('休日：追加1件、変更1件');
    expect(await office.count(holidays)).toBe(3);
  });

  test('can be undone as a whole, after a look at what that does', async () => {
    await hr.send(file('休み.csv', TWO));
    await hr.tap('差分を見る');
    await hr.tap('取り込む');
    await hr.tap('元に戻す');
    expect(hr.reads).toContain('追加した1件を削除します。変更した1件を、前の内容に戻します。');
    expect(hr.reads).toContain('ファイル「休み.csv」');
    await hr.tap('元に戻す');
    expect(await office.count(holidays)).toBe(2);
    expect(await office.cells(holidays, '2027-04-30')).toMatchObject({
      name: expect.stringContaining('見本'),
    });
  });

  test('without ids gets new ones, and sent again adds nothing twice', async () => {
    const rows = [
      '質問,回答',
      'ポットは誰が管理しますか？,各課の庶務担当です。',
      '喫煙所はどこですか？,ありません。',
    ];
    await hr.send(file('faq.csv', rows.join('\n')));
    expect(inputsOf(hr.card)).toMatchObject({ kind: 'faq' });
    expect(hr.reads).not.toContain('見出しが見つからない必須の列');
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('追加2件');
    expect(hr.reads).toContain('F-H-1　ポットは誰が管理しますか？');
    await hr.tap('取り込む');
    expect(await office.cells(faq, 'F-H-2')).toMatchObject({ question: '喫煙所はどこですか？' });

    const again = [
      '質問ID,質問,回答',
      ',ポットは誰が管理しますか？,総務課です。',
      'F-H-2,喫煙所はどこですか？,ありません。',
    ];
    await hr.send(file('faq2.csv', again.join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('変更1件、変更なし1件');
    expect(hr.reads).toContain('回答：各課の庶務担当です。 → 総務課です。');
  });

  test('without ids knows a date of a course again in whatever form, and says which lines are the same', async () => {
    const row = (day: string, course = 'C-010') => `${course},追加回,${day},${day}`;
    const head = '研修ID,回,開始日,終了日';
    await hr.send(file('開催.csv', [head, row('2027-01-20'), row('R9.1.21')].join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('追加2件');
    await hr.tap('取り込む');
    await hr.send(file('開催.csv', [head, row('2027/1/21'), row('2027/1/20')].join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('取り込むものはありません');
    await hr.send(file('開催.csv', [head, row('2027/2/1'), row('R9.2.1')].join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('3行目: 2行目と研修ID・回・開始日が同じです');
    expect(hr.reads).not.toContain('O-H-');
  });

  test('calls courses by their names where HR knows no ids', async () => {
    const rows = ['課長補佐研修,2027-01-20,2027-01-20', 'そんな研修はない,2027-01-21,2027-01-21'];
    await hr.send(file('日程.csv', ['研修名,開始日,終了日', ...rows].join('\n')));
    expect(inputsOf(hr.card)).toEqual({ kind: 'offerings', mode: 'merge' });
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('直していただきたい所が1件あります');
    expect(hr.reads).toContain(
      '3行目「研修ID」: 当てはまるものがありません (例: C-001) (値: そんな研修はない)',
    );
    await hr.send(file('日程.csv', ['研修名,開始日,終了日', rows[0]].join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('O-H-1　課長補佐研修　令和9年1月20日(水)');
    await hr.tap('取り込む');
    expect(await office.cells(offerings, 'O-H-1')).toMatchObject({ course_id: 'C-010' });
  });

  test.each([
    ['CP932 from Excel', cp932(TWO.replaceAll('\n', '\r\n'))],
    ['UTF-8 with a BOM', new TextEncoder().encode(`\uFEFF${TWO}`)],
  ])('%s is read', async (_, bytes) => {
    await hr.send(file('休み.CSV', bytes));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('名称：庁内システム更新に伴う休業日（見本） → 連休のはざま');
  });

  test('with wrong rows imports nothing, and lists the problems on the card and in a file', async () => {
    const rows = Array.from({ length: 14 }, (_, n) => `2026-13-${n + 1},名${n},休み`);
    await hr.send(file('休み.csv', ['日付,名称,区分', ...rows, '2026-12-28,点検,休み'].join('\n')));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('直していただきたい所が14件あります');
    expect(hr.reads).toContain('2行目「日付」: 日付として読めません');
    expect(hr.reads).toContain('ほか4件');
    expect(hr.buttons).not.toContain('取り込む');
    const problems = text((await hr.download()).bytes)
      .trim()
      .split('\r\n');
    expect(problems).toHaveLength(15);
    expect(problems[14]).toMatch(/^15,日付,.*,2026-13-14$/);
    await hr.act('editing.apply', { ...uploadOf(hr), kind: 'holidays', mode: 'merge', seen: '' });
    expect(await office.count(holidays)).toBe(2);
  });

  test('of the wrong kind is put right by choosing another, whose columns are shown first', async () => {
    await hr.send(file('名前.csv', '日付,名称,窓口ID\n2026-12-28,窓口九,C-H-9\n'));
    expect(inputsOf(hr.card)).toMatchObject({ kind: 'contacts' });
    await hr.tap('差分を見る', { kind: 'holidays' });
    expect(hr.reads).toContain('種類を「休日」にしました');
    expect(hr.reads).toContain('見出しが見つからない必須の列：区分');
    await hr.tap('差分を見る', { kind: 'contacts' });
    await hr.tap('差分を見る');
    await hr.tap('取り込む');
    expect(await office.cells(contacts, 'C-H-9')).toMatchObject({ name: '窓口九' });
  });

  test('with every column of its kind has all of them, and no more', async () => {
    await hr.start('import_data');
    await hr.tap('空のひな形', { dataset: 'faq' });
    const { bytes } = await hr.download();
    await hr.send(file('質問と回答.xlsx', bytes));
    expect(hr.reads).toContain('対応した列　9 / 9');
  });

  test('with headings alone says so at once', async () => {
    await hr.send(file('休み.csv', '日付,名称,区分\n'));
    expect(hr.told).toContain('「休み.csv」には、データの行がありません。');
  });

  test('that nobody can guess asks for its kind', async () => {
    await hr.send(file('謎.csv', 'あ,い\n1,2\n'));
    expect(inputsOf(hr.card)).toEqual({ kind: '' });
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('データの種類を選んでください。');
    await hr.tap('差分を見る', { kind: 'holidays' });
    expect(hr.reads).toContain('見出しが見つからない必須の列：日付、区分');
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('1行目「日付」: 必須の列ですが、当たる見出しがありません');
  });

  test('replaces all only after the number of removals was confirmed', async () => {
    await hr.send(file('窓口.csv', '窓口ID,窓口\nC-jinji,人事課\nC-it,情報\nC-H-1,新しい窓口\n'));
    await hr.tap('差分を見る', { mode: 'replace' });
    expect(hr.reads).toContain('使われているため、削除できません');

    await hr.send(file('休み.csv', '日付,名称,区分\n2026-12-28,点検,休み\n'));
    await hr.tap('差分を見る', { mode: 'replace' });
    expect(hr.reads).toContain('全部入れ替える');
    expect(hr.reads).toContain('追加1件、削除2件');
    const plan = hr.card;
    await hr.tap('取り込む');
    expect(hr.reads).toContain('2件を削除します');
    expect(hr.reads).toContain('2027-04-30');
    expect(await office.count(holidays)).toBe(2);
    await hr.tap('戻る');
    await hr.tapOn(plan, '取り込む');
    await hr.tap('2件を削除して取り込む');
    expect(await office.count(holidays)).toBe(1);
    await hr.tap('元に戻す');
    await hr.tap('元に戻す');
    expect(await office.count(holidays)).toBe(2);
  });

  test('is compared anew when the data changed after the card was shown', async () => {
    await hr.send(file('休み.csv', TWO));
    await hr.tap('差分を見る');
    const plan = hr.card;
    const other = office.as('100067', 'hr_editor');
    await other.send(file('別.csv', '日付,名称,区分\n2026-12-28,別の人,休み\n'));
    await other.tap('差分を見る');
    await other.tap('取り込む');
    await hr.tapOn(plan, '取り込む');
    expect(hr.reads).toContain('計算し直しました');
    expect(hr.reads).toContain('変更2件');
    expect(await office.cells(holidays, '2026-12-28')).toMatchObject({ name: '別の人' });
    await hr.tap('取り込む');
    expect(await office.cells(holidays, '2026-12-28')).toMatchObject({ name: 'システム点検' });
  });

  test('is imported once, however often its button is tapped', async () => {
    await hr.send(file('休み.csv', TWO));
    const upload = hr.card;
    await hr.tap('差分を見る');
    const plan = hr.card;
    await Promise.all([hr.tapOn(plan, '取り込む'), hr.tapOn(plan, '取り込む')]);
    await hr.tapOn(plan, '取り込む');
    expect(hr.reads).toContain('休日：追加1件、変更1件');
    expect(hr.buttons).toContain('元に戻す');
    await hr.tapOn(upload, '差分を見る');
    expect(hr.reads).toContain('取り込みました');
    expect((await office.audited()).filter(({ action }) => action === 'records-changed')).toHaveLength(1);
    await hr.tap('元に戻す');
    await hr.tap('元に戻す');
    await hr.tapOn(plan, '取り込む');
    expect(hr.reads).toContain('その後、元に戻されています');
    expect(await office.count(holidays)).toBe(2);
  });

  test('is given up, or expires after a day', async () => {
    await hr.send(file('休み.csv', TWO));
    const card = hr.card;
    await hr.tap('やめる');
    expect(hr.reads).toContain('取り込みをやめました');
    await hr.tapOn(card, '差分を見る');
    expect(hr.reads).toContain('もう一度ファイルを送ってください');

    await hr.send(file('休み.csv', TWO));
    const old = hr.card;
    office.later(25 * 60);
    await hr.send(file('別.csv', TWO));
    await hr.tapOn(old, '差分を見る');
    expect(hr.reads).toContain('もう一度ファイルを送ってください');
  });

  test('that says what is known already imports nothing', async () => {
    await hr.send(file('窓口.csv', '窓口ID,窓口,見本\nC-it,情報政策課 情報システム担当,はい\n'));
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('取り込むものはありません');
    expect(hr.buttons).not.toContain('取り込む');
  });
});

describe('several files', () => {
  test('get a card each, five at the most', async () => {
    await hr.send(...Array.from({ length: 7 }, (_, n) => file(`${n}.csv`, TWO)));
    expect(hr.messages.filter(({ kind }) => kind === 'card')).toHaveLength(5);
    expect(hr.told).toContain('5.csv, 6.csv');
  });

  test('that cannot be read say so and what to do', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0);
    await hr.send(
      file('計画.docx', 'x'),
      file('古い.xls', old),
      file('空.csv', ''),
      file('大きい.csv', new Uint8Array(10 * 1024 * 1024 + 1)),
    );
    const told = hr.messages.map((message) => (message.kind === 'text' ? message.text : 'card'));
    expect(told[0]).toContain('Excel（.xlsx）か CSV（.csv）で保存して');
    expect(told[1]).toContain('パスワードのない .xlsx');
    expect(told[2]).toContain('中身がありません');
    expect(told[3]).toContain('10MBを超えていないか');
  });
});

describe('the columns', () => {
  const OWN = 'ばんごう,まどぐちのなまえ,でんわ\nC-H-1,相談室,内線 1\n';

  test('are put right in a dialog and remembered for the next file', async () => {
    await hr.send(file('窓口.csv', OWN));
    await hr.tap('差分を見る', { kind: 'contacts' });
    await hr.tap('列の対応を直す');
    expect(hr.dialogTitle).toBe('列の対応（相談窓口）');
    const dialog = hr.dialog;
    await hr.submitOn(dialog, '保存する', { c_id: '0', c_name: '1', c_phone: '1' });
    expect(hr.dialogReads).toContain('見出し「まどぐちのなまえ」が複数の列に選ばれています（窓口、電話）。');
    await hr.submit('保存する', { c_phone: '2' });
    expect(hr.dialog).toBeNull();
    expect(hr.reads).toContain('窓口ID ← ばんごう、窓口 ← まどぐちのなまえ、電話 ← でんわ');
    await hr.tap('差分を見る');
    await hr.tap('取り込む');
    expect(await office.cells(contacts, 'C-H-1')).toMatchObject({ name: '相談室', phone: '内線 1' });

    const other = office.as('100067', 'hr_editor');
    await other.send(file('次の窓口.csv', OWN.replace('C-H-1', 'C-H-2')));
    expect(inputsOf(other.card)).toMatchObject({ kind: 'contacts' });
    await other.tap('差分を見る');
    expect(other.reads).toContain('追加1件');
  });

  test('are kept while turning pages, for a roster with many headings', async () => {
    const headings = employees.columns.map((_, n) => `うちの名簿の見出し${n}`);
    await admin.send(file('名簿.csv', `${headings.join(',')}\n${headings.map(() => 'x').join(',')}\n`));
    await admin.tap('差分を見る', { kind: 'employees' });
    await admin.tap('列の対応を直す');
    await admin.submit('次へ', { c_id: '0', c_name: '2' });
    expect(admin.dialogReads).toMatch(/2 \/ [3-9] ページ/);
    await admin.submit('前へ', { c_birth_date: '5' });
    expect(inputsOf(admin.dialog)).toMatchObject({ c_id: '0', c_name: '2' });
    await admin.submit('保存する');
    for (const pair of [
      '職員番号 ← うちの名簿の見出し0',
      '氏名 ← うちの名簿の見出し2',
      '生年月日 ← うちの名簿の見出し5',
    ])
      expect(admin.reads).toContain(pair);
  });
});

describe('an export', () => {
  test('with what was read marked comes back as confirmations', async () => {
    await hr.start('edit_data');
    await hr.tap('確認用に書き出す', { dataset: 'contacts' });
    expect(hr.told).toBe('ファイルを用意しました。');
    const { name, bytes } = await hr.download();
    expect(name).toBe('相談窓口.xlsx');
    const table = await readTableFile(bytes);
    if (!table.ok) throw new Error('unreadable');
    const { headings, rows } = table.value;
    expect(headings[0]).toBe('確認');
    const marked = rows.map(({ cells }, n) => (n < 3 ? ['済', ...cells.slice(1)] : [...cells]));
    const phone = headings.indexOf('電話');
    marked[0] = (marked[0] ?? []).map((cell, n) => (n === phone ? '内線 1234' : cell));
    const again = await tableFileOf('x', 'xlsx', headings, marked);

    await hr.send(file('相談窓口（確認済み）.xlsx', again.bytes));
    expect(inputsOf(hr.card)).toMatchObject({ kind: 'contacts' });
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('変更1件');
    expect(hr.reads).toContain('確認済みにする 3件');
    await hr.tap('取り込む');
    for (const id of ['C-jinji', 'C-jinji-personnel', 'C-jinji-payroll']) {
      expect(await office.isConfirmed(contacts, id)).toBe(true);
    }
    expect(await office.isConfirmed(contacts, 'C-it')).toBe(false);
    expect(await office.cells(contacts, 'C-jinji')).toMatchObject({ phone: '内線 1234' });
  });

  test('of confirmations alone is told as such, also when tapped again', async () => {
    await hr.send(file('窓口.csv', '確認,窓口ID,窓口,見本\n済,C-it,情報政策課 情報システム担当,はい\n'));
    await hr.tap('差分を見る');
    const plan = hr.card;
    await hr.tap('取り込む');
    expect(hr.reads).toContain('確認済みにする 1件');
    expect(await office.isConfirmed(contacts, 'C-it')).toBe(true);
    await hr.tapOn(plan, '取り込む');
    expect(hr.reads).toContain('もう一度ファイルを送ってください');
  });

  test('of courses imports back without a difference', async () => {
    await hr.start('edit_data');
    await hr.tap('Excelで書き出す', { dataset: 'courses' });
    await hr.send(file('研修.xlsx', (await hr.download()).bytes));
    expect(inputsOf(hr.card)).toMatchObject({ kind: 'courses' });
    await hr.tap('差分を見る');
    expect(hr.reads).toContain('取り込むものはありません');
    expect((await office.audited()).map(({ action, detail }) => `${action} ${detail}`)).toEqual([
      `records-exported {"count":${await office.count(courses)}}`,
    ]);
  });

  test('opens for a quarter of an hour', async () => {
    await hr.start('edit_data');
    await hr.tap('Excelで書き出す', { dataset: 'holidays' });
    office.later(16);
    await expect(hr.download()).rejects.toThrow('nothing behind');
  });
});

test('what was imported without marks is confirmed by one tap, unless it changed since', async () => {
  await hr.send(
    file('faq.csv', '質問ID,質問,回答\nF-H-1,昼休みは？,正午からです。\nF-H-2,駐車場は？,あります。\n'),
  );
  await hr.tap('差分を見る');
  await hr.tap('取り込む');
  expect(hr.reads).toContain('2件は確認待ちです');
  const applied = hr.card;
  await hr.act('editing.list', { dataset: 'faq', search: 'F-H-2' });
  await hr.tap('編集');
  await hr.submit('保存する', { c_answer: 'ありません。' });
  await hr.tapOn(applied, '2件を確認済みにする');
  expect(hr.reads).toContain('1件を確認済みにしました。');
  expect(await office.isConfirmed(faq, 'F-H-1')).toBe(true);
  await hr.tapOn(applied, '2件を確認済みにする');
  expect(hr.reads).toContain('確認待ちのものは残っていません。');
});

describe('a roster', () => {
  const WARNING = '取り込むと、あなたは人事課の管理者ではなくなり';
  const one = '職員番号,氏名,所属,階層\n900001,見本 一,市民課,主事級\n';

  test('that leaves out who imports it says what they would lose', async () => {
    await admin.send(file('名簿.csv', one));
    await admin.tap('差分を見る');
    expect(admin.reads).not.toContain(WARNING);
    await admin.tap('戻る');
    await admin.tap('差分を見る', { mode: 'replace' });
    expect(admin.reads).toContain(WARNING);
  });

  test.each([
    ['人事課管理者', false],
    ['人事課編集者', true],
    ['', true],
  ])('that gives them the roles 「%s」: %s', async (roles, warned) => {
    await admin.send(
      file('役割.csv', `職員番号,氏名,所属,階層,役割\n100062,架空本 幸二,人事課,課長級,${roles}\n`),
    );
    await admin.tap('差分を見る');
    expect(admin.reads.includes(WARNING)).toBe(warned);
  });
});

describe('the users of Entra', () => {
  const USERS = [
    'userPrincipalName,displayName,objectId,employeeId',
    'karizawa.1@example.jp,仮沢 さくら,aaaaaaaa-0000-4000-8000-000000000001,100001',
    'guest@example.com,来客,aaaaaaaa-0000-4000-8000-000000000002,',
  ].join('\n');

  test('are matched with the roster, and who is left over is listed', async () => {
    await admin.send(file('exportUsers.csv', USERS));
    expect(inputsOf(admin.card)).toEqual({ kind: 'entra-users' });
    await admin.tap('差分を見る');
    expect(admin.reads).toContain('変更1件');
    expect(admin.reads).toContain('職員が見つからないユーザー　1件');
    expect(admin.reads).toContain('3行目　来客　guest@example.com');
    expect(admin.reads).toContain('ユーザーが見つからない職員　479件');
    expect(text((await admin.download()).bytes).split('\r\n')).toHaveLength(482);
    await admin.tap('取り込む');
    expect(await office.cells(employees, '100001')).toMatchObject({
      aad_object_id: 'aaaaaaaa-0000-4000-8000-000000000001',
      name: '仮沢 さくら',
      sample: 'yes',
    });
  });

  test('are nothing for editors, nor is the roster', async () => {
    await hr.send(file('exportUsers.csv', USERS));
    expect(hr.told).toBe('職員名簿は、人事課の管理者だけが扱えます。');
    await hr.send(file('名簿.csv', '職員番号,氏名,所属,階層\n1,二,三,主事級\n'));
    expect(hr.told).toBe('職員名簿は、人事課の管理者だけが扱えます。');
    await hr.send(file('休み.csv', TWO));
    expect(JSON.stringify(inputOf(hr.card, 'kind').choices)).not.toMatch(/employees|entra/);
    await hr.tap('差分を見る', { kind: 'employees' });
    expect(hr.reads).toContain('データの種類を選んでください。');
    expect(await office.store.db.selectFrom('uploads').select('name').execute()).toEqual([
      { name: '休み.csv' },
    ]);
  });
});

/** The upload that the card is about. */
function uploadOf(desk: Desk): { readonly id: string } {
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(desk.card))?.[1];
  if (id === undefined) throw new Error('the card is about no upload');
  return { id };
}
