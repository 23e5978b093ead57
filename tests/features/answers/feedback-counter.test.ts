import { sql } from 'kysely';
import { silentLog } from '../../../src/core/log';
import { openStore, type Store } from '../../../src/db/open';
import { createFeedbackCounter } from '../../../src/features/answers/feedback-counter';
import { feedbackCounts } from '../../../src/features/answers/feedback-store';

const MONTH = '2026-11';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const counter = (errors: string[] = [], afterMs = 60_000) =>
  createFeedbackCounter(store, { ...silentLog, error: (event) => void errors.push(event) }, afterMs);
const written = () => feedbackCounts(store.db, MONTH);

test('all of a moment are written in one transaction, which nobody waits for', async () => {
  const feedback = counter();
  const before = store.version();
  for (let n = 0; n < 5; n += 1) feedback.count(MONTH, '1.1', 'unanswered');
  feedback.count(MONTH, 'none', 'unhelpful');
  expect(store.version()).toBe(before);
  await feedback.settle();
  expect(await written()).toEqual([
    { topic: '1.1', kind: 'unanswered', count: 5 },
    { topic: 'none', kind: 'unhelpful', count: 1 },
  ]);
});

test('later ones are added, and settling with nothing new writes nothing', async () => {
  const feedback = counter();
  feedback.count(MONTH, '1.1', 'unanswered');
  await feedback.settle();
  feedback.count(MONTH, '1.1', 'unanswered');
  await Promise.all([feedback.settle(), feedback.settle()]);
  const after = store.version();
  await feedback.settle();
  expect(store.version()).toBe(after);
  expect(await written()).toEqual([{ topic: '1.1', kind: 'unanswered', count: 2 }]);
});

test('they are written by themselves soon', async () => {
  counter([], 20).count(MONTH, '1.1', 'unanswered');
  expect(await written()).toEqual([]);
  const deadline = Date.now() + 5_000;
  while ((await written()).length === 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await written()).toEqual([{ topic: '1.1', kind: 'unanswered', count: 1 }]);
});

test('what cannot be written is logged, and later counts are written', async () => {
  const errors: string[] = [];
  const feedback = counter(errors);
  await sql`alter table feedback_counts rename to elsewhere`.execute(store.db);
  feedback.count(MONTH, '1.1', 'unanswered');
  await feedback.settle();
  expect(errors).toEqual(['feedback-not-counted']);
  await sql`alter table elsewhere rename to feedback_counts`.execute(store.db);
  feedback.count(MONTH, '1.2', 'unanswered');
  await feedback.settle();
  expect(await written()).toEqual([{ topic: '1.2', kind: 'unanswered', count: 1 }]);
});
