import { createTestBot, shown, type TestBot } from '../../support/test-bot';

const EMPLOYEE = '100100';

let bot: TestBot;
beforeAll(async () => {
  bot = await createTestBot();
});
afterAll(() => bot.close());

test.each([
  ['結婚しました', '氏名が変わったとき'],
  ['妊娠しました', '産前産後'],
  ['子どもが生まれます', '育児休業'],
  ['引っ越しました', '引越し'],
  ['祖父が亡くなりました', '忌引'],
  ['年休あと何日', '年次有給休暇'],
  ['昇給はいつですか', '昇給'],
  ['会議室とりたい', '会議室の予約'],
  ['パソコンが壊れた', '故障'],
  ['名前の漢字が違う', '育成ナビに登録されている氏名'],
])('«%s» is told whom to ask', async (said, title) => {
  expect(shown(await bot.say(EMPLOYEE, said))).toContain(title);
});
