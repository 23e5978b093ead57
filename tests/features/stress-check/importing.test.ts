import type { Log } from '../../../src/core/log';
import { readTableFile, type Table } from '../../../src/features/records';
import { readTakenFile } from '../../../src/features/stress-check';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EMPLOYEE } from '../campaigns/support';
import { importTaken, listOf, STRESS_ADMIN, seen, startCheck, stateOf, submitDialog } from './support';

const table = async (csv: string): Promise<Table> => {
  const read = await readTableFile(new TextEncoder().encode(csv));
  if (!read.ok) throw new Error(read.error.ja);
  return read.value;
};
const peopleIn = async (csv: string): Promise<readonly string[] | string> => {
  const read = readTakenFile(await table(csv), 'ja');
  return read.ok ? read.value.rows.map(({ cells }) => cells.filter(Boolean).join(' ')) : read.error;
};

describe('the vendor’s list', () => {
  test('names those who have taken it, by number or mail', async () => {
    expect(await peopleIn('職員番号\n100001\n100002')).toEqual(['100001', '100002']);
    expect(await peopleIn('メールアドレス,受検日\na@example.jp,2026/11/25\nb@example.jp,')).toEqual([
      'a@example.jp',
    ]);
  });

  test('leaves out whoever it lists as not having taken it', async () => {
    const csv =
      '職員番号,氏名,受検状況\n100001,甲,済\n100002,乙,未\n100003,丙,未受検\n100004,丁,受検済み\n100005,戊,';
    expect(await peopleIn(csv)).toEqual(['100001', '100004']);
  });

  test.each([
    '得点',
    '判定',
    '判定結果',
    '高ストレス',
    '高ストレス者',
    '面接',
    '面接指導の希望',
    '合計点',
    'A領域',
    'ストレス度',
    '結果',
    '備考',
    'コメント',
    'score',
    'result',
    'Q1',
    '同意',
    '年齢',
  ])('with a column «%s» is refused whole', async (heading) => {
    const csv = `職員番号,受検状況,${heading}\n100001,済,とても高い値`;
    const said = await peopleIn(csv);
    expect(said).toContain('その列を消して');
    expect(said).not.toContain('とても高い値');
    expect(said).not.toContain(`「${heading}」`);
  });

  test.each(['高ストレス', '要面接', '78', 'A', '済（高ストレス）'])(
    'with «%s» as a status is refused whole',
    async (cell) => {
      const said = await peopleIn(`職員番号,受検状況\n100001,済\n100002,${cell}`);
      expect(said).toContain('3行目');
      expect(said).not.toContain(cell);
    },
  );

  test('with values in a column without a heading, or beyond the last one, is refused whole', async () => {
    expect(await peopleIn('職員番号,受検状況,,受検日\n100001,済,高ストレス,2026-11-25')).toContain(
      '見出しのない列',
    );
    expect(await peopleIn('職員番号,受検状況\n100001,済,高ストレス')).toContain('見出しのない列');
  });

  test('with something else in the column of the number is refused whole', async () => {
    expect(await peopleIn('職員番号,受検状況\n高ストレス者,済')).toContain('別の値');
  });
});

describe('in chat', () => {
  const lines: string[] = [];
  const log: Log = {
    info: (event, fields) => lines.push(JSON.stringify([event, fields])),
    error: (event, error, fields) => lines.push(JSON.stringify([event, String(error), fields])),
  };
  let bot: TestBot;
  beforeEach(async () => {
    lines.length = 0;
    bot = await createTestBot({ log });
  });
  afterEach(() => bot.close());

  /** Everything that the database holds, as text. */
  async function everything(): Promise<string> {
    const tables = await bot.store.db.introspection.getTables();
    const dumps = await Promise.all(
      tables.map(({ name }) =>
        bot.store.db
          .selectFrom(name as 'settings')
          .selectAll()
          .execute(),
      ),
    );
    return JSON.stringify(dumps);
  }

  test('marks those it names, once, and can be undone', async () => {
    const id = await startCheck(bot);
    expect(await importTaken(bot, id, listOf([EMPLOYEE, '100006']))).toContain('2人');
    expect(await stateOf(bot, id, EMPLOYEE)).toBe('done');
    expect(await stateOf(bot, id, '100007')).toBe('open');
    expect(await importTaken(bot, id, listOf([EMPLOYEE]))).toContain('新しく記録した人はいません');
    expect(shown(await bot.say(EMPLOYEE, 'ストレスチェック受けたっけ？'))).toContain(
      '受検済みと記録されています',
    );
  });

  test('nothing of a list with results is stored or logged, and nobody is marked', async () => {
    const id = await startCheck(bot);
    const secret = '要面接指導ランクＺ';
    const csv = `職員番号,受検状況,判定\n${EMPLOYEE},済,${secret}`;
    expect(await importTaken(bot, id, csv)).toContain('その列を消して');
    const pasted = await submitDialog(bot, STRESS_ADMIN, 'campaigns.importPasted', { id, f_text: csv });
    expect(seen(pasted)).toContain('その列を消して');
    expect(JSON.stringify(pasted)).not.toContain(secret);
    expect(await stateOf(bot, id, EMPLOYEE)).toBe('open');
    expect(await everything()).not.toContain(secret);
    expect(lines.join('\n')).not.toContain(secret);
    // The same list without that column: the checks above can fail.
    expect(await importTaken(bot, id, `職員番号,受検状況\n${EMPLOYEE},済`)).toContain('1人');
    expect(await everything()).toContain('受検');
  });

  test.each(['100066', '100062', '100003', '100006', '100479', '100001'])(
    '%s cannot import',
    async (other) => {
      const id = await startCheck(bot);
      const bytes = new TextEncoder().encode(listOf([EMPLOYEE]));
      await bot.tap(other, 'campaigns.import', { id });
      await bot.turn(await bot.aadOf(other), {
        kind: 'message',
        text: '',
        files: [{ name: 'x.csv', read: async () => bytes }],
      });
      await submitDialog(bot, other, 'campaigns.importPasted', { id, f_text: EMPLOYEE });
      expect(await stateOf(bot, id, EMPLOYEE)).toBe('open');
    },
  );
});
