import { createAudit } from '../../../src/features/audit';
import { createFaqWriter } from '../../../src/features/editing';
import { faq } from '../../../src/features/records';
import { emptyStore, type Office, officeWith } from './desk';

let office: Office;
beforeEach(async () => {
  office = officeWith(await emptyStore());
});

const clock = { now: () => new Date('2026-11-24T01:00:00Z') };
const writer = createFaqWriter({ clock, audit: createAudit() });
const add = (question: string, answer: string) => {
  const { person } = office.as('100066', 'hr_editor');
  return office.store.write((tx) => writer.add(tx, { question, answer }, person));
};

test('gives answered questions ids of their own, and stands behind them', async () => {
  expect(await add('副業は？', '人事課へ。')).toBe('F-H-1');
  expect(await add('駐車場は？', 'ありません。')).toBe('F-H-2');
  expect(await office.cells(faq, 'F-H-1')).toEqual({
    id: 'F-H-1',
    question: '副業は？',
    answer: '人事課へ。',
    sample: 'no',
  });
  expect(await office.isConfirmed(faq, 'F-H-1')).toBe(true);
});

test('takes them out again, and gives no id twice', async () => {
  const id = await add('副業は？', '人事課へ。');
  const { person } = office.as('100066', 'hr_editor');
  for (const _ of ['once', 'twice']) await office.store.write((tx) => writer.remove(tx, id, person));
  expect(await office.count(faq)).toBe(0);
  expect(await add('副業は？', '人事課へ。')).toBe('F-H-2');
});

test('cuts what the FAQ cannot take, and leaves that to be confirmed', async () => {
  const id = await add('長'.repeat(900), '答'.repeat(2_000));
  const cells = await office.cells(faq, id);
  expect(cells?.question).toBe(`${'長'.repeat(199)}…`);
  expect([...(cells?.answer ?? '')]).toHaveLength(1_000);
  expect(await office.isConfirmed(faq, id)).toBe(false);
});

test('leaves ids and counts in the audit log, no text', async () => {
  await add('副業は？', '人事課へ。');
  const log = await office.audited();
  expect(log.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    '100066 records-changed',
    '100066 records-confirmed',
  ]);
  expect(JSON.stringify(log)).not.toMatch(/副業|人事課/);
});
