import fc from 'fast-check';
import { courseId, employeeId } from '../../../src/core/ids';
import { allDatasets } from '../../../src/features/records';
import * as cell from '../../../src/features/records/cell-types';
import { type Column, flag, lines, list, optional, required } from '../../../src/features/records/column';

const about = { ja: '列', en: 'Column' };

/** Canonical text, or the reason in Japanese. */
function read(column: Column, given: string): string {
  const reading = column.read(given);
  return reading.ok ? reading.value.text : `✗ ${reading.error.ja}`;
}

describe('日付', () => {
  const day = required(cell.day, about);
  test.each([
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['2026.4.1', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['2026年4月1日(水)', '2026-04-01'],
    ['２０２６／４／１', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026/4/1 0:00:00', '2026-04-01'],
    ['R8.4.1', '2026-04-01'],
    ['令和8年4月1日', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['H30/4/1', '2018-04-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['　2026-04-01　', '2026-04-01'],
  ])('%s は %s', (given, canonical) => {
    expect(read(day, given)).toBe(canonical);
  });

  test.each(['2026-02-29', '2026/13/1', '4/1', '来週', '46113', '2026-04-01 09:30'])(
    '%s は日付ではない',
    (given) => {
      expect(read(day, given)).toBe('✗ 日付として読めません (例: 2026-04-01、2026/4/1、R8.4.1)');
    },
  );
});

test('はい・いいえは、よくある書き方を受け付け、空は「いいえ」', () => {
  const column = flag(about);
  for (const yes of ['yes', 'はい', '○', '〇', '1', 'TRUE', 'Ｙ', '有'])
    expect(read(column, yes)).toBe('yes');
  for (const no of ['no', 'いいえ', '×', '0', 'false', '無', '']) expect(read(column, no)).toBe('no');
  expect(read(column, 'たぶん')).toContain('✗');
});

test('選択肢は、コードでも見出しでも選べる', () => {
  const column = optional(
    cell.choice({ in_person: { ja: '集合', en: 'In person' }, online: { ja: 'オンライン', en: 'Online' } }),
    about,
  );
  for (const given of ['online', 'オンライン', 'ＯＮＬＩＮＥ', ' online '])
    expect(read(column, given)).toBe('online');
  expect(read(column, '')).toBe('');
  expect(read(column, '通信')).toBe('✗ 選択肢にありません (集合 / オンライン)');
  expect(column.show('in_person', 'ja')).toBe('集合');
  expect(column.show('in_person', 'en')).toBe('In person');
});

test('同じ名前の選択肢は定義できない', () => {
  const also = cell.choice({ clerical: { ja: '事務', en: 'Clerical' } }, { clerical: ['一般事務'] });
  expect(also.read('一般事務 ')).toEqual({ ok: true, value: { text: 'clerical', value: 'clerical' } });
  expect(() => cell.choice({ a: { ja: '同じ', en: 'A' }, b: { ja: '同じ', en: 'B' } })).toThrow('同じ');
});

test('一覧は | 、 , ; 改行で区切れ、重なりは一つになる', () => {
  const column = list(cell.code(courseId, 'C-001'), about);
  expect(read(column, 'C-001|C-002、C-003,C-004；C-005\nC-001 | ')).toBe('C-001|C-002|C-003|C-004|C-005');
  expect(read(column, 'C-001|X')).toBe('✗ 「X」: 書き方が違います (例: C-001)');
  expect(read(column, '、、')).toBe('');
});

test('文の一覧は、読点では区切られない', () => {
  const column = lines(cell.text(100), about);
  expect(read(column, '窓口に立つのが怖い、どうすれば？|Yes, but how?\n三つ目')).toBe(
    '窓口に立つのが怖い、どうすれば？|Yes, but how?|三つ目',
  );
});

test('数は単位や桁区切りがあってもよく、範囲の外は断る', () => {
  const column = optional(cell.integer(0, 20_000), about);
  for (const given of ['16000', '16,000', '16,000円', '¥16000', '１６０００'])
    expect(read(column, given)).toBe('16000');
  expect(read(column, '1.5')).toBe('✗ 整数ではありません');
  expect(read(column, '20001')).toBe('✗ 0から20000までの数にしてください');
  expect(read(column, '-1')).toBe('✗ 0から20000までの数にしてください');
  expect(read(column, '1e3')).toBe('✗ 数値ではありません');
  expect(read(optional(cell.decimal(0, 60), about), '38.750')).toBe('38.75');
});

test('時刻', () => {
  const column = optional(cell.time, about);
  for (const given of ['9:30', '09:30', '9時30分', '0930', '９：３０', '9:30:00'])
    expect(read(column, given)).toBe('09:30');
  expect(read(column, '9時')).toBe('09:00');
  for (const given of ['24:00', '9:60', '朝']) expect(read(column, given)).toContain('✗ 時刻');
});

test('番号は半角になり、先頭の0は残る', () => {
  const column = required(cell.code(employeeId, '100001'), about);
  expect(read(column, '００１２３４')).toBe('001234');
  expect(read(column, '')).toBe('✗ 必須ですが、空です');
  expect(read(column, '12 34')).toContain('✗ 書き方が違います');
});

test('文は全角のまま、前後の空白と制御文字を除き、合成済みの文字にする', () => {
  expect(read(required(cell.text(20), about), ' 　\u0000ＤＸ研修\n入門\t編か\u3099 ')).toBe(
    'ＤＸ研修 入門 編が',
  );
  expect(read(required(cell.longText(20), about), '一行目\r\n二行目\r三行目')).toBe('一行目\n二行目\n三行目');
  expect(read(required(cell.text(3), about), '𠮷野家')).toBe('𠮷野家');
  expect(read(required(cell.text(3), about), '四文字だ')).toBe('✗ 長すぎます (3文字まで)');
});

test('URLは http(s) だけ、メールは小文字になる', () => {
  const url = optional(cell.url, about);
  expect(read(url, 'https://example.jp/a?b=c')).toBe('https://example.jp/a?b=c');
  for (const given of ['javascript:alert(1)', 'example.jp', 'https://example.jp/ a'])
    expect(read(url, given)).toContain('✗');
  expect(read(optional(cell.mail, about), 'Mihon.1＠Example.jp')).toBe('mihon.1@example.jp');
  expect(read(optional(cell.mail, about), 'mihon')).toContain('✗');
});

test('Excelのエラー値は、文字の列でも断る', () => {
  expect(read(optional(cell.text(20), about), '#N/A')).toContain('✗ Excel のエラー値');
});

test('どの列でも、正規の文字を読み直すと同じになる', () => {
  const columns = allDatasets.flatMap(({ name, columns: all }) =>
    all.map((column) => ({ dataset: name, column })),
  );
  const given = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'R8.4.1',
      '2026/4/1',
      '○',
      '主任級|係長級',
      ' 1,000円',
      '9時',
      'C-001、C-002',
      '100001',
      'A@B.jp',
      '|、,',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...columns), given, ({ column }, text) => {
      const first = column.read(text);
      if (first.ok) expect(column.read(first.value.text)).toEqual(first);
    }),
    { numRuns: 500 },
  );
});

test('どの列の例も、その列として読める', () => {
  for (const { name, columns } of allDatasets) {
    for (const column of columns) {
      const reading = column.read(column.example);
      if (column.example !== '' && !reading.ok)
        throw new Error(`${name}.${column.name}: ${reading.error.ja}`);
    }
  }
});
