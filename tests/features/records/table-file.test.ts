import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readTableFile, type Table } from '../../../src/features/records';
import { writeCsv } from '../../../src/features/records/csv';
import { guardFormula, unguardFormula } from '../../../src/features/records/table';
import { writeWorkbook } from '../../../src/features/records/workbook';
import { cp932 } from './cp932';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(bytes: Uint8Array): Promise<Table> {
  const table = await readTableFile(bytes);
  if (!table.ok) throw new Error(table.error.ja);
  return table.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const table = await readTableFile(bytes);
  return table.ok ? 'read' : table.error.ja;
}

/** `line: cell|cell` of each row. */
const rowsOf = ({ rows }: Table): readonly string[] =>
  rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`);

describe('CSV', () => {
  const text = '職員番号,氏名\r\n000123,髙橋 花子\r\n000124,①森鷗外';

  test('UTF-8はBOMがあってもなくても読める', async () => {
    const plain = await read(utf8(text));
    expect(plain.headings).toEqual(['職員番号', '氏名']);
    expect(rowsOf(plain)).toEqual(['2: 000123|髙橋 花子', '3: 000124|①森鷗外']);
    expect(await read(utf8(`\uFEFF${text}`))).toEqual(plain);
  });

  test('日本語Excelの保存したCP932 (髙や①を含む) を読める', async () => {
    expect(rowsOf(await read(cp932('職員番号,氏名\r\n000123,髙橋 花子\r\n000124,①～')))).toEqual([
      '2: 000123|髙橋 花子',
      '3: 000124|①～',
    ]);
  });

  test('表の上の題は、右に日付があっても見出しではない', async () => {
    const title = '令和8年度 研修日程,,,,R8.11.27 現在\n';
    const table = await read(utf8(`${title}研修名,開始日,終了日,場所,定員\nA,R9.1.4,R9.1.4,研修室,20\n`));
    expect([table.headingLine, table.headings[0]]).toEqual([2, '研修名']);
    const sparse = await read(utf8('id,,title\n1,2,3\n'));
    expect([sparse.headingLine, sparse.headings]).toEqual([1, ['id', '', 'title']]);
  });

  test('どの改行でも、引用符の中の改行があっても、行番号はファイルのとおり', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = ['研修一覧', '', 'id,title', '1,"a', 'b"', '', '2,"c ""d"", e"'];
      const table = await read(utf8(lines.join(end)));
      expect(table.headingLine).toBe(3);
      expect(rowsOf(table)).toEqual([`4: 1|a${end}b`, '7: 2|c "d", e']);
    }
  });

  test('タブ区切りも読める', async () => {
    expect(rowsOf(await read(utf8('id\ttitle\n1\ta,b\n')))).toEqual(['2: 1|a,b']);
  });

  test('列の足りない行、多い行はそのまま伝わり、右端の空の列は除かれる', async () => {
    expect(rowsOf(await read(utf8('a,b\n1\n1,2,3\n1,2,,\n')))).toEqual(['2: 1', '3: 1|2|3', '4: 1|2']);
  });

  test.each([
    ['', '中身がありません'],
    ['\n\n,,\n', '中身がありません'],
    ['a,b\n1,"2\n3,4', 'CSVとして読めません (2行目あたり: 引用符 " の対応を確かめてください)'],
    [
      'a,b\n1,2\n"x\ny",2\n3,"4\n5,6\n7,8',
      'CSVとして読めません (5行目あたり: 引用符 " の対応を確かめてください)',
    ],
    ['a,b\n1,"2"x\n', 'CSVとして読めません (2行目あたり: 引用符 " の対応を確かめてください)'],
  ])('読めないものは理由を言う: %j', async (text_, reason) => {
    expect(await refusal(utf8(text_))).toBe(reason);
  });

  test('文字コードの分からないもの、大きすぎるもの、行の多すぎるものは断る', async () => {
    expect(await refusal(Uint8Array.of(0x61, 0x2c, 0xff, 0xfe, 0x81))).toContain('文字コード');
    expect(await refusal(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('ファイルが大きすぎます (10 MB まで)');
    expect(await refusal(utf8(`a,b\n${'1,2\n'.repeat(20_001)}`))).toBe('行が多すぎます (20,000行まで)');
    expect((await read(utf8(`a,b\n${'1,2\n'.repeat(20_000)}`))).rows).toHaveLength(20_000);
  });
});

describe('数式として動く文字', () => {
  test.each(['=1+1', '+81', '-1', '@SUM(A1)', '＝1+1', "'=1"])("%s の前には ' が付く", (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  test('ふつうの文字には付かない', () => {
    for (const text of ['研修', "it's", "'引用'", '1-2', 'a=b', '']) expect(guardFormula(text)).toBe(text);
  });

  test('書き出したものを読むと元に戻る', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', 'a') }),
    );
    fc.assert(fc.property(text, (given) => expect(unguardFormula(guardFormula(given))).toBe(given)));
  });

  test('CSVのどのセルも、表計算ソフトが数式とみなす文字では始まらない', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'あ'),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const file = writeCsv(['a', 'b'], rows);
        expect([...file.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const table = await read(file);
        for (const { cells } of table.rows)
          for (const text of cells) expect(text).not.toMatch(/^[=+\-@\t\r]/);
        const filled = rows.filter((row) => row.some((text) => guardFormula(text).trim() !== ''));
        expect(table.rows.map(({ cells }) => cells.map(unguardFormula))).toEqual(filled);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Excel', () => {
  async function sheet(
    fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('名簿'), book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  test('日付、時刻、数式の結果、書式つきの文字、リンク、0で始まる番号を、見えるとおりに読む', async () => {
    const bytes = await sheet((page) => {
      page.addRow(['令和8年度 職員名簿']);
      page.addRow(['職員番号', '番号', '採用日', '開始', '定員', '氏名', 'メール', '在職', '計算', '誤り']);
      page.addRow([
        '000123',
        45,
        new Date(Date.UTC(2015, 3, 1)),
        new Date(Date.UTC(1899, 11, 30, 9, 30)),
        1234.5,
        { richText: [{ text: '見本' }, { text: ' 花子', font: { bold: true } }] },
        { text: 'mihon.1@example.jp', hyperlink: 'mailto:mihon.1@example.jp' },
        true,
        { formula: 'A3&"x"', result: '000123x' },
        { error: '#N/A' },
      ]);
      page.getCell('B3').numFmt = '000000';
      page.addRow([]);
      page.addRow(['000124', null, null, null, 0.1 + 0.2]);
    });
    const table = await read(bytes);
    expect(table.headingLine).toBe(2);
    expect(rowsOf(table)).toEqual([
      '3: 000123|000045|2015-04-01|09:30|1234.5|見本 花子|mihon.1@example.jp|yes|000123x|#N/A',
      '5: 000124||||0.3|||||',
    ]);
  });

  test('結合したセルは左上だけに値があり、隠れたシートは飛ばす', async () => {
    const bytes = await sheet((page, book) => {
      page.state = 'hidden';
      page.addRow(['隠れた', 'シート']);
      const visible = book.addWorksheet('見える');
      visible.addRow(['id', 'a', 'b']);
      visible.addRow(['1', '結合', '']);
      visible.mergeCells('B2:C2');
    });
    expect(rowsOf(await read(bytes))).toEqual(['2: 1|結合|']);
  });

  test('表のない説明のシートは飛ばし、どのシートにも表がなければ先頭を読む', async () => {
    const explain = (page: ExcelJS.Worksheet) => {
      page.addRow(['この表の使い方', '', '']);
      page.addRow(['結合した説明', '', '']);
      page.mergeCells('A2:C2');
    };
    const bytes = await sheet((page, book) => {
      explain(page);
      book.addWorksheet('空');
      const table = book.addWorksheet('一覧');
      table.addRow(['id', 'a']);
      table.addRow(['1', 'x']);
      book.addWorksheet('別の表').addRows([
        ['id', 'a'],
        ['2', 'y'],
      ]);
    });
    expect(rowsOf(await read(bytes))).toEqual(['2: 1|x']);
    const none = await sheet((page, book) => {
      explain(page);
      book.addWorksheet('空');
    });
    expect((await read(none)).headings).toEqual(['この表の使い方']);
  });

  test('書いたものを読むと元に戻り、数式は入らない', async () => {
    const rows = [
      ['000123', '=cmd|calc', '一行目\n二行目'],
      ['2026-04-01', "'=already", ''],
    ];
    const bytes = await writeWorkbook('研修/一覧*', ['番号', '値', '文'], rows);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String)),
    );
    const table = await read(bytes);
    expect(table.rows.map(({ cells }) => cells.map(unguardFormula))).toEqual(rows);
    expect(table.rows[0]?.cells[1]).toBe("'=cmd|calc");
  });

  test('壊れたもの、古い形式、ふくらみすぎるものは断る', async () => {
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toContain(
      '古い形式 (.xls) か、パスワード付き',
    );
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3))).toBe(
      'Excelファイル (.xlsx) として読めません',
    );
    const bytes = await writeWorkbook('a', ['a', 'b'], [['1', '2']]);
    expect(await refusal(bytes.slice(0, bytes.length - 40))).toBe('Excelファイル (.xlsx) として読めません');
    expect(await refusal(declaringSize(bytes, 300 * 1024 * 1024))).toBe(
      'ファイルが大きすぎます (200 MB まで)',
    );
  });

  /** The same ZIP file, whose directory says of its first entry that it unpacks to `size` bytes. */
  function declaringSize(bytes: Uint8Array, size: number): Uint8Array {
    const copy = Uint8Array.from(bytes);
    const at = Buffer.from(copy.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(copy.buffer).setUint32(at + 24, size, true);
    return copy;
  }
});
