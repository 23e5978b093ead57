import { readFileSync } from 'node:fs';
import { createThesaurus, parseCompactThesaurus, parseSynonymTable } from '../../src/retrieval';
import { toCompactThesaurus } from '../../src/retrieval/thesaurus';

const askedBy = (thesaurus: ReturnType<typeof createThesaurus>, word: string) =>
  thesaurus.sensesOf(word).map(({ group, asks }) => [group, asks]);

test('a compacted thesaurus is read as it was written, with words that answer only', () => {
  const json = toCompactThesaurus('who wrote it', [{ words: ['申込', 'エントリー'], answersOnly: ['申請'] }]);
  const thesaurus = parseCompactThesaurus(json);
  expect(askedBy(thesaurus, '申込')).toEqual([['申込|エントリー|~申請', true]]);
  expect(askedBy(thesaurus, '申請')).toEqual([['申込|エントリー|~申請', false]]);
  expect(askedBy(thesaurus, '研修')).toEqual([]);
});

test('anything else is refused', () => {
  expect(() => parseCompactThesaurus('{"groups":["a|b"]}')).toThrow();
  expect(() => parseSynonymTable('words\na|b\n')).toThrow();
});

test('lists of any spelling and ready thesauri make one', () => {
  const thesaurus = createThesaurus(
    parseCompactThesaurus(toCompactThesaurus('', [{ words: ['研修', '講習'], answersOnly: [] }])),
    parseSynonymTable('terms,note\n研修|セミナー,\nＯＪＴ| 職場研修 ||,by hand\n'),
  );
  expect(askedBy(thesaurus, '研修')).toEqual([
    ['研修|セミナー', true],
    ['研修|講習', true],
  ]);
  expect(askedBy(thesaurus, 'ojt')).toEqual([['ojt|職場研修', true]]);
  expect(thesaurus.longestFrom('職場のこと')).toBe('職場研修'.length);
  expect(thesaurus.longestFrom('宇宙')).toBe(0);
});

describe('data/thesaurus.json', () => {
  const json = readFileSync('data/thesaurus.json', 'utf8');
  const thesaurus = parseCompactThesaurus(json);

  test.each([
    ['残業', '時間外勤務'],
    ['有休', '年休'],
    ['通信教育', '通信講座'],
  ])('knows %s as %s', (word, other) => {
    const groups = new Set(thesaurus.sensesOf(other).map((sense) => sense.group));
    expect(thesaurus.sensesOf(word).some((sense) => sense.asks && groups.has(sense.group))).toBe(true);
  });

  test('names its source and stays under a megabyte', () => {
    expect(json.slice(0, 300)).toContain('Apache License 2.0');
    expect(Buffer.byteLength(json)).toBeLessThan(1e6);
  });
});
