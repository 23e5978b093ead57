import path from 'node:path';
import { aadObjectId } from '../../../src/core/ids';
import {
  allDatasets,
  type Dataset,
  employees,
  findEmployeeByAadObjectId,
  importDirectory,
  loadDataset,
  problemLine,
  type SeedOptions,
} from '../../../src/features/records';
import { storedRecords } from '../../../src/features/records/stored-records';
import { testAuthor, testStore } from './support';

const DATA = path.join(__dirname, '../../../data');

function options(): SeedOptions & { readonly progress: string[] } {
  const progress: string[] = [];
  const { clock, audit } = testAuthor();
  return {
    actor: 'system',
    clock,
    audit,
    progress,
    onProgress: ({ name }: Dataset, count) => progress.push(`${name} ${count}`),
  };
}

test('data/ の全てのファイルに誤りがなく、空のデータベースに入り、型の付いた行として読める', async () => {
  const store = await testStore();
  const given = options();
  const seeded = await importDirectory(store, DATA, given);
  if (!seeded.ok) {
    throw new Error(
      seeded.error
        .map(({ file, dataset, problem }) => `${file} ${problemLine(dataset, problem, 'ja')}`)
        .join('\n'),
    );
  }
  expect(given.progress.map((line) => line.split(' ')[0])).toEqual(allDatasets.map(({ name }) => name));
  for (const dataset of allDatasets) {
    expect((await loadDataset(store.db, dataset)).length).toBe(seeded.value?.get(dataset.name));
  }
  const [first] = await loadDataset(store.db, employees);
  expect(first).toMatchObject({ sample: true, confirmed: false });
  const found = await findEmployeeByAadObjectId(store.db, aadObjectId.parse(first?.aadObjectId));
  expect(found?.id).toBe(first?.id);

  expect(await importDirectory(store, DATA, given)).toEqual({ ok: true, value: null });
});

test('質問、計画、研修、窓口の日本語には全て英語がある', async () => {
  const store = await testStore();
  await importDirectory(store, DATA, options());
  for (const dataset of allDatasets) {
    const translations = dataset.columns.filter(({ translates }) => translates !== null);
    if (translations.length === 0) continue;
    const records = await storedRecords(store.db, dataset.name);
    expect(records.size).toBeGreaterThan(20);
    for (const { id, cells } of records.values()) {
      for (const { name, translates } of translations) {
        const cell = `${dataset.name} ${id} ${name}`;
        const inEnglish = /[a-z]{2}/.test(cells[name] ?? '');
        expect({ cell, inEnglish }).toEqual({ cell, inEnglish: cells[translates ?? ''] !== undefined });
      }
    }
  }
});

test('ファイルの一つに誤りがあれば、どのファイルも入らない', async () => {
  const store = await testStore();
  const seeded = await importDirectory(store, path.join(__dirname, 'bad-directory'), options());
  expect(
    seeded.ok ? [] : seeded.error.map(({ dataset, problem }) => problemLine(dataset, problem, 'ja')),
  ).toEqual(['3行目「日付」: 日付として読めません (例: 2026-04-01、2026/4/1、R8.4.1) (値: 2027-02-30)']);
  expect(await store.db.selectFrom('records').selectAll().execute()).toEqual([]);
});
