import fc from 'fast-check';
import { aadObjectId, employeeId } from '../../../src/core/ids';
import {
  applyImport,
  contacts,
  courses,
  employees,
  faq,
  findEmployee,
  findEmployeeByAadObjectId,
  historyOf,
  loadDataset,
  offerings,
  plan,
  revisionOf,
  synonyms,
  trainingRecords,
} from '../../../src/features/records';
import { importTable, planOf, problemsIn, storedIn, table, testAuthor, testStore } from './support';

const roster = (...rows: string[]) => table('職員番号,氏名,所属,階層', ...rows);
const initiatives = table(
  'id,pillar,section,title,summary,status',
  '1.1.1,研修,自己啓発,研究支援,助成します。,active',
);

describe('取り込み', () => {
  test('増えたもの、変わった列の前と後、同じものが分かり、取り込むまでは何も変わらない', async () => {
    const store = await testStore();
    await importTable(
      store,
      employees,
      roster('100001,見本 花子,市民課,主事級', '100002,見本 太郎,税務課,主任級'),
    );
    const next = await planOf(
      store,
      employees,
      roster(
        '100002,見本 太郎,人事課,係長級',
        '100001,見本　花子,市民課,staff',
        '100003,見本 次郎,税務課,new',
      ),
    );
    expect(next.problems).toEqual([]);
    expect(next.added.map(({ id }) => id)).toEqual(['100003']);
    expect(next.changed.map(({ id, columns }) => [id, columns])).toEqual([
      [
        '100002',
        [
          { column: 'section', before: '税務課', after: '人事課' },
          { column: 'level', before: 'senior', after: 'supervisor' },
        ],
      ],
      ['100001', [{ column: 'name', before: '見本 花子', after: '見本　花子' }]],
    ]);
    expect((await loadDataset(store.db, employees)).map(({ section }) => section)).toEqual([
      '市民課',
      '税務課',
    ]);
  });

  test('取り込むと、並び順に型の付いた行になり、履歴と監査に残り、版が上がる', async () => {
    const store = await testStore();
    const by = testAuthor('100066', 'file roster.csv');
    const done = await importTable(
      store,
      employees,
      roster('100002,見本 太郎,税務課,主任級', '100001,見本 花子,市民課,主事級'),
      by,
    );
    expect(done).toMatchObject({ added: 2, changed: 0, removed: 0 });
    const rows = await loadDataset(store.db, employees);
    expect(
      rows.map(({ id, level, roles, mail, sample, confirmed }) => ({
        id,
        level,
        roles,
        mail,
        sample,
        confirmed,
      })),
    ).toEqual([
      { id: '100002', level: 'senior', roles: [], mail: null, sample: false, confirmed: false },
      { id: '100001', level: 'staff', roles: [], mail: null, sample: false, confirmed: false },
    ]);
    expect(await revisionOf(store.db, employees)).toBe(1);
    expect(by.audited).toEqual([
      {
        action: 'records-changed',
        subject: 'employees',
        actor: '100066',
        detail: { changeSet: done.changeSet, added: 2, changed: 0, removed: 0 },
      },
    ]);
    const [entry] = await historyOf(store.db, employees, '100001');
    expect(entry).toMatchObject({
      kind: 'added',
      actor: '100066',
      source: 'file roster.csv',
      changeSet: done.changeSet,
    });
  });

  test('同じファイルをもう一度取り込んでも、何も変わらない', async () => {
    const store = await testStore();
    const file = roster('100001,見本 花子,市民課,主事級', '100002,見本 太郎,税務課,主任級');
    await importTable(store, employees, file);
    const before = await storedIn(store, employees);
    const again = await importTable(store, employees, file);
    expect(again).toMatchObject({ changeSet: null, added: 0, changed: 0, removed: 0 });
    expect(await storedIn(store, employees)).toEqual(before);
    expect(await revisionOf(store.db, employees)).toBe(1);
  });

  test('ファイルにない列は元のまま残り、見本の印だけは消える', async () => {
    const store = await testStore();
    await importTable(
      store,
      employees,
      table('id,name,section,level,mail,sample', '100001,見本 花子,市民課,new,a@example.jp,yes'),
    );
    await importTable(store, employees, table('職員番号,所属', '100001,税務課'));
    const [row] = await loadDataset(store.db, employees);
    expect(row).toMatchObject({ name: '見本 花子', section: '税務課', mail: 'a@example.jp', sample: false });
  });

  test('空の欄は、元の値を消す', async () => {
    const store = await testStore();
    await importTable(
      store,
      employees,
      table('id,name,section,level,mail', '100001,見本 花子,市民課,new,a@example.jp'),
    );
    await importTable(store, employees, table('id,mail', '100001,'));
    expect((await loadDataset(store.db, employees))[0]?.mail).toBeNull();
  });

  test('置き換えでは、ファイルにないものが消える。ふつうの取り込みでは残る', async () => {
    const store = await testStore();
    await importTable(
      store,
      employees,
      roster('100001,見本 花子,市民課,主事級', '100002,見本 太郎,税務課,主任級'),
    );
    await importTable(store, employees, roster('100001,見本 花子,税務課,主事級'));
    expect(await storedIn(store, employees)).toHaveLength(2);
    const done = await importTable(
      store,
      employees,
      roster('100001,見本 花子,税務課,主事級'),
      testAuthor(),
      'replace',
    );
    expect(done).toMatchObject({ added: 0, changed: 0, removed: 1 });
    expect((await loadDataset(store.db, employees)).map(({ id }) => id)).toEqual(['100001']);
    expect(await findEmployee(store.db, employeeId.parse('100002'))).toBeNull();
  });

  test('一つの列の組が鍵になるもの: 研修履歴は職員・研修・修了日、同義語は最初の言葉', async () => {
    const store = await testStore();
    await importTable(store, plan, initiatives);
    await importTable(store, courses, table('id,title,kind,entry,format', 'C-001,研修,ojt,公募,集合'));
    await importTable(store, employees, roster('100001,見本 花子,市民課,主事級'));
    await importTable(
      store,
      trainingRecords,
      table('職員番号,研修ID,修了日', '100001,C-001,R7.4.1', '100001,C-001,R8.4.1'),
    );
    expect((await storedIn(store, trainingRecords)).map(({ id }) => id)).toEqual([
      '100001/C-001/2025-04-01',
      '100001/C-001/2026-04-01',
    ]);
    await importTable(store, synonyms, table('terms,note', '通信教育|通信講座,'));
    await importTable(store, synonyms, table('terms,note', '通信教育|通信講座|つうしん,増やした'));
    expect((await loadDataset(store.db, synonyms)).map(({ terms }) => terms)).toEqual([
      ['通信教育', '通信講座', 'つうしん'],
    ]);
  });
});

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
    expect(problemsIn(noKey)).toEqual([[1, 'id', '必須の列「職員番号」に当たる見出しがありません']]);
    const noLevel = await planOf(
      store,
      employees,
      table('職員番号,氏名,所属', '100001,見本 花子,市民課', '100002,見本 太郎,市民課'),
    );
    expect(problemsIn(noLevel)).toEqual([[1, 'level', '必須の列「階層」に当たる見出しがありません']]);
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

test('職員はEntraのIDでも番号でも見つかり、二人のIDを入れ替えても崩れない', async () => {
  const [a, b] = ['23524587-ef5e-481f-92ac-3a55358387b9', '1f4e58fc-ab5d-4068-b91a-71a4ed8bf5a6'];
  const store = await testStore();
  const file = (first: string, second: string) =>
    table('id,name,section,level,aad_object_id', `1,一,市民課,staff,${first}`, `2,二,税務課,staff,${second}`);
  await importTable(store, employees, file(a, b));
  expect((await findEmployeeByAadObjectId(store.db, aadObjectId.parse(a)))?.name).toBe('一');
  await importTable(store, employees, file(b, a));
  expect((await findEmployeeByAadObjectId(store.db, aadObjectId.parse(a)))?.name).toBe('二');
  expect((await findEmployee(store.db, employeeId.parse('1')))?.section).toBe('市民課');
  expect(
    await findEmployeeByAadObjectId(store.db, aadObjectId.parse('00000000-0000-4000-8000-000000000000')),
  ).toBeNull();
});

test('どんな二つの名簿でも: 二つ目に置き換えると二つ目と同じになり、もう一度取り込むと何も変わらない', async () => {
  const row = fc.record({
    id: fc.integer({ min: 1, max: 8 }),
    name: fc.constantFrom('見本 花子', '見本 太郎', '=1+1', '改名'),
    section: fc.constantFrom('市民課', '税務課'),
    level: fc.constantFrom('staff', '主任級', '課長級'),
  });
  const file = fc
    .uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 6 })
    .map((rows) =>
      roster(...rows.map(({ id, name, section, level }) => `${id},${name},${section},${level}`)),
    );
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      const store = await testStore();
      await importTable(store, employees, first);
      await importTable(store, employees, second, testAuthor(), 'replace');
      const replaced = await loadDataset(store.db, employees);
      expect(new Set(replaced.map(({ id }) => id))).toEqual(
        new Set(second.rows.map(({ cells }) => cells[0])),
      );
      const again = await planOf(store, employees, second, 'replace');
      expect([again.added, again.changed, again.removed, again.unchanged]).toEqual([
        [],
        [],
        [],
        second.rows.length,
      ]);
      await store.close();
    }),
    { numRuns: 40 },
  );
});
