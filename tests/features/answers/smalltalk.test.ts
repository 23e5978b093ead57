import { readSmalltalk } from '../../../src/features/answers/smalltalk';

test.each([
  'メニュー',
  'メニュー見せて',
  'めにゅー',
  'メインメニュー',
  'menu',
  'ヘルプ',
  '使い方',
  'Help!',
  'ホーム',
])('«%s» opens the menu', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'help' });
});

test.each(['サンキュー', 'ありがとー！', 'ありがとうございます。'])('«%s» is thanked for', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'smalltalk', which: 'thanks' });
});

test.each(['メニューに合う研修はある？', '食堂のメニューは', 'メンター'])('«%s» is a question', (text) => {
  expect(readSmalltalk(text)).toBeNull();
});
