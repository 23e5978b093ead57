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
  '最初からやり直し',
  'ボットの使い方',
])('«%s» opens the menu', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'help' });
});

test.each(['サンキュー', 'ありがとー！', 'ありがとうございます。'])('«%s» is thanked for', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'smalltalk', which: 'thanks' });
});

test.each([
  '君って誰が作ったの、AIなの？どのモデル？',
  'これ生成AIですか？',
  '誰が作ってるの',
  'AI使ってるんですか',
  'Who made you?',
])('«%s» is told who answers', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'smalltalk', which: 'whoami' });
});

test.each(['生成AIを使っていいですか', 'AIの研修はある？', 'この資料は誰が作ったの'])(
  '«%s» asks for no name',
  (text) => {
    expect(readSmalltalk(text)).toBeNull();
  },
);

test.each(['メニューに合う研修はある？', '食堂のメニューは', 'メンター'])('«%s» is a question', (text) => {
  expect(readSmalltalk(text)).toBeNull();
});

test.each(['なんでもない', 'やっぱりいいです', '何でもありません。', 'もう大丈夫です', 'never mind'])(
  '«%s» is let go',
  (text) => {
    expect(readSmalltalk(text)).toEqual({ kind: 'smalltalk', which: 'neverMind' });
  },
);

test.each([
  '違う、そうじゃない',
  '役に立たなかった',
  'そういうことじゃないんだけど',
  'No, that’s not what I meant',
])('«%s» is apologised for', (text) => {
  expect(readSmalltalk(text)).toEqual({ kind: 'smalltalk', which: 'sorry' });
});
