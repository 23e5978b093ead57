import {
  applyImport,
  contacts,
  courses,
  employees,
  faq,
  loadDataset,
  offerings,
  plan,
  trainingRecords,
} from '../../../src/features/records';
import { importTable, planOf, problemsIn, storedIn, table, testAuthor, testStore } from './support';

const NO_HEADING = '必須の列ですが、当たる見出しがありません';
const roster = (...rows: string[]) => table('職員番号,氏名,所属,階層', ...rows);
const initiatives = table(
  'id,pillar,section,title,summary,status',
  '1.1.1,研修,自己啓発,研究支援,助成します。,active',
);

describe('直すべき行が一つでもあれば、何も取り込まない', () => {
  test('行ごとに、行番号、列、理由、書かれていた値が出る', async () => {
    const store = await testStore();
    await importTable(store, employees, roster('100009,見本 九,市民課,主事級'));
    const bad = await planOf(
      store,
      employees,
      table(
        '職員番号,氏名,所属,階層,生年月日,メール',
        '100001,,市民課,主事級,,',
        '10/01,見本 花子,市民課,主事級,,',
        '100002,見本 太郎,市民課,社長,2000-02-30,mail',
        '100003,見本 三郎,市民課',
        '100004,見本 四郎,市民課,主事級,,',
        '１００００４,見本 五郎,市民課,主事級,,',
      ),
    );
    expect(problemsIn(bad)).toEqual([
      [2, 'name', '必須ですが、空です'],
      [3, 'id', '書き方が違います (例: 100001)'],
      [4, 'mail', 'メールアドレスとして読めません'],
      [4, 'level', expect.stringContaining('選択肢にありません')],
      [4, 'birth_date', expect.stringContaining('日付として読めません')],
      [5, null, '列の数が見出しと違います (見出し6列、この行3列)'],
      [7, null, '「100004」は6行目にもあります'],
    ]);
    expect(bad.problems.map(({ value }) => value)).toEqual([
      '',
      '10/01',
      'mail',
      '社長',
      '2000-02-30',
      '',
      '100004',
    ]);
    const refused = await store.write((tx) => applyImport(tx, bad, testAuthor()));
    expect(refused).toMatchObject({ ok: false });
    expect(await storedIn(store, employees)).toHaveLength(1);
  });

  test('列そのものがなければ、行ごとにではなく見出しの行に一度だけ言う', async () => {
    const store = await testStore();
    const noKey = await planOf(store, employees, table('氏名,所属', '見本 花子,市民課', '見本 太郎,市民課'));
    expect(problemsIn(noKey)).toEqual([
      [1, 'id', NO_HEADING],
      [1, 'level', NO_HEADING],
    ]);
    const noLevel = await planOf(
      store,
      employees,
      table('職員番号,氏名,所属', '100001,見本 花子,市民課', '100002,見本 太郎,市民課'),
    );
    expect(problemsIn(noLevel)).toEqual([[1, 'level', NO_HEADING]]);
    const twice = await planOf(store, employees, table('職員番号,氏名,氏名', '100001,見本 花子,見本'));
    expect(problemsIn(twice)).toEqual([[1, 'name', '見出し「氏名」が2列以上あります']]);
    expect(problemsIn(await planOf(store, employees, roster()))).toEqual([
      [1, null, 'データの行がありません'],
    ]);
  });

  test('ほかのデータにない番号は使えない', async () => {
    const store = await testStore();
    await importTable(store, plan, initiatives);
    const bad = await planOf(
      store,
      faq,
      table(
        'id,question,answer,initiatives,contact',
        'F-1,質問,回答,1.1.1|9.9.9,C-none',
        'F-2,質問,回答,1.1.1,',
      ),
    );
    expect(problemsIn(bad)).toEqual([
      [2, 'initiatives', '「9.9.9」は推進計画にありません'],
      [2, 'contact', '「C-none」は相談窓口にありません'],
    ]);
  });

  test('使われているものは消せないが、退職した職員の研修履歴は残る', async () => {
    const store = await testStore();
    await importTable(store, plan, initiatives);
    await importTable(
      store,
      courses,
      table('id,title,kind,entry,format', 'C-001,研修,ojt,公募,集合', 'C-002,研修,ojt,公募,集合'),
    );
    await importTable(
      store,
      employees,
      roster('100001,見本 花子,市民課,主事級', '100002,見本 太郎,税務課,主任級'),
    );
    await importTable(
      store,
      trainingRecords,
      table('職員番号,研修ID,修了日', '100001,C-001,R7.4.1', '100001,C-001,R8.4.1'),
    );
    const fewer = await planOf(
      store,
      courses,
      table('id,title,kind,entry,format', 'C-002,研修,ojt,公募,集合'),
      'replace',
    );
    expect(problemsIn(fewer)).toEqual([
      [
        null,
        null,
        '「C-001」は研修履歴2件 (100001/C-001/2025-04-01 など) で使われているため、削除できません',
      ],
    ]);
    const left = await planOf(store, employees, roster('100002,見本 太郎,税務課,主任級'), 'replace');
    expect(left.problems).toEqual([]);
  });

  test('職員の決まり', async () => {
    const store = await testStore();
    const file = table(
      'id,name,section,level,mail,aad_object_id,manages,first_evaluator,second_evaluator,deputy_of,deputy_from,deputy_to,concurrent_section,roles',
      '1,一,市民課,staff,a@example.jp,23524587-ef5e-481f-92ac-3a55358387b9,,1,2,,,,,',
      '2,二,市民課,staff,A@example.jp,23524587-EF5E-481F-92AC-3A55358387B9,,1,9,2,2026-05-01,2026-04-01,,',
      '3,三,市民課,staff,,,,,,,,,,stress_admin',
      '4,四,市民課,staff,,,,,,,,,,stress_admin|hr_editor',
      '5,五,総務課,manager,,,総務課,,,,,,,stress_admin',
      '6,六,人事課,staff,,,,,,,,,,stress_admin',
      '7,七,総務課,staff,,,,,,,,,人事課,stress_admin',
      '8,八,総務課,staff,,,,,,5,,,,stress_admin',
    );
    const stress =
      'ストレスチェック実施事務従事者は、人事課の役割を持つ職員、所属長とその代決者、人事課の職員には任せられません';
    expect(problemsIn(await planOf(store, employees, file))).toEqual([
      [2, 'first_evaluator', '自分で自分を評定することはできません'],
      [3, 'second_evaluator', '「9」は職員にありません'],
      [3, 'aad_object_id', '職員「1」と同じです'],
      [3, 'mail', '職員「1」と同じです'],
      [3, 'deputy_of', '自分の代決者になることはできません'],
      [3, 'deputy_to', '代決の終了日が開始日より前です'],
      [5, 'roles', stress],
      [6, 'roles', stress],
      [7, 'roles', stress],
      [8, 'roles', stress],
      [9, 'roles', stress],
    ]);
  });

  test('すでにいる職員と同じメールも、ファイルにいない評定者も見つかる', async () => {
    const store = await testStore();
    await importTable(
      store,
      employees,
      table(
        'id,name,section,level,mail,first_evaluator',
        '1,一,市民課,staff,a@example.jp,2',
        '2,二,市民課,staff,,',
      ),
    );
    const same = await planOf(
      store,
      employees,
      table('id,name,section,level,mail', '3,三,市民課,staff,a@example.jp'),
    );
    expect(problemsIn(same)).toEqual([[2, 'mail', '職員「1」と同じです']]);
    const gone = await planOf(
      store,
      employees,
      table('id,name,section,level,mail', '1,一,市民課,staff,a@example.jp'),
      'replace',
    );
    expect(problemsIn(gone)).toEqual([[2, 'first_evaluator', '「2」は職員にありません']]);
  });

  test('開催回の日付の順', async () => {
    const store = await testStore();
    await importTable(store, plan, initiatives);
    await importTable(store, courses, table('id,title,kind,entry,format', 'C-001,研修,ojt,公募,集合'));
    const file = table(
      'id,course_id,starts_on,ends_on,start_time,end_time,apply_from,apply_until,cut_off_on',
      'O-1,C-001,2026-12-10,2026-12-09,,,,,',
      'O-2,C-001,2026-12-10,2026-12-10,13:00,9:00,,,',
      'O-3,C-001,2026-12-10,2026-12-10,,,2026-11-20,2026-11-10,',
      'O-4,C-001,2026-12-10,2026-12-10,,,,2026-11-20,2026-11-10',
      'O-5,C-001,2026-12-10,2026-12-10,,,,,2026-12-11',
      'O-6,C-001,2026-12-10,2026-12-10,9:00,9:30,2026-12-10,2026-12-10,2026-12-10',
    );
    expect(problemsIn(await planOf(store, offerings, file)).map(([line, column]) => [line, column])).toEqual([
      [2, 'ends_on'],
      [3, 'end_time'],
      [4, 'apply_until'],
      [5, 'cut_off_on'],
      [6, 'starts_on'],
    ]);
  });

  test('プレビューの後にデータが変わっていたら、取り込まずに読み直しを求める', async () => {
    const store = await testStore();
    await importTable(store, employees, roster('100001,見本 花子,市民課,主事級'));
    const old = await planOf(store, employees, roster('100001,見本 花子,税務課,主事級'));
    await importTable(store, employees, roster('100001,見本 花子,人事課,主事級'));
    const refused = await store.write((tx) => applyImport(tx, old, testAuthor()));
    expect(refused.ok ? '' : refused.error.ja).toBe(
      '確認している間にデータが変わりました。もう一度読み込んでください',
    );
    expect((await loadDataset(store.db, employees))[0]?.section).toBe('人事課');
  });

  test('参照する先が変わったときも、取り込まない', async () => {
    const store = await testStore();
    await importTable(store, contacts, table('id,name', 'C-a,窓口A', 'C-b,窓口B'));
    const waiting = await planOf(store, faq, table('id,question,answer,contact', 'F-1,質問,回答,C-a'));
    await importTable(store, contacts, table('id,name', 'C-b,窓口B'), testAuthor(), 'replace');
    const refused = await store.write((tx) => applyImport(tx, waiting, testAuthor()));
    expect(refused).toMatchObject({ ok: false });
    expect(await storedIn(store, faq)).toEqual([]);
  });
});
