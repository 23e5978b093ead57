import { initiativeId } from '../../../src/core/ids';
import { type Entry, readAnswer } from '../../../src/features/answers';
import { desksCard, desksView } from '../../../src/features/answers/answers-cards';
import type { Desk } from '../../../src/features/answers/desk';
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
const answer = (
  confidence: number,
  bar: number,
  { question = '課長のこと', entries = ENTRIES }: { question?: string; entries?: readonly Entry[] } = {},
) =>
  readAnswer<string, string, string, never>(question, aScene(), {
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
      entries: new Map(entries.map((entry) => [entry.id, entry])),
      desks: [],
      initiativeTitle: (id) => id,
      partTitle: () => null,
      search: () => ({ confidence, hits: entries.map(({ id }, at) => ({ id, score: 9 - at })) }),
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

const aDesk = (id: string, outsideHr = false): Desk => ({
  id,
  name: id,
  nameEn: null,
  topics: ['harassment'],
  phone: '000-000-0000',
  url: null,
  hours: null,
  hoursEn: null,
  note: null,
  noteEn: null,
  outsideHr,
  external: false,
});

const shownAndFolded = (desks: readonly Desk[], entries: readonly Entry[]) => {
  const view = desksView('harassment', desks, 'ja', entries);
  return [true, false].map((shown) =>
    view.desks.filter((desk) => desk.shown === shown).map(({ name }) => name),
  );
};

describe('so that a phone shows what answers, too', () => {
  const desks = [...['甲', '乙', '丙', '丁'].map((id) => aDesk(id)), aDesk('外', true)];

  test('three desks stand above it, one of them outside 人事課, and a button shows the rest', () => {
    expect(shownAndFolded(desks, [anEntry('F-1')])).toEqual([
      ['甲', '乙', '外'],
      ['丙', '丁'],
    ]);
    const card = JSON.stringify(desksCard.render(desksView('harassment', desks, 'ja', [anEntry('F-1')])));
    expect(card).toContain('"title":"ほかの窓口も見る（2）","targetElements":["desk3","desk4","more"]');
    expect(card.match(/"isVisible":false/g)).toHaveLength(2);
  });

  test('all desks are in sight where nothing answers, and where only one would be folded', () => {
    expect(shownAndFolded(desks, [])).toEqual([['甲', '乙', '丙', '丁', '外'], []]);
    expect(shownAndFolded(desks.slice(0, 4), [anEntry('F-1')])).toEqual([['甲', '乙', '丙', '丁'], []]);
  });
});

describe('what tells a way to help', () => {
  const entries = [{ ...anEntry('F-1'), initiatives: [initiativeId.parse('2.5.5')] }, anEntry('F-2')];
  const asked = async (question: string) => answer(0.9, -2, { question, entries });

  test('stands below the desks, whoever asks for it in whatever words', async () => {
    expect(await asked('どうやって使うんですか')).toMatchObject({
      kind: 'sensitive',
      topic: 'whistleblowing',
      entries: [{ id: 'F-1' }],
    });
  });

  test('answers by itself those who teach it or write about it', async () => {
    for (const question of ['新人に説明する資料はありますか', '計画では、どう位置付けていますか'])
      expect(await asked(question)).toMatchObject({
        kind: 'answer',
        entries: [{ id: 'F-1' }, { id: 'F-2' }],
      });
  });
});
