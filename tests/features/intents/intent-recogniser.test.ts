import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntentRecogniser, readIntentModel, type Wish } from '../../../src/features/intents';
import { readIntentExamples } from '../../../src/features/intents/examples';
import { plainForm } from '../../../src/features/intents/plain-form';
import { type IntentExample, trainIntentModel } from '../../../src/features/intents/train-model';

const data = (file: string): string => path.join(__dirname, '../../../data', file);
const model = readIntentModel(data('intent-model.json'));
const recognise = createIntentRecogniser(model);
const examples = readIntentExamples(readFileSync(data('intent-examples.tsv'), 'utf8'));
/** From here on the bot acts on it. */
const BAR = 0.4;
const wishOf = (text: string): Wish | null => {
  const found = recognise(text).wish;
  return found !== null && found.confidence >= BAR ? found.wish : null;
};

test('the model was trained from the examples and questions as they are', () => {
  const read = (file: string): string => readFileSync(data(file), 'utf8');
  const digest = createHash('sha256').update([read('intent-examples.tsv'), read('faq.csv')].join('\0'));
  expect(model.examples).toBe(digest.digest('hex'));
});

// None of these is an example.
test.each<[Wish, string]>([
  ['apply', '管理職向けのコーチング研修、申し込みお願いしますー'],
  ['apply', 'パワポの講座にエントリーしときたいです'],
  ['withdraw', '急な法事が入って明後日の研修キャンセルさせてください'],
  ['own_enrolments', 'わたしって今どの講座に申し込んでましたかね'],
  ['own_history', '今まで自分が受けてきた研修の一覧がほしいです'],
  ['list_courses', '木曜の午後にやってる講座ってあります？'],
  ['submitted', '自己申告書、さきほど提出完了しました'],
  ['snooze', 'いま会議中だからあとでもう一回教えて'],
  ['reminder_settings', '通知が来るのは夕方だけにしてもらえませんか'],
  ['ask_hr', 'うまく伝わらないので担当の方につないでもらえますか'],
  ['progress', 'うちの課でまだ自己申告書を出してない人を教えて'],
  ['manage_campaigns', '全職員あてにアンケートの提出依頼を作りたいのですが'],
  ['announce', '明日の庁舎停電について全職員にお知らせを配信したい'],
  ['own_mentor', '私の担当のメンターって誰になってますか'],
  ['mentoring_record', 'さっきメンターと面談したので記録を付けたい'],
  ['mentoring_change', 'メンターを別の人に替えてもらうことってお願いできますか、本人には内緒で'],
])('%s: «%s»', (wish, text) => {
  expect(wishOf(text)).toBe(wish);
});

test.each([
  '申込みはいつまでにすればいいですか',
  'メンターはどうやって決まるのですか',
  '自己申告書には何を書けばいいですか',
  '通信教育の助成は誰が対象ですか',
  '研修を受けたら復命書は必要ですか',
  '人事異動の内示はいつ頃ですか',
  '今日は暑いですね',
  'おすすめの映画ありますか',
])('«%s» is a question', (text) => {
  expect(wishOf(text)).toBeNull();
});

test('a long story has no single wish, nor has an empty text', () => {
  expect(recognise(`DX研修に申し込みたい。${'あれこれと長い話が続きます。'.repeat(20)}`).wish).toBeNull();
  expect(recognise('').wish?.confidence ?? 0).toBeLessThan(BAR);
});

test('mountains and the town’s services are not HR’s business; stories from work are', () => {
  for (const text of ['日本で一番高い山は何ですか', '粗大ごみを出す日はいつですか'])
    expect(recognise(text).ours).toBeLessThan(0.5);
  for (const text of [
    '有給の残りが分からない',
    '若手がすぐ辞めてしまうので、育て方を考え直したいです',
    '昇任の試験を受けるか迷っています',
  ])
    expect(recognise(text).ours).toBeGreaterThan(2);
});

test('blanks, signs, numbers, pictures and width make no difference', () => {
  expect(plainForm('ＤＸ研修 に、申し込みたい！！ 🙏 12月3日')).toBe(
    plainForm('dx研修に申し込みたい5月20日'),
  );
});

test('trained on a quarter of the examples, it takes few questions for wishes, and few wishes for others', () => {
  const training = examples
    .filter((_, at) => at % 4 === 0)
    .map(({ text, intent }): IntentExample => ({ intent, spellings: [text] }));
  const small = createIntentRecogniser(trainIntentModel(training, '0'.repeat(64)));
  const tried = examples
    .filter((_, at) => at % 4 === 1)
    .map(({ text, intent }) => ({ intent, found: small(text).wish }));
  const shareOf = (of: typeof tried, is: (one: (typeof tried)[number]) => boolean): number =>
    of.filter(is).length / of.length;
  const isSure = ({ found }: (typeof tried)[number]): boolean => (found?.confidence ?? 0) >= BAR;
  const isWish = ({ intent }: (typeof tried)[number]): boolean =>
    intent !== 'question' && intent !== 'outside';
  const questions = tried.filter((one) => !isWish(one));
  expect(shareOf(questions, isSure)).toBeLessThan(0.06);
  expect(shareOf(tried.filter(isSure), ({ intent, found }) => intent !== found?.wish)).toBeLessThan(0.2);
  const wishes = tried.filter(isWish);
  expect(shareOf(wishes, ({ intent, found }) => found?.wish === intent)).toBeGreaterThan(0.4);
});
