import fc from 'fast-check';
import { employeeId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import {
  contacts,
  employees,
  faq,
  findEmployee,
  historyOf,
  loadDataset,
  recentChangeSets,
  undoChangeSet,
} from '../../../src/features/records';
import { perDatabase } from '../../support/databases';
import { importTable, storedIn, table, testAuthor, testStore } from './support';

const RUNS = perDatabase({ sqlite: 25, postgres: 10 });

const roster = (...rows: string[]) => table('職員番号,氏名,所属,階層', ...rows);

async function undo(store: Store, changeSet: string | null): Promise<string> {
  const undone = await store.write((tx) => undoChangeSet(tx, changeSet ?? '', testAuthor()));
  return undone.ok ? undone.value : `✗ ${undone.error.ja}`;
}

const sectionsIn = async (store: Store) =>
  (await loadDataset(store.db, employees)).map(({ id, section }) => `${id} ${section}`);

test('取り消すと元に戻り、取り消しを取り消すとやり直せる', async () => {
  const store = await testStore();
  await importTable(store, employees, roster('1,一,市民課,new', '2,二,市民課,new'));
  const { changeSet } = await importTable(
    store,
    employees,
    roster('3,三,税務課,new', '2,二,税務課,new'),
    testAuthor(),
    'replace',
  );
  expect(await sectionsIn(store)).toEqual(['2 税務課', '3 税務課']);

  const undoing = await undo(store, changeSet);
  expect(await sectionsIn(store)).toEqual(['1 市民課', '2 市民課']);
  expect((await findEmployee(store.db, employeeId.parse('1')))?.name).toBe('一');
  expect(await undo(store, changeSet)).toBe('✗ その変更は、すでに取り消されています');

  await undo(store, undoing);
  expect(await sectionsIn(store)).toEqual(['2 税務課', '3 税務課']);
  expect(await findEmployee(store.db, employeeId.parse('1'))).toBeNull();
});

test('履歴には、新しいものから、だれが何をどう変えたかが並ぶ', async () => {
  const store = await testStore();
  await importTable(store, employees, roster('1,一,市民課,new'), testAuthor('100066', 'file a.csv'));
  const { changeSet } = await importTable(
    store,
    employees,
    roster('1,一,税務課,new'),
    testAuthor('100067', 'form'),
  );
  await undo(store, changeSet);
  const history = await historyOf(store.db, employees, '1');
  expect(history.map(({ kind, actor, source }) => [kind, actor, source])).toEqual([
    ['changed', '100066', 'test'],
    ['changed', '100067', 'form'],
    ['added', '100066', 'file a.csv'],
  ]);
  expect(history[1]?.columns).toEqual([{ column: 'section', before: '市民課', after: '税務課' }]);

  const sets = await recentChangeSets(store.db, { dataset: employees, limit: 2 });
  expect(
    sets.map(({ source, added, changed, removed, undoneBy }) => ({
      source,
      added,
      changed,
      removed,
      undoneBy,
    })),
  ).toEqual([
    { source: 'test', added: 0, changed: 1, removed: 0, undoneBy: null },
    { source: 'form', added: 0, changed: 1, removed: 0, undoneBy: '100066' },
  ]);
  expect(await recentChangeSets(store.db, { dataset: faq, limit: 10 })).toEqual([]);
});

test('その後に変わったものがあれば、どれかを言って取り消さない', async () => {
  const store = await testStore();
  const { changeSet } = await importTable(store, employees, roster('1,一,市民課,new', '2,二,市民課,new'));
  await importTable(store, employees, roster('2,二,税務課,new'));
  expect(await undo(store, changeSet)).toBe('✗ その後に変更されたものがあるため、取り消せません (2)');
  expect(await sectionsIn(store)).toEqual(['1 市民課', '2 税務課']);
});

test('消したものが別の形で加わっていれば、取り消さない', async () => {
  const store = await testStore();
  await importTable(store, employees, roster('1,一,市民課,new', '2,二,市民課,new'));
  const { changeSet } = await importTable(
    store,
    employees,
    roster('1,一,市民課,new'),
    testAuthor(),
    'replace',
  );
  await importTable(store, employees, roster('2,別人,市民課,new'));
  expect(await undo(store, changeSet)).toContain('✗ その後に変更されたもの');
});

test('取り消すと決まりに合わなくなるときは、取り消さない', async () => {
  const store = await testStore();
  const { changeSet } = await importTable(store, contacts, table('id,name', 'C-a,窓口A'));
  await importTable(store, faq, table('id,question,answer,contact', 'F-1,質問,回答,C-a'));
  expect(await undo(store, changeSet)).toBe(
    '✗ 取り消すとデータの決まりに合わなくなります: C-a: 「C-a」は質問と回答1件 (F-1) で使われているため、削除できません',
  );
  expect(await undo(store, 'no such change')).toBe('✗ その変更は見つかりません');
});

test(`どんな取り込みでも、取り消すと前とまったく同じになり、やり直すと後とまったく同じになる (${RUNS}回)`, async () => {
  const row = fc.tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom('市民課', '税務課', '総務課'),
    fc.constantFrom('staff', 'senior'),
  );
  const file = fc
    .uniqueArray(row, { selector: ([id]) => id, minLength: 1, maxLength: 6 })
    .map((rows) => roster(...rows.map(([id, section, level]) => `${id},見本,${section},${level}`)));
  await fc.assert(
    fc.asyncProperty(file, file, fc.constantFrom('merge', 'replace'), async (first, second, mode) => {
      const store = await testStore();
      const everything = async () => [
        await storedIn(store, employees),
        await store.db.selectFrom('employees').selectAll().orderBy('id').execute(),
      ];
      await importTable(store, employees, first);
      const before = await everything();
      const { changeSet } = await importTable(store, employees, second, testAuthor(), mode);
      const after = await everything();
      if (changeSet !== null) {
        const undoing = await undo(store, changeSet);
        expect(await everything()).toEqual(before);
        await undo(store, undoing);
        expect(await everything()).toEqual(after);
      }
      await store.close();
    }),
    { numRuns: RUNS },
  );
});
