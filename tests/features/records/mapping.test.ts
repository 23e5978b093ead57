import {
  contacts,
  employees,
  guessMapping,
  mappingFor,
  offerings,
  rememberMapping,
  withChoices,
} from '../../../src/features/records';
import { testAuthor, testStore } from './support';

describe('見出しから列を推す', () => {
  test('英語名、日本語の見出し、よくある言い方、必須の印が付いたもの', () => {
    const headings = ['職員コード', '※氏名', '所属名', 'ＵＰＮ', '階 層（必須）', 'kana', '血液型', ''];
    const { mapping, unused, missing } = guessMapping(employees, headings);
    expect(mapping).toEqual({
      id: '職員コード',
      name: '※氏名',
      section: '所属名',
      mail: 'ＵＰＮ',
      level: '階 層（必須）',
      kana: 'kana',
    });
    expect(unused).toEqual(['血液型']);
    expect(missing).toEqual([]);
  });

  test('正式な見出しがあれば、よくある言い方より先に取る', () => {
    const { mapping, unused } = guessMapping(employees, ['職員番号', 'UPN', 'メールアドレス']);
    expect(mapping).toEqual({ id: '職員番号', mail: 'メールアドレス' });
    expect(unused).toEqual(['UPN']);
  });

  test('開催日は開始日になり、足りない必須の列が分かる', () => {
    const { mapping, missing } = guessMapping(offerings, ['開催日', '会場', '定員', '申込締切']);
    expect(mapping).toEqual({
      starts_on: '開催日',
      place: '会場',
      capacity: '定員',
      apply_until: '申込締切',
    });
    expect(missing.map(({ label }) => label.ja)).toEqual(['研修ID', '終了日']);
  });

  test('行の人の上司や代わりの人を書いた列は、本人が務める所属・代決する相手とみなさない', () => {
    const { mapping, unused } = guessMapping(employees, ['職員番号', '所属長', '代決者', '個人番号']);
    expect(mapping).toEqual({ id: '職員番号' });
    expect(unused).toEqual(['所属長', '代決者', '個人番号']);
  });

  test('確認の列は、データの列とも使わない見出しともみなさない', () => {
    const { mapping, unused } = guessMapping(contacts, ['確認', '窓口ID']);
    expect(mapping).toEqual({ id: '窓口ID' });
    expect(unused).toEqual([]);
  });
});

test('人の選んだ見出しが推したものに勝ち、一つの見出しは一つの列だけに使う', () => {
  const headings = ['番号', '氏名', '名前'];
  const guess = guessMapping(employees, headings);
  expect(guess.mapping).toEqual({ name: '氏名' });
  const { mapping, unused } = withChoices(employees, headings, guess, {
    id: '番号',
    kana: '氏名',
    none: '名前',
    mail: 'ない',
  });
  expect(mapping).toEqual({ id: '番号', kana: '氏名' });
  expect(unused).toEqual(['名前']);
});

test('選んだ当てはめは、同じ見出しの次のファイルで、列の順が違っても使われる', async () => {
  const store = await testStore();
  const headings = ['整理番号', '氏名', '勤務先'];
  const chosen = { id: '整理番号', name: '氏名', section: '勤務先' };
  await store.write((tx) => rememberMapping(tx, employees, headings, { id: '氏名' }, testAuthor()));
  await store.write((tx) => rememberMapping(tx, employees, headings, chosen, testAuthor()));

  const again = await mappingFor(store.db, employees, ['勤務先', '整理番号', '氏名']);
  expect(again.mapping).toEqual(chosen);
  expect(again.missing.map(({ name }) => name)).toEqual(['level']);
  expect((await mappingFor(store.db, employees, ['整理番号', '氏名'])).mapping).toEqual({ name: '氏名' });
  expect((await mappingFor(store.db, contacts, headings)).mapping).toEqual({});
});
