import { employees, readTableFile } from '../../../src/features/records';
import { importTable, testAuthor, testStore } from './support';

const ROWS = 20_000;

/** Processor time in seconds, the best of three: other work on the machine must not fail the test. */
async function secondsOf(work: () => Promise<unknown>, enough: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best >= enough; attempt++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

test('2万人の名簿を3秒以内で読み、調べ、取り込める', async () => {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const id = String(n + 1).padStart(6, '0');
    const evaluator = n === 0 ? '' : '000001';
    return `${id},見本 ${n},みほん,m${n}@example.jp,市民環境部,市民課,主事,主事級,事務,H10.4.1,2020/4/1,,${evaluator},メンター`;
  });
  const headings =
    '職員番号,氏名,ふりがな,メール,部,所属,職名,階層,職種,生年月日,採用日,所属長,2次評定者,役割';
  const bytes = new TextEncoder().encode([headings, ...rows].join('\n'));
  const seconds = await secondsOf(async () => {
    const store = await testStore();
    const file = await readTableFile(bytes);
    if (!file.ok) throw new Error(file.error.ja);
    expect(await importTable(store, employees, file.value, testAuthor())).toMatchObject({ added: ROWS });
  }, 3);
  expect(seconds).toBeLessThan(3);
});
