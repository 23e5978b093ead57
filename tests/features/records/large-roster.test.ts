import { employees, readTableFile } from '../../../src/features/records';
import { importTable, testAuthor, testStore } from './support';

const ROWS = 20_000;

test('2万人の名簿も一度に読み、調べ、取り込める', async () => {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const id = String(n + 1).padStart(6, '0');
    const evaluator = n === 0 ? '' : '000001';
    return `${id},見本 ${n},みほん,m${n}@example.jp,市民環境部,市民課,主事,主事級,事務,H10.4.1,2020/4/1,,${evaluator},メンター`;
  });
  const headings =
    '職員番号,氏名,ふりがな,メール,部,所属,職名,階層,職種,生年月日,採用日,所属長,2次評定者,役割';
  const bytes = new TextEncoder().encode([headings, ...rows].join('\n'));
  const store = await testStore();
  const file = await readTableFile(bytes);
  if (!file.ok) throw new Error(file.error.ja);
  expect(await importTable(store, employees, file.value, testAuthor())).toMatchObject({ added: ROWS });
});
