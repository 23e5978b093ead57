import { sql } from 'kysely';
import type { z } from 'zod';
import { openStore, type Store } from '../../../src/db/open';
import { stressCheckProtocol } from '../../../src/features/campaigns';
import { allDatasets } from '../../../src/features/records';
import { parseProtocolSubmission } from '../../../src/features/stress-check/stress-check-actions';

/** Names of what could hold a result, a score, a judgement, an answer or a wish for an interview. */
const RESULT =
  /result|score|point|judg|rating|grade|level|high_?stress|stress_?(?:value|sum)|interview|answer|wish|symptom|diagnos|health|consent|outcome|得点|点数|判定|結果|評価点|高ストレス|面接|回答|希望|同意/i;

/** Tables about something else altogether. */
const OTHER_TABLES = new Set([
  // What mentors and mentees write for each other.
  'mentoring_answers',
  'mentoring_drafts',
  // 安否・参集: under one's name, and about nothing else.
  'poll_members',
]);

/** What the names of other things have in common with those; each is about something else. */
const HARMLESS = new Set([
  // 人事課への質問 and its answer.
  'inquiries.answer',
  'inquiries.answered_by',
  'inquiries.answered_at',
]);

async function columnsOf(store: Store): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    store.db,
  );
  const all = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const columns = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(
        store.db,
      );
      return columns.rows.map((column) => `${name}.${column.name}`);
    }),
  );
  return all.flat();
}

const suspicious = (columns: readonly string[]): readonly string[] =>
  columns.filter(
    (column) => !HARMLESS.has(column) && !OTHER_TABLES.has(column.split('.')[0] ?? '') && RESULT.test(column),
  );

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

test('no column of any table could hold a result', async () => {
  const columns = await columnsOf(store);
  expect(columns.length).toBeGreaterThan(100);
  expect(suspicious(columns)).toEqual([]);
});

test.each(['score', 'stress_result', 'wants_interview', 'judgement', '高ストレス'])(
  'a column «%s» would be found',
  async (name) => {
    await sql.raw(`alter table campaign_members add column "${name}" text`).execute(store.db);
    expect(suspicious(await columnsOf(store))).toEqual([`campaign_members.${name}`]);
  },
);

test('the tables about people and the stress check have these columns and no more', async () => {
  const columns = await columnsOf(store);
  const of = (table: string) =>
    columns
      .filter((column) => column.startsWith(`${table}.`))
      .map((column) => column.slice(table.length + 1));
  expect(of('campaign_members')).toEqual([
    'campaign_id',
    'employee',
    'joined_on',
    'state',
    'done_by',
    'done_at',
    'recorded_by',
    'import_id',
  ]);
  expect(of('stress_check_publications')).toEqual([
    'campaign_id',
    'at',
    'published_by',
    'least',
    'groups',
    'regions',
  ]);
  expect(of('stress_check_notices')).toEqual(['campaign_id', 'at', 'sent_by']);
});

test('nor could a dataset or what is settled before the start', () => {
  const datasetColumns = allDatasets
    .filter(({ name }) => name === 'employees')
    .flatMap(({ columns }) => columns.map(({ name }) => `employees.${name}`))
    // 階層 of the career.
    .filter((column) => column !== 'employees.level');
  expect(suspicious(datasetColumns)).toEqual([]);
  const keys = Object.keys((stressCheckProtocol as z.ZodObject).shape);
  // Where one asks for an interview: an office, the same for everybody.
  expect(suspicious(keys.filter((key) => key !== 'interviewContact'))).toEqual([]);
  expect(keys).toHaveLength(7);
});

test('what a forged dialog carries beside its fields is dropped', () => {
  const id = '00000000-0000-4000-8000-000000000000';
  const parsed = parseProtocolSubmission({
    verb: 'stressCheck.saveProtocol',
    id,
    score: '99',
    highStress: 'true',
  });
  expect(Object.keys(parsed ?? {}).filter((key) => /score|stress$/i.test(key))).toEqual([]);
  expect(JSON.stringify(parsed)).not.toContain('99');
});
