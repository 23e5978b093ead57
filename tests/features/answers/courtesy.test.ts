import { withoutCourtesy } from '../../../src/features/answers/courtesy';

test.each([
  ['こんにちは、来週の研修を教えてください。ありがとうございます。', '来週の研修を教えてください。'],
  ['お疲れ様です。市民課の仮沢です。復命書はいつまで？', '市民課の仮沢です。復命書はいつまで？'],
  ['お世話になっております。すみません、有給は何日ですか？よろしくお願いいたします。', '有給は何日ですか？'],
  ['じゃあ1月は？', '1月は？'],
  ['そうじゃなくて再来月の', '再来月の'],
  ['Hello, which courses are next week? Thanks in advance!', 'which courses are next week?'],
])('«%s» asks «%s»', (text, question) => {
  expect(withoutCourtesy(text)).toBe(question);
});

test.each([
  'こんにちは',
  'ありがとうございます。',
  'よろしくお願いします',
  'あの研修はいつ？',
  'お願いしたいことがあります',
  'そうじゃないです',
  'では',
  'ありがとうカードを送りたい',
])('«%s» stays as it is', (text) => {
  expect(withoutCourtesy(text)).toBe(text);
});
