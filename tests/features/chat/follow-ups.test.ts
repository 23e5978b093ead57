import { aadObjectId } from '../../../src/core/ids';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';

const EMPLOYEE = '100001';
const OTHER = '100012';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const say = async (text: string): Promise<string> => shown(await bot.say(EMPLOYEE, text));
/** Names of the courses on the card, in order. */
const titles = (text: string): string[] =>
  text.split('\n').filter((line) => /研修|eラーニング|講座|入門/.test(line));

it('goes on with the list that was shown, and opens what is pointed at', async () => {
  const first = await say('来月の研修は？');
  const second = await say('他には？');
  expect(second).toContain('来月の研修');
  expect(second).toContain('7〜12件目');
  const [, , title = ''] = titles(second);
  const opened = await say('2番目の');
  expect(first).not.toContain(title);
  expect(opened).toContain(title);
  expect(opened).toContain('これからの開催');
  expect(await say('定員は？')).toContain(title);
  // From a course, the list it was opened from is still there.
  expect(await say('他には？')).toContain('13〜18件目');
});

it('applies for the course that is open', async () => {
  await say('来月のまだ申し込める研修は？');
  expect(await say('1番目の')).toContain('からだの健康づくり講座');
  const form = await say('これに申し込みたい');
  expect(form).toContain('からだの健康づくり講座');
  expect(form).not.toContain('どの研修に申し込みますか');
});

it('opens the course that a question names in full, whatever of it is asked', async () => {
  for (const question of [
    '政策法務研修の定員は？',
    '政策法務研修はいくらかかる？',
    '政策法務研修の申込締切は？',
    '政策法務研修について詳しく教えてください',
    '政策法務研修',
    '情報セキュリティの研修の対象は誰？',
  ]) {
    const text = await say(question);
    expect(text).toContain('これからの開催');
    expect(text).toContain(question.slice(0, 4));
  }
  expect(await say('どこであるの？')).toContain('情報セキュリティ');
  // What the card does not say is the FAQ's.
  expect(await say('メンター研修は何のためにあるのですか')).not.toContain('これからの開催');
});

it('changes one wish of the list: じゃあ1月は？', async () => {
  await say('来月のオンラインの研修は？');
  expect(await say('じゃあ1月は？')).toContain('1月・オンラインの研修');
  expect(await say('係長向けは？')).toContain('1月・係長級向け・オンラインの研修');
});

it('goes on from an answer to what else was found', async () => {
  await say('資格の助成は？');
  expect(await say('他には？')).toContain('次のどれに近いですか？');
  expect(await say('1番目')).toContain('出典');
  await say('資格の助成は？');
  expect(await say('いくらまで？')).toMatch(/いくら助成/);
});

it('a question that leaves out what it is about is about what was shown', async () => {
  await say('週末に農業をしたいのですが副業になりますか');
  expect(await say('申請書は？')).toContain('兼業・副業');
  await say('残業代はどうやって申請しますか');
  const reply = await bot.say(EMPLOYEE, '上限は？');
  expect(shown(reply)).toContain('わかりませんでした');
  expect(buttonData(reply, 'inquiries.preview').question).toContain('時間外勤務手当');
});

it('another date, or more of what every card says, is about the course that is open', async () => {
  await say('主任研修の日程教えて');
  expect(await say('2月のほうの会場は？')).toContain('主任研修');
  expect(await say('必須ですか')).toContain('主任研修');
});

it('of everyday matters the one that names the same thing', async () => {
  await say('復命書ってどう書けばいい？');
  expect(await say('いつまで？')).toContain('復命書は、いつまでに');
});

it('what only shares the subject is offered, not given as the answer', async () => {
  await say('自主研究グループを作りたい');
  expect(await say('断れますか')).toContain('次のどれに近いですか？');
});

it('of a list, what leaves out its subject asks which course', async () => {
  await say('ハラスメントの研修いつですか');
  expect(await say('必須ですか')).toContain('どの研修のことでしょうか');
});

it('how to apply for what was shown is no application', async () => {
  await say('自主研究グループを作りたい');
  expect(await say('どう申し込む')).toContain('自主研究グループ');
});

it('what the card of a course does not say goes to HR with its name', async () => {
  await say('メンティ研修');
  const reply = await bot.say(EMPLOYEE, '持ち物は？');
  expect(buttonData(reply, 'inquiries.preview').question).toBe('「メンティ研修」について：持ち物は？');
});

it('follows a tap as well', async () => {
  const list = await bot.say(EMPLOYEE, '来月の研修は？');
  await bot.tap(EMPLOYEE, 'catalogue.list', buttonData(list, 'catalogue.list'));
  expect(await say('他には？')).toContain('13〜18件目');
});

it('asks for a name where nothing was shown, to another person, later, or after a sensitive matter', async () => {
  const hint = '何のことか、わかりませんでした';
  expect(await say('もっと詳しく')).toContain(hint);
  await say('来月の研修は？');
  expect(shown(await bot.say(OTHER, '2番目の'))).toContain(hint);
  await say('死にたい');
  expect(await say('2番目の')).toContain(hint);
  bot.at('2026-11-26T01:00:00Z');
  await say('来月の研修は？');
  bot.at('2026-11-26T01:31:00Z');
  expect(await say('2番目の')).toContain(hint);
});

it('remembers nothing of a channel', async () => {
  const sender = aadObjectId.parse(await bot.aadOf(EMPLOYEE));
  const inChannel = (text: string) =>
    bot.turn(sender, { kind: 'message', text, files: [] }, { personal: false });
  await inChannel('来月の研修は？');
  expect(shown(await inChannel('2番目の'))).toContain('何のことか');
  expect(await say('2番目の')).toContain('何のことか');
});
