import {
  type CourseIndex,
  matchByIndex,
  matchBySubstring,
} from '../../../src/features/catalogue/course-match';
import { aCourse } from './builders';

describe('by an index', () => {
  const hit = (id: string, score: number, coverage: number, grams = 0) => ({
    id,
    score,
    matched: { coverage, closeness: 0, grams },
  });
  const indexOf = (...hits: ReturnType<typeof hit>[]): CourseIndex => ({ search: () => ({ hits }) });

  test('the best hit that says all of the words scores 1, and likeness by chance is left out', async () => {
    const scores = await matchByIndex(() =>
      indexOf(hit('C-1', 20, 1), hit('C-2', 10, 0.6), hit('C-3', 9, 0.2, 0.3)),
    )('契約');
    expect([...scores]).toEqual([
      ['C-1', 1],
      ['C-2', 0.55],
    ]);
  });

  test('nothing found is nothing', async () => {
    expect((await matchByIndex(async () => indexOf())('契約')).size).toBe(0);
  });
});

describe('by letters', () => {
  const match = matchBySubstring([
    aCourse({ id: 'C-1', title: '契約事務の基礎', keywords: ['入札'] }),
    aCourse({ id: 'C-2', title: 'プレゼンテーション講座', summary: '契約の話もします' }),
  ]);

  test('a title outweighs a keyword, and that a summary', () => {
    expect([...match('契約')]).toEqual([
      ['C-1', 1],
      ['C-2', 0.5],
    ]);
    expect([...match('入札')]).toEqual([['C-1', 0.9]]);
  });

  test('hiragana, width and slips of letters are forgiven; other words are not', () => {
    expect([...match('ぷれぜん').keys()]).toEqual(['C-2']);
    expect([...match('ﾌﾟﾚｾﾞﾝ').keys()]).toEqual(['C-2']);
    expect([...match('契約事努の基礎').keys()]).toEqual(['C-1']);
    expect(match('ドローン').size).toBe(0);
  });
});
