import { MAX_CARD_LENGTH } from '../../../src/cards/define-card';
import type { CardJson } from '../../../src/core/turn';
import { allDatasets, courses, type Dataset, faq, tableFileOf } from '../../../src/features/records';
import { type Desk, file, inputOf, inputsOf, type Office, officeWith, sampleStore } from './desk';

let office: Office;
let admin: Desk;
beforeEach(async () => {
  office = officeWith(await sampleStore());
  admin = office.as('100062', 'hr_admin');
});

const sizeOf = (card: CardJson | null): number => JSON.stringify(card).length;

/** Every input as full as it gets. */
const fullOf = (dialog: CardJson | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputsOf(dialog)).map(([id, value]) => {
      const input = inputOf(dialog, id);
      if (input.type === 'Input.Text') return [id, '長'.repeat(Number(input.maxLength))];
      return [id, String(value)];
    }),
  );

test.each(allDatasets.map((dataset) => [dataset.name, dataset] as const))(
  'every page of the form of %s fits a card, empty, as stored and full',
  async (_, dataset) => {
    const [record] = await longestOf(dataset);
    for (const id of [null, record ?? null]) {
      await admin.openDialog({ verb: 'editing.form', dataset: dataset.name, id });
      for (;;) {
        const dialog = admin.dialog;
        expect(sizeOf(dialog)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
        // With all that and the problems it causes.
        await admin.submitOn(dialog, '保存する', fullOf(dialog));
        expect(sizeOf(admin.dialog ?? dialog)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
        if (!JSON.stringify(dialog).includes('editing.nextPage')) break;
        await admin.submitOn(dialog, '次へ', fullOf(dialog));
        expect(sizeOf(admin.dialog)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
        await admin.submitOn(dialog, '次へ');
        if (JSON.stringify(admin.dialog) === JSON.stringify(dialog)) throw new Error('the page did not turn');
      }
    }
  },
);

describe('what is too long to be carried to another page', () => {
  const summary = '長'.repeat(399);
  const title = '題'.repeat(99);
  const initiatives = Array.from({ length: 40 }, () => '1.3.1.1').join('、');
  const keywords = Array.from({ length: 20 }, (_, n) => `とても長い研修の別名その${n}`).join('\n');

  beforeEach(() => admin.openDialog({ verb: 'editing.form', dataset: 'courses', id: 'C-001' }));

  test('keeps one on the page, with all that was typed there', async () => {
    const long = {
      c_summary: summary,
      c_title: title,
      c_initiatives: `${initiatives}、${'9.9、'.repeat(200)}`,
    };
    await admin.submit('次へ', long);
    expect(admin.dialogReads).toContain('いったん「保存する」を押してください');
    expect(inputsOf(admin.dialog)).toMatchObject({ c_summary: summary, c_title: title });
    await admin.submit('保存する', { c_initiatives: initiatives });
    expect(await office.cells(courses, 'C-001')).toMatchObject({ summary, title, initiatives: '1.3.1.1' });
  });

  test('never costs what was typed on an earlier page', async () => {
    await admin.submit('次へ', { c_summary: summary, c_title: title });
    const many = Array.from({ length: 30 }, (_, n) => `${'あ'.repeat(58)}${n}`).join('\n');
    await admin.submit('前へ', { c_keywords: many, c_hours: '7' });
    expect(admin.dialogReads).toContain('いったん「保存する」を押してください');
    expect(inputsOf(admin.dialog)).toMatchObject({ c_hours: '7' });
    await admin.submit('保存する', { c_keywords: keywords });
    expect(await office.cells(courses, 'C-001')).toMatchObject({ summary, title, hours: '7' });
  });
});

test('a text too long for a dialog is shown as such and stays as it is', async () => {
  const alternates = Array.from({ length: 40 }, (_, n) => `${'聞'.repeat(90)}${n}`).join('|');
  const { bytes } = await tableFileOf(
    'x',
    'csv',
    ['質問ID', '質問', '回答', '別の聞き方'],
    [['F-H-1', '問い', '答え', alternates]],
  );
  await admin.send(file('faq.csv', bytes));
  await admin.tap('差分を見る');
  await admin.tap('取り込む');
  await admin.openDialog({ verb: 'editing.form', dataset: 'faq', id: 'F-H-1' });
  expect(admin.dialogReads).toContain('「Excelで書き出す」から直してください');
  await admin.submit('保存する', { c_answer: '新しい答え' });
  expect(await office.cells(faq, 'F-H-1')).toMatchObject({ answer: '新しい答え', alternates });
  await admin.act('editing.review', { dataset: 'faq', after: 'F-9' });
  await admin.act('editing.unconfirm', { dataset: 'faq', id: 'F-H-1' });
  expect(sizeOf(admin.card)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
  await admin.act('editing.history', { dataset: 'faq', id: 'F-H-1' });
  expect(sizeOf(admin.card)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
});

test('a file with two hundred long headings and long values fits every card', async () => {
  const headings = Array.from({ length: 200 }, (_, n) => `${'とても長い見出し'.repeat(6)}${n}`);
  const rows = Array.from({ length: 30 }, (_, n) => headings.map(() => `${'値'.repeat(300)}${n}`));
  const { bytes } = await tableFileOf('x', 'csv', headings, rows);
  await admin.send(file(`${'長い名前'.repeat(40)}.csv`, bytes));
  for (const dataset of [faq]) {
    const upload = admin.card;
    await admin.tapOn(upload, '差分を見る', { kind: dataset.name });
    expect(sizeOf(admin.card)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
    await admin.tap('列の対応を直す');
    for (let turned = 0; JSON.stringify(admin.dialog).includes('editing.nextColumns'); turned++) {
      expect(sizeOf(admin.dialog)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
      const choices = Object.fromEntries(
        Object.keys(inputsOf(admin.dialog)).map((id, n) => [id, String(turned * 9 + n)]),
      );
      await admin.submit('次へ', choices);
    }
    await admin.submit('保存する');
    await admin.tap('差分を見る');
    expect(admin.reads).toContain('直していただきたい所が');
    expect(sizeOf(admin.card)).toBeLessThanOrEqual(MAX_CARD_LENGTH);
    await admin.tap('戻る');
  }
});

async function longestOf(dataset: Dataset): Promise<readonly string[]> {
  const rows = await office.store.db
    .selectFrom('records')
    .select(['id', 'cells'])
    .where('dataset', '=', dataset.name)
    .execute();
  return rows.toSorted((a, b) => b.cells.length - a.cells.length).map(({ id }) => id);
}
