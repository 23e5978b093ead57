import type { SendFailure } from '../../../src/delivery';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
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

let refusal: SendFailure | null;
let bot: TestBot;
beforeEach(async () => {
  refusal = null;
  bot = await createTestBot({ live: false, reminderSources: [], refuses: () => refusal });
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

it('what could not be sent before the evening comes in the morning, not at night', async () => {
  await publishOn(bot, '2026-11-24');
  bot.at('2026-11-24T08:14:00Z');
  await bot.bot.sweep();
  // The bot is away until the evening.
  bot.at('2026-11-24T12:00:00Z');
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-11-25T00:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('what the channel would not take comes again on the next open day, once', async () => {
  refusal = { kind: 'permanent', reason: 'http 400' };
  await publishOn(bot, '2026-11-24');
  expect(await welcomes(STAFF)).toEqual([]);
  refusal = null;
  bot.at('2026-11-24T05:00:00Z');
  expect(await welcomes(STAFF)).toEqual([]);
  expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('届かなかった人が3人');
  bot.at('2026-11-25T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
  bot.at('2026-11-26T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

const NOT_INSTALLED: SendFailure = { kind: 'unreachable', reason: 'not-installed' };

it('who could not be reached is welcomed when the bot is installed for them', async () => {
  refusal = NOT_INSTALLED;
  await publishOn(bot, '2026-11-24');
  await bot.deliver();
  refusal = null;
  bot.at('2026-11-25T01:00:00Z');
  expect(await welcomes(STAFF)).toEqual([]);
  await seenAgain(STAFF, '2026-11-25T01:00:00Z');
  const reply = await bot.turn(await bot.aadOf(STAFF), { kind: 'installed' });
  expect(reply.messages).toEqual([]);
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('who installed it while the bot was offline, so that nobody noticed, is tried again after a week', async () => {
  refusal = NOT_INSTALLED;
  await publishOn(bot, '2026-11-24');
  await bot.deliver();
  refusal = null;
  bot.at('2026-11-30T01:00:00Z');
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-12-01T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

it('a new hire who installs it gets the welcome at once instead of the menu; at night it waits for the morning', async () => {
  await publishOn(bot, '2026-11-24');
  bot.at('2026-11-24T12:00:00Z');
  const install = async () => bot.turn(await bot.aadOf(STAFF), { kind: 'installed' });
  expect((await install()).messages).toEqual([]);
  expect(await welcomes(STAFF)).toEqual([]);
  bot.at('2026-11-25T01:00:00Z');
  expect((await install()).messages).toEqual([]);
  expect(await welcomes(STAFF)).toHaveLength(1);
  expect(shown(await install())).toContain('育成ナビでできること');
});

it('who is new in a roster that was imported during an outage is welcomed by the first sweep after it', async () => {
  await setRoster(bot, STAFF, { hired_on: '2026-12-01' });
  await publishOn(bot, '2026-11-24');
  await bot.deliver();
  bot.at('2026-12-03T01:00:00Z');
  expect(await welcomes(STAFF)).toHaveLength(1);
});

/** As the transport notes it with every turn. */
const seenAgain = async (employee: string, at: string): Promise<void> => {
  const aad = await bot.aadOf(employee);
  const address = { conversation_id: `c-${aad}`, service_url: 'http://127.0.0.1/', reference: '{}' };
  await bot.store.write((tx) =>
    tx
      .insertInto('conversations')
      .values({ aad_object_id: aad, ...address, locale: 'ja', updated_at: at })
      .onConflict((conflict) => conflict.column('aad_object_id').doUpdateSet({ updated_at: at }))
      .execute(),
  );
};
