import fc from 'fast-check';
import { type AudienceFilter, compact, courseQuery } from '../../../src/features/catalogue/course-query';
import { readCourseQuery } from '../../../src/features/catalogue/course-reader';
import { growth, STEADY } from '../../support/growth';
import { calendar, onDay, TODAY } from './builders';

const read = (text: string) => readCourseQuery(text, TODAY, calendar);
const filtersOf = (text: string) => {
  const reading = read(text);
  return reading === null ? null : compact(reading.query);
};

const forWhom = (given: Partial<AudienceFilter>): AudienceFilter => ({
  levels: [],
  jobTypes: [],
  years: null,
  ages: null,
  only: false,
  ...given,
});

const FEBRUARY = { from: '2027-02-01', to: '2027-02-28', label: '2月', of: 'event' };

describe('questions that only the catalogue can answer', () => {
  test.each([
    ['DXの研修いつある?', { words: 'DX', field: 'dx' }],
    ['来月の研修一覧', { dates: { from: '2026-12-01', to: '2026-12-31', label: '来月', of: 'event' } }],
    [
      '来月の研修の日程はどこに出てますか',
      { dates: { from: '2026-12-01', to: '2026-12-31', label: '来月', of: 'event' } },
    ],
    [
      '来月の研修はどこでやりますか',
      { dates: { from: '2026-12-01', to: '2026-12-31', label: '来月', of: 'event' } },
    ],
    [
      'らいげつの けんしゅうを おしえて',
      { dates: { from: '2026-12-01', to: '2026-12-31', label: 'らいげつ', of: 'event' } },
    ],
    ['12月か1月の研修', { dates: { from: '2026-12-01', to: '2027-01-31', label: '12月・1月', of: 'event' } }],
    ['今月の研集一覧', { dates: { from: '2026-11-01', to: '2026-11-30', label: '今月', of: 'event' } }],
    ['研修 一覧', {}],
    ['研修ある?', {}],
    ['どんな研修がありますか', {}],
    [
      '管理職の研修',
      { audience: forWhom({ levels: ['deputy_manager', 'manager', 'director'], only: true }) },
    ],
    ['Which courses fit me?', { forMe: true }],
    [
      '# **来月の研修** [一覧](https://example.jp) `code`',
      {
        dates: { from: '2026-12-01', to: '2026-12-31', label: '来月', of: 'event' },
        words: 'https example jp code',
      },
    ],
    ['採用3年目の職員向けの研修ってありますか？', { audience: forWhom({ years: 2, only: true }) }],
    ['30代向けの研修は', { audience: forWhom({ ages: { from: 30, to: 39 }, only: true }) }],
    ['40歳の研修', { audience: forWhom({ ages: { from: 40, to: 40 }, only: true }) }],
    ['係長向けの研修', { audience: forWhom({ levels: ['supervisor'], only: true }) }],
    ['課長補佐向けの講座はありますか', { audience: forWhom({ levels: ['deputy_manager'], only: true }) }],
    [
      '会計年度任用職員でも申し込める講座',
      { audience: forWhom({ levels: ['fiscal_year_staff'], only: false }), openOnly: true },
    ],
    ['まだ申し込める研修', { openOnly: true }],
    ['空きがある講座だけ見せて', { openOnly: true }],
    ['まだ席が残ってる講座を見せて', { openOnly: true }],
    ['まだ入れる研修ある?', { openOnly: true }],
    ['まだ埋まってない講座', { openOnly: true }],
    ['スマホで見られる研修ありますか', { formats: ['elearning'] }],
    ['土曜にやってる研修はないですか、平日は園を抜けられない', { weekdays: [6] }],
    ['2月の講座はどんなもの？園児が少ない時期に行きたい', { dates: FEBRUARY }],
    ['2月の研修ありますか？エクセルをお願いします', { dates: FEBRUARY, words: 'エクセル' }],
    ['静岡市まで行く研修の一覧が欲しい', { place: '静岡市' }],
    ['2月にやる講座って何がありますか', { dates: FEBRUARY }],
    ['2月に行く研修は何がありますか', { dates: FEBRUARY }],
    ['2月に予定されてる講座', { dates: FEBRUARY }],
    ['もうしこみちゅうのけんしゅういちらん', { openOnly: true }],
    ['申込締切が近い研修ある?', { openOnly: true, order: 'deadline' }],
    [
      '今週締切の研修ある?',
      {
        dates: { from: '2026-11-23', to: '2026-11-29', label: '今週', of: 'deadline' },
        openOnly: true,
        order: 'deadline',
      },
    ],
    [
      '11月中に申し込める研修は?',
      { dates: { from: '2026-11-24', to: '2026-11-30', label: '11月中', of: 'application' }, openOnly: true },
    ],
    ['オンラインで受けられる講座', { formats: ['online', 'hybrid', 'elearning'] }],
    ['eラーニングの一覧', { formats: ['elearning'] }],
    ['英語の通信教育ある?', { formats: ['correspondence'], words: '英語' }],
    ['半日で終わる研修ない?', { maxHours: 4 }],
    ['無料で受けられる研修ありますか', { freeOnly: true }],
    ['水曜日に参加できる研修', { weekdays: [3] }],
    ['土日にやってる研修ない?', { weekdays: [0, 6] }],
    ['午前中だけの研修ある?', { timeOfDay: 'morning' }],
    ['夕方からの講座はありますか', { timeOfDay: 'evening' }],
    ['2日間の研修一覧', { days: 2 }],
    ['公募の研修を見たい。一覧で', { entries: ['open_call'] }],
    ['市役所でやる研修ありますか', { inHouse: true }],
    ['三島市でやる研修', { place: '三島市' }],
    ['県の研修機関での講座一覧', { place: '県の研修機関' }],
    ['本庁の会議室で開催される研修は?', { place: '本庁の会議室' }],
    ['毎週水曜の研修', { weekdays: [3] }],
    ['残席が少ない順に研修を見せて', { openOnly: true, order: 'fewest-seats' }],
    ['全部の研修を見せて', {}],
    ['研修', {}],
    ['生成AI勉強したい', { words: '生成AI' }],
    ['Excelもっと使えるようになりたい', { words: 'Excel' }],
    ['DX研修', { field: 'dx', words: 'DX' }],
    ['ドローンの講座ある?', { words: 'ドローン' }],
    ['りすきりんぐ の こうざ ある?', { words: 'りすきりんぐ' }],
    [
      '上半期にあった研修は?',
      { dates: { from: '2026-04-01', to: '2026-09-30', label: '上半期', of: 'event' } },
    ],
    ['空きの多い順に研修一覧', { openOnly: true, order: 'most-seats' }],
    ['ハラスメントの研修で1時間以内のもの', { maxHours: 1, words: 'ハラスメント' }],
    ['第3水曜にある研修', { dates: { from: '2026-12-16', to: '2026-12-16', label: '第3水曜', of: 'event' } }],
    ['財務会計の研修、次はいつ?', { next: true, words: '財務会計' }],
    ['私におすすめの研修は?', { forMe: true }],
    ['私がまだ受けていない研修は?', { forMe: true }],
    ['避難所運営の講座の申込はいつまで?', { words: '避難所運営' }],
    ['階層別研修の日程を教えてください', { kinds: ['level_based'] }],
    ['Which courses can I still apply for?', { openOnly: true }],
    ['When is the next DX course?', { next: true, field: 'dx', words: 'DX' }],
    [
      'Is there an online course on mental health?',
      { formats: ['online', 'hybrid', 'elearning'], words: 'mental health' },
    ],
  ])('%s', (text, filters) => {
    expect(read(text)?.strength).toBe('certain');
    expect(filtersOf(text)).toEqual(filters);
  });

  test('who tells a story first says there who asks', () => {
    expect(filtersOf('保育士です。土曜日に受けられる研修があれば一覧で見たいです。')).toEqual({
      weekdays: [6],
      audience: forWhom({ jobTypes: ['nursery_teacher'] }),
    });
  });

  test('dates of another sentence are none of the courses’', () => {
    const text = '先週、下水道の講義を受けました。発表の研修の日程を教えてください。';
    expect(filtersOf(text)).toEqual({ words: '発表' });
    expect(filtersOf('先週から忙しいです。来月の研修一覧を見せて。')).toMatchObject({
      dates: { label: '来月', from: '2026-12-01' },
    });
  });
});

describe('questions that the FAQ may answer better', () => {
  test.each([
    ['リーダーシップとかマネジメントの研修ってあるの?', 'リーダーシップ マネジメント'],
    ['サービスデザインって何？研修あるの?', 'サービスデザイン'],
    ['メンター情報交換会の日程', 'メンター情報交換会'],
  ])('%s', (text, words) => {
    expect(read(text)).toMatchObject({ strength: 'possible', query: { words } });
  });
});

describe('questions about programmes, and about anything else', () => {
  test.each([
    '階層別研修とは?',
    'なぜDX研修をやるの',
    '今年の研修の予定が全部のっている冊子はどこで見られますか',
    '今年どのような研修があるのか、一覧になったものはございますか',
    'Training schedule this year, where?',
    '研修費用の助成はある?',
    '研修後に報告書いる?',
    '派遣研修に行きたいけどどうすれば',
    '政策法務研修の申込者一覧を見たい',
    '研修の講師は誰ですか',
    '自主研究グループを作りたい',
    '研修を休みたいときは?',
    '研修計画はいつ公表されますか',
    '復命書はいつまでに出せばいい?',
    '会計年度任用職員も研修を受けられますか',
    '人事評価の面談はいつ?',
    '私の研修履歴',
    '去年受けた研修を教えて',
    'パワハラされてる',
    '保育園の申し込みっていつから?',
    '明日の天気は?',
    '粗大ごみの日程',
    'こんにちは',
    'Why do we have DX training?',
    'How do I apply for a training course?',
    '',
    '。。。',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

test('whatever is typed, the query fits into a button and comes back from it', () => {
  const piece = fc.constantFrom(
    '研修',
    '講座',
    '来月',
    '12月',
    '係長',
    '向け',
    'いつ',
    '一覧',
    'DX',
    'の',
    '。',
    '締切',
    ' ',
    'ﾃﾞｼﾞﾀﾙ',
    '①',
    '\uFDD2',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const reading = readCourseQuery(typed, TODAY, calendar);
      if (reading === null) return;
      expect(courseQuery.parse(JSON.parse(JSON.stringify(compact(reading.query))))).toEqual(reading.query);
    }),
  );
});

test('the time it takes grows with the length of a text, not with its square', () => {
  const today = onDay('2026-11-24');
  const read = (times: number) =>
    readCourseQuery('研修の係長向けオンライン12月締切'.repeat(times), today, calendar);
  expect(growth(read, 15)).toBeLessThan(STEADY);
});

describe('wishes without the word for a course', () => {
  test.each([
    ['半日で終わるやつがいい', { maxHours: 4 }],
    ['無料のやつある?', { freeOnly: true }],
    ['金曜日に受けられるもの', { weekdays: [5] }],
    ['オンラインで受けられるものを見せて', { formats: ['online', 'hybrid', 'elearning'] }],
  ])('%s', (text, filters) => {
    expect(read(text)?.strength).toBe('possible');
    expect(filtersOf(text)).toEqual(filters);
  });

  test.each(['半日休暇の申請', '無料の駐車場はどこ', 'オンライン会議の使い方', '金曜日に休みたい'])(
    '%s asks the catalogue nothing',
    (text) => expect(read(text)).toBeNull(),
  );
});
