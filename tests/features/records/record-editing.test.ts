import type { Store } from '../../../src/db/open';
import {
  cachedDataset,
  cachedRevisions,
  contacts,
  faq,
  loadDataset,
  loadRecord,
  plan,
  removeRecord,
  saveRecord,
} from '../../../src/features/records';
import { importTable, table, testAuthor, testStore } from './support';

async function withFaq(): Promise<Store> {
  const store = await testStore();
  await importTable(
    store,
    plan,
    table('id,pillar,section,title,summary,status', '1.1.1,研修,自己啓発,支援,助成,active'),
  );
  await importTable(store, contacts, table('id,name', 'C-a,窓口A'));
  await importTable(
    store,
    faq,
    table('id,question,answer,contact,sample', 'F-1,質問,回答,C-a,yes', 'F-2,別の質問,回答,,yes'),
  );
  return store;
}

async function save(
  store: Store,
  id: string | null,
  values: Record<string, string>,
  basedOn: string | null = null,
) {
  const saved = await store.write((tx) => saveRecord(tx, faq, { id, basedOn, values }, testAuthor()));
  return saved.ok ? saved.value : saved.error.map(({ column, reason }) => [column, reason.ja]);
}

test('一件を直すと、直した欄だけが変わり、見本ではなくなる', async () => {
  const store = await withFaq();
  expect(await save(store, 'F-1', { answer: ' 新しい回答\r\n二行目 ' })).toMatchObject({
    id: 'F-1',
    changeSet: expect.any(String),
  });
  expect(await loadRecord(store.db, faq, 'F-1')).toMatchObject({
    question: '質問',
    answer: '新しい回答\n二行目',
    contact: 'C-a',
    sample: false,
  });
  expect((await loadDataset(store.db, faq)).map(({ id }) => id)).toEqual(['F-1', 'F-2']);
});

test('何も直さずに保存しても、変更にならず、見本のまま', async () => {
  const store = await withFaq();
  expect(await save(store, 'F-1', { question: '質問', answer: '回答' })).toEqual({
    id: 'F-1',
    changeSet: null,
  });
  expect((await loadRecord(store.db, faq, 'F-1'))?.sample).toBe(true);
});

test('新しく加えると最後に並び、同じ番号では加えられない', async () => {
  const store = await withFaq();
  const values = {
    id: 'F-3',
    question: '三つ目',
    answer: '回答',
    alternates: '聞き方一\n聞き方二',
    initiatives: '1.1.1',
  };
  expect(await save(store, null, values)).toMatchObject({ id: 'F-3' });
  expect((await loadDataset(store.db, faq)).at(-1)).toMatchObject({
    recordId: 'F-3',
    alternates: ['聞き方一', '聞き方二'],
  });
  expect(await save(store, null, values)).toEqual([['id', '「F-3」はすでにあります']]);
});

test('欄ごとの誤りと、ほかのデータとの食い違いを返し、何も変えない', async () => {
  const store = await withFaq();
  expect(await save(store, 'F-1', { question: ' ', initiatives: 'x' })).toEqual([
    ['question', '必須ですが、空です'],
    ['initiatives', '「x」: 当てはまるものがありません (例: 1.1.2)'],
  ]);
  expect(await save(store, 'F-1', { contact: 'C-none' })).toEqual([
    ['contact', '「C-none」は相談窓口にありません'],
  ]);
  expect(await save(store, 'F-1', { id: 'F-9' })).toEqual([
    ['id', 'この欄は変更できません。新しく追加し、古いものを削除してください'],
  ]);
  expect(await save(store, 'F-9', { question: '質問' })).toEqual([
    [null, 'そのデータは、すでに削除されています'],
  ]);
  expect(await loadRecord(store.db, faq, 'F-1')).toMatchObject({ question: '質問', sample: true });
});

test('開いている間に人が直していたら、上書きしない', async () => {
  const store = await withFaq();
  const opened = (await loadRecord(store.db, faq, 'F-1'))?.contentHash ?? '';
  await save(store, 'F-1', { answer: '先の人' }, opened);
  expect(await save(store, 'F-1', { answer: '後の人' }, opened)).toEqual([
    [null, '開いている間に、ほかの人が変更しました。開き直してください'],
  ]);
  expect((await loadRecord(store.db, faq, 'F-1'))?.answer).toBe('先の人');
});

test('一件を消せるが、使われているものは消せない', async () => {
  const store = await withFaq();
  const refused = await store.write((tx) => removeRecord(tx, contacts, 'C-a', testAuthor()));
  expect(refused.ok ? '' : refused.error[0]?.reason.ja).toContain('質問と回答1件 (F-1) で使われているため');
  expect((await store.write((tx) => removeRecord(tx, faq, 'F-1', testAuthor()))).ok).toBe(true);
  expect((await store.write((tx) => removeRecord(tx, contacts, 'C-a', testAuthor()))).ok).toBe(true);
  expect((await store.write((tx) => removeRecord(tx, faq, 'F-1', testAuthor()))).ok).toBe(false);
});

test('覚えておいたデータは、変わるまで同じもので、変わると読み直される', async () => {
  const store = await withFaq();
  const read = cachedDataset(faq, store, null, cachedRevisions(store));
  const first = await read(store.db);
  expect(await read(store.db)).toBe(first);
  await save(store, 'F-1', { answer: '新しい回答' });
  const second = await read(store.db);
  expect(second.map(({ answer }) => answer)).toEqual(['新しい回答', '回答']);
  expect(await read(store.db)).toBe(second);
});

test('取り消された変更を、覚えておいたデータに残さない', async () => {
  const store = await withFaq();
  const read = cachedDataset(faq, store, null, cachedRevisions(store));
  await read(store.db);
  await expect(
    store.write(async (tx) => {
      await saveRecord(
        tx,
        faq,
        { id: 'F-1', basedOn: null, values: { answer: '取り消される回答' } },
        testAuthor(),
      );
      expect((await read(tx))[0]?.answer).toBe('取り消される回答');
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await save(store, 'F-1', { answer: '残る回答' });
  expect((await read(store.db))[0]?.answer).toBe('残る回答');
});
