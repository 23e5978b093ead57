import { severalQuestions } from '../../../src/features/answers/several-questions';

test.each([
  [
    '自己申告書はいつまで？あと復命書の書き方も知りたい',
    ['自己申告書はいつまで？', '復命書の書き方も知りたい'],
  ],
  [
    '研修の申し込み方法を教えて。それから、私の申込状況も見たい',
    ['研修の申し込み方法を教えて。', '私の申込状況も見たい'],
  ],
  ['①来月の研修は？\n②有給は何日？', ['来月の研修は？', '有給は何日？']],
])('«%s» asks several things', (text, questions) => {
  expect(severalQuestions(text)).toEqual(questions);
});

test.each([
  '来月の研修は？',
  'あと何日で締切？',
  '復命書は出しました。あとで確認してください。',
  '課長に言われた。また？',
  '助成はいくら？誰でも使える？',
])('«%s» is one', (text) => {
  expect(severalQuestions(text)).toEqual([]);
});
