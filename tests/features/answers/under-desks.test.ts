import { type Entry, readAnswer } from '../../../src/features/answers';
import type { SensitiveTopic } from '../../../src/features/sensitive';
import { aScene } from '../catalogue/builders';

const anEntry = (id: string): Entry => ({
  id,
  kind: 'faq',
  title: `${id}の質問`,
  text: '答え',
  titleEn: null,
  textEn: null,
  alternates: [],
  alternatesEn: [],
  initiatives: [],
  contact: null,
  underStudy: false,
  sample: true,
});
const ENTRIES = ['F-1', 'F-2', 'F-3', 'F-4'].map(anEntry);

/** `bar`: suspected unless something else answers at least so surely. */
const answer = (confidence: number, bar: number) =>
  readAnswer<string, string, string, never>('課長のこと', aScene(), {
    suspect: () => (answered) => (answered < bar ? ('harassment' satisfies SensitiveTopic) : null),
    catalogue: {
      readCourses: () => null,
      named: async () => null,
      titled: async () => null,
      finds: async () => false,
      readPersonal: () => null,
    },
    enrolment: { read: async () => null },
    intent: () => ({ wished: null, ours: null }),
    knowledge: {
      entries: new Map(ENTRIES.map((entry) => [entry.id, entry])),
      desks: [],
      initiativeTitle: (id) => id,
      partTitle: () => null,
      search: () => ({ confidence, hits: ENTRIES.map(({ id }, at) => ({ id, score: 9 - at })) }),
    },
  });
const under = async (confidence: number, bar = 1) => {
  const read = await answer(confidence, bar);
  return read.kind === 'sensitive' ? read.entries.map(({ id }) => id) : read.kind;
};

test('under the desks stands what surely answers, by itself', async () => {
  expect(await under(0.9)).toEqual(['F-1']);
});

test('what may answer stands there as three candidates', async () => {
  expect(await under(0.25)).toEqual(['F-1', 'F-2', 'F-3']);
});

test('where nothing answers, nothing but the desks is shown', async () => {
  expect(await under(0.05)).toEqual([]);
});

test('what is likely a call for help, whatever answers, has below it only what surely does', async () => {
  expect(await under(0.9, 1.5)).toEqual(['F-1']);
  expect(await under(0.4, 1.5)).toEqual([]);
});

test('what is surely a call for help has no way out', async () => {
  expect(await under(0.9, 3)).toEqual([]);
});

test('a question that is not suspected is answered as ever', async () => {
  expect(await under(0.9, 0.5)).toBe('answer');
  expect(await under(0.25, 0)).toBe('candidates');
});
