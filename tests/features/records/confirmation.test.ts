import ExcelJS from 'exceljs';
import type { Store } from '../../../src/db/open';
import {
  confirmRecords,
  contacts,
  courses,
  type ExportOptions,
  exportDataset,
  faq,
  loadDataset,
  plan,
  readTableFile,
  saveRecord,
  type Table,
  templateOf,
  undoChangeSet,
  withdrawConfirmations,
} from '../../../src/features/records';
import { importTable, planOf, problemsIn, table, testAuthor, testStore } from './support';

async function withContacts(): Promise<Store> {
  const store = await testStore();
  await importTable(
    store,
    contacts,
    table('id,name,topics,phone', 'C-a,窓口A,general|debt,+81-55', 'C-b,窓口B,,', 'C-c,窓口C,,'),
  );
  return store;
}

const confirmedIn = async (store: Store) =>
  (await loadDataset(store.db, contacts)).filter(({ confirmed }) => confirmed).map(({ id }) => id);

async function exported(store: Store, options: Partial<ExportOptions> = {}): Promise<Table> {
  const file = await exportDataset(store.db, contacts, {
    format: 'xlsx',
    locale: 'ja',
    forReview: true,
    ...options,
  });
  const read = await readTableFile(file.bytes);
  if (!read.ok) throw new Error(read.error.ja);
  return read.value;
}

describe('確認', () => {
  test('確認した内容が変わると確認ではなくなり、元に戻るとまた確認済みになる', async () => {
    const store = await withContacts();
    const by = testAuthor('100062');
    expect(await store.write((tx) => confirmRecords(tx, contacts, ['C-a', 'C-b', 'C-none'], by))).toBe(2);
    expect(await confirmedIn(store)).toEqual(['C-a', 'C-b']);
    expect(by.audited).toEqual([
      { action: 'records-confirmed', subject: 'contacts', actor: '100062', detail: { count: 2 } },
    ]);

    const edit = { id: 'C-a', basedOn: null, values: { phone: '内線 1234' } };
    const saved = await store.write((tx) => saveRecord(tx, contacts, edit, by));
    expect(await confirmedIn(store)).toEqual(['C-b']);
    await store.write((tx) => undoChangeSet(tx, saved.ok ? (saved.value.changeSet ?? '') : '', by));
    expect(await confirmedIn(store)).toEqual(['C-a', 'C-b']);

    expect(await store.write((tx) => withdrawConfirmations(tx, contacts, ['C-b', 'C-c'], by))).toBe(1);
    expect(await confirmedIn(store)).toEqual(['C-a']);
  });

  test('Excelに書き出し、「済」を入れて読み込むと確認済みになり、消すと確認が外れる', async () => {
    const store = await withContacts();
    await store.write((tx) => confirmRecords(tx, contacts, ['C-c'], testAuthor()));
    const file = await exported(store);
    expect(file.headings[0]).toBe('確認');
    expect(file.rows.map(({ cells }) => cells[0])).toEqual(['', '', '済']);

    const marked = marks(file, ['済', '', '']);
    const waiting = await planOf(store, contacts, marked);
    expect([waiting.confirm, waiting.withdraw, waiting.changed]).toEqual([['C-a'], ['C-c'], []]);
    const done = await importTable(store, contacts, marked);
    expect(done).toMatchObject({ changeSet: null, confirmed: 1, withdrawn: 1 });
    expect(await confirmedIn(store)).toEqual(['C-a']);
    const again = await planOf(store, contacts, marked);
    expect([again.confirm, again.withdraw]).toEqual([[], []]);
  });

  test('直しながら「済」にすると、直した後の内容が確認される', async () => {
    const store = await withContacts();
    const file = marks(await exported(store), ['済', '済', '']);
    const name = file.headings.indexOf('窓口');
    const edited = {
      ...file,
      rows: file.rows.map((row) => ({ ...row, cells: row.cells.with(name, `${row.cells[name]}係`) })),
    };
    await importTable(store, contacts, edited);
    expect(await confirmedIn(store)).toEqual(['C-a', 'C-b']);
    expect((await loadDataset(store.db, contacts)).map((row) => row.name)).toEqual([
      '窓口A係',
      '窓口B係',
      '窓口C係',
    ]);
  });

  test('確認の列に読めない言葉があれば断り、確認の列のないファイルは確認を変えない', async () => {
    const store = await withContacts();
    await store.write((tx) => confirmRecords(tx, contacts, ['C-a'], testAuthor()));
    const bad = await planOf(store, contacts, marks(await exported(store), ['たぶん', '', '']));
    expect(problemsIn(bad)).toEqual([[2, null, '確認の列には「済」か空欄を書いてください']]);
    await importTable(store, contacts, table('id,name', 'C-a,窓口A'));
    expect(await confirmedIn(store)).toEqual(['C-a']);
  });

  const marks = (file: Table, words: readonly string[]): Table => ({
    ...file,
    rows: file.rows.map((row, index) => ({ ...row, cells: row.cells.with(0, words[index] ?? '') })),
  });
});

describe('書き出し', () => {
  test.each(['xlsx', 'csv'] as const)(
    '%sで書き出したものを読み込むと、日本語でも英語でも何も変わらない',
    async (format) => {
      const store = await withContacts();
      await importTable(
        store,
        plan,
        table('id,pillar,section,title,summary,status', '1.1.1,研修,自己啓発,支援,助成,active'),
      );
      for (const locale of ['ja', 'en'] as const) {
        const again = await planOf(store, contacts, await exported(store, { format, locale }));
        expect([again.problems, again.added, again.changed, again.unchanged]).toEqual([[], [], [], 3]);
      }
      const japanese = await exported(store, { format });
      expect(japanese.headings.slice(0, 4)).toEqual(['確認', '窓口ID', '窓口', '相談内容']);
      expect(japanese.rows[0]?.cells.slice(0, 4)).toEqual(['', 'C-a', '窓口A', '全般|借金']);
    },
  );

  test('Excelの見出しは太字で固定され、電話の + は数式にならない', async () => {
    const store = await withContacts();
    const { bytes, name } = await exportDataset(store.db, contacts, {
      format: 'xlsx',
      locale: 'ja',
      forReview: false,
    });
    expect(name).toBe('相談窓口.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const [sheet] = book.worksheets;
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('A1').font?.bold).toBe(true);
    expect(sheet?.getCell('E2').value).toBe("'+81-55");
  });

  test('ひな型は、見出しと書き方の例の一行で、そのまま読み込める形', async () => {
    const store = await testStore();
    const file = await templateOf(courses, { format: 'xlsx', locale: 'ja' });
    const read = await readTableFile(file.bytes);
    if (!read.ok) throw new Error(read.error.ja);
    const first = await planOf(store, courses, read.value);
    expect(problemsIn(first)).toEqual([[2, 'initiatives', '「1.3.2.7」は推進計画にありません']]);
    expect((await planOf(store, faq, read.value)).problems.length).toBeGreaterThan(0);
  });
});
