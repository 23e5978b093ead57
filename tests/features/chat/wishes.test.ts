import { day } from '../../../src/core/calendar/day';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';

const EMPLOYEE = '100006';
const NOW = new Date('2026-11-24T01:00:00Z');
const TODAY = day.parse('2026-11-24');

let bot: TestBot;
beforeAll(async () => {
  bot = await createTestBot();
});
afterAll(() => bot.close());

const read = async (text: string) => {
  const person = await bot.bot.directory.byAadObjectId(bot.store.db, await bot.aadOf(EMPLOYEE), TODAY);
  if (person === null) throw new Error('nobody');
  return bot.bot.chat.read(
    {
      person,
      now: NOW,
      today: TODAY,
      locale: 'ja',
      turn: { activityId: 'a', conversationId: 'c', personal: true },
    },
    text,
  );
};

test.each([
  ['うちの子が熱で、今日の接遇の講座は休ませてください', 'enrolment'],
  ['今まで自分が受けてきた研修の一覧がほしいです', 'personal'],
  ['木曜の午後にやってる講座ってあります？', 'courses'],
  ['通知が来るのは夕方だけにしてもらえませんか', 'action'],
])('«%s» is done, not looked up', async (text, kind) => {
  expect((await read(text)).kind).toBe(kind);
});

test.each(['キャンセルすると次から受けられなくなりますか', 'もし落選したら次の回に回してもらえるんですか'])(
  '«%s» is looked up: it asks for a rule',
  async (text) => {
    expect(['answer', 'candidates', 'unknown']).toContain((await read(text)).kind);
  },
);

test.each([
  '織田信長が死んだのは西暦何年か',
  '映画「七人の侍」の監督は誰ですか',
  '住民票の写しはどの窓口で取れますか',
  'ゴミの日って木曜で合ってる? うちの地区の燃えるやつ',
])('«%s» is not known, and no cry for help', async (text) => {
  expect((await read(text)).kind).toBe('unknown');
});

test('a wish in unforeseen words is carried out', async () => {
  expect(shown(await bot.say(EMPLOYEE, 'うまく伝わらないので担当の方につないでもらえますか'))).toContain(
    '人事課',
  );
});

test.each([
  ['例規の読み方とか会計処理、庁内の講師が教えてくれる定例の講座って？', '1.3.2.1'],
  ['部下とうまく話せない上司向けの講座', '1.3.2.3'],
  ['今年度の研修の年間予定はどこかに出てますか', '0.2'],
])('«%s»: a list of nothing yields to what surely answers', async (text, initiative) => {
  const understood = await read(text);
  expect(understood.kind === 'answer' && understood.entries[0]?.initiatives).toContain(initiative);
});

test.each([
  ['パワハラの相談窓口を教えて', '2.6.3'],
  ['内部通報の窓口を教えてください', '2.5.5'],
  ['希望降格の申請書はどこですか', '3.4.4'],
])('«%s»: the desks, and below them what is known', async (text, initiative) => {
  const understood = await read(text);
  expect(
    understood.kind === 'sensitive' && understood.entries.flatMap(({ initiatives }) => initiatives),
  ).toContain(initiative);
});
