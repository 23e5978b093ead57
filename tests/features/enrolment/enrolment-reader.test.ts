import { readEnrolmentRequest } from '../../../src/features/enrolment/enrolment-reader';
import { calendar, TODAY } from '../catalogue/builders';

const read = (text: string) => readEnrolmentRequest(text, TODAY, calendar);

test.each([
  ['DX研修に申し込みたい', 'dx研修'],
  ['DX研修に申し込みたいです。よろしくお願いします。', 'dx研修'],
  ['dx研修 申込したいんですが', 'dx研修'],
  ['契約事務の研修、申し込みお願いします', '契約事務の研修'],
  ['手話入門の講座に申込希望です', '手話入門の講座'],
  ['来月のExcelの研修に申し込む', '来月のexcelの研修'],
  ['ファシリテーション研修エントリーしたい', 'ファシリテーション研修'],
  ['やっぱりリーダーシップ研修に申し込みます！', 'リーダーシップ研修'],
  ['プレゼン講座に応募したいと思います', 'プレゼン講座'],
  ['AEDの講習に参加希望です', 'aedの講習'],
  ['てつやくの講座にもうしこみたい', 'てつやくの講座'],
  ['生成AIワークショップ研修に申し込みたいのですが、まだ可能ですか', '生成aiワークショップ研修'],
  ['窓口接遇研修に申し込んでください', '窓口接遇研修'],
  ['接遇研修を受講します', '接遇研修'],
  ['DXけんしゅうにもうしこみます', 'dxけんしゅう'],
])('wants to apply: %s', (text, about) => {
  expect(read(text)).toEqual({ kind: 'apply', about, named: true });
});

test('applies for what is not called a course, as long as the catalogue knows it', () => {
  expect(read('契約事務のやつ申し込みます')).toEqual({ kind: 'apply', about: '契約事務', named: false });
  expect(read('契約事務の基礎に申し込みます')).toMatchObject({ about: '契約事務の基礎', named: false });
  expect(read('手話入門に申し込みたい')).toEqual({ kind: 'apply', about: '手話入門', named: false });
});

test.each([
  ['I want to apply for the DX training', 'dx training'],
  ["I'd like to sign up for the leadership course", 'leadership course'],
  ['Please register me for the Excel workshop.', 'excel workshop'],
  ['Enrol me in the sign language class', 'sign language class'],
])('wants to apply, in English: %s', (text, about) => {
  const request = read(text);
  expect(request).toMatchObject({ kind: 'apply', named: true });
  expect(request?.about.toLowerCase()).toBe(about);
});

test.each([
  ['申込キャンセル', '', null],
  ['申し込みを取り消したい', '', null],
  ['研修の申込みを取り下げます', '', null],
  ['キャンセルしたいです', '', null],
  ['キャンセルでお願いします', '', null],
  ['DX研修キャンセルで', 'DX', null],
  ['契約事務の研修を辞退したい', '契約事務', null],
  ['来週の研修行けなくなった', '', '来週'],
  ['明日の研修、出られなくなりました', '', '明日'],
  ['12/3の研修に参加できなくなりました', '', '12/3'],
  ['リーダーシップ研修に行けません', 'リーダーシップ', null],
  ['エントリーしたやつキャンセルしたい', '', null],
  ['けんしゅうのもうしこみをとりけしたい', '', null],
  ['明日の講座を欠席します', '', '明日'],
  ['子どもの熱で今日の研修出られません', '', '今日'],
  ['接遇研修受けられなくなった', '接遇', null],
])('wants to withdraw: %s', (text, about, label) => {
  const request = read(text);
  expect(request).toMatchObject({ kind: 'withdraw' });
  if (request?.kind !== 'withdraw') throw new Error('unreachable');
  expect(request.dates?.label ?? null).toBe(label);
  if (!text.startsWith('子ども')) expect(request.about).toBe(about);
});

test.each(['申し込みやめたい', 'やめたい、研修', 'とりけし', 'キャンセルで'])(
  'wants to withdraw from something: %s',
  (text) => {
    expect(read(text)).toMatchObject({ kind: 'withdraw', about: '' });
  },
);

test.each([
  ['政策法務研修に出たい', '政策法務研修'],
  ['手話研修受けたいんだけど', '手話研修'],
  ['クレーム対応研修に参加したいです', 'クレーム対応研修'],
])('wants to attend a course, if that names one: %s', (text, about) => {
  expect(read(text)).toEqual({ kind: 'apply', about, named: false });
});

test.each([
  ['Cancel my application', ''],
  ['I want to withdraw from the DX training', 'dx'],
  ["I can't make it to next week's training", ''],
])('wants to withdraw, in English: %s', (text, about) => {
  expect(read(text)).toMatchObject({ kind: 'withdraw', about });
});

test.each([
  '私の申し込み状況',
  '申込状況',
  '申し込み状況を教えて',
  '何に申し込んでたっけ',
  '申し込んだ研修の一覧',
  '申し込んだ研修を確認したい',
  '私の申込みを見せて',
  '自分の研修の予定',
  '私の受講予定',
  '受講予定の研修は？',
  'DX研修って申し込んだっけ？',
  'わたしのもうしこみじょうきょう',
  'なににもうしこんでたっけ',
  '研修の申し込みできてる？',
  '来週の研修どこ？',
  '明日の研修何時から？',
  '今日の研修の会場はどこですか',
  'My applications',
  'What have I applied for?',
  'Am I enrolled in the DX course?',
  '来月私が出る研修は？',
  '私、来週研修入ってる？',
  '今月わたし研修ある？',
  '私の研修いつ？',
  '今週研修あったっけ',
  '今年度あと何の研修を受ける予定だっけ',
  '受講が決まってる研修は？',
  '研修の予定を教えて、私の',
])('asks for all of one’s own: %s', (text) => {
  expect(read(text)).toMatchObject({ kind: 'status', next: false });
});

test.each([
  '次の研修いつ？',
  '次の研修はいつですか',
  '次の研修どこだっけ',
  'つぎのけんしゅういつ',
  '私の次の研修は？',
  '研修の会場どこだっけ',
  'When is my next course?',
  '次に受ける研修を教えて',
  '次は何の研修だっけ',
  '今度の研修どこでやるの',
  '私が次に受けるのは何？',
  'Where is my next training?',
])('asks for the next of one’s own: %s', (text) => {
  expect(read(text)).toMatchObject({ kind: 'status', next: true });
});

test.each([
  '申し込み方法を教えて',
  '研修の申込みはどうやるの',
  'DX研修に申し込みたいのですがどうすればいいですか',
  'DX研修の申込締切はいつ？',
  'まだ申し込める研修',
  '申し込みたい研修が見つからない',
  '通信教育の助成に申し込みたい',
  '兼業の許可を申請したい',
  '人間ドックに申し込みたい',
  '駐車場を申し込みたい',
  'メンターに応募したい',
  '部下をDX研修に申し込みたい',
  '田中さんを研修に申し込みます',
  '申込状況によって中止になることはありますか',
  'DX研修の申込人数は何人ですか',
  'キャンセルはいつまでできますか',
  '研修をキャンセルしたらどうなりますか',
  '研修を欠席するときの連絡先は',
  '研修に行けない人はどうすればいいの',
  '上司が研修に行かせてもらえない',
  '質問を取り消したい',
  '直前の変更を取り消し',
  '私の研修履歴',
  '受講履歴',
  'これまでに受けた研修は？',
  '来月の研修は？',
  '私が受けられる研修',
  '私が受けるべき研修',
  '今度の研修の講師は誰',
  '今月の研修の申込期限いつだっけ',
  '研修を受けたいけど時間がない',
  '来週の研修は何がある？',
  '次のDX研修はいつ？',
  '来月受けたい研修',
  '研修を受けたい',
  'おすすめの研修',
  '申し込んだのに返事が来ない',
  '申し込んだ研修の費用はいくら',
  '研修の会場に駐車場はありますか',
  'How do I apply for a course?',
  'How can I cancel a course?',
  'Courses I can still apply for',
  'What is the deadline to apply for the DX training?',
  '研修',
  '',
])('leaves to others: %s', (text) => {
  expect(read(text)).toBeNull();
});
