import { readPersonalQuery } from '../../../src/features/catalogue/personal-reader';
import { calendar, TODAY } from './builders';

const read = (text: string) => readPersonalQuery(text, TODAY, calendar);

test.each([
  '私の研修履歴',
  '研修履歴',
  '私の研修履暦',
  'わたしのけんしゅうりれき',
  '自分の受講記録見せて',
  '私がこれまでに受講した研修の一覧を表示してください。',
  'おれ、いままで何個研修受けた?',
  '自分 受講済み 研修',
  '昇任の面談があるので、自分が過去に受けた研修を確認したいです。',
  '修了した研修を教えて',
  '過去の研修',
  'あと何単位',
  'courses I completed',
  'Show my training history',
  'Which courses have I completed so far?',
])('all of one’s own: %s', (text) => {
  expect(read(text)).toEqual({ dates: null, latest: false, words: '' });
});

test.each([
  ['今年度どの研修を受けた?', '2026-04-01', '2026-11-24', '今年度'],
  ['昨年度参加した研修って何がある?', '2025-04-01', '2026-03-31', '昨年度'],
  ['私って去年なんの研修出た?', '2025-01-01', '2025-12-31', '去年'],
  ['12月に受けた研修なんだっけ', '2025-12-01', '2025-12-31', '12月'],
])('of a time, which lies in the past: %s', (text, from, to, label) => {
  expect(read(text)?.dates).toEqual({ from, to, label });
});

test('of a subject, or the last one only', () => {
  expect(read('DXの研修、前に私受けたことあったっけ?')).toMatchObject({ words: 'dx' });
  expect(read('ハラスメント研修、去年受けたっけ?')).toMatchObject({
    words: 'ハラスメント',
    dates: { label: '去年' },
  });
  expect(read('私が最後に受けた研修って何だった?')).toMatchObject({ latest: true });
});

test.each([
  '部下の研修履歴を見たい',
  '田中さんの受講履歴',
  'みんなが受けた研修は?',
  '研修履歴は何に使われますか',
  '研修履歴を取り込みたい',
  '研修履歴をCSVで一括登録したい',
  '先月受けた研修の報告書はいつまで?',
  '専門機関で受けた研修の内容を、他の課の保健師にも話したいです',
  '私がまだ受けていない研修は?',
  '来月受けたい研修',
  '係長向けの研修',
  '上司に怒られた記録',
  '先週、下水道の研修を受けました。発表の日程を教えてください。',
])('not one’s own history: %s', (text) => {
  expect(read(text)).toBeNull();
});
