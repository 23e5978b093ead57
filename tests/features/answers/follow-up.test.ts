import { pointsOnly, readFollowUp } from '../../../src/features/answers/follow-up';

test.each(['他には？', 'ほかにもある？', 'もっと見る', '次へ', '続きを見せて', 'What else?', 'more'])(
  '«%s» asks for more of the same',
  (text) => {
    expect(readFollowUp(text)).toEqual({ kind: 'more' });
  },
);

test.each([
  ['2番目の', 2],
  ['二つ目のやつ詳しく', 2],
  ['上から3番目に申し込みたい', 3],
  ['ひとつめ', 1],
  ['最初の研修について教えて', 1],
  ['最後のやつ', 'last'],
  ['②', 2],
  ['the second one', 2],
  ['the last one please', 'last'],
])('«%s» points at number %s', (text, place) => {
  expect(readFollowUp(text)).toEqual({ kind: 'one', place });
});

test.each([
  'それはいつ？',
  'もっと詳しく',
  '詳しく教えてください',
  'その研修の場所は？',
  '定員は？',
  'いつまで？',
  'じゃあ、いくら？',
  'tell me more',
  'When is it?',
])('«%s» asks for details', (text) => {
  expect(readFollowUp(text)).toEqual({ kind: 'details' });
});

test.each([
  '政策法務研修はいつ？',
  'それは困ります',
  '次の研修は？',
  '2番目の子どもの育休',
  'ほかの課に異動したい',
  '残りの有給',
  '最初の面談はいつ',
  '10',
  'いつまでに自己申告書を出せばいい？',
  'その他の手当について',
])('«%s» names something itself', (text) => {
  expect(readFollowUp(text)).toBeNull();
});

test('これ alone points; a name does not', () => {
  expect(['', 'これ', 'その研修', 'さっきのやつ', 'it'].map(pointsOnly)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(pointsOnly('これからの政策法務研修')).toBe(false);
});
