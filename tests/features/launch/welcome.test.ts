import { createTestBot, type TestBot } from '../../support/test-bot';
import {
  ADMIN,
  choosePilot,
  confirmDesks,
  MANAGER,
  onlyHere,
  PILOT,
  publishOn,
  receivedBy,
  STAFF,
  setRoster,
} from './support';

/** On leave until the end of the year. */
const AWAY = '100093';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot({ live: false, reminderSources: [] });
  await confirmDesks(bot);
  await onlyHere(bot, [ADMIN, MANAGER, STAFF, AWAY]);
});
afterEach(() => bot.close());

const welcomes = async (employee: string): Promise<readonly string[]> =>
  (await receivedBy(bot, employee)).filter((text) => text.includes('育成ナビです'));

it('everybody is welcomed once, for their role, with three questions to tap', async () => {
  await publishOn(bot, '2026-11-24');
  expect((await welcomes(STAFF))[0]).toContain('資格を取るときの助成はある？');
  expect((await welcomes(MANAGER))[0]).toContain('所属の提出状況');
  expect((await welcomes(ADMIN))[0]).toContain('質問一覧');
  for (const text of ['保存するもの', '見る人', 'お知らせを減らすには'])
    expect((await welcomes(STAFF))[0]).toContain(text);
  bot.at('2026-11-25T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('the pilot is not welcomed again at the launch', async () => {
  await choosePilot(bot, PILOT);
  expect(await welcomes(STAFF)).toHaveLength(1);
  await publishOn(bot, '2026-11-25');
  bot.at('2026-11-25T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
  const twice = await bot.store.db
    .selectFrom('deliveries')
    .select('recipient')
    .where('dedupe_key', 'like', 'launch-welcome:%')
    .groupBy('recipient')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
  expect(twice).toEqual([]);
});

it('nobody is welcomed outside open hours', async () => {
  await publishOn(bot, '2026-11-28');
  bot.at('2026-11-28T01:00:00Z');
  expect(await bot.deliver()).toEqual([]);
  bot.at('2026-11-30T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('whose budget is used up is welcomed on the next open day', async () => {
  await bot.store.write((tx) =>
    tx
      .insertInto('proactive_messages')
      .values({ message: 'other', person: STAFF, day: '2026-11-24', counted: 1 })
      .execute(),
  );
  await publishOn(bot, '2026-11-24');
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-11-25T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('who is on leave is welcomed on return', async () => {
  await publishOn(bot, '2026-11-24');
  expect(await welcomes(AWAY)).toEqual([]);
  bot.at('2027-01-04T01:00:00Z');
  expect(await welcomes(AWAY)).toHaveLength(1);
});

it('a new hire is welcomed on arrival, on an open day, not before', async () => {
  await setRoster(bot, STAFF, { hired_on: '2026-11-28' });
  await publishOn(bot, '2026-11-24');
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-11-27T01:00:00Z');
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-11-30T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});
