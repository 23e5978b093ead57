import {
  courses,
  employees,
  type faq,
  idsByName,
  offerings,
  trainingRecords,
} from '../../../src/features/records';
import { importTable, planOf, problemsIn, table, testStore } from './support';

const columnsOf = (dataset: typeof offerings | typeof faq | typeof trainingRecords, ...names: string[]) =>
  dataset.columns.filter(({ name }) => names.includes(name));

async function withCourses() {
  const store = await testStore();
  await importTable(
    store,
    courses,
    table(
      'id,title,kind,entry,format',
      'C-001,Excel 実践,ojt,公募,集合',
      'C-002,同じ名前,ojt,公募,集合',
      'C-003,同じ名前,ojt,公募,集合',
    ),
  );
  await importTable(store, employees, table('id,name,section,level', '100001,見本 花子,市民課,主事級'));
  return store;
}

test('研修は名前でも呼べる。幅と空白は問わず、番号と、二つある名前と、ない名前はそのまま', async () => {
  const store = await withCourses();
  const idFor = await idsByName(store.db, columnsOf(offerings, 'course_id'));
  expect(
    ['Excel 実践', ' ｅｘｃｅｌ実践 ', 'C-002', '同じ名前', 'ない', ''].map((text) =>
      idFor('course_id', text),
    ),
  ).toEqual(['C-001', 'C-001', 'C-002', '同じ名前', 'ない', '']);
});

test('人は名前では呼べない', async () => {
  const store = await withCourses();
  const idFor = await idsByName(store.db, columnsOf(trainingRecords, 'employee_id'));
  expect(idFor('employee_id', '見本 花子')).toBe('見本 花子');
});

test('修了者の名簿は研修名の列で取り込め、二つある名前の行だけが残る', async () => {
  const store = await withCourses();
  const plan = await planOf(
    store,
    trainingRecords,
    table('職員番号,研修名,修了日', '100001,Excel実践,R8.4.1', '100001,同じ名前,R8.4.2'),
  );
  expect(problemsIn(plan)).toEqual([[3, 'course_id', '当てはまるものがありません (例: C-001)']]);
  expect(plan.added.map(({ id }) => id)).toEqual(['100001/C-001/2026-04-01']);
});
