import fc from 'fast-check';
import type { Text } from '../../src/retrieval/analysis';
import { countTopics, readTopics } from '../../src/retrieval/topics';
import { retriever } from './library';

const text = (letters: string): Text => ({ words: [], grams: [], letters });

const DOCUMENTS = [
  { topic: 'mentoring', asks: ['先輩が新人を見る', '先輩と話す', '新人の世話'].map(text) },
  { topic: 'mentoring', asks: ['先輩の役目', '新人が相談する'].map(text) },
  { topic: 'grants', asks: ['お金の補助', '補助の額'].map(text) },
];

const topics = readTopics(countTopics(DOCUMENTS));
const ofAll = (query: Text): number[] => DOCUMENTS.map((_, document) => topics.evidence(query)(document));

test('what all of a topic have in common counts for each of its documents', () => {
  const [first = 0, second = 0, other = 0] = ofAll(text('新人と先輩'));
  expect(first).toBe(second);
  expect(first).toBeGreaterThan(other);
  expect(Math.exp(first)).toBeGreaterThan(0.5);
});

test('nothing known says nothing: topics are then as likely as each other, or nearly', () => {
  const [first = 0, , other = 0] = ofAll(text('xyz'));
  expect(Math.abs(first - other)).toBeLessThan(0.01);
});

test('probabilities of all topics sum up to one, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const [mentoring = 0, , grants = 0] = ofAll(text(query));
      expect(Math.exp(mentoring) + Math.exp(grants)).toBeCloseTo(1, 5);
    }),
  );
});

test('an entry is found by what only its neighbours on the topic say', () => {
  const entry = (id: string, question: string, topic?: string) => ({
    id,
    question,
    alternates: [],
    answer: '',
    ...(topic === undefined ? {} : { topic }),
  });
  const questions = ['新人を支える先輩の面談', '新人を支える先輩の役割', '新人を支える先輩の選び方'];
  const others = ['係長の面談', '昇任試験の面談', '再任用の面談'];
  const build = (topic?: string) =>
    retriever.buildIndex([
      ...questions.map((question, at) => entry(`m${at}`, question, topic)),
      ...others.map((question, at) => entry(`o${at}`, question)),
    ]);
  const query = '先輩との面談';
  const scoreOf = (index: ReturnType<typeof build>, id: string): number =>
    index.search(query, 6).hits.find((hit) => hit.id === id)?.score ?? 0;
  const lead = (index: ReturnType<typeof build>): number => scoreOf(index, 'm0') / scoreOf(index, 'o0');
  expect(lead(build('mentoring'))).toBeGreaterThan(lead(build()));
});
