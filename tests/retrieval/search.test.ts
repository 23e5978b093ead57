import fc from 'fast-check';
import { THRESHOLDS } from '../../src/retrieval';
import { documents, retriever } from './library';

const index = retriever.buildIndex(documents);
const firstFor = (query: string) => index.search(query, 3).hits[0]?.id;

describe('what an employee types finds the entry meant', () => {
  test.each([
    ['the official wording', 'メンター制度とは', 'mentor'],
    ['another way to ask', '資格の勉強にお金は出ますか', 'grant'],
    ['a synonym of the organisation', '残業が多い', 'overtime'],
    ['everyday speech for 異動', '転勤の決まりを知りたい', 'rotation'],
    ['hiragana only', 'すとれすちぇっくはうけないといけませんか', 'stress'],
    ['hiragana for most of it', 'ゆうきゅうきゅうかののこりは確認できますか', 'leave'],
    ['a wrong conversion with the same reading', '時間街勤務がつづく', 'overtime'],
    ['two letters swapped in katakana', 'ストレスチッェクとは', 'stress'],
    ['a letter left out of a katakana word', 'ジョブローテーショとは', 'rotation'],
    ['full-width letters and half-width kana', 'ﾒﾝﾀｰ制度', 'mentor'],
    ['English', 'How can I get a grant for courses?', 'grant'],
  ])('%s', (_, query, id) => {
    expect(firstFor(query)).toBe(id);
  });

  test('nothing to go by answers nothing', () => {
    for (const query of ['', '？！', 'それはどうすればいいですか']) {
      expect(index.search(query, 3)).toEqual({ hits: [], confidence: 0, margin: 0 });
    }
  });
});

describe('confidence', () => {
  test('a question in the words of an entry is answered', () => {
    expect(index.search('メンター制度とは何ですか', 3).confidence).toBeGreaterThan(THRESHOLDS.answer);
  });

  test.each(['明日の天気は？', 'ビットコイン 価格', '天皇の即位は何年か', 'カレーの作り方を教えて'])(
    '%s is not',
    (query) => {
      expect(index.search(query, 3).confidence).toBeLessThan(THRESHOLDS.offer);
    },
  );

  test('is lower for an entry that asks for caution, which is found all the same', () => {
    const cautious = retriever.buildIndex(documents.map((document) => ({ ...document, caution: 2 })));
    const [bold, careful] = [index, cautious].map((each) => each.search('メンターに相談したい', 3));
    expect(careful?.hits).toEqual(bold?.hits);
    expect(careful?.confidence).toBeLessThan(bold?.confidence ?? 0);
  });
});

describe('any query at all', () => {
  const anyQuery = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...'メンター制度の研修を受けたいeラーニング残業、。？ 1２ー'))
      .map((parts) => parts.join('')),
  );

  test('gives ranked hits, shares and a confidence within bounds', () => {
    fc.assert(
      fc.property(anyQuery, fc.integer({ min: 1, max: 4 }), (query, limit) => {
        const { hits, confidence, margin } = index.search(query, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((a, b) => b - a));
        for (const value of [confidence, margin, ...hits.flatMap(({ matched }) => Object.values(matched))]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('finds the same however it is spaced or widened', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), (document) => {
        const wide = document.question.replace(/[!-~]/g, (c) =>
          String.fromCharCode(c.charCodeAt(0) + 0xfee0),
        );
        expect(index.search(` ${wide}\n`, 6)).toEqual(index.search(document.question, 6));
      }),
    );
  });
});

test('a new index serves new documents while the old one goes on serving the old', () => {
  const edited = retriever.buildIndex([
    ...documents.slice(1),
    {
      id: 'wlb',
      question: 'ワーク・ライフ・バランスとは？',
      alternates: [],
      answer: '仕事と生活の調和です。',
    },
  ]);
  expect(edited.search('ワークライフバランス', 1).hits[0]?.id).toBe('wlb');
  expect(edited.search('資格の助成', 6).hits.map((hit) => hit.id)).not.toContain('grant');
  expect(firstFor('資格の助成')).toBe('grant');
});

test('an index of nothing finds nothing', () => {
  expect(retriever.buildIndex([]).search('研修', 3).hits).toEqual([]);
});

describe('semantic similarity from elsewhere', () => {
  const query = '残業が多い';

  test('can bring up an entry that shares no word', () => {
    const { hits } = index.search(
      query,
      6,
      new Map([
        ['stress', 0.9],
        ['overtime', 0.89],
        ['leave', 0.1],
      ]),
    );
    expect(hits.slice(0, 2).map((hit) => hit.id)).toEqual(['overtime', 'stress']);
  });

  test('changes nothing where it is empty, all the same, or about unknown entries', () => {
    const plain = index.search(query, 6);
    expect(index.search(query, 6, new Map())).toEqual(plain);
    expect(
      index.search(
        query,
        6,
        new Map([
          ['grant', 0.5],
          ['leave', 0.5],
        ]),
      ),
    ).toEqual(plain);
    const ids = index
      .search(
        query,
        6,
        new Map([
          ['nobody', 1],
          ['overtime', 0],
        ]),
      )
      .hits.map((hit) => hit.id);
    expect(ids).toEqual(plain.hits.map((hit) => hit.id));
  });
});
