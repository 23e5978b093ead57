import fc from 'fast-check';
import { aadObjectId, employeeId } from '../../../src/core/ids';
import {
  courses,
  employees,
  findEmployee,
  findEmployeeByAadObjectId,
  historyOf,
  loadDataset,
  plan,
  revisionOf,
  synonyms,
  trainingRecords,
} from '../../../src/features/records';
import { perDatabase } from '../../support/databases';
import { importTable, planOf, storedIn, table, testAuthor, testStore } from './support';

const RUNS = perDatabase({ sqlite: 25, postgres: 10 });

const roster = (...rows: string[]) => table('職員番号,氏名,所属,階層', ...rows);
const initiatives = table(
  'id,pillar,section,title,summary,status',
  '1.1.1,研修,自己啓発,研究支援,助成します。,active',
);

describe('英語の列', () => {
  const bilingual = table(
    '番号,柱,区分,取組項目,概要,状況,取組項目（英語）,Summary in English',
    '1.1.1,研修,自己啓発,研究支援,助成します。,実施,Study groups,There is a grant.',
  );

  test('無いファイルでも取り込め、書いてあった英語は残る', async () => {
    const store = await testStore();
    await importTable(store, plan, initiatives);
    expect((await loadDataset(store.db, plan))[0]).toMatchObject({ titleEn: null, summaryEn: null });
    await importTable(store, plan, bilingual);
    expect((await planOf(store, plan, initiatives)).changed).toEqual([]);
  });

  test('元の日本語が変わり、ファイルに英語の列が無ければ、古い訳は消える', async () => {
    const store = await testStore();
    await importTable(store, plan, bilingual);
    const next = table(
      'id,pillar,section,title,summary,status',
      '1.1.1,研修,自己啓発,研究支援,助成をやめました。,active',
    );
    const [changed] = (await planOf(store, plan, next)).changed;
    expect(changed?.columns).toEqual([
      { column: 'summary', before: '助成します。', after: '助成をやめました。' },
      { column: 'summary_en', before: 'There is a grant.', after: '' },
    ]);
  });
});

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

test(`どんな二つの名簿でも: 二つ目に置き換えると二つ目と同じになり、もう一度取り込むと何も変わらない (${RUNS}回)`, async () => {
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
    { numRuns: RUNS },
  );
});
