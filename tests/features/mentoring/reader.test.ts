import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { day } from '../../../src/core/calendar/day';
import { readMentoringRequest } from '../../../src/features/mentoring/mentoring-reader';

const calendar = createBusinessCalendar([]);
const read = (text: string) => readMentoringRequest(text, day.parse('2026-11-24'), calendar);

const ASKED: readonly (readonly [string, readonly string[]])[] = [
  [
    'who',
    [
      'メンターって誰でしたっけ',
      '私のメンターは誰？',
      'メンター誰だっけ',
      '誰が私のメンターでしたっけ？',
      '担当のメンターさんはどなたですか',
      '私のメンティは？',
      '私のメンティー',
      'すみません、自分のメンターって誰ですか？',
      'Who is my mentor?',
    ],
  ],
  [
    'next',
    [
      '次の面談いつ？',
      '次の面談はいつですか',
      '次回の面談いつだっけ',
      'つぎのめんだんいつ',
      '面談の予定を教えて',
      'メンターとの次の面談は何日？',
      '今度の1on1いつ？',
      'When is my next check-in?',
    ],
  ],
  [
    'talked',
    [
      '先月何話したっけ',
      '先月の面談で何を話したっけ？',
      '前回の面談の内容',
      '10月の面談で何話した？',
      'メンターと前回何話したっけ',
      'この前の面談の内容を見たい',
      'What did we talk about last month?',
    ],
  ],
  [
    'record',
    [
      '面談の記録をつけたい',
      '面談の記録をつけたいです',
      '面談記録',
      '今日の面談を記録したい',
      'メンターとの面談を記録する',
      '面談のメモを残したいんだけど',
      'I want to record a check-in',
    ],
  ],
  [
    'change',
    [
      'メンター変えたい',
      'メンターを替えてほしい',
      'メンターを変更できますか',
      'メンターの交代をお願いしたい',
      'change my mentor',
    ],
  ],
  ['goals', ['メンターと決めた目標', 'メンターとの今年度の目標を見たい']],
  [
    'summary',
    [
      '1年のまとめ',
      '１年のまとめを見たい',
      '面談の1年のまとめ',
      'メンターとの面談のまとめを見せて',
      '面談のまとめ',
    ],
  ],
  ['help', ['メンターに助けを求めたい']],
  [
    'manage',
    [
      'メンターの組み合わせ',
      'メンターの管理',
      'メンティの一覧',
      'メンターの組み合わせの提案',
      'mentor pairs',
    ],
  ],
];

test.each(ASKED.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
  '%s: %s',
  (text, kind) => {
    expect(read(text)?.kind).toBe(kind);
  },
);

test.each([
  ['面談の日を記録したい', 'any'],
  ['面談日を登録したい', 'any'],
  ['面談しました', 'any'],
  ['今日面談した', 'any'],
  ['メンターとの面談の日を記録したい', 'mentoring'],
  ['record a check-in', 'mentoring'],
  ['評価面談の日を記録したい', 'appraisal'],
  ['人事評価の面談の記録をつけたい', 'appraisal'],
  ['期末面談の実施日を登録したいです', 'appraisal'],
  ['上司との面談の日を入れたい', 'appraisal'],
  ['課長と面談した', 'appraisal'],
  ['部下との面談を記録したい', 'appraisal'],
  ['I want to record the day of my appraisal interview', 'appraisal'],
])('«%s» is to record of: %s', (text, of) => {
  expect(read(text)).toEqual({ kind: 'record', of });
});

test('a month without a year is the last one', () => {
  expect(read('先月何話したっけ')).toMatchObject({ dates: { from: '2026-10-01', to: '2026-10-31' } });
  expect(read('12月の面談で何話した？')).toMatchObject({ dates: { from: '2025-12-01' } });
  expect(read('前回の面談の内容')).toMatchObject({ dates: null });
});

test.each([
  // Of the programme: the FAQ's.
  'メンターとは',
  'メンターって何？',
  'メンター制度って何？',
  'メンターには誰がなるのですか？',
  'メンターになるにはどうすればいい？',
  'メンターは誰がなるの？',
  'メンターの指導はいつまで続きますか？',
  'メンター研修はいつ？',
  'メンターに応募したい',
  'メンターの役割は？',
  '面談の方法を教えて',
  'メンターに相談したい',
  // Other interviews.
  '評価の面談はいつ？',
  '期首面談はいつ',
  '人事評価の面談はいつ?',
  '昇任の面談いつ？',
  '産業医面談の予定',
  '産業医と面談した',
  '評価面談した',
  '期末面談しました',
  '面談の記録の書き方',
  '期末面談の方法',
  '課長との面談いつ',
  'フィードバック面談では、何が行われるのですか？',
  // Something else.
  '次の研修いつ？',
  '何話したっけ',
  '先月受けた研修',
  '先月の研修で何を話したか忘れた',
  '目標を見たい',
  '今年のまとめ',
  '登録を変えたい',
  '面談',
  '',
])('«%s» is nothing of ours', (text) => {
  expect(read(text)).toBeNull();
});
