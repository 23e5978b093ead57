import { aadObjectId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import {
  applyImport,
  employees,
  findEmployeeByAadObjectId,
  loadDataset,
  planEntraImport,
  problemLine,
  type Table,
} from '../../../src/features/records';
import { importTable, problemsIn, table, testAuthor, testStore } from './support';

const NO_HEADING = '必須の列ですが、当たる見出しがありません';
const ids = [1, 2, 3, 4].map((n) => `0000000${n}-0000-4000-8000-000000000000`);

async function withRoster(): Promise<Store> {
  const store = await testStore();
  await importTable(
    store,
    employees,
    table(
      'id,name,section,level,mail,sample',
      '000101,一,市民課,staff,ichi@example.jp,yes',
      '000102,二,市民課,staff,ni@example.jp,',
      '000103,三,市民課,staff,,',
      '000104,四,市民課,staff,yon@example.jp,',
    ),
  );
  return store;
}

const join = (store: Store, users: Table) => planEntraImport(store.db, users);

test('従業員ID、なければメールかUPNで職員に結び付き、合わないものは両側とも挙がる', async () => {
  const store = await withRoster();
  const users = table(
    'userPrincipalName,displayName,mail,id,employeeId',
    `other@example.jp,一,,${ids[0]},000101`,
    `x@example.onmicrosoft.com,二,NI@example.jp,${ids[1]},`,
    `san@example.jp,三,san@example.jp,${ids[2]?.toUpperCase()},000103`,
    `guest@example.com,来客,,${ids[3]},`,
  );
  const { plan, join: joined } = await join(store, users);
  expect(plan.problems).toEqual([]);
  expect(joined.unmatchedUsers).toEqual([{ line: 5, name: '来客', upn: 'guest@example.com' }]);
  expect(joined.unmatchedEmployees).toEqual([{ id: '000104', name: '四' }]);

  const applied = await store.write((tx) => applyImport(tx, plan, testAuthor()));
  expect(applied).toMatchObject({ ok: true, value: { changed: 3 } });
  const rows = await loadDataset(store.db, employees);
  expect(rows.map(({ id, mail, sample }) => [id, mail, sample])).toEqual([
    ['000101', 'ichi@example.jp', true],
    ['000102', 'ni@example.jp', false],
    ['000103', 'san@example.jp', false],
    ['000104', 'yon@example.jp', false],
  ]);
  expect((await findEmployeeByAadObjectId(store.db, aadObjectId.parse(ids[2])))?.name).toBe('三');
  const again = await join(store, users);
  expect([again.plan.changed, again.plan.unchanged]).toEqual([[], 3]);
});

test('一人の職員に二つのユーザーが当たる、IDが読めない、ID列がない、のいずれも何も変えない', async () => {
  const store = await withRoster();
  const twice = await join(
    store,
    table(
      'id,upn,employeeId',
      `${ids[0]},ichi@example.jp,`,
      `${ids[1]},x@example.jp,000101`,
      'none,ni@example.jp,',
    ),
  );
  expect(problemsIn(twice.plan)).toEqual([
    [3, 'aad_object_id', '職員「000101」に当たるユーザーが2行目にもあります'],
    [4, 'aad_object_id', expect.stringContaining('書き方が違います')],
  ]);
  const told = twice.plan.problems.map((problem) => problemLine(employees, problem, 'ja'));
  expect(told[1]).toMatch(/^4行目「EntraオブジェクトID」: /);
  expect((await store.write((tx) => applyImport(tx, twice.plan, testAuthor()))).ok).toBe(false);
  const noId = await join(store, table('upn,employeeId', 'ichi@example.jp,000101'));
  expect(problemsIn(noId.plan)).toEqual([[1, 'aad_object_id', NO_HEADING]]);
});
